"""Figures for everybody, for the desks and for a municipality: the same ones, from what was settled alone."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.foundation.giving import given
from kring.oversight import calculating, kept_promises
from kring.oversight.areas import Area, areas_for, chosen, land
from kring.oversight.contracting import contract_use
from kring.oversight.figure_forms import LookerForm, SumForm
from kring.oversight.funders import FunderSeat, towns_of
from kring.oversight.reporting import ask_report
from kring.oversight.settling import figures_of, settled_years, years_to_settle
from kring.oversight.sheets import as_csv, as_xlsx, sent
from kring.oversight.tallies import YearReport
from kring.oversight.telling import listed, titles, topics
from kring.people.doors import at_desk
from kring.people.models import Desk

FILES = {"csv": as_csv, "xlsx": as_xlsx}


def year_in(address, years: list[int]) -> int | None:
    """The year that was asked for, else the last one; one without figures is not there."""
    asked = address.get("jaar", "")
    found = next((year for year in years if str(year) == asked), None) if asked else next(iter(years), None)
    if asked and found is None:
        raise Http404
    return found


def looked_at(request, area: Area, years: list[int]) -> dict:
    """What every page of figures shows: a year, an area, and all that may be told of it."""
    year = year_in(request.GET, years)
    content = figures_of(year, area.key) if year else {}
    return {
        "year": year,
        "years": years,
        "area": area,
        "content": content,
        "topics": topics(content) if content else [],
    }


def as_file(request, look: dict) -> HttpResponse | None:
    """The same figures as a list, when the address asks for that."""
    kind = request.GET.get("als")
    if kind is None:
        return None
    if kind not in FILES or look["year"] is None:
        raise Http404
    rows = listed(look["year"], look["area"].name, look["content"])
    return sent(FILES[kind](titles(), rows), f"cijfers-{look['year']}-{slugify(look['area'].name)}.{kind}")


@open_to_all
@require_safe
def public(request):
    """«Onze cijfers»: what was promised with what came of it, and everything else that is counted."""
    look = looked_at(request, land(), settled_years())
    context = {"promises": kept_promises.told(look["content"]), "regions": kept_promises.by_region(look["year"])}
    return as_file(request, look) or render(request, "oversight/pages/figures_public.html", look | context)


@at_desk(Desk.OFFICE, Desk.MANAGER)
@require_safe
def desk(request):
    """The office sees every area, a regiomanager the own region."""
    years = settled_years()
    areas = areas_for(request.user, year_in(request.GET, years))
    look = looked_at(request, chosen(areas, request.GET), years) | {"areas": areas}
    if Desk.OFFICE in request.user.seats():
        look["waiting"] = years_to_settle()
    return as_file(request, look) or render(request, "oversight/pages/figures_desk.html", look)


@at_desk(Desk.FUNDER)
@require_safe
def town(request):
    """A municipality sees figures of its own inhabitants and its own contract; never a row (4.3)."""
    areas = areas_for(request.user, None)
    area = chosen(areas, request.GET)
    look = looked_at(request, area, settled_years()) | {"areas": areas}
    look["contracts"] = contract_use(towns_of(request.user).get(name=area.slug))
    return as_file(request, look) or render(request, "oversight/pages/town.html", look)


@at_desk(Desk.OFFICE, Desk.MANAGER, Desk.FUNDER)
@require_POST
def ask_for_report(request):
    """The yearly report on paper; the worker makes it. Without a year nothing is settled by accident."""
    if not request.POST.get("jaar"):
        raise Http404
    year = year_in(request.POST, [*settled_years(), *years_to_settle()])
    area = chosen(areas_for(request.user, year), request.POST)
    report = ask_report(year=year, area=area.key, by=request.user)
    return redirect("figures:report", report.slug)


@at_desk(Desk.OFFICE, Desk.MANAGER, Desk.FUNDER)
@require_safe
def report(request, report: str):
    """How far it is; the page asks again by itself until it is there."""
    found = get_object_or_404(YearReport.objects.defer("paper"), slug=report, asked_by=request.user)
    is_ready = YearReport.objects.filter(pk=found.pk).exclude(paper=None).exists()
    return render(request, "oversight/pages/year_report.html", {"report": found, "is_ready": is_ready})


@at_desk(Desk.OFFICE, Desk.MANAGER, Desk.FUNDER)
@require_safe
def paper(request, report: str):
    found = get_object_or_404(YearReport.objects.exclude(paper=None), slug=report, asked_by=request.user)
    return given(bytes(found.paper), f"jaarcijfers-{found.year}.pdf")


@at_desk(Desk.OFFICE)
def lookers(request):
    """Who looks on for which municipality, and one more."""
    form = LookerForm(posted(request))
    if form.is_bound and form.carry(FunderSeat.let_in):
        messages.success(request, _("Bewaard. Deze persoon kan nu inloggen met een code per e-mail."))
        return redirect("figures:lookers")
    seats = FunderSeat.objects.select_related("person", "municipality")
    return render(request, "oversight/pages/lookers.html", {"seats": seats, "form": form})


@at_desk(Desk.OFFICE)
@require_POST
def end_looking(request, seat: str):
    get_object_or_404(FunderSeat.objects.select_related("person"), slug=seat).end()
    messages.success(request, _("Deze persoon kijkt niet meer mee."))
    return redirect("figures:lookers")


@open_to_all
def calculate(request):
    """A sum with one's own prices, and the evidence for and against beside it. Nothing is kept."""
    form = SumForm(posted(request))
    made = calculating.reckon(**form.cleaned_data) if form.is_bound and form.is_valid() else None
    years = settled_years()
    content = figures_of(years[0]) if years else {}
    context = {"form": form, "made": made, "for_it": calculating.FOR, "against_it": calculating.AGAINST}
    return render(request, "oversight/pages/calculate.html", context | {"tears": kept_promises.tears(content)})
