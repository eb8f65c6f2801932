"""All municipalities of the Netherlands are known, with what ended ones became; loading them keeps people's choices."""

from collections import Counter
from datetime import date

import pytest
from django.core.management import call_command

from kring.region import loading
from kring.region.finding import look_for
from kring.region.models import Municipality

PROVINCES = {
    "Groningen": 10, "Friesland": 18, "Drenthe": 12, "Overijssel": 25, "Flevoland": 6, "Gelderland": 51, "Utrecht": 26,
    "Noord-Holland": 44, "Zuid-Holland": 50, "Zeeland": 13, "Noord-Brabant": 56, "Limburg": 31,
}  # fmt: skip


@pytest.fixture
def everywhere(db):
    loading.load()


def test_there_are_342_municipalities_each_with_its_own_code_and_a_province():
    rows = loading.facts("municipalities.csv")

    assert len(rows) == len({row["code"] for row in rows}) == len({row["name"] for row in rows}) == 342
    assert Counter(row["province"] for row in rows) == PROVINCES


def test_what_ended_has_a_code_and_a_day_and_became_something_that_exists():
    today, ended = ({row["code"] for row in loading.facts(file)} for file in ("municipalities.csv", "ended.csv"))
    became = {code for row in loading.facts("ended.csv") for code in row["merged_into"].split("+")}

    assert not today & ended
    assert became <= today
    assert all(date.fromisoformat(row["ended_on"]) <= date(2026, 1, 1) for row in loading.facts("ended.csv"))


def test_loading_twice_adds_nothing_and_costs_a_few_queries(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        assert loading.load()[0] == 342 + 84 - 1  # Nunspeet is there already

    with django_assert_max_num_queries(6):
        assert loading.load() == (0, 0)
    assert Municipality.objects.present().count() == 342


def test_the_command_says_what_it_did(db, capsys, monkeypatch):
    monkeypatch.setattr("kring.management.commands.load_municipalities.refuse_unless_open", lambda: None)

    call_command("load_municipalities")
    call_command("load_municipalities")

    assert capsys.readouterr().out.splitlines() == [
        "426 gemeenten erbij, 0 verbeterd.", "0 gemeenten erbij, 0 verbeterd.",
    ]  # fmt: skip


def test_loading_keeps_region_payer_places_and_postcodes(cast):
    loading.load()

    nunspeet = Municipality.objects.get(code="GM0302")
    assert nunspeet == cast.municipality
    assert (nunspeet.region, nunspeet.funding_region) == (cast.region, cast.funding)
    assert (nunspeet.places, nunspeet.postcodes) == (cast.municipality.places, cast.municipality.postcodes)


def test_loading_corrects_a_name_by_its_code_and_finds_a_row_without_one_by_its_name(cast):
    Municipality.objects.create(name="Zwole", code="GM0193", region=cast.region)
    Municipality.objects.create(name="'s-Gravenhage", region=cast.region)

    loading.load()

    assert Municipality.objects.get(code="GM0193").name == "Zwolle"
    assert Municipality.objects.get(code="GM0518").region == cast.region
    assert Municipality.objects.present().count() == 342


def test_a_municipality_that_ends_in_newer_facts_keeps_its_row_and_is_found_no_more(everywhere):
    was = Municipality.objects.get(name="Amsterdam")
    weesp = Municipality.objects.filter(code="GM0457")
    weesp.update(ended_on=None)

    loading.load()

    assert weesp.get().ended_on == date(2022, 3, 24)
    assert list(weesp.get().merged_into.all()) == [was]


@pytest.mark.rule("A32")
@pytest.mark.parametrize(
    ("typed", "became"),
    [
        ("Weesp", {"Amsterdam"}),
        ("boxmeer", {"Land van Cuijk"}),
        ("Brielle", {"Voorne aan Zee"}),
        ("Mill en Sint Hubert", {"Land van Cuijk"}),
        ("Haaren", {"Boxtel", "Oisterwijk", "Tilburg", "Vught"}),
        ("de friese meren", {"De Fryske Marren"}),
    ],
)
def test_an_ended_municipality_leads_to_what_it_became(everywhere, typed, became):
    found = look_for(typed)

    assert {town.name for town in found.towns} == became
    assert [old.ended_on is not None for old in found.ended] == [True]
    meant = Municipality.objects.meant_by(typed)
    assert (meant and {meant.name}) == (became if len(became) == 1 else None)


def test_it_is_told_in_one_sentence_what_an_ended_municipality_became(everywhere, client):
    page = client.get("/bij-u-in-de-buurt/", {"plaats": "Weesp"}).content.decode()
    split = " ".join(client.get("/bij-u-in-de-buurt/", {"plaats": "Haaren"}).content.decode().split())

    assert "Weesp hoort nu bij Amsterdam." in page
    assert "Haaren hoort nu bij Boxtel, Oisterwijk, Tilburg en Vught." in split


@pytest.mark.rule("B4")
@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Den Haag", "Den Haag"),
        ("'s-Gravenhage", "Den Haag"),
        ("s gravenhage", "Den Haag"),
        ("’s-Hertogenbosch", "'s-Hertogenbosch"),
        ("den bosch", "'s-Hertogenbosch"),
        ("SUDWEST FRYSLAN", "Súdwest-Fryslân"),
        ("noardeast-fryslân", "Noardeast-Fryslân"),
        ("Tietjerksteradeel", "Tytsjerksteradiel"),
        ("utrecht", "Utrecht"),
        ("Ede", "Ede"),
        ("Bergen (L)", "Bergen (L)"),
    ],
)
def test_every_way_to_write_a_municipality_means_that_one(everywhere, typed, name):
    assert [town.name for town in look_for(typed).towns] == [name]
    assert Municipality.objects.meant_by(typed).name == name


@pytest.mark.rule("A90")
@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Nunspet", "Nunspeet"),
        ("Amstredam", "Amsterdam"),
        ("groninngen", "Groningen"),
        ("Tytsjerksteradeel", "Tytsjerksteradiel"),
    ],
)
def test_a_slip_of_the_finger_is_met_with_the_name_that_was_meant(everywhere, client, typed, name):
    page = client.get("/bij-u-in-de-buurt/", {"plaats": typed}).content.decode()

    assert "Bedoelt u misschien:" in page
    assert f'<a href="?plaats={name}">{name}</a>' in page


def test_two_of_one_name_are_a_short_list_and_nobody_is_guessed(everywhere):
    assert [town.name for town in look_for("Bergen").towns] == ["Bergen (L)", "Bergen (NH)"]
    assert Municipality.objects.meant_by("Bergen") is None


@pytest.mark.rule("A90")
def test_no_municipality_is_hidden_where_nobody_has_a_region(everywhere, client):
    page = client.get("/bij-u-in-de-buurt/", {"plaats": "Vlieland"}).content.decode().split("<footer")[0]

    assert "Vlieland" in page
    assert 'href="tel:0380000000"' in page
    assert "U kunt altijd aanvragen" in page
