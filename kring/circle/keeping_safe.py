"""Before something is sent or planned that breaks a flag: a warning that only the coach can set aside."""

from itertools import product

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Way
from kring.circle.models import CircleMember
from kring.circle.reaching import same_name
from kring.circle.safety import SafetyNote
from kring.circle.safety_refusals import AskTheCoordinator
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NotYetTogether(Refusal):
    """For the coordinator: who it is about stands on the safety page."""

    message = _("Over %(name)s staat iets bij «Veiligheid». Laat de coach eerst een afspraak goedkeuren.")


class LeftOut(Refusal):
    message = _("Over %(name)s is met de coach besloten. Dat staat bij «Veiligheid».")


class CallThem(Refusal):
    message = _("Over %(name)s staat iets bij «Veiligheid». Kies bellen in plaats van een bericht.")


def refuse_unsafe(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> None:
    """Nobody is asked into a room with somebody they may not meet (R-SAF-3), nor after an exclusion (R-SAF-4)."""
    if (member := next(iter(left_out(conference, members)), None)) is not None:
        raise as_far_as_they_may_know(LeftOut, member, by)
    notes = conference.safety_notes.filter(Q(flag__in=SafetyNote.BY_PHONE_ONLY) | Q(signed_at=None))
    there = coming(conference, members)
    for note, member in product(notes.select_related("about", "apart_from"), members):
        if note.waits_for_the_coach and is_between(note, member, there):
            raise as_far_as_they_may_know(NotYetTogether, member, by)
        if note.flag in SafetyNote.BY_PHONE_ONLY and is_written_to_in_spite_of(note, member):
            raise as_far_as_they_may_know(CallThem, member, by)


def is_written_to_in_spite_of(note: SafetyNote, member: CircleMember) -> bool:
    """By an app we do not see, or as somebody new who has the same name."""
    if member.person_id:
        return member.person_id == note.about_id and member.way == Way.APP
    is_written_to = member.way == Way.APP or member.channel in SafetyNote.CLOSED[note.flag]
    return is_written_to and same_name(note.about, member)


def refuse_together(conference: Conference, people: list[Person], *, by: Person | Hand) -> None:
    """People of whom something was said that the coach has not looked at are not called together (R-SAF-3)."""
    there = {f"person {person.pk}" for person in people}
    for note in conference.safety_notes.unsigned().select_related("apart_from"):
        if note.sides <= there:
            raise AskTheCoordinator


def as_far_as_they_may_know(refusal: type[Refusal], member: CircleMember, by: Person | Hand) -> Refusal:
    hand, conference = Hand.of(by), member.conference
    may_know = "see_safety" in conference.allowed_to(hand.by) and not hand.is_for_someone_else
    return refusal(refusal.message % {"name": member.name}) if may_know else AskTheCoordinator()


def left_out(conference: Conference, members: list[CircleMember]) -> list[CircleMember]:
    """Also under a second entry with the same name."""
    decided = list(conference.exclusions.exclude(agreed_at=None).values_list("member_id", "member__name"))
    return [
        member for member in members if any(pk == member.pk or same_name(name, member.name) for pk, name in decided)
    ]


def coming(conference: Conference, members: list[CircleMember]) -> set[str]:
    """Everybody who is or would be there: those with a seat, and those who are asked now."""
    seated = {f"person {person.pk}" for person in SafetyNote.people(conference)}
    return seated | {f"member {member.pk}" for member in members}


def is_between(note: SafetyNote, member: CircleMember, there: set[str]) -> bool:
    """Is it about this invitee, and would the other one be there? Who the other is not said of, may be anybody."""
    sides, own = note.sides, {f"person {member.person_id}", f"member {member.pk}"}
    if not member.person_id and same_name(note.about, member):
        own.add(f"person {note.about_id}")
    others = sides - own
    return bool(sides & own) and (not others or bool(others & there))


def warnings(conference: Conference) -> list[str]:
    """For the safety page: what goes against a flag as things stand now."""
    found, asked = [], {f"person {person.pk}" for person in SafetyNote.people(conference)}
    preparation = getattr(conference, "preparation", None)
    for note in conference.safety_notes.select_related("about", "apart_from", "apart_from_person"):
        name = {"name": note.about.get_full_name()}
        if note.flag in SafetyNote.BY_PHONE_ONLY and not note.about.phone:
            found.append(_("Van %(name)s weten we geen nummer om te bellen.") % name)
        if note.flag == SafetyNote.Flag.SECRET_ADDRESS and preparation and note.is_told_in(preparation.place):
            found.append(_("De plek van de bijeenkomst is het geheime adres van %(name)s. Kies een andere.") % name)
        if note.waits_for_the_coach:
            found.append(_("De coach keek nog niet naar de afspraak over %(name)s.") % name)
            found += [str(going_on) for going_on in already(note, asked, preparation)]
    return found


def already(note: SafetyNote, asked: set[str], preparation) -> list:
    """What went out before it was said that these people cannot simply meet."""
    if len(note.sides) < 2 or not note.sides <= asked:
        return []
    names = {"one": note.about.get_full_name(), "other": note.other}
    found = [_("%(one)s en %(other)s zijn allebei al gevraagd. Bel hen apart.") % names]
    if preparation and preparation.starts_at:
        found.append(_("De dag staat al vast, en zij weten allebei waar en wanneer. Overleg nu met de coach."))
    return found
