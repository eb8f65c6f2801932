"""The finder: who to call near you, and whether your municipality pays."""

from django.shortcuts import get_object_or_404, render

from kring.foundation.doors import open_to_all
from kring.region.forms import FindForm
from kring.region.models import FundingRegion


@open_to_all
def find(request):
    """A place, a municipality or a postcode leads to a name, a number and an address (A90)."""
    form = FindForm(request.GET if "plaats" in request.GET else None)
    context = {"form": form, "typed": form.typed, "found": form.found(), "paying": FundingRegion.objects.paying()}
    return render(request, "region/pages/find.html", context)


@open_to_all
def funding(request, slug: str):
    """«Hier betaalt de gemeente»: the municipalities that pay together, and whom to call in each (B30)."""
    paying = get_object_or_404(FundingRegion, slug=slug)
    towns = paying.municipality_set.present().with_contact()
    context = {"funding": paying, "towns": towns, "contract": paying.contract_with_room()}
    return render(request, "region/pages/funding.html", context)
