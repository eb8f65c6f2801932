"""Within a conference: finding its coordinator, the first contact, who it is for the family."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.access import Phase
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.matching import offering, replacing
from kring.matching.forms import AnotherForm, FirstContactForm, OfferForm, SearchForm
from kring.matching.handing_over import HandOver
from kring.matching.models import FINE, FirstContact
from kring.matching.portraits import Portrait
from kring.matching.register import Coordinator
from kring.matching.suggesting import MOST, suggestions
from kring.matching.wishing import how_met, wishes_of
from kring.referral.routing import managers


@fills_in("offer")
def find(request, conference):
    """Who could do this: suggestions with their reasons; the regiomanager chooses anyone."""
    form = OfferForm(posted(request), list(managers()))
    search = SearchForm(request.GET if "naam" in request.GET else None)
    if form.is_bound and form.carry(partial(offering.offer, conference), by=request.hand):
        said(request, _("Voorgelegd. U hoort het als er een antwoord is."))
        return go(request, "matching:find")
    name = search.cleaned_data.get("naam", "") if search.is_valid() else ""
    wishes = wishes_of(conference)
    found = suggestions(conference, wishes=wishes, name=name)
    context = {
        "conference": conference, "form": form, "search": search, "wishes": wishes, "found": found,
        "there_are_more": len(found) == MOST, "offers": conference.offers.select_related("coordinator__person"),
        "replaces": None if conference.phase == Phase.MATCHING else HandOver.running(conference),
    }  # fmt: skip
    return render(request, "matching/pages/find.html", context)


@does("offer")
def withdraw(request, conference, offer: str):
    made = get_object_or_404(conference.offers, slug=offer)
    made.withdraw(by=request.hand)
    offering.thank([made])
    said(request, _("Ingetrokken."))
    return go(request, "matching:find")


@fills_in("make_first_contact")
def first_contact(request, conference):
    """The coordinator tells when the first contact was (A35)."""
    form = FirstContactForm(posted(request))
    if form.is_bound and form.carry(partial(FirstContact.record, conference), by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "conference:show")
    return render(request, "matching/pages/first_contact.html", {"conference": conference, "form": form})


def profile_of(conference) -> Coordinator | None:
    """What the coordinator of now tells about the own person."""
    return Coordinator.objects.filter(person=conference.coordinator).select_related("person").first()


@sees("see_coordinator")
def who(request, conference):
    """First name, a photo if there is one, a few own words; and how far each wish is met (R-IND-4)."""
    one = profile_of(conference)
    mine = "ask_for_another" in request.allowed
    context = {
        "conference": conference, "one": one, "replaces": HandOver.running(conference),
        "has_photo": one is not None and Portrait.objects.filter(coordinator=one).exists(),
        "met": how_met(one, wishes_of(conference)) if one and mine else [],
    }  # fmt: skip
    return render(request, "matching/pages/who.html", context)


@sees("see_coordinator")
def photo(request, conference):
    return picture(profile_of(conference))


def picture(one: Coordinator | None) -> HttpResponse:
    """The photo itself; kept by no browser that others use too."""
    found = Portrait.objects.filter(coordinator=one).first() if one else None
    if found is None:
        raise Http404
    return HttpResponse(bytes(found.picture), content_type="image/jpeg")


@fills_in("ask_for_another")
def another(request, conference):
    """Good so, rather wait, or rather somebody else: at any time and without a reason."""
    running = HandOver.running(conference)
    form = AnotherForm(posted(request), running)
    if form.is_bound and form.carry(partial(say, conference), by=request.hand):
        said(request, _("Dank je. We doen het zo."))
        return go(request, "matching:who")
    context = {"conference": conference, "form": form, "replaces": running}
    return render(request, "matching/pages/another.html", context)


def say(conference, *, why: str, by) -> None:
    if why == FINE:
        replacing.stay(conference, by=by)
    else:
        replacing.ask_for_another(conference, why=why, by=by)
