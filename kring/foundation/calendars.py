"""Invitations for a calendar: when it starts, where, and never when it ends (A41)."""

from datetime import UTC, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from kring.foundation.writing import one_line, organisation

PRODUCT = "-//Kring//Kring//NL"


def invitation(
    uid: str,
    sequence: int,
    starts_at: datetime,
    summary: str = "",
    place: str = "",
    description: str = "",
    method: str = "REQUEST",
    *,
    to: str = "",
) -> str:
    """An .ics with one event that has no end. Send it again with a higher sequence to change it, or with CANCEL.

    `uid` stays the same for one meeting; `summary` is neutral, because calendars are shared; `to` is the mail address
    of who is invited, and of nobody else.
    """
    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", timezone.now().astimezone(UTC))
    event.add("dtstart", in_utc(starts_at))
    event.add("summary", summary or _("Afspraak"))
    event.add("description", f"{description}\n\n{_('Er is geen eindtijd. We nemen de tijd die nodig is.')}".strip())
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if method == "CANCEL" else "CONFIRMED")
    event.add("organizer", mail_address(organisation().email))
    if place:
        event.add("location", place)
    if to:
        event.add("attendee", mail_address(to, RSVP="FALSE"))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("method", method)
    calendar.add_component(event)
    return calendar.to_ical().decode()


def in_utc(moment: datetime) -> datetime:
    """UTC needs no time zone table beside it, which would be right only until 2038."""
    if timezone.is_naive(moment):
        raise ValueError("a moment in a calendar needs its time zone")
    return moment.astimezone(UTC)


def mail_address(address: str, **parameters: str) -> vCalAddress:
    found = vCalAddress(f"mailto:{one_line(address)}")
    found.params.update(parameters)
    return found
