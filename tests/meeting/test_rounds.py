"""The rounds behind the door: counted, each with its point; and what others see, hear and open meanwhile."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from kring.circle.own_words import Hears, OwnMessage
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed, Overtaken
from kring.foundation.posting import Message
from kring.meeting.calling import call_coordinator
from kring.meeting.models import Meeting
from kring.meeting.rounds import Round
from kring.plan.models import Plan

POINT = "Voorwaarde 2: wie is er op woensdag?"


def at(name: str, conference) -> str:
    return reverse(f"meeting:{name}", args=[conference.slug])


def open_again(meeting: Meeting, by) -> None:
    meeting.ask_for_the_door(by=by)
    meeting.open_the_door(by=by, now=timezone.now() + timedelta(seconds=11))


@pytest.fixture
def behind(cast):
    conference = cast.conference(phase=Phase.INFORMATION)
    meeting = Meeting.of(conference)
    meeting.close_the_door(by=cast.joke)
    return meeting


# --- three parts, and back
@pytest.mark.rule("A75")
@pytest.mark.rule("A17")
def test_back_behind_the_door_as_often_as_needed_and_each_round_is_counted_with_its_point(cast, behind):
    open_again(behind, cast.naima)
    for number in range(2, 6):
        behind.talk_again(point=f"{POINT} ({number})", by=cast.fatma)
        open_again(behind, cast.naima)

    rounds = list(Round.objects.filter(meeting=behind))
    assert [one.number for one in rounds] == [1, 2, 3, 4, 5]
    assert [one.point for one in rounds] == ["", *(f"{POINT} ({number})" for number in range(2, 6))]
    assert all(one.opened_at for one in rounds)


@pytest.mark.rule("A17")
@pytest.mark.parametrize("who", [Role.COORDINATOR, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER])
def test_only_the_circle_goes_back_behind_the_door(cast, behind, who):
    open_again(behind, cast.naima)

    with pytest.raises(NotAllowed):
        behind.talk_again(point=POINT, by=cast[who])

    assert Round.objects.count() == 1


def test_how_often_is_seen_outside_and_about_what_is_not(cast, client, behind):
    open_again(behind, cast.naima)
    behind.talk_again(point=POINT, by=cast.naima)
    assert POINT not in cast.enter(client, cast.joke).get(at("day", behind.conference)).text
    open_again(behind, cast.naima)

    page = client.get(at("day", behind.conference)).text

    assert "De kring was 2 keer in besloten tijd." in page
    assert POINT not in page


@pytest.mark.rule("A64")
@pytest.mark.rule("R-PRV-3")
def test_what_a_round_was_about_is_locked_and_gone_with_the_notes(cast, behind):
    open_again(behind, cast.naima)
    behind.talk_again(point=POINT, by=cast.naima)
    with connection.cursor() as cursor:
        cursor.execute("SELECT point FROM kring_round")
        assert not any("woensdag" in str(row) for row in cursor.fetchall())
    open_again(behind, cast.naima)

    Plan.of(behind.conference).not_yet(by=cast.naima)

    assert {one.point for one in Round.objects.all()} == {""}
    behind.refresh_from_db()
    assert (behind.point, behind.round) == ("", 2)


def test_two_who_close_the_door_at_once_begin_one_round(cast):
    conference = cast.conference(phase=Phase.INFORMATION)
    first, second = Meeting.of(conference), Meeting.of(type(conference).objects.get())
    first.close_the_door(by=cast.joke)

    with pytest.raises(Overtaken):
        second.close_the_door(by=cast.naima)

    assert Round.objects.count() == 1


# --- what others see meanwhile
@pytest.mark.rule("A62")
@pytest.mark.parametrize("who", [Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REQUESTER, Role.REGIONAL_MANAGER])
def test_everybody_outside_sees_a_closed_door_and_no_counter(cast, client, behind, who):
    page = cast.enter(client, who).get(at("door", behind.conference)).text

    assert "De kring is in besloten tijd." in page
    assert "Zij nemen de tijd die nodig is." in page
    for words in ("Wie is er binnen", "offline-list", "al bezig", "nog ongeveer", "minuten"):
        assert words not in page


@pytest.mark.rule("B18")
def test_outside_nobody_has_a_button_to_step_in(cast, client, behind):
    page = cast.enter(client, cast.marloes).get(at("door", behind.conference)).text

    main = page.split("<main")[1].split("</main>")[0]
    assert "<form" not in main
    assert "Niemand van buiten gaat naar binnen." in main


def test_a_phone_without_network_says_that_a_call_is_not_seen(cast, client, behind):
    call_coordinator(behind, by=cast.fatma)

    kept = cast.enter(client, cast.joke).get(at("day", behind.conference) + "?onderweg=1").text

    assert "U ziet hier niet of ze roepen" in kept
    assert "Ze roepen u" not in kept


# --- calling
@pytest.mark.rule("R-PRV-1")
def test_a_call_reaches_the_phone_of_the_coordinator_once_and_without_content(cast, client, behind):
    for who in (cast.fatma, cast.naima):
        cast.enter(client, who).post(at("call_coordinator", behind.conference))

    message = Message.objects.get(recipient=cast.joke)
    assert message.sent_by is None
    for words in ("Fatma", "Naima", "Bouzid"):
        assert words not in message.text + message.subject + message.short
    behind.refresh_from_db()
    behind.come(by=cast.joke)
    call_coordinator(behind, by=cast.fatma)
    assert Message.objects.filter(recipient=cast.joke).count() == 2


# --- messages of who is not there
@pytest.mark.rule("A29")
def test_a_letter_of_who_is_absent_lies_on_the_table_behind_the_door_and_nowhere_else(cast, client, behind):
    karel = cast.anyone_new("Karel")
    behind.conference.seat(karel, Role.CIRCLE_MEMBER)
    OwnMessage.objects.create(
        conference=behind.conference, author=karel, text="Ik kan helaas niet komen.", hears=Hears.CIRCLE
    )
    show = reverse("conference:show", args=[behind.conference.slug])

    assert "Een boodschap van Karel ligt op tafel" in cast.enter(client, cast.naima).get(show).text
    assert "helaas" not in client.get(reverse("circle:messages", args=[behind.conference.slug])).text
    assert "Karel" not in cast.enter(client, cast.joke).get(at("door", behind.conference)).text.split("Wie is er")[0]
