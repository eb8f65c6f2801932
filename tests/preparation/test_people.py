"""Everybody prepared in person, professionals too; a message does not count."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.models import CircleMember, Mode
from kring.conditions.models import Reading
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.preparation.getting_round import people_rows
from kring.preparation.models import PersonalPreparation, Preparation
from kring.preparation.preparing import NotYet


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


def spoken_with(conference, person, *, by, how="phone", on=None) -> PersonalPreparation:
    return PersonalPreparation.tick(conference, person=person, how=how, on=on or timezone.localdate(), by=by)


@pytest.mark.rule("A26")
@pytest.mark.rule("A37")
@pytest.mark.rule("B11")
def test_everybody_who_comes_is_prepared_professionals_and_condition_setters_too(cast):
    preparation = Preparation.of(cast.conference())

    assert preparation.unprepared() == [cast.naima, cast.fatma, cast.marloes, cast.stefan]
    assert "Marloes van Dijk is nog niet persoonlijk voorbereid." in preparation.missing()

    for person in preparation.expected():
        spoken_with(preparation.conference, person, by=cast.joke)

    assert preparation.unprepared() == []


@pytest.mark.rule("A26")
def test_a_message_does_not_count_as_preparation(cast):
    conference = cast.conference()
    post(cast.fatma, "foundation/letters/ready.txt", key="one", about=conference, sent_by=cast.joke)

    assert cast.fatma in Preparation.of(conference).unprepared()
    assert set(PersonalPreparation.How.values) == {"visit", "phone", "video"}
    with pytest.raises(Refusal):
        spoken_with(conference, cast.fatma, how="mail", by=cast.joke)


@pytest.mark.rule("A26")
def test_two_taps_after_a_call_are_enough(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    assert client.get(at("people", conference)).status_code == 200

    client.post(at("prepare", conference, cast.fatma.slug), {"how": "visit", "on": f"{timezone.localdate():%Y-%m-%d}"})

    talk = conference.preparations.get()
    assert (talk.person, talk.how, talk.on) == (cast.fatma, "visit", timezone.localdate())
    assert conference.journal.latest("number").step == "prepare_person"


def test_a_tick_can_be_put_right_and_taken_away(cast, client):
    conference = cast.conference()
    spoken_with(conference, cast.fatma, by=cast.joke)
    cast.enter(client, cast.joke)

    client.post(at("prepare", conference, cast.fatma.slug), {"how": "video", "on": "2026-01-05"})
    assert [(talk.how, talk.on) for talk in conference.preparations.all()] == [("video", date(2026, 1, 5))]

    client.post(at("unprepare", conference, cast.fatma.slug))
    assert not conference.preparations.exists()


@pytest.mark.parametrize(
    "wrong", [{}, {"how": "visit"}, {"how": "mail", "on": "2026-01-05"}, {"how": "visit", "on": "gisteren"}]
)
def test_a_wrong_tick_changes_nothing_and_says_so(cast, client, wrong):
    conference = cast.conference()

    page = cast.enter(client, cast.joke).post(at("prepare", conference, cast.fatma.slug), wrong, follow=True)

    assert page.status_code == 200
    assert page.context["messages"]
    assert not conference.preparations.exists()


def test_a_talk_that_is_still_to_come_is_not_ticked(cast):
    conference = cast.conference()

    with pytest.raises(NotYet):
        spoken_with(conference, cast.fatma, on=timezone.localdate() + timedelta(days=1), by=cast.joke)


def test_somebody_from_elsewhere_is_not_there(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)

    for person in (cast.stranger, cast.henk):
        answer = client.post(at("prepare", conference, person.slug), {"how": "visit", "on": "2026-01-05"})
        assert answer.status_code == 404


@pytest.mark.parametrize("who", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_prepares_people(cast, client, who):
    conference = cast.conference()

    assert cast.enter(client, who).get(at("people", conference)).status_code == 404
    with pytest.raises(NotAllowed):
        spoken_with(conference, cast.fatma, by=cast[who])


def test_who_said_no_needs_no_preparation(cast):
    conference = cast.conference()
    CircleMember.objects.filter(conference=conference, person=cast.fatma).update(mode=Mode.NOT)

    assert cast.fatma not in Preparation.of(conference).expected()


def test_the_list_shows_who_has_not_read_the_conditions(cast, client):
    conference = cast.conference()
    form = conference.conditions_forms.get()
    Reading.objects.create(form=form, person=cast.fatma, how="read_aloud")

    rows = {row.person: row.has_read for row in people_rows(Preparation.of(conference))}

    assert rows == {cast.naima: False, cast.fatma: True, cast.marloes: False, cast.stefan: True}
    assert "voorwaarden nog niet gelezen" in cast.enter(client, cast.joke).get(at("people", conference)).text


def test_the_list_is_there_in_the_preparation_alone(cast, client):
    for phase in Phase:
        answer = cast.enter(client, cast.joke).get(at("people", cast.conference(phase=phase)))
        assert (answer.status_code == 200) is (phase == Phase.PREPARATION)
        cast.joke.participations.all().delete()
