"""A personal link that is about to end comes once more, while there is still something behind it."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Participant
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.people.links import PersonalLink

LETTER = "followup/letters/your_link.txt"
BEFORE = timedelta(days=30)
HAS_A_DOOR = Q(conference__phase=Phase.CLOSED, role__in=[Role.MAIN_PERSON, Role.CIRCLE_MEMBER])


@every_morning("links", hour=9)
def send_again(today: date) -> int:
    """Who used the link gets it anew, valid for its full time; once, and nobody is called or written to at rest."""
    now = timezone.make_aware(datetime.combine(today, time.min))
    ending = PersonalLink.objects.filter(revoked_at=None, expires_at__gt=now, expires_at__lte=now + BEFORE)
    ending = ending.exclude(last_used_at=None).exclude(person__in=at_work()).select_related("person")
    return sum(send(link) for link in ending)


def at_work():
    """Who works here comes in otherwise."""
    return PersonalLink.objects.filter(person__seat__isnull=False).values("person")


def send(link: PersonalLink) -> int:
    open_doors = Participant.objects.present().filter(HAS_A_DOOR | ~Q(conference__phase=Phase.CLOSED))
    seats = open_doors.filter(person=link.person, conference__resting_since=None).select_related("conference__region")
    seat = seats.order_by("-pk").first()
    if seat is None or reach(link.person) == Channel.PHONE:
        return 0
    page = reverse("conference:show", args=[seat.conference.slug])
    key = f"link:{link.slug}:{link.expires_at:%y%m%d}"
    post(link.person, LETTER, key=key, about=seat.conference, link_path=page)
    link.lengthened()
    return 1
