"""Regions, municipalities and money at the office's desk, and a manager's stand-in. Nothing here shows a family."""

from functools import partial

from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.forms import posted
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.region import mapping, replacing
from kring.region.desk_forms import ContractForm, MapForm, NameForm, RegionForm, StandInForm
from kring.region.models import FundingContract, FundingRegion, Municipality, Region

TOWNS = Count("municipality", filter=Q(municipality__ended_on=None))


@at_desk(Desk.OFFICE)
def regions(request):
    """All regions with who answers; a new one."""
    form = RegionForm(posted(request))
    if form.is_bound and form.carry(mapping.begin_region):
        messages.success(request, _("De regio staat erbij. Kies nu haar gemeenten."))
        return redirect("region:municipalities")
    found = Region.objects.select_related("manager", "stand_in").annotate(towns=TOWNS)
    towns = Municipality.objects.present()
    context = {
        "regions": found, "nowhere": towns.filter(region=None).count(), "form": form,
        "has_postcodes": towns.exclude(postcodes="").exists(),
    }  # fmt: skip
    return render(request, "region/pages/regions.html", context)


@at_desk(Desk.OFFICE)
def region(request, region: str):
    """One region: its municipalities, its manager, who stands in until when."""
    found = get_object_or_404(Region.objects.select_related("manager", "stand_in"), slug=region)
    form = StandInForm(posted(request), instead_of=found.manager)
    if form.is_bound and form.carry(partial(replacing.leave, [found]), by=request.user):
        messages.success(request, _("Bewaard. De vervanger krijgt bericht."))
        return redirect("region:region", found.slug)
    towns = found.municipality_set.present().with_funding().select_related("funding_region")
    return render(request, "region/pages/region.html", {"region": found, "towns": towns, "form": form})


@at_desk(Desk.OFFICE)
def municipalities(request):
    """The three maps side by side: province, region, who pays (B29)."""
    provinces = mapping.provinces()
    chosen = request.GET.get("provincie", "")
    chosen = chosen if chosen in provinces else next(iter(provinces), "")
    towns = Municipality.objects.present().filter(province=chosen).select_related("region", "funding_region")
    form = MapForm(posted(request), list(towns))
    if form.is_bound and form.is_valid():
        number = mapping.lay(form.changes())
        messages.success(request, _("Bewaard: %(number)s wijzigingen.") % {"number": number})
        return redirect(request.get_full_path())
    return render(request, "region/pages/municipalities.html", {"form": form, "provinces": provinces, "chosen": chosen})


@at_desk(Desk.OFFICE)
def payers(request):
    """Who pays together, and by which contract now; a new funding region."""
    form = NameForm(posted(request))
    if form.is_bound and form.carry(FundingRegion.begin):
        messages.success(request, _("De financieringsregio staat erbij. Kies nu haar gemeenten."))
        return redirect("region:payer", form.result.slug)
    running = FundingContract.objects.running().with_use().select_related("funding_region")
    found = FundingRegion.objects.annotate(towns=TOWNS)
    context = {"payers": paired(found, running), "form": form}
    return render(request, "region/pages/payers.html", context)


def paired(payers, contracts) -> list[tuple]:
    """Each funding region with the contracts that run there."""
    here: dict[int, list] = {}
    for contract in contracts:
        here.setdefault(contract.funding_region_id, []).append(contract)
    return [(payer, here.get(payer.pk, [])) for payer in payers]


@at_desk(Desk.OFFICE)
def payer(request, payer: str):
    """One funding region: its municipalities, its contracts, one more contract."""
    found = get_object_or_404(FundingRegion, slug=payer)
    form = ContractForm(posted(request))
    if form.is_bound and form.carry(found.agree):
        messages.success(request, _("De afspraak is bewaard."))
        return redirect("region:payer", found.slug)
    towns = found.municipality_set.present().select_related("region")
    context = {"payer": found, "towns": towns, "contracts": found.contracts.with_use(), "form": form}
    return render(request, "region/pages/payer.html", context)


@at_desk(Desk.OFFICE)
def rename_payer(request, payer: str):
    found = get_object_or_404(FundingRegion, slug=payer)
    form = NameForm(posted(request), initial={"name": found.name})
    if form.is_bound and form.carry(found.rename):
        messages.success(request, _("Bewaard."))
        return redirect("region:payer", found.slug)
    return render(request, "region/pages/rename_payer.html", {"payer": found, "form": form})


@at_desk(Desk.OFFICE)
def contract(request, payer: str, contract: str):
    """Change what was agreed; conferences that refer to it keep doing so."""
    found = get_object_or_404(FundingContract.objects.with_use(), slug=contract, funding_region__slug=payer)
    form = ContractForm.of(posted(request), found)
    if form.is_bound and form.carry(found.change):
        messages.success(request, _("De afspraak is bewaard."))
        return redirect("region:payer", payer)
    return render(
        request, "region/pages/contract.html", {"contract": found, "payer": found.funding_region, "form": form}
    )


@at_desk(Desk.MANAGER)
def stand_in(request):
    """«Mijn vervanger tot …», for all regions of this manager."""
    own = replacing.own(request.user)
    form = StandInForm(posted(request), instead_of=request.user)
    if form.is_bound and form.carry(partial(replacing.leave, own), by=request.user):
        messages.success(request, _("Bewaard. De vervanger krijgt bericht."))
        return redirect("region:stand_in")
    return render(request, "region/pages/stand_in.html", {"regions": own, "form": form})


@at_desk(Desk.MANAGER)
@require_POST
def come_back(request):
    """«Ik ben er weer»."""
    replacing.come_back(replacing.own(request.user))
    messages.success(request, _("U staat er weer zelf."))
    return redirect("region:stand_in")


@at_desk(Desk.OFFICE)
@require_POST
def end_stand_in(request, region: str):
    replacing.come_back([get_object_or_404(Region, slug=region)])
    messages.success(request, _("De vervanging is gestopt."))
    return redirect("region:region", region)
