"""Destroying what was written behind the door: at once by a main person, and always when the plan stands or it ends."""

from collections.abc import Callable

from django.db import transaction

from kring.conference.ending import when_over
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.live import tell
from kring.meeting.models import Meeting
from kring.meeting.rounds import Round
from kring.meeting.sealing import SealedNote, SealedRoom
from kring.people.models import Person

WRITES_IT_DOWN: list[Callable] = []


def when_destroyed(function):
    """Register a function (conference, rows, reason) that writes down that a room went, and never what was in it."""
    WRITES_IT_DOWN.append(function)
    return function


@transaction.atomic
def wipe(meeting: Meeting, *, by: Person | Hand) -> int:
    """«Alles wissen»: a main person destroys the room now."""
    meeting.conference.write_down("wipe_room", by=by)
    tell(meeting.conference.slug)
    return destroy_notes(meeting, reason="wiped")


@transaction.atomic
def destroy_notes(meeting: Meeting, *, reason: str = "ended") -> int:
    """Destroy the room of this meeting with all its notes; returns how many notes went."""
    count = SealedNote.objects.filter(room__meeting=meeting).count()
    rows, _models = SealedRoom.objects.filter(meeting=meeting).delete()
    if rows:
        for write_down in WRITES_IT_DOWN:
            write_down(meeting.conference, rows, reason)
    return count


@when_over
def destroy_every_room(conference: Conference) -> None:
    """What was written behind the door is gone when the plan is adopted, at «geen plan», and when it ends (A64)."""
    for meeting in conference.meetings.all():
        destroy_notes(meeting)
    conference.meetings.update(point="")
    Round.objects.filter(meeting__conference=conference).update(point="")
