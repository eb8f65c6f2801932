"""Coordinator and coach: a thread of these two alone, another coach, and a coach who comes along."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.foundation.posting import Message
from kring.matching import replacing, sparring
from kring.matching.coaching import CoachingNote, NoCoach
from kring.matching.fitting import CoachComesAlong
from kring.oversight.erasing import forget
from kring.preparation.models import Preparation
from tests.matching.scenes import another, looking, now_of, offered, says_yes

SAID = "Ik weet niet hoe ik de eerste keer begin"


def at(conference, page: str = "") -> str:
    return f"/c/{conference.slug}/{page}"


def write(client, conference, text: str = SAID):
    return client.post(at(conference, "sparren/schrijven/"), {"text": text}, follow=True)


@pytest.mark.rule("A50")
def test_a_line_is_read_by_these_two_and_by_nobody_else(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)
    assert SAID in write(client, conference).content.decode()

    cast.enter(client, cast.anouk)
    assert SAID in client.get(at(conference, "sparren/")).content.decode()
    for person in (cast.ayse, cast.naima, cast.fatma, cast.marloes, cast.stefan, cast.tom, cast.henk, cast.admin):
        cast.enter(client, person)
        assert client.get(at(conference, "sparren/")).status_code == 404
        assert write(client, conference, "Hallo").status_code == 404
    assert CoachingNote.objects.count() == 1


@pytest.mark.rule("A50")
def test_a_line_is_locked_in_the_database_and_the_message_about_it_says_nothing(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)
    write(client, conference)

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM kring_coachingnote")
        assert "eerste keer" not in str(cursor.fetchall())
    told = Message.objects.get(recipient=cast.anouk)
    assert "eerste keer" not in told.text + told.subject + told.short
    assert "Naima" not in told.text + told.subject + told.short


@pytest.mark.rule("A21")
def test_the_thread_asks_for_no_names_and_no_story(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)

    assert "Geen namen, geen verhaal" in client.get(at(conference, "sparren/")).content.decode()


@pytest.mark.rule("A50")
def test_who_comes_after_them_does_not_read_what_these_two_wrote(cast, client):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke")
    cast.enter(client, cast.joke)
    write(client, conference)
    replacing.hand_over(conference, by=Hand.of(cast.ayse))
    says_yes(offered(cast, now_of(conference), lieke))
    sparring.choose(now_of(conference), coach=cast.ayse, by=Hand.of(cast.ayse))

    for person in (lieke.person, cast.ayse):
        cast.enter(client, person)
        page = client.get(at(conference, "sparren/"))
        assert page.status_code == 200
        assert SAID not in page.content.decode()
    cast.enter(client, cast.anouk)
    assert client.get(at(conference, "sparren/")).status_code == 404


@pytest.mark.rule("A50")
def test_the_coach_may_be_another_than_the_manager_of_the_request(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    conference.unseat(cast.anouk, Role.COACH)
    conference.seat(cast.ayse, Role.COACH)
    cast.enter(client, cast.ayse)

    client.post(at(conference, "coach/"), {"coach": cast.anouk.slug})

    conference = now_of(conference)
    assert (conference.coach, conference.manager) == (cast.anouk, cast.ayse)
    assert {message.recipient for message in Message.objects.all()} == {cast.anouk, cast.joke}


def test_only_a_manager_coaches_and_never_oneself(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.ayse)

    for nobody in (cast.joke, cast.henk, cast.naima):
        assert "coach" in client.post(at(conference, "coach/"), {"coach": nobody.slug}).context["form"].errors
        with pytest.raises(NoCoach):
            sparring.choose(now_of(conference), coach=nobody, by=Hand.of(cast.ayse))
    assert now_of(conference).coach == cast.anouk


@pytest.mark.rule("A50")
def test_there_is_a_coach_from_the_appointment_on(cast):
    conference = looking(cast)

    says_yes(offered(cast, conference))

    assert now_of(conference).coach == cast.ayse


def test_the_coach_asks_for_a_call_and_never_sees_the_number(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.anouk)
    assert "Vraag de coördinator om te bellen" in client.get(at(conference, "sparren/")).content.decode()

    client.post(at(conference, "sparren/vragen/"))

    assert cast.anouk.phone in Message.objects.get(recipient=cast.joke).text


# --- in training -----------------------------------------------------------------------------------------------------
@pytest.mark.rule("R-IND-5")
def test_who_is_in_training_is_only_asked_with_a_coach_who_comes_along(cast, client):
    conference = looking(cast)
    type(cast.coordinator).objects.update(training="in_training")
    cast.coordinator.refresh_from_db()
    with pytest.raises(CoachComesAlong):
        offered(cast, conference)
    cast.enter(client, cast.ayse)
    find = at(conference, "coordinator-zoeken/")
    assert "coach" in client.post(find, {"coordinator": cast.joke.slug}).context["form"].errors

    client.post(find, {"coordinator": cast.joke.slug, "coach": cast.anouk.slug})
    says_yes(conference.offers.get())

    assert now_of(conference).coach == cast.anouk


def test_coach_and_coordinator_read_who_comes_along_and_when(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    type(cast.coordinator).objects.update(training="in_training")
    seen = {}
    for fixed in (None, datetime(2027, 2, 13, 14, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        Preparation.objects.update_or_create(conference=conference, defaults={"starts_at": fixed})
        for person in (cast.joke, cast.anouk):
            cast.enter(client, person)
            seen[person, fixed is not None] = client.get(at(conference)).content.decode()

    assert "Anouk gaat als coach met u mee" in seen[cast.joke, False]
    assert "U gaat als coach mee met Joke" in seen[cast.anouk, False]
    for person in (cast.joke, cast.anouk):
        assert "zaterdag 13 februari 2027" in seen[person, True]


# --- gone when it is over ---------------------------------------------------------------------------------------------
def test_what_was_written_goes_with_the_conference(cast, client):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    sparring.write(conference, text=SAID, by=Hand.of(cast.joke))

    forget(conference, "plan", None)

    assert not CoachingNote.objects.exists()
