"""The attendance note of a professional, for an employer: on the screen and on paper."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from kring.conference.guards import sees
from kring.foundation.giving import given
from kring.meeting.counting_hours import AttendanceNote, notes_of
from kring.meeting.printing_note import printed


@sees("see_attendance_note")
def notes(request, conference):
    return render(request, "meeting/pages/attendance_notes.html", {"notes": notes_of(conference, request.user)})


@sees("see_attendance_note")
def paper(request, conference, day):
    """Only one's own; its name on a computer holds a day and nothing else."""
    found = next((note for note in notes_of(conference, request.user) if note.meeting.slug == day), None)
    if found is None:
        raise Http404
    return given(printed(found), file_name(found))


def file_name(note: AttendanceNote) -> str:
    return f"aanwezigheid-{timezone.localtime(note.meeting.opened_at):%Y-%m-%d}.pdf"
