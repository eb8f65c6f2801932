"""Where a request goes: the regiomanager of the region, or whoever takes it over."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference, NotAllowed, Overtaken, Participant, TwoHats
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Desk, Person
from kring.region.models import Region

AT_ONCE = 25  # conferences moved while the office waits; the worker moves the rest


class AlreadyTheirs(Refusal):
    message = _("Deze regio is al van deze regiomanager.")
    field = "to"


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
    answer_for(conference, by)
    JournalEntry.write(conference, "take_over", Hand.of(by), before=conference.phase, after=conference.phase)


def answer_for(conference: Conference, manager: Person) -> None:
    """This manager takes the seat of whoever had it, and the coaching when that manager coached too."""
    coached = conference.coach and conference.coach == conference.manager
    for other in conference.people(Role.REGIONAL_MANAGER):
        if other != manager:
            conference.unseat(other, Role.REGIONAL_MANAGER, Role.COACH)
    conference.seat(manager, Role.REGIONAL_MANAGER)
    if coached:
        conference.seat(manager, Role.COACH)


@transaction.atomic
def hand_over_region(region: Region, *, to: Person, by: Person) -> int:
    """The office gives a region to another manager; what runs there goes along. Says how many conferences that are.

    What a colleague already answers for stays with that colleague.
    """
    if Desk.OFFICE not in by.seats():
        raise NotAllowed
    region = Region.objects.select_for_update().get(pk=region.pk)
    if to == region.manager:
        raise AlreadyTheirs
    former = [pk for pk in (region.manager_id, region.stand_in_id) if pk and pk != to.pk]
    region.hand_over(to)
    running = list(going_along(region.pk, former).values_list("pk", flat=True))
    bring_along(region.pk, running[:AT_ONCE], former, to.pk, by.pk)
    for first in range(AT_ONCE, len(running), AT_ONCE):
        bring_along_later.enqueue(region.pk, running[first : first + AT_ONCE], former, to.pk, by.pk)
    words = {"region": region.name, "number": len(running)}
    key = f"region:{region.slug}:{to.slug}:{timezone.now():%Y%m%d%H%M%S}"
    post(to, "referral/letters/region.txt", words, key=key, sent_by=by, link_path=reverse("oversight:desk"))
    return len(running)


def going_along(region: int, former: list[int]):
    """What runs in a region and is nobody's, or still of who answered for the region before."""
    seats = Participant.objects.present().filter(role=Role.REGIONAL_MANAGER, person__is_active=True)
    with_colleagues = seats.exclude(person__in=former).values("conference_id")
    here = Conference.objects.filter(region=region).exclude(phase="closed")
    return here.exclude(pk__in=with_colleagues).order_by("pk")


def bring_along(region: int, conferences: list[int], former: list[int], to: int, by: int) -> None:
    """Give these conferences to the new manager, each written down; one that cannot go along stays as it was."""
    manager, hand = Person.objects.get(pk=to), Hand.of(Person.objects.get(pk=by))
    for conference in going_along(region, former).filter(pk__in=conferences, region__manager=manager):
        try:
            with transaction.atomic():
                answer_for(conference, manager)
                phase = conference.phase
                JournalEntry.write(conference, "hand_over_region", hand, before=phase, after=phase)
        except TwoHats:
            continue  # who takes part in it otherwise cannot answer for it; it stands on the desk of the region


@task
def bring_along_later(region: int, conferences: list[int], former: list[int], to: int, by: int) -> None:
    """The rest of a large region, in the worker; a second time does nothing."""
    bring_along(region, conferences, former, to, by)
