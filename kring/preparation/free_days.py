"""Holidays and school holidays, beside a day as information; what somebody believes is never derived from anything."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from dateutil.easter import easter
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FACTS = Path(__file__).parent / "facts" / "school_holidays.csv"
NORTH, MIDDLE, SOUTH = REGIONS = ("noord", "midden", "zuid")
NAMES = {
    "herfstvakantie": gettext_lazy("herfstvakantie"),
    "kerstvakantie": gettext_lazy("kerstvakantie"),
    "voorjaarsvakantie": gettext_lazy("voorjaarsvakantie"),
    "meivakantie": gettext_lazy("meivakantie"),
    "zomervakantie": gettext_lazy("zomervakantie"),
    NORTH: gettext_lazy("regio Noord"),
    MIDDLE: gettext_lazy("regio Midden"),
    SOUTH: gettext_lazy("regio Zuid"),
}
BY_PROVINCE = {
    "Groningen": NORTH, "Friesland": NORTH, "Drenthe": NORTH, "Overijssel": NORTH, "Flevoland": NORTH,
    "Noord-Holland": NORTH, "Utrecht": MIDDLE, "Zuid-Holland": MIDDLE, "Zeeland": SOUTH, "Noord-Brabant": SOUTH,
    "Limburg": SOUTH, "Gelderland": MIDDLE,
}  # fmt: skip
GELDERLAND_SOUTH = (
    "Arnhem", "Berg en Dal", "Beuningen", "Doesburg", "Druten", "Duiven", "Heumen", "Lingewaard", "Maasdriel",
    "Nijmegen", "Overbetuwe", "Renkum", "Rheden", "Rozendaal", "West Maas en Waal", "Westervoort", "Wijchen",
    "Zaltbommel", "Zevenaar",
)  # fmt: skip
# What article 3 says otherwise than the province; a municipality that lies in two regions names both.
BY_NAME = dict.fromkeys(GELDERLAND_SOUTH, (SOUTH,)) | {
    "Hattem": (NORTH,), "Eemnes": (NORTH,), "Zeewolde": (MIDDLE,), "De Ronde Venen": (NORTH, MIDDLE),
    "Montferland": (MIDDLE, SOUTH), "Neder-Betuwe": (MIDDLE, SOUTH), "Altena": (MIDDLE, SOUTH),
}  # fmt: skip


@dataclass(frozen=True)
class SchoolHoliday:
    name: str
    regions: tuple[str, ...]
    first: date
    last: date


# --- holidays of everybody
@cache
def public_holidays(year: int) -> dict[date, str]:
    """Each with its name, reckoned from Easter or from the calendar."""
    sunday, kings_day = easter(year), date(year, 4, 27)
    return {
        date(year, 1, 1): gettext_lazy("nieuwjaarsdag"),
        sunday - timedelta(days=2): gettext_lazy("Goede Vrijdag"),
        sunday: gettext_lazy("eerste paasdag"),
        sunday + timedelta(days=1): gettext_lazy("tweede paasdag"),
        kings_day - timedelta(days=kings_day.weekday() == 6): gettext_lazy("Koningsdag"),
        date(year, 5, 5): gettext_lazy("Bevrijdingsdag"),
        sunday + timedelta(days=39): gettext_lazy("Hemelvaartsdag"),
        sunday + timedelta(days=49): gettext_lazy("eerste pinksterdag"),
        sunday + timedelta(days=50): gettext_lazy("tweede pinksterdag"),
        date(year, 12, 25): gettext_lazy("eerste kerstdag"),
        date(year, 12, 26): gettext_lazy("tweede kerstdag"),
    }


# --- school holidays
@cache
def school_holidays() -> tuple[SchoolHoliday, ...]:
    """The rows of the facts file; lines that begin with # tell where they come from."""
    with FACTS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";"))
    return tuple(
        SchoolHoliday(
            row["name"],
            tuple(row["regions"].split(",")),
            date.fromisoformat(row["first"]),
            date.fromisoformat(row["last"]),
        )
        for row in rows
    )


def is_known(day: date) -> bool:
    """Were the school holidays around this day published when the facts were written down?"""
    first = min(holiday.first for holiday in school_holidays())
    return first <= day <= max(holiday.last for holiday in school_holidays())


def regions_of(municipality) -> tuple[str, ...]:
    """In which school holiday region; all three where that is not known."""
    if municipality is None:
        return REGIONS
    if municipality.name in BY_NAME:
        return BY_NAME[municipality.name]
    region = BY_PROVINCE.get(municipality.province)
    return (region,) if region else REGIONS


# --- beside a day
def beside(day: date, regions: tuple[str, ...] = REGIONS, *, says_unknown: bool = True) -> list[str]:
    """«Koningsdag», «meivakantie», «herfstvakantie regio Zuid»: only what there is to know about this day."""
    holiday = public_holidays(day.year).get(day)
    found = [str(holiday)] if holiday else []
    if says_unknown and not is_known(day):
        found.append(_("schoolvakantie nog niet bekend"))
    for free in school_holidays():
        here = [region for region in regions if region in free.regions]
        if free.first <= day <= free.last and here:
            where = "" if len(here) == len(regions) else " " + ", ".join(str(NAMES[region]) for region in here)
            found.append(f"{NAMES[free.name]}{where}")
    return found
