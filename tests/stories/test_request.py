"""Asking for a conference in real browsers: a mother on her phone, a caller, a neighbour, and a family that says no."""

import re

import pytest

from kring.conference.access import Phase
from kring.conference.models import Conference
from kring.people.models import Person
from kring.referral.models import Enquiry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def conference() -> Conference:
    return Conference.objects.latest("pk")


def at(page: str = "") -> str:
    return f"/c/{conference().slug}/{page}"


@pytest.mark.rule("A31")
def test_a_mother_begins_on_her_phone_and_goes_on_another_day(stage, visitor):
    mother = visitor("A mother on a phone")
    mother.goes_to("/aanvragen/").presses("Voor mijzelf")
    mother.fills(occasion="Ik sta er alleen voor.").presses("Bewaar en ga later verder")
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}", mother.page.locator(".code").inner_text())[0]

    later = visitor("The mother, another day")
    later.goes_to("/aanvragen/").presses("Ga verder met uw code").fills(code=code).presses("Ga verder")
    later.fills(
        name="Naima Jansen", phone="06 11 00 00 11", place="Nunspeet", more_1_name="Lina", more_1_month="3-2018"
    )
    later.fills(wish_language="Fries", presses_on="2027-01-15").presses("Verstuur").sees("Ayşe Demirçi")
    later.presses("Bekijk of print wat u schreef").sees("Ik sta er alleen voor.").sees("Lina")

    assert conference().is_urgent
    assert [one.first_name for one in conference().main_people] == ["Naima", "Lina"]


@pytest.mark.rule("B8")
def test_an_older_woman_who_fears_to_be_lonely_asks_by_phone_for_herself(stage, visitor):
    ayse = visitor("Ayşe takes the call").comes_in_to_work(stage.ayse)
    ayse.goes_to("/werk/aanvraag/").presses("De beller vraagt het voor zichzelf")
    ayse.fills(name="Ans de Boer", phone="0341 25 00 00", place="Nunspeet")
    ayse.fills(occasion="Hoe voorkom ik dat ik vereenzaam, nu ik minder kan lopen?").presses("Verstuur")
    ayse.goes_to(at("aanmelding/gesprek/")).fills(talked_with="Ans", channel="phone", no_preference=True)
    ayse.presses("Bewaar, en laat het de hoofdpersoon weten")
    ayse.goes_to(at("aanmelding/startvragen/")).fills(has_people="no").presses("Bewaar").sees("Praat er samen over")
    ans = conference().main_people[0]
    ayse.goes_to(at(f"aanmelding/?namens={ans.slug}&via=phone")).sees("Wat zegt Ans?").presses("Ja, dit wil ik")

    assert conference().phase == Phase.MATCHING


@pytest.mark.rule("A4")
def test_a_neighbour_asks_for_a_family_that_answers_one_by_one(stage, visitor):
    neighbour = visitor("A neighbour")
    neighbour.goes_to("/aanvragen/").presses("Voor iemand dichtbij")
    neighbour.fills(
        name="Bep Smit", email="bep@voorbeeld.example", main_first_name="Naima", main_phone="06 11 00 00 12"
    )
    neighbour.fills(place="Nunspeet", more_1_name="Lina", more_1_month="maart 2018").presses("Verstuur")
    ayse = visitor("Ayşe asks first").comes_in_to_work(stage.ayse)
    ayse.goes_to(at("aanmelding/gesprek/")).fills(talked_with="Bep", channel="sms")
    ayse.presses("Bewaar, en laat het de hoofdpersoon weten").sees("Vraag eerst wie er gezag heeft")
    naima = Person.objects.get(phone="06 11 00 00 12")
    ayse.presses("Ouder erbij").fills(parent=naima.slug, holds="yes", how_checked="register").presses("Bewaar")
    mother = visitor("Naima").comes_in_by_link(naima)
    mother.goes_to(at("aanmelding/")).sees("Wil je dit?").presses("Ja, dit wil ik")

    assert conference().phase == Phase.MATCHING
    followed = visitor("The neighbour follows").comes_in_by_link(Person.objects.get(email="bep@voorbeeld.example"))
    followed.goes_to(at()).sees("hoe het staat met uw aanvraag").does_not_see("Lina").does_not_see("Joke")
    followed.presses("Wat u vroeg").sees("Bep Smit")


def test_a_family_says_no_and_is_thanked(stage, visitor):
    conference = stage.conference(phase=Phase.REFERRAL)
    conference.referral.record_talk(talked_on=conference.created_at.date(), talked_with="Tom", by=stage.ayse)
    naima = visitor("Naima says no").comes_in_by_link(stage.naima)
    naima.goes_to(f"/c/{conference.slug}/aanmelding/").presses("Nee, dank je").sees("Nee is ook goed")
    naima.presses("Bel mij toch nog eens").sees("Dezelfde regiomanager belt je")

    assert Enquiry.objects.get().first_name == "Naima"
    assert Conference.objects.get().phase == Phase.CLOSED
