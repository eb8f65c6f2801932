"""Two people who must stay away from each other, and were both asked already: neither hears of the other."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.keeping_safe import NotYetTogether
from kring.circle.models import CircleMember
from kring.circle.own_words import OwnMessage
from kring.circle.safety import SafetyNote
from kring.circle.safety_refusals import AskTheCoordinator, CoachFirst
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from kring.meeting.models import Meeting
from kring.preparation import announcing
from kring.preparation.models import NotReady, Preparation
from tests.cast import DAY


@pytest.fixture
def conference(cast):
    return cast.conference()


@pytest.fixture
def karel(conference, cast):
    """He comes, and is not afraid to be seen; just as Fatma and Marloes."""
    member = CircleMember.name_someone(conference, by=cast.naima, name="Karel Hendriks", reach="06 55 00 00 01")
    inviting.invite(member, by=cast.joke)
    CircleMember.objects.filter(conference=conference).update(
        mode="in_person", answered_at=timezone.now(), may_be_seen=True
    )
    conference.forget_seats()
    return CircleMember.objects.get(pk=member.pk).person


def kept_apart(cast, conference, one, other, flag="no_contact") -> SafetyNote:
    return SafetyNote.note(conference, about=one, flag=flag, apart_from=other, by=cast.joke)


def seen(cast, client, who, conference, page="circle:show") -> str:
    return cast.enter(client, who).get(reverse(page, args=[conference.slug])).content.decode()


# --- who comes
@pytest.mark.rule("R-SAF-2")
def test_neither_reads_that_the_other_comes_and_the_others_do(cast, client, conference, karel):
    assert "Karel Hendriks" in seen(cast, client, cast.fatma, conference)
    note = kept_apart(cast, conference, cast.fatma, karel)
    note.sign(why="Zij komen na elkaar", by=cast.anouk)  # a ban stays a ban

    assert "Karel Hendriks" not in (page := seen(cast, client, cast.fatma, conference))
    assert "liever niet genoemd" in page
    assert "Fatma Bouzid" not in seen(cast, client, karel, conference)
    assert "Karel Hendriks" in seen(cast, client, cast.naima, conference)


def test_who_cannot_be_in_one_room_is_named_again_once_the_coach_signed(cast, client, conference, karel):
    note = kept_apart(cast, conference, cast.fatma, karel, "not_together")
    assert "Karel Hendriks" not in seen(cast, client, cast.fatma, conference)

    note.sign(why="Twee kamers", by=cast.anouk)

    assert "Karel Hendriks" in seen(cast, client, cast.fatma, conference)


def test_of_whom_nobody_said_from_whom_nobody_reads(cast, client, conference, karel):
    kept_apart(cast, conference, cast.fatma, None)

    assert "Fatma Bouzid" not in seen(cast, client, karel, conference)


def test_a_professional_among_them_is_not_named_either(cast, client, conference):
    kept_apart(cast, conference, cast.fatma, cast.marloes)

    assert "Marloes" not in seen(cast, client, cast.fatma, conference, "circle:who_is_who")
    assert "Marloes" in seen(cast, client, cast.naima, conference, "circle:who_is_who")


def test_no_message_for_the_circle_and_no_reader_is_the_other_one(cast, conference, karel):
    kept_apart(cast, conference, cast.fatma, karel)

    mine = OwnMessage.say(conference, text="Voor iedereen", hears="circle", by=cast.fatma)
    OwnMessage.objects.update(opened_at=timezone.now())

    assert karel not in OwnMessage.readers(conference, cast.fatma)
    assert mine not in OwnMessage.objects.heard_by(conference, karel)
    assert mine in OwnMessage.objects.heard_by(conference, cast.naima)


# --- before anything is sent or planned
@pytest.mark.rule("R-SAF-3")
def test_no_day_is_put_to_them_told_or_begun_before_the_coach_signed(cast, conference, karel):
    cast.make_ready(conference).mark_ready(by=cast.joke)
    kept_apart(cast, conference, cast.fatma, karel)
    before = Message.objects.count()

    with pytest.raises(CoachFirst):
        announcing.propose(conference, moments=[timezone.now() + timedelta(days=9)], by=cast.joke)
    with pytest.raises(CoachFirst):
        announcing.tell_newcomers(Preparation.of(conference), by=cast.joke)
    with pytest.raises(NotReady):
        Meeting.open(conference, by=cast.joke)

    assert Message.objects.count() == before
    assert conference.date_options.count() == 1


@pytest.mark.rule("R-SAF-3")
def test_neither_is_reminded_to_come(cast, conference, karel):
    kept_apart(cast, conference, cast.fatma, karel)
    CircleMember.objects.filter(person=karel).update(
        mode="", answered_at=None, invited_at=timezone.now() - timedelta(days=9)
    )

    with pytest.raises(NotYetTogether):
        inviting.remind(conference.members.get(person=karel), by=cast.joke)


def test_the_circle_that_chooses_its_own_day_later_hears_that_a_talk_comes_first(cast, conference, karel):
    kept_apart(cast, conference, cast.fatma, karel)
    type(conference).objects.filter(pk=conference.pk).update(phase=Phase.FOLLOW_UP, outcome="plan_with_meeting")
    conference.refresh_from_db()

    with pytest.raises(AskTheCoordinator):
        Preparation.of(conference).fix_date(starts_at=DAY, place="Buurthuis", why_not_asked="x", by=cast.naima)


def test_the_safety_page_says_what_went_out_already(cast, client, conference, karel):
    Preparation.of(conference)
    Preparation.objects.update(starts_at=DAY, place="Dorpsstraat 1")
    type(cast.fatma).objects.filter(pk=cast.fatma.pk).update(postal_address="Dorpsstraat 1\n8075 AA Elspeet")
    note = kept_apart(cast, conference, cast.fatma, karel)
    SafetyNote.note(conference, about=cast.fatma, flag="secret_address", by=cast.joke)

    page = seen(cast, client, Role.COORDINATOR, conference, "circle:safety")
    assert "zijn allebei al gevraagd" in page
    assert "zij weten allebei waar en wanneer" in page
    assert "het geheime adres van Fatma Bouzid" in page

    note.sign(why="Twee kamers", by=cast.anouk)
    assert "zijn allebei al gevraagd" not in seen(cast, client, Role.COORDINATOR, conference, "circle:safety")


@pytest.mark.rule("R-SAF-3")
def test_what_keeps_people_apart_only_the_coach_takes_away(cast, client, conference, karel):
    note = kept_apart(cast, conference, cast.fatma, karel)

    with pytest.raises(NotAllowed):
        note.lift(by=cast.joke)
    assert "Niet meer nodig" not in seen(cast, client, Role.COORDINATOR, conference, "circle:safety")
    note.lift(by=cast.anouk)

    assert not SafetyNote.objects.exists()
