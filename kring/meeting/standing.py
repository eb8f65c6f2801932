"""How the day stands, in one word for who asks: enough for a screen to see that it must look again."""

from kring.conference.models import Conference
from kring.meeting.models import Meeting


def standing(conference: Conference, meeting: Meeting | None, allowed: frozenset[str]) -> str:
    """The circle hears everything about its door, the coordinator that they call, others only open or closed."""
    parts = [conference.phase]
    if meeting is not None:
        parts.append(str(meeting.round))
        if "see_room" in allowed:
            parts += [door(meeting), "paper" if meeting.on_paper else ""]
        if allowed & {"see_room", "run_the_day"}:
            parts.append("called" if meeting.coordinator_is_called else "")
    return "·".join(parts)


def door(meeting: Meeting) -> str:
    if not meeting.door_is_asked:
        return ""
    return "waiting" if meeting.door_waits() else "may_open"
