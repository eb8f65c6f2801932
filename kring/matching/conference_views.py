"""Within a conference: finding its coordinator, the first contact, and coaching."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.matching import offering
from kring.matching.forms import FirstContactForm, OfferForm, SearchForm
from kring.matching.models import CoachingTalk, FirstContact
from kring.matching.suggesting import MOST, suggestions
from kring.referral.models import Referral


@fills_in("offer")
def find(request, conference):
    """Who could do this: suggestions with their reasons; the regiomanager chooses anyone."""
    form, search = OfferForm(posted(request)), SearchForm(request.GET if "naam" in request.GET else None)
    if form.is_bound and form.carry(partial(offering.offer, conference), by=request.hand):
        said(request, _("Voorgelegd. U hoort het als er een antwoord is."))
        return go(request, "matching:find")
    referral = Referral.objects.filter(conference=conference).first()
    wishes = referral.wishes if referral else ""
    name = search.cleaned_data.get("naam", "") if search.is_valid() else ""
    found = suggestions(conference, wishes=wishes, name=name)
    context = {
        "conference": conference, "form": form, "search": search, "wishes": wishes, "found": found,
        "there_are_more": len(found) == MOST, "offers": conference.offers.select_related("coordinator__person"),
    }  # fmt: skip
    return render(request, "matching/pages/find.html", context)


@does("offer")
def withdraw(request, conference, offer: str):
    get_object_or_404(conference.offers, slug=offer).withdraw(by=request.hand)
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


@sees("see_coaching")
def coaching(request, conference):
    """The talks between coordinator and coach: that there was one, never what was said."""
    talks = CoachingTalk.objects.filter(conference=conference)
    context = {"conference": conference, "talks": talks[:50], "asked": CoachingTalk.asked(conference)}
    return render(request, "matching/pages/coaching.html", context)


@does("coach")
def ask_for_coaching(request, conference):
    offering.ask_for_coaching(conference, by=request.hand)
    said(request, _("Doorgegeven. U belt elkaar als het uitkomt."))
    return go(request, "matching:coaching")


@does("coach")
def hold_coaching(request, conference):
    CoachingTalk.hold(conference, by=request.hand)
    said(request, _("Bewaard."))
    return go(request, "matching:coaching")
