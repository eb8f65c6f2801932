"""Tears and euros: a sum with one's own prices, ranges and evidence on both sides, about no family and kept nowhere."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.oversight.calculating import AGAINST, FOR, reckon

ADDRESS = "/cijfers/rekenen/"
OWN = {"conferences": 40, "price": "4.500", "fewest": 5, "most": 30, "cheapest": "8.000", "dearest": "25.000,00"}


def test_the_sum_runs_from_the_lowest_of_everything_to_the_highest():
    made = reckon(
        conferences=40, price=Decimal(4500), fewest=5, most=30, cheapest=Decimal(8000), dearest=Decimal(25000)
    )  # fmt: skip

    assert (made.spent, made.least, made.most) == (180_000, 16_000, 300_000)
    assert (made.lowest, made.highest) == (-164_000, 120_000)


@pytest.mark.rule("B1")
def test_the_sum_is_never_about_one_family_and_never_without_its_range(client, db):
    assert "Over één gezin rekenen we niet" in client.get(ADDRESS).text
    assert client.post(ADDRESS, OWN | {"conferences": 1}).context["made"] is None

    page = client.post(ADDRESS, OWN)

    assert page.context["made"].least < page.context["made"].most
    assert "geen belofte" in page.text
    assert "tussen € -164.000 en € 120.000" in page.text


@pytest.mark.rule("B1")
def test_what_people_experienced_and_the_evidence_for_and_against_stand_before_the_money(client, db):
    page = client.post(ADDRESS, OWN).text

    order = [page.index(words) for words in ("Wat mensen ervan vinden", "Wat ertegen pleit", "Uw som", "Reken met uw")]
    assert order == sorted(order)
    assert all(str(source) in page.replace("&#x27;", "'") for _text, source in [*FOR, *AGAINST])
    assert len(AGAINST) >= len(FOR)


def test_nothing_of_the_sum_is_kept_in_rows_or_address(client, db):
    with CaptureQueriesContext(connection) as asked:
        page = client.post(ADDRESS, OWN)

    assert page.status_code == 200
    assert not [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE"))]
    assert client.session.get("sum") is None


def test_a_highest_below_its_lowest_is_said_at_its_field(client, db):
    page = client.post(ADDRESS, OWN | {"most": 3})

    assert page.context["form"].errors.keys() == {"most"}
