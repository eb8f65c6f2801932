"""Before something is sent or planned that breaks a flag: a warning that only the coach can set aside."""

from django.utils.translation import gettext_lazy as _

from kring.circle.models import CircleMember
from kring.circle.safety import SafetyNote
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.channels import Channel, reach
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NotYetTogether(Refusal):
    """For the coordinator: who it is about stands on the safety page."""

    message = _("Over %(name)s staat iets bij «Veiligheid». Laat de coach eerst een afspraak goedkeuren.")


class LeftOut(Refusal):
    message = _("Over %(name)s is met de coach besloten. Dat staat bij «Veiligheid».")


class AskTheCoordinator(Refusal):
    """For everybody else, and whenever somebody may be looking along: nothing about why."""

    message = _("Overleg dit eerst even met de coördinator. Die belt je graag.")


def refuse_unsafe(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> None:
    """Nobody is asked into a room with somebody they may not meet (R-SAF-3), nor after an exclusion (R-SAF-4)."""
    if (member := next(iter(left_out(conference, members)), None)) is not None:
        raise as_far_as_they_may_know(LeftOut, member, by)
    for note in conference.safety_notes.unsigned().select_related("apart_from"):
        for member in members:
            if is_between(note, member, coming(conference, members)):
                raise as_far_as_they_may_know(NotYetTogether, member, by)


def as_far_as_they_may_know(refusal: type[Refusal], member: CircleMember, by: Person | Hand) -> Refusal:
    hand, conference = Hand.of(by), member.conference
    may_know = "see_safety" in conference.allowed_to(hand.by) and not hand.is_for_someone_else
    return refusal(refusal.message % {"name": member.name}) if may_know else AskTheCoordinator()


def left_out(conference: Conference, members: list[CircleMember]) -> list[CircleMember]:
    decided = set(conference.exclusions.exclude(agreed_at=None).values_list("member_id", flat=True))
    return [member for member in members if member.pk in decided]


def coming(conference: Conference, members: list[CircleMember]) -> set[str]:
    """Everybody who is or would be there: those with a seat, and those who are asked now."""
    seated = {f"person {person.pk}" for person in SafetyNote.people(conference)}
    return seated | {f"member {member.pk}" for member in members}


def is_between(note: SafetyNote, member: CircleMember, there: set[str]) -> bool:
    """Is it about this invitee, and would the other one be there? Who the other is not said of, may be anybody."""
    sides = {f"person {note.about_id}", f"person {note.apart_from_person_id}", f"member {note.apart_from_id}"}
    if note.apart_from and note.apart_from.person_id:
        sides.add(f"person {note.apart_from.person_id}")
    own = {f"person {member.person_id}", f"member {member.pk}"}
    others = sides - own - {"person None", "member None"}
    return bool(sides & own - {"person None"}) and (not others or bool(others & there))


def warnings(conference: Conference) -> list[str]:
    """For the safety page: what goes against a flag as things stand now."""
    found = []
    for note in conference.safety_notes.select_related("about", "apart_from", "apart_from_person"):
        name = {"name": note.about.get_full_name()}
        if note.flag in SafetyNote.BY_PHONE_ONLY and reach(note.about) not in (Channel.PHONE, Channel.LETTER):
            found.append(_("%(name)s zou niet gemaild of geappt worden, en staat nu wel zo ingesteld.") % name)
        if note.waits_for_the_coach:
            found.append(_("De coach keek nog niet naar de afspraak over %(name)s.") % name)
    return found
