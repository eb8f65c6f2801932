"""Where a request goes: the regiomanager of the region, or whoever takes it over."""

from django.db import transaction

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference, NotAllowed, Overtaken
from kring.people.models import Desk, Person
from kring.region.models import Region


def managers():
    """Everybody at the desk of the regiomanagers."""
    return Person.objects.filter(seat__desk=Desk.MANAGER, is_active=True).order_by("pk")


def regions_of(person: Person):
    """The regions somebody answers for, as manager or as stand-in."""
    return Region.objects.answered_by(person)


def unrouted():
    """Requests from a place we do not know: nobody's yet, so everybody's (A32)."""
    return Conference.objects.filter(region=None).exclude(phase="closed").order_by("created_at")


@transaction.atomic
def take_over(conference: Conference, *, by: Person, region: Region | None = None) -> None:
    """Answer for a conference from now on: an unrouted one, or one in a region that is yours."""
    region = conference.region or region
    if region is None or not regions_of(by).filter(pk=region.pk).exists():
        raise NotAllowed
    if conference.region is None:
        if not Conference.objects.filter(pk=conference.pk, region=None).update(region=region):
            raise Overtaken
        conference.region = region
    coached = conference.coach and conference.coach == conference.manager
    for other in conference.people(Role.REGIONAL_MANAGER):
        if other != by:
            conference.unseat(other, Role.REGIONAL_MANAGER, Role.COACH)
    conference.seat(by, Role.REGIONAL_MANAGER)
    if coached:
        conference.seat(by, Role.COACH)
    JournalEntry.write(conference, "take_over", Hand.of(by), before=conference.phase, after=conference.phase)
