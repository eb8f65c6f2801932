"""Seeing the circle: to each what is for them. The family sees how it stands, others only who agreed to be seen."""

from kring.circle import sides, telling
from kring.circle.models import CircleMember
from kring.circle.safety import SafetyNote
from kring.circle.telling import standing
from kring.conference.access import Role
from kring.conference.models import Conference
from kring.foundation.outbox import Message
from kring.people.models import Person


def everybody(conference: Conference, viewer: Person) -> dict:
    """For the main person and the coordinator: who was named, and how it stands with them."""
    members = named(conference, viewer)
    wanted = [member for member in members if member.is_invited or not member.left_out_at]
    wanted.sort(key=lambda member: standing(member) != "to_decide")
    here = [member for member in wanted if not member.has_died]
    return {
        "circle": [member for member in here if not member.is_professional],
        "remembered": [member for member in wanted if member.has_died],
        "professionals": [member for member in wanted if member.is_professional],
        "left_out": [member for member in members if member not in wanted],
    }


def named(conference: Conference, viewer: Person) -> list[CircleMember]:
    """The list as far as it is this viewer's, with those who have a seat by their role alone."""
    members = list(conference.members.seen_by(conference, viewer).select_related("named_by"))
    known = {member.person_id for member in members}
    setters = [person for person in conference.people(Role.CONDITION_SETTER) if person.pk not in known]
    members += [CircleMember.seated(conference, person) for person in setters]
    for member in members:
        member.conference = conference
        member.warm, member.short = telling.warmly(member), telling.shortly(member)
        member.side_label = sides.label(conference, member.side)
    tell_who_named(conference, viewer, members)
    return members


def tell_who_named(conference: Conference, viewer: Person, members: list[CircleMember]) -> None:
    """Who suggested somebody is told within one's own side only (5.4)."""
    own = {viewer.pk} | {member.person_id for member in members if not member.is_professional}
    own |= {person.pk for person in conference.people(Role.COORDINATOR)}
    for member in members:
        is_told = member.named_by_id and (sides.sees_both(conference, viewer) or member.named_by_id in own)
        member.namer = member.named_by if is_told else None


def who_agreed_to_be_seen(conference: Conference, viewer: Person) -> dict:
    """For the circle and for visitors: names only, of those who said yes to it, and the viewer."""
    members = [member for member in named(conference, viewer) if member.takes_part]
    unheard = SafetyNote.kept_from(conference, viewer)
    heard = [member for member in members if member.person_id not in unheard]
    seen = [member for member in heard if member.is_seen or member.person_id == viewer.pk]
    return {
        "circle": [member for member in seen if not member.is_professional],
        "professionals": [member for member in seen if member.is_professional],
        "unseen": telling.and_others(len(members) - len(seen)),
    }


def named_by(conference: Conference, person: Person) -> list[CircleMember]:
    """Whom this person named; not what became of it."""
    return list(conference.members.filter(named_by=person))


def how_many_named(conference: Conference, hand) -> int:
    """What somebody sees growing: the list, or of another one's list only whom they named."""
    if conference.roles_of(hand.name_of) & {Role.MAIN_PERSON, Role.COORDINATOR}:
        return conference.members.seen_by(conference, hand.name_of).wanted().in_circle().count()
    return conference.members.filter(named_by=hand.name_of).count()


def with_post(conference: Conference, members: list[CircleMember]) -> list[CircleMember]:
    """Each with the newest message to them, to see whether it arrived."""
    newest = {}
    fields = ("recipient_id", "status", "channel", "created_at")
    for message in Message.objects.filter(about=conference).only(*fields).order_by("created_at", "pk"):
        newest[message.recipient_id] = message
    for member in members:
        member.message = newest.get(member.person_id)
    return members
