"""The finder: who to call near you, and whether your municipality pays."""

from django.shortcuts import get_object_or_404, render

from kring.foundation.doors import open_to_all
from kring.region.forms import MOST, FindForm
from kring.region.models import FundingRegion


@open_to_all
def find(request):
    form = FindForm(request.GET if "plaats" in request.GET else None)
    found = form.found()
    context = {"form": form, "typed": form.typed, "found": found[:MOST], "there_are_more": len(found) > MOST}
    return render(request, "region/pages/find.html", context)


@open_to_all
def funding(request, slug: str):
    """«Hier betaalt de gemeente»: the municipalities that pay together, and whom to call in each."""
    paying = get_object_or_404(FundingRegion, slug=slug, pays=True)
    towns = paying.municipality_set.select_related("region__manager", "region__stand_in")
    return render(request, "region/pages/funding.html", {"funding": paying, "towns": towns})
