"""Steps that the families of the demo have in common, taken with the verbs the product itself uses."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kring.circle.inviting import invite
from kring.circle.models import CircleMember
from kring.conference.models import Conference
from kring.demo.people import REACH
from kring.matching.models import FirstContact, Offer
from kring.matching.register import Coordinator
from kring.people.models import Channel, Person
from kring.referral.models import Referral


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


def somebody(first_name: str, last_name: str, channel: str, address: str, **more) -> dict:
    """Who is around, as a request describes them."""
    where = {Channel.MAIL: "email"}.get(channel, "phone")
    return {
        "first_name": first_name,
        "last_name": last_name,
        "channel": channel,
        where: address,
        "is_invented": True,
    } | more


def matched(referral: Referral, coordinator: Person, *, talked_with: str) -> Conference:
    """From request to a coordinator who made the first contact."""
    conference = referral.conference
    manager, main = conference.manager, conference.main_people[0]
    referral.record_talk(talked_on=ago(30), talked_with=talked_with, by=manager)
    referral.say_yes(by=main)
    offer = Offer.make(conference, Coordinator.objects.get(person=coordinator), by=manager)
    offer.accept(declared=True, by=coordinator)
    conference = Conference.objects.get(pk=conference.pk)
    FirstContact.record(conference, on=ago(26), by=coordinator)
    return conference


def add(conference: Conference, name: str, relation: str, channel: str, by: Person, mode: str = "", **about):
    """Name somebody, invite them, and let them answer when `mode` says how."""
    about |= {"name": name, "relation": relation, "channel": channel, "reach": REACH[channel]}
    member = CircleMember.name_someone(conference, by=by, **about)
    if mode == "named":
        return member
    invite(member, by=conference.coordinator)
    member.refresh_from_db()
    Person.objects.filter(pk=member.person_id).update(is_invented=True)
    if mode:
        member.answer(mode=mode, by=member.person)
    return member


def weekend(weeks: int, hour: int = 14) -> datetime:
    """A Saturday so many weeks ahead."""
    day = timezone.localdate() + timedelta(weeks=weeks)
    day += timedelta(days=(5 - day.weekday()) % 7)
    return timezone.make_aware(datetime.combine(day, time(hour)))
