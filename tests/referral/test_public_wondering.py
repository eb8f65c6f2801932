"""«Is dit iets voor mij?»: every answer is good, none is kept, and it ends with somebody to call."""

import itertools
import logging

import pytest
from django.apps import apps

from kring.people.models import Organisation
from kring.referral.public_forms import ABOUT, DECIDED, HARD, PEOPLE
from tests.referral.public_pages import main_of, words_of

EVERY_ANSWER = list(itertools.product(["", *ABOUT], ["", *PEOPLE], ["", *HARD], ["", *DECIDED]))


def answered(client, **answers):
    return client.post("/iets-voor-mij/", answers)


def rows() -> dict[str, int]:
    return {model.__name__: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


@pytest.mark.rule("B20", "B24", "B10", "B5")
def test_whatever_is_answered_it_ends_warmly_and_with_somebody_to_call(cast, client):
    Organisation(name="Samen", phone="088 123 45 67").save()
    for about, people, hard, decided in EVERY_ANSWER:
        main = main_of(answered(client, about=about, people=people, hard=hard, decided=decided))
        where = (about, people, hard, decided)
        assert "Het kost niets en je zit nergens aan vast" in main, where
        assert 'href="tel:0881234567"' in main, where
        assert "Of je het wilt, beslis jij" in main, where
        for word in ("helaas", "niet geschikt", "advies", "raden", "beter niet", "voldoet"):
            assert word not in main, where


@pytest.mark.rule("B20")
def test_having_nobody_is_a_good_answer(cast, client):
    page = words_of(answered(client, people="nobody"))

    assert "Veel mensen zeggen: ik heb niemand. Dat is goed." in page


@pytest.mark.rule("B24")
def test_too_complicated_does_not_exist(cast, client):
    assert "Te ingewikkeld bestaat hier niet" in words_of(answered(client, hard="yes"))


@pytest.mark.rule("B10")
def test_nothing_needs_to_be_decided_first(cast, client):
    assert "Je hoeft niet te wachten tot er iets besloten is" in words_of(answered(client, decided="nothing"))


@pytest.mark.rule("B5")
def test_it_says_what_can_be_and_advises_nothing(cast, client):
    for about, people, hard, decided in EVERY_ANSWER[::7]:
        main = main_of(answered(client, about=about, people=people, hard=hard, decided=decided))
        assert "zou moeten" not in main
        assert "wij adviseren" not in main.lower()
        assert "%" not in main.split("<h2>")[1]


def test_no_answer_is_kept_logged_or_put_in_an_address(cast, client, caplog):
    before = rows()
    with caplog.at_level(logging.DEBUG):
        answer = answered(client, about="money", people="nobody")

    assert answer.status_code == 200
    assert rows() == before
    assert [record for record in caplog.records if "nobody" in record.getMessage()] == []
    assert "sessionid" not in client.cookies
    assert answer["Cache-Control"] == "no-store, private"
    assert 'method="post"' in main_of(client.get("/iets-voor-mij/"))


def test_answers_in_an_address_are_not_read(cast, client):
    assert "ik heb niemand. Dat is goed" not in words_of(client.get("/iets-voor-mij/?people=nobody"))


def test_an_answer_that_is_none_of_ours_is_asked_again_with_a_number_to_call(cast, client):
    page = answered(client, people="<script>")

    assert page.status_code == 200
    assert 'href="tel:' in main_of(page)
    assert "<script>" not in main_of(page)
