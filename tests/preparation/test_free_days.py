"""Holidays and school holidays stand beside a day as information: reckoned, or published, or «not known»."""

from datetime import date, timedelta

import holidays
import pytest

from kring.preparation.free_days import REGIONS, beside, public_holidays, regions_of, school_holidays
from kring.region.models import Municipality


def test_holidays_are_reckoned_as_the_country_keeps_them():
    for year in range(2024, 2060):
        known = holidays.country_holidays("NL", years=year, categories=("public", "optional"))
        assert set(public_holidays(year)) == {day for day in known if day.year == year}, year


def test_on_a_sunday_the_king_celebrates_on_saturday():
    assert beside(date(2031, 4, 26))[0] == beside(date(2026, 4, 27))[0] == "Koningsdag"


def test_each_school_year_has_five_holidays_in_each_region():
    for region in REGIONS:
        for year in (2025, 2026, 2027, 2028):
            of_year = [one for one in school_holidays() if region in one.regions]
            of_year = [one for one in of_year if date(year, 9, 15) < one.first < date(year + 1, 9, 1)]
            assert [one.name.removesuffix("vakantie") for one in sorted(of_year, key=lambda one: one.first)] == [
                "herfst", "kerst", "voorjaars", "mei", "zomer",
            ]  # fmt: skip
            for one in of_year:
                assert (one.first.weekday(), one.last.weekday()) == (5, 6), one
                assert one.last - one.first in (timedelta(days=8), timedelta(days=15), timedelta(days=43)), one


@pytest.mark.parametrize(
    ("town", "province", "regions"),
    [
        ("Nunspeet", "Gelderland", ("midden",)),
        ("Arnhem", "Gelderland", ("zuid",)),
        ("Hattem", "Gelderland", ("noord",)),
        ("Zeewolde", "Flevoland", ("midden",)),
        ("Altena", "Noord-Brabant", ("midden", "zuid")),
        ("Nergens", "", REGIONS),
    ],
)
def test_a_municipality_lies_in_its_region_or_in_two_or_we_do_not_know(town, province, regions):
    assert regions_of(Municipality(name=town, province=province)) == regions
    assert regions_of(None) == REGIONS


def test_a_day_says_what_is_free_for_whom():
    assert beside(date(2027, 2, 22), ("midden",)) == ["voorjaarsvakantie"]
    assert beside(date(2027, 2, 15), ("midden",)) == []
    assert beside(date(2027, 2, 15)) == ["voorjaarsvakantie regio Zuid"]
    assert beside(date(2027, 2, 15), ("midden", "zuid")) == ["voorjaarsvakantie regio Zuid"]
    assert beside(date(2026, 12, 25), ("noord",)) == ["eerste kerstdag", "kerstvakantie"]


def test_what_was_not_published_is_said_to_be_unknown():
    assert beside(date(2031, 7, 15)) == ["schoolvakantie nog niet bekend"]
