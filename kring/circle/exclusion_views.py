"""The last step on the screen: proposed by the coordinator, decided by the coach."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from kring.circle.excluding import Exclusion
from kring.circle.safety_forms import ExclusionForm
from kring.circle.safety_views import alone, page
from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted


@fills_in("propose_exclusion")
def propose(request, conference):
    alone(request)
    form = ExclusionForm(posted(request), conference)
    if form.carry(Exclusion.propose, by=request.hand):
        said(request, _("Voorgelegd aan de coach. Er gebeurt nog niets."))
        return go(request, "circle:safety")
    return page(request, conference, form, _("Iemand niet erbij"), _("Leg dit voor aan de coach"))


@does("agree_to_exclusion")
def agree(request, conference, exclusion):
    found = get_object_or_404(conference.exclusions.select_related("member__person"), slug=exclusion)
    found.conference = conference
    found.agree(by=request.hand)
    said(request, _("Besloten. Deze persoon krijgt een bericht, zonder redenen."))
    return go(request, "circle:safety")


@does("see_safety")
def withdraw(request, conference, exclusion):
    get_object_or_404(conference.exclusions, slug=exclusion).withdraw(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "circle:safety")
