"""An earlier conference of the same person: looked for by the regiomanager, only when the person says so."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, go, said, sees
from kring.conference.models import Conference
from kring.foundation.limiting import limited
from kring.referral.earlier import EarlierConference, found_by_name, may_be_looked_for
from kring.referral.parent_forms import NameForm
from kring.referral.views import referral_of


@sees("see_earlier")
def look(request, conference):
    """By exactly the name that was given; what was erased is not found."""
    if not may_be_looked_for(conference):
        raise Http404
    form = NameForm(request.GET or None, conference.main_people[0])
    if form.is_valid():
        limited(request, "earlier", per_address="60/h")
    found = found_by_name(conference, **form.cleaned_data) if form.is_valid() else None
    linked = conference.earlier_ones.select_related("earlier__municipality", "earlier__region")
    context = {"conference": conference, "referral": referral_of(conference), "form": form, "found": found}
    return render(request, "referral/pages/earlier.html", context | {"linked": linked})


@does("link_earlier")
def link(request, conference, found):
    """«Dit is dezelfde persoon»: from now on it stands here."""
    if not may_be_looked_for(conference):
        raise Http404
    earlier = get_object_or_404(Conference, slug=found, phase="closed")
    EarlierConference.link(conference, earlier, by=request.hand)
    said(request, _("Bewaard."))
    return go(request, "referral:earlier")
