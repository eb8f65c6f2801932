"""Counting the hours somebody was there in parts 1 and 3, for an employer; of part 2 nobody counts anything (A42)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.conference.models import Conference
from kring.meeting.attending import Attendance
from kring.meeting.models import Meeting
from kring.people.models import Person

WITH_OTHERS = (1, 3)


@dataclass(frozen=True)
class Stretch:
    """A part, or a piece of it between two rounds behind the door."""

    part: int
    since: datetime
    until: datetime | None

    @property
    def length(self) -> timedelta | None:
        return self.until - self.since if self.until else None

    @property
    def in_words(self) -> str:
        return in_words(self.length) if self.until else ""


@dataclass
class AttendanceNote:
    """What one professional shows an employer: the day and the hours, and nothing about whom it was."""

    meeting: Meeting
    person: Person
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        return all(stretch.until for stretch in self.stretches)

    @property
    def total(self) -> str:
        return in_words(sum((it.length for it in self.stretches), timedelta())) if self.is_complete else ""


def notes_of(conference: Conference, person: Person) -> list[AttendanceNote]:
    """One note for every day this person was there."""
    meetings = conference.meetings.prefetch_related("rounds").order_by("number")
    rows: dict[int, list[Attendance]] = {}
    mine = Attendance.objects.there().filter(meeting__conference=conference, person=person, part__in=WITH_OTHERS)
    for row in mine.order_by("part"):
        rows.setdefault(row.meeting_id, []).append(row)
    notes = [note(meeting, person, rows[meeting.pk]) for meeting in meetings if meeting.pk in rows]
    return [found for found in notes if found.stretches]


def note(meeting: Meeting, person: Person, rows: list[Attendance]) -> AttendanceNote:
    found = []
    for row in rows:
        held = [piece for piece in pieces(meeting) if piece.part == row.part]
        since = came_at(row, held)
        found += [was_there(row, piece, since) for piece in held]
    return AttendanceNote(meeting, person, [stretch for stretch in found if stretch])


def pieces(meeting: Meeting) -> list[Stretch]:
    """Parts 1 and 3 as they were held; a meeting after the first begins behind the door and has no part 1."""
    rounds = list(meeting.rounds.all())
    closed = [one.began_at for one in rounds]
    first = [Stretch(1, meeting.opened_at, closed[0] if closed else None)] if meeting.number == 1 else []
    until = [*closed[1:], meeting.ended_at]
    return first + [Stretch(3, one.opened_at, end) for one, end in zip(rounds, until, strict=False) if one.opened_at]


def came_at(row: Attendance, held: list[Stretch]) -> datetime | None:
    """When somebody came in later; not when that was only put right after the part was over."""
    over = held[-1].until if held else None
    return row.at if row.came_late and (over is None or row.at < over) else None


def was_there(row: Attendance, piece: Stretch, came: datetime | None) -> Stretch | None:
    since = max(piece.since, came) if came else piece.since
    ends = [moment for moment in (piece.until, row.left_at) if moment]
    until = min(ends) if ends else None
    return None if until and until <= since else Stretch(piece.part, since, until)


def in_words(length: timedelta) -> str:
    """1 uur en 10 minuten"""
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    said = [_("%(number)s uur") % {"number": hours}] if hours else []
    if minutes or not hours:
        said.append(ngettext("%(number)s minuut", "%(number)s minuten", minutes) % {"number": minutes})
    return _(" en ").join(said)
