"""Who is who: the professionals of a conference, for each other and for the circle (B26)."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.kinds import Mode
from kring.circle.sides import people_seen_by
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class WhereOrWhat(Refusal):
    message = gettext_lazy("Schrijf op waar u werkt of wat u daar doet.")
    field = "works_at"


@dataclass(frozen=True)
class Professional:
    """A name, where somebody works, what they do there and what they come for; never how to reach them."""

    name: str
    works_at: str
    job: str
    comes_to: str


def who_is_who(conference: Conference, viewer: Person) -> list[Professional]:
    """Every professional with a seat who did not say no. Having asked for it gives nobody a place here (A4)."""
    named = {member.person_id: member for member in conference.members.exclude(person=None)}
    found = []
    for person in people_seen_by(conference, viewer, *VISITORS):
        member = named.get(person.pk)
        if member and member.mode == Mode.NOT:
            continue
        works_at = person.works_at or (member.works_at if member else "")
        comes_to = what_for(conference.roles_of(person))
        found.append(Professional(person.get_full_name(), works_at, person.job, comes_to))
    return sorted(found, key=lambda one: one.name.casefold())


def what_for(roles: frozenset[Role]) -> str:
    """Telling and setting conditions are two things; somebody may do both."""
    if Role.CONDITION_SETTER not in roles:
        return _("komt vertellen")
    return _("komt vertellen en stelt voorwaarden") if Role.PROFESSIONAL in roles else _("stelt voorwaarden")


@transaction.atomic
def introduce(conference: Conference, *, works_at: str, job: str, by: Person | Hand) -> None:
    """A professional says where they work and as what; the others get a face to a name."""
    hand = conference.write_down("introduce_myself", by=by)
    if not (works_at or job):
        raise WhereOrWhat
    hand.name_of.works_at, hand.name_of.job = works_at, job
    hand.name_of.save(update_fields=["works_at", "job"])
