"""Seeing the circle: to each what is for them. The family sees how it stands, others only who agreed to be seen."""

from kring.circle import telling
from kring.circle.models import CircleMember
from kring.circle.telling import standing
from kring.conference.access import Role
from kring.conference.models import Conference
from kring.foundation.outbox import Message
from kring.people.models import Person


def everybody(conference: Conference) -> dict:
    """For the main person and the coordinator: who was named, and how it stands with them."""
    members = named(conference)
    wanted = [member for member in members if member.is_invited or not member.left_out_at]
    wanted.sort(key=lambda member: standing(member) != "to_decide")
    return {
        "circle": [member for member in wanted if not member.is_professional],
        "professionals": [member for member in wanted if member.is_professional],
        "left_out": [member for member in members if member not in wanted],
    }


def named(conference: Conference) -> list[CircleMember]:
    """The list, with those who have a seat by their role alone; each knows the conference without asking again."""
    members = list(conference.members.select_related("named_by"))
    known = {member.person_id for member in members}
    setters = [person for person in conference.people(Role.CONDITION_SETTER) if person.pk not in known]
    members += [CircleMember.seated(conference, person) for person in setters]
    for member in members:
        member.conference = conference
        member.warm, member.short = telling.warmly(member), telling.shortly(member)
    return members


def who_agreed_to_be_seen(conference: Conference, viewer: Person) -> dict:
    """For the circle and for visitors: names only, of those who said yes to it, and the viewer."""
    members = [member for member in named(conference) if member.takes_part]
    seen = [member for member in members if member.is_seen or member.person_id == viewer.pk]
    return {
        "circle": [member for member in seen if not member.is_professional],
        "professionals": [member for member in seen if member.is_professional],
        "unseen": telling.and_others(len(members) - len(seen)),
    }


def named_by(conference: Conference, person: Person) -> list[CircleMember]:
    """Whom this person named; not what became of it."""
    return list(conference.members.filter(named_by=person))


def with_post(conference: Conference, members: list[CircleMember]) -> list[CircleMember]:
    """Each with the newest message to them, to see whether it arrived."""
    newest = {}
    fields = ("recipient_id", "status", "channel", "created_at")
    for message in Message.objects.filter(about=conference).only(*fields).order_by("created_at", "pk"):
        newest[message.recipient_id] = message
    for member in members:
        member.message = newest.get(member.person_id)
    return members
