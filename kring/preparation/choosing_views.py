"""The coordinator's pages of the day: put days to everybody, see who is missed, call, choose one, take it back."""

from datetime import date

from django.db.models import prefetch_related_objects
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.preparation import announcing, reminding
from kring.preparation.fixing_forms import FixDateForm
from kring.preparation.forms import KeyPeopleForm, ProposeForm
from kring.preparation.models import Preparation
from kring.preparation.no_end import AnEnd, names_an_end
from kring.preparation.reckoning import day_rows

PAGES = "preparation/pages/"


def refuse_an_end_in(request) -> None:
    if names_an_end(request.GET):
        raise AnEnd


@fills_in("propose_dates")
def propose(request, conference):
    refuse_an_end_in(request)
    if request.method != "POST":
        prefetch_related_objects([conference], "date_options__answers", "other_days__person")
    preparation = Preparation.of(conference)
    form = ProposeForm(posted(request), preparation, since=day_in(request.GET.get("vanaf", "")))
    if form.propose(conference, by=request.hand):
        said(request, _("Voorgelegd. Iedereen krijgt bericht."))
        return go(request, "preparation:propose")
    return render(request, PAGES + "propose.html", {"form": form} | on_the_table(preparation))


def on_the_table(preparation: Preparation) -> dict:
    conference, people = preparation.conference, preparation.expected()
    return {
        "preparation": preparation,
        "untold": announcing.untold(preparation, people),
        "rows": day_rows(conference.date_options.all(), people, conference),
        "other_days": [wish for wish in conference.other_days.all() if wish.settled_at is None],
    }


def day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@does("propose_dates")
def withdraw(request, conference, option):
    get_object_or_404(conference.date_options, slug=option).withdraw(by=request.hand)
    return go(request, "preparation:propose")


@does("propose_dates")
def tell_newcomers(request, conference):
    announcing.tell_newcomers(Preparation.of(conference), by=request.hand)
    said(request, _("Verstuurd. Wie het al wist, krijgt niets dubbel."))
    return go(request, "preparation:propose")


@does("propose_dates")
def remind(request, conference):
    sent = reminding.remind(Preparation.of(conference), by=request.hand)
    said(
        request,
        _("Verstuurd. Ieder krijgt één herinnering.") if sent else _("Er is niemand meer om te schrijven. Bel gerust."),
    )
    return go(request, "preparation:to_call")


@sees("see_reach")
def to_call(request, conference):
    """Whom to call about the days; the answer is filled in in their name."""
    rows = reminding.silences(Preparation.of(conference))
    can_be_written_to = any(one.is_whole and not one.is_called and not one.is_reminded for one in rows)
    return render(request, PAGES + "to_call.html", {"rows": rows, "can_be_written_to": can_be_written_to})


@does("propose_dates")
def settle_other_day(request, conference, wish):
    """Put it to everybody, or only «gezien»."""
    wish = get_object_or_404(conference.other_days, slug=wish)
    if "voorleggen" in request.POST:
        announcing.propose(conference, moments=[wish.starts_at], by=request.hand)
        said(request, _("Voorgelegd. Iedereen krijgt bericht, en niemand leest van wie de dag kwam."))
    wish.settle(by=request.hand)
    return go(request, "preparation:propose")


@fills_in("propose_dates")
def key_people(request, conference):
    """Whom the family cannot do without on the day."""
    people = Preparation.of(conference).expected()
    form = KeyPeopleForm(posted(request), conference, people)
    if form.choose(conference, by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "preparation:propose")
    return render(request, PAGES + "key_people.html", {"form": form})


@fills_in("fix_date")
def fix_date(request, conference):
    refuse_an_end_in(request)
    preparation = Preparation.of(conference)
    chosen = conference.date_options.on_the_table().filter(slug=request.GET.get("dag", "")).first()
    form = FixDateForm(posted(request), preparation, chosen.starts_at if chosen else None)
    if form.fix(by=request.hand):
        said(request, _("De dag staat vast. Iedereen hoort het."))
        return go(request, "preparation:show")
    without = preparation.without.select_related("person") if request.face == "desk" else []
    seen = {"form": form, "preparation": preparation, "without": without}
    return render(request, PAGES + "fix_date.html", seen)


@does("fix_date")
def call_off(request, conference):
    announcing.call_off(Preparation.of(conference), by=request.hand)
    said(request, _("Afgezegd. Iedereen hoort het, en wat iedereen antwoordde blijft bewaard."))
    return go(request, "preparation:show")
