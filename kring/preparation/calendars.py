"""The day for in a calendar that others may see: a start, no end, no names, no place; a change moves the same entry."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kring.foundation import tongues
from kring.foundation.calendars import invitation
from kring.people.models import Channel, Person
from kring.preparation.models import Preparation


def calendar_entry(
    preparation: Preparation, person: Person | None = None, *, starts_at: datetime | None = None, is_off: bool = False,
    for_download: bool = False,
) -> str:  # fmt: skip
    """Of one person, at the hour this person comes in; `is_off` takes the entry for `starts_at` away again.

    By mail it is an invitation to this address alone; a file to download invites nobody.
    """
    mail = person.address_for(Channel.MAIL) if person and not for_download else ""
    return invitation(
        uid(preparation),
        preparation.change,
        comes_in(preparation, person, starts_at or preparation.starts_at),
        description="" if is_off else _("Reken op gemiddeld vijf uur. Waar het is, staat op uw eigen bladzijde."),
        method="CANCEL" if is_off else "REQUEST" if mail else "PUBLISH",
        to=mail,
    )


def out_of_the_calendar(preparation: Preparation, person: Person, was: datetime) -> str:
    """What takes the entry of that day away again, in the language of who gets it."""
    with translation.override(tongues.of_house(person.language)):
        return calendar_entry(preparation, person, starts_at=was, is_off=True)


def uid(preparation: Preparation) -> str:
    """The same for one meeting; a later meeting of the circle has its own."""
    conference = preparation.conference
    times_again = conference.journal.filter(step="reconvene").count()
    return f"{conference.slug}-{times_again}@{urlsplit(settings.BASE_URL).hostname}"


def comes_in(preparation: Preparation, person: Person | None, starts_at: datetime) -> datetime:
    """Who arrives apart has an hour of their own; nobody else reads it."""
    arrival = preparation.conference.arrivals.filter(person=person).first() if person else None
    if arrival is None or arrival.at is None:
        return starts_at
    return timezone.make_aware(datetime.combine(timezone.localtime(starts_at).date(), arrival.at))
