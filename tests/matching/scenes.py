"""What the scenes of this room have in common: a conference that looks for a coordinator, and people to choose from."""

from datetime import timedelta

from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.matching import offering
from kring.matching.models import Offer
from kring.matching.register import Coordinator
from kring.people.models import Desk, Seat
from kring.referral.models import Referral


def looking(cast, **wishes) -> Conference:
    """Naima said yes; there is no coordinator yet."""
    conference = cast.conference(phase=Phase.MATCHING)
    conference.unseat(cast.joke, Role.COORDINATOR)
    conference.unseat(cast.anouk, Role.COACH)
    Referral.objects.filter(conference=conference).update(**wishes)
    return Conference.objects.get(pk=conference.pk)


def another(cast, first_name: str = "Lieke", here: bool = True, **about) -> Coordinator:
    """Somebody else in the register, with good papers unless the scene says otherwise."""
    last_name = about.pop("last_name", "")
    person = cast.anyone_new(first_name, last_name=last_name, login_email=f"{first_name.lower()}@kring.example")
    Seat.objects.create(person=person, desk=Desk.COORDINATOR)
    papers = {"certificate_on": timezone.localdate(), "agreement_on": timezone.localdate()}
    one = Coordinator.objects.create(person=person, **papers | about)
    if here:
        one.regions.add(cast.region)
    return one


def offered(cast, conference, coordinator=None, **about) -> Offer:
    return offering.offer(conference, coordinator or cast.coordinator, by=Hand.of(cast.ayse), **about)


def says_yes(made: Offer, **given) -> bool:
    return offering.accept(Offer.objects.get(pk=made.pk), declared=True, by=made.coordinator.person, **given)


def days(many: int) -> timedelta:
    return timedelta(days=many)


def now_of(conference) -> Conference:
    return Conference.objects.get(pk=conference.pk)
