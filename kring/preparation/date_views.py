"""The pages of where and when: days put to everybody, and the one that was chosen."""

from datetime import date

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import STAFF
from kring.foundation.forms import posted
from kring.preparation import announcing
from kring.preparation.forms import AnswerForm, FixDateForm, ProposeForm
from kring.preparation.models import Preparation
from kring.preparation.reckoning import day_rows

PAGES = "preparation/pages/"


@sees("see_day")
def show(request, conference):
    preparation = Preparation.of(conference)
    return render(request, PAGES + "show.html", {"preparation": preparation, "question": preparation.question})


@sees("see_day")
def calendar(request, conference):
    """The day for in a calendar: a start and no end."""
    preparation = Preparation.of(conference)
    if preparation.starts_at is None:
        said(request, _("Er is nog geen dag gekozen."))
        return go(request, "preparation:show")
    file = HttpResponse(announcing.calendar_entry(preparation), content_type="text/calendar; charset=utf-8")
    file["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    return file


@fills_in("answer_dates")
def dates(request, conference):
    """Everybody says of each day: kan, liever niet or kan niet. Who organises sees all answers elsewhere."""
    if request.hand.name_of in conference.people(*STAFF):
        return go(request, "preparation:propose")
    form = AnswerForm(posted(request), conference, request.hand.name_of)
    if form.answer(conference, by=request.hand):
        said(request, _("Bewaard, dank. Veranderen kan zolang er geen dag gekozen is."))
        return go(request, "conference:show")
    return render(request, PAGES + "dates.html", {"form": form})


@fills_in("propose_dates")
def propose(request, conference):
    if request.method != "POST":
        prefetch_related_objects([conference], "date_options__answers")
    form = ProposeForm(posted(request), conference, since=day_in(request.GET.get("vanaf", "")))
    if form.propose(conference, by=request.hand):
        said(request, _("Voorgelegd. Iedereen krijgt bericht."))
        return go(request, "preparation:propose")
    preparation = Preparation.of(conference)
    people = preparation.expected()
    seen = {"form": form, "preparation": preparation, "untold": announcing.untold(preparation, people)}
    return render(request, PAGES + "propose.html", seen | {"rows": day_rows(conference.date_options.all(), people)})


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


@fills_in("fix_date")
def fix_date(request, conference):
    preparation = Preparation.of(conference)
    chosen = conference.date_options.filter(slug=request.GET.get("dag", "")).first()
    form = FixDateForm(posted(request), preparation, chosen.starts_at if chosen else None)
    if form.carry(lambda **choice: announcing.fix_date(preparation, **choice), by=request.hand):
        said(request, _("De dag staat vast. Iedereen hoort het."))
        return go(request, "preparation:show")
    return render(request, PAGES + "fix_date.html", {"form": form, "preparation": preparation})
