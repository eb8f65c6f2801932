"""The desk of the regiomanager: what needs me today, then everything by promise at risk, never by its story."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from kring.conference.guards import fills_in, said
from kring.conference.models import Conference
from kring.conference.prompting import looks_into
from kring.foundation.forms import posted
from kring.matching.views import to_do_by_hand
from kring.oversight import handing, today
from kring.oversight.desk_forms import GiveOverForm, PlaceForm
from kring.oversight.doing import Line, line_of, seat_the_named
from kring.oversight.narrowing import Look
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.referral.models import Enquiry
from kring.referral.routing import regions_of
from kring.region.models import Municipality

looks_into("give_over", "oversight:give_over", gettext_lazy("Geef over aan een collega"))


@at_desk(Desk.MANAGER, Desk.OFFICE)
def desk(request):
    """What needs me today on top; then everything, the promise at risk first."""
    if Desk.MANAGER not in request.user.seats():
        return redirect("oversight:office")
    look = Look(request.user, request.GET)
    look.offer_choices()
    rows, following = look.page(today.with_wishes(look.narrowed()))
    elsewhere = today.that_ask(look.all) if following and not look.is_part else []
    seat_the_named([*rows, *elsewhere])
    lines = [line_of(row, look) for row in rows]
    context = {"look": look, "form": look.form, "lines": lines, "following": following}
    if not look.is_part:
        context |= needed_today(look, lines, [line_of(row, look) for row in elsewhere] if following else lines)
    return render(request, "oversight/pages/desk.html", context)


def needed_today(look: Look, lines: list[Line], asking: list[Line]) -> dict:
    """Only above the whole list: who looks for something finds nothing else in the way."""
    entries = [*today.of_nobody(), *today.of_conferences(lines, asking), *today.call_backs()]
    return {"entries": entries, "by_hand": list(to_do_by_hand(look.manager))}


@at_desk(Desk.MANAGER)
def inbox(request, conference: str):
    """A request of nobody: whoever has a region can take it, or say in which municipality the place is."""
    found = get_object_or_404(today.inbox(), slug=conference)
    form = PlaceForm(request.GET if "plaats" in request.GET else None)
    context = {"asked": found, "age": today.age_in_words(found.created_at), "form": form, "towns": form.towns()}
    return render(request, "oversight/pages/inbox.html", context | {"regions": regions_of(request.user)})


@at_desk(Desk.MANAGER)
@require_POST
def route(request, conference: str):
    """The place is known after all: to the regiomanager of its municipality."""
    found = get_object_or_404(Conference, slug=conference)
    town = get_object_or_404(Municipality.objects.select_related("region"), name=request.POST.get("gemeente", ""))
    handing.route(found, municipality=town, by=request.user)
    messages.success(request, _("De aanvraag is nu bij %(region)s.") % {"region": town.region})
    return redirect("oversight:desk")


@at_desk(Desk.MANAGER)
@require_POST
def take(request, conference: str):
    """«Neem over»: answer for it from now on."""
    found = get_object_or_404(Conference, slug=conference)
    chosen = regions_of(request.user).filter(slug=request.POST.get("region", "")).first()
    handing.take(found, by=request.user, region=chosen)
    messages.success(request, _("U hebt dit overgenomen."))
    return redirect("conference:show", found.slug)


@fills_in("give_over")
def give_over(request, conference):
    """«Geef over aan …»: from now on a colleague answers."""
    form = GiveOverForm(posted(request), request.user)
    if form.is_bound and form.carry(partial(handing.give_over, conference), by=request.hand):
        said(request, _("Overgegeven. Uw collega heeft bericht."))
        return redirect("oversight:desk")
    return render(request, "oversight/pages/give_over.html", {"conference": conference, "form": form})


@at_desk(Desk.MANAGER)
@require_POST
def called(request, enquiry: str):
    """Somebody was called back."""
    get_object_or_404(Enquiry, slug=enquiry).call(by=request.user)
    messages.success(request, _("Gebeld. Dank u wel."))
    return redirect("oversight:desk")
