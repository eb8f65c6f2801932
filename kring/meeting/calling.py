"""Calling the coordinator from behind the door: one signal without content, on the screen and on the phone."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.foundation.posting import post
from kring.meeting.models import Meeting
from kring.people.models import Person


@transaction.atomic
def call_coordinator(meeting: Meeting, *, by: Person | Hand) -> None:
    """Pressed again before somebody came, it is the same call. Who pressed stands nowhere."""
    was_called = meeting.coordinator_is_called
    meeting.call_coordinator(by=by)
    coordinator = meeting.conference.coordinator
    if was_called or coordinator is None:
        return
    key = f"called {meeting.slug} {meeting.called_at:%y%m%d%H%M%S%f}"
    path = reverse("meeting:door", args=[meeting.conference.slug])
    post(coordinator, "meeting/letters/called.txt", {}, key=key, about=meeting.conference, link_path=path)
