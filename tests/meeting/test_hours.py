"""The attendance note: one's own hours in parts 1 and 3, for an employer, with nothing in it about whom it was."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import page as judge
import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.meeting.attending import LEFT, Attendance, How
from kring.meeting.counting_hours import notes_of
from kring.meeting.models import Meeting
from kring.meeting.rounds import Round
from tests.foundation.test_printing import plain

HERE = ZoneInfo("Europe/Amsterdam")
BEGAN = datetime(2026, 10, 24, 19, 0, tzinfo=HERE)  # the night the clock goes back


def after(**later) -> datetime:
    """So much later in that night, by the passing of time and not by the clock on the wall."""
    return (BEGAN.astimezone(ZoneInfo("UTC")) + timedelta(**later)).astimezone(HERE)


@pytest.fixture
def night(cast):
    """Part 1 from 19.00 for an hour, twice behind the door, and home at 2.30 after the clock went back."""
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    Meeting.objects.update(opened_at=BEGAN, ended_at=after(hours=8, minutes=30))
    meeting = Meeting.of(conference)
    Round.objects.create(meeting=meeting, number=1, began_at=after(hours=1), opened_at=after(hours=4))
    Round.objects.create(meeting=meeting, number=2, began_at=after(hours=5), opened_at=after(hours=8))
    return meeting


def was_there(meeting, person, part, **how) -> Attendance:
    return Attendance.objects.create(meeting=meeting, person=person, part=part, **how)


def hours(meeting, person) -> list[tuple[int, str]]:
    return [(it.part, it.in_words) for note in notes_of(meeting.conference, person) for it in note.stretches]


@pytest.mark.rule("A42")
def test_the_hours_of_parts_1_and_3_are_counted_over_midnight_and_over_a_change_of_the_clock(cast, night):
    for part in (1, 3):
        was_there(night, cast.marloes, part)

    assert hours(night, cast.marloes) == [(1, "1 uur"), (3, "1 uur"), (3, "30 minuten")]
    assert notes_of(night.conference, cast.marloes)[0].total == "2 uur en 30 minuten"


@pytest.mark.rule("A42")
def test_who_came_later_or_left_before_gets_the_hours_that_were_spent(cast, night):
    was_there(night, cast.marloes, 1, came_late=True, at=after(minutes=25))
    was_there(night, cast.marloes, 3, left_at=after(hours=4, minutes=10))
    was_there(night, cast.stefan, 1, how=How.LATE)

    assert hours(night, cast.marloes) == [(1, "35 minuten"), (3, "10 minuten")]
    assert notes_of(night.conference, cast.stefan) == []


def test_a_coordinator_who_ticks_late_costs_nobody_an_hour(cast, night):
    was_there(night, cast.marloes, 1, at=after(minutes=50))

    assert hours(night, cast.marloes) == [(1, "1 uur")]


def test_who_comes_in_after_all_is_late_and_not_away(cast, night):
    late = {"part": 1, "person": cast.marloes, "by": cast.joke}
    Attendance.put(night, how=How.LATE, **late)
    Attendance.put(night, how=How.HERE, at=after(minutes=20), **late)
    Attendance.put(night, how=LEFT, at=after(minutes=50), **late)

    assert hours(night, cast.marloes) == [(1, "30 minuten")]


def test_an_arrival_that_is_only_put_right_afterwards_costs_nobody_an_hour(cast, night):
    Attendance.put(night, part=1, person=cast.marloes, how=How.LATE, by=cast.joke)
    Attendance.put(night, part=1, person=cast.marloes, how=How.HERE, at=after(days=1), by=cast.joke)

    assert hours(night, cast.marloes) == [(1, "1 uur")]


def test_before_the_end_is_written_down_no_sum_is_made(cast, night):
    Meeting.objects.update(ended_at=None)
    was_there(night, cast.marloes, 3)

    note = notes_of(night.conference, cast.marloes)[0]

    assert [it.in_words for it in note.stretches] == ["1 uur", ""]
    assert note.total == ""


@pytest.mark.rule("A42")
def test_the_note_names_the_professional_and_the_day_and_nothing_about_the_family(cast, client, night):
    cast.marloes.works_at = "Wijkteam Nunspeet"
    cast.marloes.save()
    was_there(night, cast.marloes, 1)
    cast.enter(client, cast.marloes)
    page = client.get(reverse("meeting:attendance_notes", args=[night.conference.slug])).text

    answer = client.get(reverse("meeting:attendance_paper", args=[night.conference.slug, night.slug]))

    paper = plain(answer.content)
    assert judge.validate_pdf_bytes(answer.content).is_compliant
    for words in ("Marloes van Dijk", "Wijkteam Nunspeet", "zaterdag 24 oktober 2026", "1 uur"):
        assert words in paper
    for words in ("Naima", "Bouzid", "Fatma", "Joke", "Nunspeet, ", "Wiek", "school", "plan", night.conference.slug):
        assert words not in paper.replace("Wijkteam Nunspeet", "")
    assert answer["Content-Disposition"] == 'attachment; filename="aanwezigheid-2026-10-24.pdf"'
    assert "Samen 1 uur" in page


@pytest.mark.rule("A42")
def test_nobody_gets_the_note_of_somebody_else(cast, client, night):
    was_there(night, cast.marloes, 1)
    paper = reverse("meeting:attendance_paper", args=[night.conference.slug, night.slug])

    assert "U staat niet op de lijst" in page_of(cast.enter(client, cast.stefan), night)
    assert client.get(paper).status_code == 404
    for who in (Role.COORDINATOR, Role.MAIN_PERSON, Role.REGIONAL_MANAGER, Role.REQUESTER):
        assert cast.enter(client, who).get(paper).status_code == 404


def page_of(client, meeting) -> str:
    return client.get(reverse("meeting:attendance_notes", args=[meeting.conference.slug])).text


def test_a_later_meeting_of_the_circle_has_no_part_1(cast, night):
    again = Meeting.objects.create(conference=night.conference, number=2, round=1, ended_at=after(days=30, hours=4))
    Round.objects.create(meeting=again, number=1, began_at=after(days=30), opened_at=after(days=30, hours=3))
    was_there(again, cast.marloes, 3)

    assert hours(again, cast.marloes) == [(3, "1 uur")]
