"""Whatever somebody calls the place, the request goes to the manager who answers there; when it is not sure, to all."""

import pytest

from kring.conference.models import Conference
from kring.region.models import Municipality, Region


@pytest.fixture
def country(cast):
    """One manager in two provinces; a municipality that ended whole and one that was split."""
    zwolle = Municipality.objects.create(
        name="Zwolle",
        code="GM0193",
        province="Overijssel",
        region=cast.region,
        postcodes="8011 8012",
        places="Wijthmen",
    )
    elsewhere = Region.objects.create(name="Elders", manager=cast.anyone_new("Şükrü", last_name="Çelik"))
    utrecht = Municipality.objects.create(name="Utrecht", province="Utrecht", region=elsewhere)
    whole = Municipality.objects.create(name="Zwollerkerspel", ended_on="1967-08-01")
    whole.merged_into.set([zwolle])
    split = Municipality.objects.create(name="Haaren", ended_on="2021-01-01")
    split.merged_into.set([zwolle, utrecht])
    return cast


def asked(client, place: str) -> Conference:
    client.post("/aanvragen/voor-mijzelf/", {"name": "Ans de Boer", "phone": "06 33 00 00 01", "place": place})
    return Conference.objects.latest("pk")


@pytest.mark.rule("A32")
@pytest.mark.rule("B4")
@pytest.mark.parametrize(
    "place", ["Zwolle", "ZWOLLE ", "8011", "8012 ab", "8011AB", "wijthmen", "Zwollerkerspel", "Nunspeet", "Vierhouten"]
)
def test_one_regiomanager_gets_what_comes_from_every_province_of_the_region(country, client, place):
    conference = asked(client, place)

    assert conference.region == country.region
    assert conference.manager == country.ayse


@pytest.mark.rule("A32")
@pytest.mark.parametrize("place", ["Haaren", "9999 AB", "801 AB", "Atlantis", ""])
def test_where_it_is_not_sure_the_request_waits_for_all_managers_and_nothing_is_lost(country, client, place):
    conference = asked(client, place)

    assert (conference.region, conference.municipality) == (None, None)
    assert conference.referral.place == place


def test_of_a_postcode_with_wrong_letters_the_four_digits_are_enough(country, client):
    conference = asked(client, "8011 1")

    assert conference.manager == country.ayse
    assert conference.referral.place == "8011 1"
