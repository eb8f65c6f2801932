"""A municipality looks at its figures: its own inhabitants, the whole country, and a report on paper."""

from datetime import date

import pytest

from kring.foundation.working import work_off
from kring.oversight.funders import FunderSeat
from kring.oversight.settling import settle
from kring.oversight.tallies import Tally
from kring.region.models import Municipality
from tests.oversight.forty import YEAR, tallies, under_way

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.rule("B29")
def test_a_municipality_looks_at_its_figures(stage, visitor):
    small = Municipality.objects.create(name="Klein", region=stage.region)
    towns = [Municipality.objects.create(name=name, region=stage.region) for name in ("Midden", "Groot")]
    rows = [one for town in (*towns, towns[1]) for one in tallies(municipality=town)]
    Tally.objects.bulk_create([*rows, *tallies(municipality=small)[:1], *under_way(9, municipality=towns[1])])
    settle(YEAR, today=date(YEAR + 1, 2, 1))
    about = {"first_name": "Gerda", "last_name": "Schouten", "login_email": "gerda@gemeente.example"}
    for town in (towns[1], small):
        gerda = FunderSeat.let_in(**about, municipality=town).person

    looks = visitor("Gerda").comes_in_to_work(gerda)
    looks.sees("Cijfers van Groot").sees("plan met bijeenkomst")

    looks.presses("Maak het jaarverslag").sees("Hoe ver het is")
    work_off()
    looks.sees("Het is klaar")  # the page found out by itself

    looks.goes_to("/werk/gemeente/?gemeente=Klein")
    looks.sees("te weinig om te laten zien").does_not_see("plan met bijeenkomst")
    looks.presses("De cijfers van het hele land").sees("Wat wij beloven, en wat ervan kwam")
