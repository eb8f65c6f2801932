"""Which areas somebody at a desk may see the figures of: the whole country, own regions, or own municipalities."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from kring.oversight.funders import towns_of
from kring.oversight.reckoning import region_key, town_key
from kring.oversight.suppressing import LAND
from kring.oversight.tallies import Edition
from kring.people.models import Desk, Person
from kring.region.models import Municipality, Region

KINDS = ("regio", "gemeente")


@dataclass(frozen=True)
class Area:
    """An area of the figures: its key in the editions, its name, and what stands in an address for it."""

    key: str
    name: str
    kind: str = ""
    slug: str = ""

    @property
    def query(self) -> str:
        return f"{self.kind}={self.slug}" if self.kind else ""


def land() -> Area:
    return Area(LAND, _("heel Nederland"))


def of_region(region: Region) -> Area:
    return Area(region_key(region.pk), region.name, "regio", region.slug)


def of_town(town: Municipality) -> Area:
    return Area(town_key(town.pk), town.name, "gemeente", town.name)


def areas_for(person: Person, year: int | None) -> list[Area]:
    """Everything this person may look at; of the office that are also the municipalities with figures in this year."""
    seats = person.seats()
    if Desk.OFFICE in seats:
        shown = Edition.objects.filter(year=year, area__startswith="m").values_list("area", flat=True)
        towns = Municipality.objects.filter(pk__in=[key[1:] for key in shown])
        return [land(), *map(of_region, Region.objects.all()), *map(of_town, towns)]
    regions = Region.objects.answered_by(person).distinct() if Desk.MANAGER in seats else []
    towns = towns_of(person) if Desk.FUNDER in seats else []
    return [*map(of_region, regions), *map(of_town, towns)]


def chosen(areas: list[Area], asked) -> Area:
    """The area an address asks for, or the first one; another than one's own is not there."""
    kind, _is, slug = asked.get("gebied", "").partition("=")
    wanted = (kind, slug) if slug else next(((name, asked[name]) for name in KINDS if name in asked), None)
    found = next((area for area in areas if wanted in (None, (area.kind, area.slug))), None)
    if found is None:
        raise Http404
    return found


def name_of(key: str) -> str:
    """The name of an area by its key."""
    if key == LAND:
        return land().name
    model = Region if key.startswith("r") else Municipality
    return model.objects.filter(pk=key[1:]).values_list("name", flat=True).first() or _(
        "een gebied dat er niet meer is"
    )
