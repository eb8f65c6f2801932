"""What people let us pass on: on the page and at the moment it is meant for, while their yes stands."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.oversight.erasing import erase
from kring.stories.testimonials import ConsentIsToCome, OverBeforeItBegan, Place
from kring.stories.testimonials import Testimonial as Saying  # a class that begins with Test is no test
from tests.referral.public_pages import main_of, words_of

SAID = {
    "words": "Nu hoef ik het niet meer alleen te doen.",
    "said_by": "een leraar uit Drenthe",
    "place": Place.PROFESSIONALS,
    "consent_on": date(2026, 5, 3),
    "consent_how": "brief van 3 mei",
}


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_somebodys_words_stand_on_the_page_they_are_meant_for_and_nowhere_else(cast, client):
    Saying.publish(**SAID)

    assert SAID["words"] in words_of(client.get("/voor-professionals/"))
    assert "een leraar uit Drenthe" in words_of(client.get("/voor-professionals/"))
    assert SAID["words"] in words_of(client.get("/voor-professionals/?kort"))
    for elsewhere in ("/", "/voor-gemeenten/", "/wie-wij-zijn/"):
        assert SAID["words"] not in words_of(client.get(elsewhere))


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_without_a_recorded_yes_no_words_are_kept(cast, client):
    with pytest.raises(IntegrityError), transaction.atomic():
        Saying.objects.create(**SAID | {"consent_on": None})
    with pytest.raises(ConsentIsToCome):
        Saying.publish(**SAID | {"consent_on": timezone.localdate() + timedelta(days=1)})
    cast.enter(client, cast.henk)
    for missing in ("consent_on", "consent_how", "said_by"):
        client.post("/werk/ervaringen/", SAID | {missing: ""})

    assert Saying.objects.count() == 0


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_taking_a_yes_back_takes_the_words_away_at_once(cast, client):
    said = Saying.publish(**SAID)
    cast.enter(client, cast.henk)

    client.post(f"/werk/ervaringen/{said.slug}/weg/")

    assert Saying.objects.count() == 0
    assert SAID["words"] not in words_of(client.get("/voor-professionals/"))


@pytest.mark.rule("A2")
def test_when_the_yes_is_over_the_words_are_not_shown_and_then_erased(cast, client):
    today = timezone.localdate()
    Saying.publish(**SAID, shown_until=today)

    assert Saying.shown(Place.PROFESSIONALS, today=today).count() == 1
    assert Saying.shown(Place.PROFESSIONALS, today=today + timedelta(days=1)).count() == 0
    erase(today + timedelta(days=30))
    assert Saying.objects.count() == 1
    erase(today + timedelta(days=31))
    assert Saying.objects.count() == 0


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_what_people_say_hangs_on_no_conference_and_no_person():
    assert [field.name for field in Saying._meta.get_fields() if field.is_relation] == []


def test_a_yes_cannot_end_before_it_began(cast):
    with pytest.raises(OverBeforeItBegan):
        Saying.publish(**SAID, shown_until=date(2026, 5, 2))


@pytest.mark.rule("A2")
def test_a_house_begins_without_anybodys_words(cast, client):
    assert Saying.objects.count() == 0
    for page in ("/", "/voor-professionals/", "/voor-gemeenten/"):
        main = main_of(client.get(page))
        assert "<blockquote" not in main
        assert "We dragen het samen" not in main


def test_invented_words_say_that_they_are(cast, client):
    Saying.objects.create(**SAID, is_invented=True)

    assert "verzonnen, voor de demo" in words_of(client.get("/voor-professionals/"))


@pytest.mark.rule("A30", "A61", "A88")
@pytest.mark.parametrize(
    ("place", "phase", "name"),
    [
        (Place.TELLING, Phase.PREPARATION, "preparation:sheet"),
        (Place.RECEIVING, Phase.PRESENTATION, "plan:show"),
    ],
)
def test_a_professional_hears_another_voice_at_the_moment_it_helps(cast, client, place, phase, name):
    Saying.publish(**SAID | {"place": place})
    conference = cast.conference(phase=phase)
    where = reverse(name, args=[conference.slug])

    cast.enter(client, Role.PROFESSIONAL)
    assert SAID["words"] in words_of(client.get(where))
    cast.enter(client, Role.MAIN_PERSON)
    assert SAID["words"] not in words_of(client.get(where))


@pytest.mark.rule("A30")
def test_who_asks_as_a_professional_hears_one_too(cast, client):
    Saying.publish(**SAID | {"place": Place.ASKING})

    assert SAID["words"] in words_of(client.get("/aanvragen/als-professional/"))
    assert SAID["words"] not in words_of(client.get("/aanvragen/voor-mijzelf/"))


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_who_said_it_takes_the_words_back_alone(cast, client):
    said = Saying.publish(**SAID)
    own = "/" + said.address.split("/", 3)[3]

    assert "Haal mijn woorden weg" in words_of(client.get(own))
    assert Saying.objects.exists()
    client.post(own)

    assert not Saying.objects.exists()
    assert client.get(own).status_code == 404


def test_only_the_office_looks_after_them(cast, client):
    for outsider in (cast.joke, cast.ayse, cast.stranger):
        cast.enter(client, outsider)
        assert client.get("/werk/ervaringen/").status_code == 404
