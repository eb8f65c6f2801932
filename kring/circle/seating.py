"""Seating everybody who is invited at the same moment: the same few questions to the database for one as for many."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kring.circle.kinds import Hat
from kring.circle.models import CircleMember
from kring.circle.reaching import folded, same_address
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, Participant
from kring.people.models import Person

ROLES = {Hat.CIRCLE: Role.CIRCLE_MEMBER, Hat.PROFESSIONAL: Role.PROFESSIONAL}


@transaction.atomic
def seat_all(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> list[CircleMember]:
    """Give each a person and a seat. Who was invited meanwhile, or stands there twice, is passed over."""
    conference.write_down("invite", by=by)
    for member in members:
        member.conference = conference
        member.refuse_to_invite()
    taken = take(without_twins(conference, members), timezone.now())
    give_persons(conference, taken)
    give_seats(conference, taken)
    return taken


def without_twins(conference: Conference, members: list[CircleMember]) -> list[CircleMember]:
    """The same person under two entries is asked once."""
    asked = list(conference.members.exclude(invited_at=None).only("conference", "name", "channel", "reach"))
    kept: list[CircleMember] = []
    for member in members:
        namesakes = [other for other in asked if folded(other.name) == folded(member.name)]
        if not any(same_address(other, member) for other in namesakes):
            kept.append(member)
            asked.append(member)
    return kept


def take(members: list[CircleMember], now: datetime) -> list[CircleMember]:
    """Of two who invite at the same time one has each."""
    mine = {member.pk: member for member in members}
    free = CircleMember.objects.to_invite().filter(pk__in=mine)
    free.update(invited_at=now)
    taken = CircleMember.objects.filter(pk__in=mine, invited_at=now).values_list("pk", flat=True)
    for pk in taken:
        mine[pk].invited_at = now
    return [mine[pk] for pk in taken]


def give_persons(conference: Conference, members: list[CircleMember]) -> None:
    """Who asked for this conference, or comes in another role, keeps the same link; the others get a new one."""
    roles = (Role.REQUESTER, Role.CONDITION_SETTER, Role.PROFESSIONAL)
    known = {folded(str(person)) for person in conference.people(*roles)}
    for member in members:
        if not member.person_id and folded(member.name) in known:
            member.person = member.known_here()
    fresh = [member for member in members if not member.person_id]
    persons = Person.objects.bulk_create(member.new_person() for member in fresh)
    for member, person in zip(fresh, persons, strict=True):
        person.sits_nowhere()
        member.person = person
    CircleMember.objects.bulk_update(members, ["person", "channel", "way", "language", "for_a_child"])


def give_seats(conference: Conference, members: list[CircleMember]) -> None:
    """A new person can sit anywhere; of who has a seat already it is looked whether the two go together."""
    seated = {seat.person_id for seat in conference.seated()}
    for member in members:
        if member.person_id in seated:
            conference.seat(member.person, ROLES[Hat(member.hat)])
    fresh = [member for member in members if member.person_id not in seated]
    Participant.objects.bulk_create(
        Participant(conference=conference, person=member.person, role=ROLES[Hat(member.hat)]) for member in fresh
    )
    conference.forget_seats()
