"""An appointment with everybody, professionals too; what came up is ticked and never written down."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Role
from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.preparation.appointing import Appointment, IsOver
from kring.preparation.models import PersonalPreparation, Preparation
from kring.preparation.preparing import Topic


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


def home(conference) -> str:
    return reverse("conference:show", args=[conference.slug])


def appointed(conference, person, *, by, days=2) -> Appointment:
    soon = timezone.now() + timedelta(days=days)
    return Appointment.make(conference, person=person, how="visit", starts_at=soon, by=by)


@pytest.mark.rule("A37")
def test_a_professional_has_an_appointment_too_and_hears_it(cast, client):
    conference = cast.conference()
    day = timezone.localdate() + timedelta(days=3)
    sent = {"how": "phone", "starts_at_0": f"{day:%Y-%m-%d}", "starts_at_1": "10:00"}

    cast.enter(client, cast.joke).post(at("talk", conference, cast.marloes.slug), sent)

    made = conference.appointments.get()
    assert (made.person, made.how) == (cast.marloes, "phone")
    assert cast.marloes in Preparation.of(conference).unprepared()  # an appointment is no preparation yet
    letter = Message.objects.get(recipient=cast.marloes)
    assert "10.00 uur, telefoon" in letter.text
    assert "U heeft een afspraak met de coördinator" in cast.enter(client, cast.marloes).get(home(conference)).text


def test_an_appointment_that_is_over_is_refused_and_another_time_replaces_it(cast):
    conference = cast.conference()
    with pytest.raises(IsOver):
        appointed(conference, cast.marloes, by=cast.joke, days=-1)

    appointed(conference, cast.marloes, by=cast.joke)
    again = appointed(conference, cast.marloes, by=cast.joke, days=5)

    assert conference.appointments.get().starts_at == again.starts_at


@pytest.mark.rule("A54")
def test_at_rest_an_appointment_sends_nothing(cast):
    conference = cast.conference()
    conference.rest(by=cast.naima)

    appointed(conference, cast.marloes, by=cast.joke)

    assert not Message.objects.filter(recipient=cast.marloes).exists()


@pytest.mark.rule("A53")
def test_in_a_hurry_nothing_about_an_appointment_goes_by_post(cast):
    conference = cast.conference()
    cast.marloes.channel, cast.marloes.postal_address = "letter", "Postbus 1\n8070 AA Nunspeet"
    cast.marloes.save()
    appointed(conference, cast.marloes, by=cast.joke)
    assert Message.objects.filter(recipient=cast.marloes).count() == 1
    Conference.objects.update(is_urgent=True)
    conference.refresh_from_db()

    appointed(conference, cast.marloes, by=cast.joke, days=3)

    assert Message.objects.filter(recipient=cast.marloes).count() == 1


@pytest.mark.rule("A37")
def test_a_professional_says_when_to_call_and_whether_they_hear_the_plan(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.stefan)
    assert "Wanneer bent u te bereiken?" in client.get(home(conference)).text

    client.post(at("reachable", conference), {"reachable": "dinsdag na vijven", "part_three": "by_phone"})

    assert conference.appointments.get().reachable == "dinsdag na vijven"
    assert "dinsdag na vijven" in cast.enter(client, cast.joke).get(at("people", conference)).text
    assert "is dan te bellen" in client.get(at("talk", conference, cast.stefan.slug)).text


def test_what_a_professional_says_on_the_phone_the_coordinator_fills_in(cast, client):
    conference = cast.conference()
    page = cast.enter(client, cast.joke).get(at("talk", conference, cast.stefan.slug)).text
    door = f"{at('reachable', conference)}?namens={cast.stefan.slug}&amp;via=phone"
    assert door in page

    client.post(door.replace("&amp;", "&"), {"reachable": "", "part_three": "there"})

    assert conference.appointments.get(person=cast.stefan).part_three == "there"


def test_the_family_is_not_asked_about_part_three(cast, client):
    conference = cast.conference()
    page = cast.enter(client, cast.fatma).get(at("reachable", conference)).text
    assert "part_three" not in page

    client.post(at("reachable", conference), {"reachable": "liefst zondag", "part_three": "there"})

    assert (conference.appointments.get().reachable, conference.appointments.get().part_three) == ("liefst zondag", "")


@pytest.mark.rule("A26")
def test_what_came_up_is_ticked_without_a_word_of_what_was_said(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    page = client.get(at("talk", conference, cast.fatma.slug)).text
    assert "kunt u mij vertellen hoe de dag gaat?" in page  # the teach-back hint
    today = f"{timezone.localdate():%Y-%m-%d}"

    client.post(
        at("prepare", conference, cast.fatma.slug),
        {"how": "visit", "on": today, "with_topics": "1", "topics": ["day", "safety"], "note": "Fatma vertelde veel."},
    )

    talk = conference.preparations.get()
    assert talk.spoken_about == [Topic.DAY, Topic.SAFETY]
    assert {field.name for field in PersonalPreparation._meta.fields} == {
        "id", "conference", "person", "how", "on", "topics",
    }  # fmt: skip
    assert "Besloten tijd: dan is alleen de kring er" in client.get(at("talk", conference, cast.fatma.slug)).text


def test_a_tick_from_the_list_leaves_what_came_up(cast, client):
    conference = cast.conference()
    day = timezone.localdate()
    PersonalPreparation.tick(conference, person=cast.fatma, how="visit", on=day, topics=["question"], by=cast.joke)

    cast.enter(client, cast.joke).post(
        at("prepare", conference, cast.fatma.slug), {"how": "phone", "on": f"{day:%Y-%m-%d}"}
    )

    assert (conference.preparations.get().how, conference.preparations.get().spoken_about) == ("phone", ["question"])


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.PROFESSIONAL])
def test_nobody_else_opens_the_page_of_a_talk(cast, client, who):
    conference = cast.conference()

    assert cast.enter(client, who).get(at("talk", conference, cast.fatma.slug)).status_code == 404
