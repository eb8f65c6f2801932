"""From «is this something for us?» to a yes or a no: how people ask, each in their own way."""

import pytest
from django.urls import reverse

from kring.conference.models import Conference
from kring.people.models import Person
from kring.referral.models import Ground, Referral, Requester

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def town(stage):
    """Nunspeet before anybody asked: the family and its professionals are still to come."""
    for person in (stage.naima, stage.fatma, stage.tom, stage.marloes, stage.stefan, stage.stranger):
        person.delete()
    return stage


def at(page: str, *args) -> str:
    return reverse(page, args=[Conference.objects.get().slug, *args])


def called(first_name: str) -> Person:
    return Person.objects.get(first_name=first_name)


def at_the_desk(visitor, town):
    return visitor("Ayşe").comes_in_to_work(town.ayse)


@pytest.mark.rule("B8")
def test_a_man_with_debts_and_no_address_asks(town, visitor):
    karel = visitor("Karel")
    karel.goes_to("/aanvragen/voor-mijzelf/").fills(name="Karel", occasion="Ik heb schulden en slaap overal.")
    karel.presses("Verstuur").sees("Hoe kunnen we u bereiken?").sees("Ik heb schulden en slaap overal.")
    karel.fills(otherwise="Vraag naar mij in het buurthuis in Nunspeet", place="Nunspeet").presses("Verstuur")
    karel.sees("Ayşe Demirçi").presses("Bekijk of print wat u schreef").sees("Ik heb schulden en slaap overal.")

    referral = Referral.objects.get()
    assert referral.reach_main_person == "Vraag naar mij in het buurthuis in Nunspeet"
    assert called("Karel").postal_address == ""


@pytest.mark.rule("A4")
@pytest.mark.rule("A45")
def test_a_professional_asks_with_a_ground(town, visitor):
    tom = visitor("Tom")
    tom.goes_to("/aanvragen/als-professional/").fills(name="Tom de Wit", email="tom@school.example", works_at="School")
    tom.fills(main_first_name="Naima", place="Nunspeet", presumed_ground="debt", knows="yes").presses("Verstuur")

    referral = Referral.objects.get()
    assert (referral.kind, referral.presumed_ground) == (Requester.PROFESSIONAL, Ground.DEBT)
    at_the_desk(visitor, town).goes_to(at("conference:show")).sees("schuldsanering")


@pytest.mark.rule("A32")
def test_a_request_without_a_place_or_an_email_address_waits_for_everybody(town, visitor):
    sofia = visitor("Sofia").goes_to("/aanvragen/voor-mijzelf/")
    sofia.fills(name="Sofia", phone="+32 470 12 34 56").presses("Verstuur").sees("038 000 00 00")

    ayse = at_the_desk(visitor, town)
    ayse.goes_to("/werk/").presses("Bekijk en neem over").presses(f"Neem over, {town.region}")

    conference = Conference.objects.get()
    assert (conference.region, conference.manager) == (town.region, town.ayse)


@pytest.mark.rule("A90")
def test_somebody_finds_who_works_nearby_by_place_and_by_postcode(town, visitor):
    remco = visitor("Remco")
    remco.goes_to("/bij-u-in-de-buurt/").fills(plaats="8075 XX").presses("Zoek").sees("Ayşe Demirçi")
    remco.sees("06 22 00 00 02").sees("ayse@kring.example")
    remco.fills(plaats="Atlantis").presses("Zoek").sees("038 000 00 00")
