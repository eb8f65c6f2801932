"""Requests that came in on a Monday in January, and a look at the desk."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from kring.conference.models import Conference
from kring.oversight.narrowing import conferences_of
from kring.oversight.promising import by_promise
from kring.people.models import Desk, Person, Seat
from kring.referral.models import Referral, Requester
from kring.referral.receiving import receive

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def monday(hour: int = 10, *, days: int = 0, weeks: int = 0) -> datetime:
    """Monday 11 January 2027, or so many days and weeks later."""
    return datetime(2027, 1, 11, hour, tzinfo=AMSTERDAM) + timedelta(days=days, weeks=weeks)


def request_of(cast, first_name: str, *, at: datetime | None = None, **more) -> Conference:
    more.setdefault("municipality", cast.municipality)
    referral = receive(kind=Requester.SELF, main_person={"first_name": first_name}, occasion="Geheim verhaal.", **more)
    if at:
        Conference.objects.filter(pk=referral.conference_id).update(created_at=at, moved_at=at)
    return Conference.objects.get(pk=referral.conference_id)


def waits_for(conference: Conference, phase: str, *, talked: datetime, yes: datetime | None = None) -> Conference:
    """The talk was held, and perhaps the main person said yes."""
    Referral.objects.filter(conference=conference).update(talked_on=talked.date(), talked_with="x", answered_at=yes)
    Conference.objects.filter(pk=conference.pk).update(phase=phase, moved_at=yes or talked)
    return conference


def rest(conference: Conference) -> None:
    Conference.objects.filter(pk=conference.pk).update(resting_since=timezone.now())


def manager(cast, first_name: str = "Wouter") -> Person:
    person = cast.anyone_new(first_name, login_email=f"{first_name.lower()}@kring.example")
    Seat.objects.create(person=person, desk=Desk.MANAGER)
    return person


def row(cast, conference: Conference, *, now: datetime):
    return by_promise(conferences_of(cast.ayse), now=now).get(pk=conference.pk)


def rows(cast, *, now: datetime | None = None) -> list[str]:
    return [conference.names for conference in by_promise(conferences_of(cast.ayse), now=now)]


def desk(cast, client, address: str = "/werk/", who: Person | None = None) -> str:
    cast.enter(client, who or cast.ayse)
    return client.get(address).content.decode()


def listed(page: str) -> str:
    """The list under «Vandaag»."""
    return page.partition('class="sieve"')[2]


def top(page: str) -> str:
    """What stands above the list."""
    return page.partition('class="sieve"')[0]
