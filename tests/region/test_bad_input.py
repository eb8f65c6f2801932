"""Whatever is typed in the finder, there comes a sentence and a number to call, and nothing breaks."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kring.region.models import Municipality
from kring.region.names import digits_of, is_odd_postcode, searchable

NATIONAL = 'href="tel:0380000000"'


def find(client, typed: str) -> str:
    answer = client.get("/bij-u-in-de-buurt/", {"plaats": typed})
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.rule("A90")
@pytest.mark.parametrize("typed", ["8071 A", "8071 1B", "8071ABC", "8071-AB-12", "8071 é9"])
def test_wrong_letters_get_one_kind_sentence_and_the_four_digits_still_help(cast, client, typed):
    page = find(client, typed)

    assert page.count("Een postcode heeft vier cijfers en twee letters") == 1
    assert "Ayşe Demirçi" in page


@pytest.mark.parametrize("typed", ["807", "80711", "0071 AB", "12345678", "8"])
def test_what_is_no_postcode_gets_the_sentence_and_the_national_number(cast, client, typed):
    page = find(client, typed)

    assert "Een postcode heeft vier cijfers en twee letters" in page
    assert NATIONAL in page
    assert "Ayşe Demirçi" not in page


@pytest.mark.parametrize(
    "typed", ["8071", " 8071 ", "8071AB", "8071 ab", "8071  Ab", "8071 AB Nunspeet", "8071 nunspeet", "8071ab Epe"]
)
def test_a_good_postcode_gets_no_remark(cast, client, typed):
    assert not is_odd_postcode(typed)
    assert digits_of(typed) == "8071"
    assert "Een postcode heeft" not in find(client, typed)


@pytest.mark.rule("A90")
@pytest.mark.parametrize("typed", ["3898 LX Nunspeet", "3898 vierhouten"])
def test_of_a_postcode_we_do_not_know_the_place_behind_it_helps(cast, client, typed):
    assert "Ayşe Demirçi" in find(client, typed)
    assert Municipality.objects.meant_by(typed) == cast.municipality


def test_a_place_that_begins_with_a_number_is_a_place(cast, client):
    Municipality.objects.create(name="Borger-Odoorn", places="1e Exloërmond, 2e Exloërmond", region=cast.region)

    assert "Borger-Odoorn" in find(client, "2e exloermond")


@pytest.mark.parametrize("typed", ["אמסטרדם", "أمستردام", "‮tnaalpO", "\u200fנונספייט\u200e"])
def test_text_from_right_to_left_stays_within_its_own_words(cast, client, typed):
    page = find(client, typed)

    assert "Die plaats kennen we niet" in page
    assert NATIONAL in page


def test_ten_thousand_signs_get_a_sentence(cast, client):
    page = find(client, "Nunspeet " * 1200)

    assert "Typ alleen de naam van uw plaats" in page
    assert NATIONAL in page


@pytest.mark.parametrize("typed", ["123456782", "bsn 123 456 782", "Nunspeet 123456782"])
def test_a_citizen_service_number_is_not_looked_for(cast, client, typed):
    page = find(client, typed)

    assert "burgerservicenummer" in page
    assert "Gevonden bij" not in page


def test_nothing_typed_shows_the_form_alone(cast, client):
    for page in (find(client, ""), find(client, "   "), client.get("/bij-u-in-de-buurt/").content.decode()):
        assert "Die plaats kennen we niet" not in page
        assert 'name="plaats"' in page


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
def test_no_text_at_all_breaks_the_search(typed):
    found, ended = Municipality.objects.found_by(typed)

    assert (found, ended) == ([], [])
    assert Municipality.objects.meant_by(typed) is None


@given(text=st.text(max_size=40))
def test_what_is_searched_by_is_plain_and_stays_so(text):
    assert searchable(searchable(text)) == searchable(text)
