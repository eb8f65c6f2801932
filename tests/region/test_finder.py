"""Who to call near you: by place, municipality or four digits; for everybody, without signing in."""

import re
from datetime import date

import pytest

from kring.region.models import FundingRegion, Municipality, Region


def find(client, typed: str) -> str:
    return re.sub(r"\s+", " ", client.get("/bij-u-in-de-buurt/", {"plaats": typed}).content.decode())


@pytest.fixture
def country(cast):
    """Besides Nunspeet a town where nobody pays, and one with a name that is written with signs."""
    friesland = Region.objects.create(
        name="Friesland", manager=cast.anyone_new("Sjoerd", login_email="sjoerd@kring.example")
    )
    Municipality.objects.create(
        name="Súdwest-Fryslân", places="Sneek, Bolsward, IJlst", postcodes="8601 8602", region=friesland
    )
    Municipality.objects.create(name="Bergen (NH)", region=friesland)
    Municipality.objects.create(name="Bergen (L)", region=friesland)
    Municipality.objects.create(name="Bergen op Zoom", region=friesland)
    Municipality.objects.create(name="Ergens")
    return cast


@pytest.mark.rule("A90")
@pytest.mark.parametrize("typed", ["Nunspeet", "nunspeet ", "NUNSPEET", "Vierhouten", "8071", "8071 AB", "8071ab"])
def test_a_place_a_municipality_or_four_digits_lead_to_name_phone_and_mail(country, client, typed):
    page = find(client, typed)

    assert "Ayşe Demirçi" in page
    assert 'href="tel:0622000002"' in page
    assert 'href="mailto:ayse@kring.example"' in page


@pytest.mark.rule("B4")
@pytest.mark.parametrize("typed", ["Súdwest-Fryslân", "sudwest", "SÚDWEST", "fryslan", "ijlst"])
def test_a_name_with_signs_is_found_with_and_without_them_and_shown_with_them(country, client, typed):
    page = find(client, typed)

    assert "Súdwest-Fryslân" in page
    assert f'value="{typed}"' in page


@pytest.mark.rule("A90")
@pytest.mark.parametrize("typed", ["Atlantis", "9999", "x%_", "Şş", "<b>", "אמסטרדם"])
def test_an_unknown_place_leads_to_the_national_number(country, client, typed):
    page = find(client, typed)

    assert "Die plaats kennen we niet" in page
    assert 'href="tel:0380000000"' in page
    assert "<b>»" not in page


@pytest.mark.rule("B30")
def test_the_finder_lists_where_the_municipality_pays_and_only_there(country, client):
    other = FundingRegion.objects.create(name="Achterhoek")
    page = client.get("/bij-u-in-de-buurt/").content.decode()
    assert f'href="/bij-u-in-de-buurt/{country.funding.slug}/"' in page
    assert other.slug not in page

    country.contract.change(starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31))

    assert country.funding.slug not in client.get("/bij-u-in-de-buurt/").content.decode()


def test_a_municipality_without_a_region_shows_the_national_number(country, client):
    assert 'href="tel:0380000000"' in find(client, "Ergens").split("<footer")[0]


@pytest.mark.rule("B29")
@pytest.mark.rule("B30")
def test_it_is_told_where_the_municipality_pays_and_that_asking_is_free_where_it_does_not(country, client):
    assert "hier betaalt de gemeente" in find(client, "Nunspeet")
    elsewhere = find(client, "Sneek")

    assert "hier betaalt de gemeente" not in elsewhere
    assert "U kunt altijd aanvragen" in elsewhere


@pytest.mark.rule("B30")
def test_municipalities_that_pay_together_have_a_page_with_whom_to_call(country, client):
    page = client.get(f"/bij-u-in-de-buurt/{country.funding.slug}/").content.decode()

    assert "Nunspeet" in page
    assert "Ayşe Demirçi" in page
    assert "Sneek" not in page


@pytest.mark.rule("B30")
def test_where_no_contract_runs_any_more_the_page_says_that_we_help_to_look(country, client):
    country.contract.change(starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31))

    page = client.get(f"/bij-u-in-de-buurt/{country.funding.slug}/").content.decode()

    assert "Hier betaalt de gemeente" not in page
    assert "Wij zoeken mee naar wie betaalt" in page
    assert "Ayşe Demirçi" in page


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Nunspeet", "Nunspeet"),
        ("elspeet", "Nunspeet"),
        ("Bergen", None),
        ("bergen op zoom", "Bergen op Zoom"),
        ("súdwest", "Súdwest-Fryslân"),
        ("oom", None),  # somewhere in a name is not sure enough to send a request there
        ("", None),
    ],
)
def test_of_a_typed_place_only_a_sure_municipality_is_meant(country, typed, meant):
    town = Municipality.objects.meant_by(typed)

    assert (town and town.name) == meant


@pytest.mark.parametrize("rows", [1, 50])
def test_finding_costs_the_same_however_many_places_fit(cast, client, django_assert_num_queries, rows):
    Municipality.objects.bulk_create(
        Municipality(name=f"Buurt {n}", search=f"buurt {n}", region=cast.region, funding_region=cast.funding)
        for n in range(rows)
    )
    find(client, "buurt")  # the organisation is remembered

    with django_assert_num_queries(1):
        page = find(client, "buurt")

    assert ("Er zijn er meer" in page) is (rows > 12)


def test_the_stand_in_is_who_to_call_while_there_is_one(cast, client):
    cast.region.stand_in = cast.anyone_new("Wouter", last_name="de Graaf", login_email="wouter@kring.example")
    cast.region.save()

    page = find(client, "Nunspeet")

    assert "Wouter de Graaf" in page
    assert "Demirçi" not in page
