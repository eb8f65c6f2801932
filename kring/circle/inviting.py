"""Inviting: one letter to everybody, in the channel and language of each; never before the yes, and never twice."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.kinds import AlreadyInvited, Hat
from kring.circle.models import CircleMember
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.outbox import Message
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.foundation.writing import LINK, Words, write
from kring.people.models import Person

LETTERS = {
    Hat.CIRCLE: "circle/letters/invitation.txt",
    Hat.PROFESSIONAL: "circle/letters/invitation_professional.txt",
}


class AtRest(Refusal):
    message = gettext_lazy("De familie doet het rustig aan. Er wordt nu niemand gevraagd.")


class EnoughForToday(Refusal):
    message = gettext_lazy("Deze persoon kreeg vandaag al een bericht. Morgen kan het weer, of bel even.")


class NothingToRemind(Refusal):
    message = gettext_lazy("Deze persoon hoeft nu niets te laten weten.")


@transaction.atomic
def invite(member: CircleMember, *, by: Person | Hand, words: dict | None = None) -> Message:
    """Make the seat and send the invitation, in one transaction."""
    refuse_at_rest(member.conference)
    member.become_invited(by=by)
    return send_invitation(member, words or said_in_it(member.conference, member.hat), by=by)


@transaction.atomic
def invite_again(member: CircleMember, *, by: Person | Hand) -> Message:
    """Somebody said no and thought better of it."""
    refuse_at_rest(member.conference)
    member.become_invited_again(by=by)
    return send_invitation(member, said_in_it(member.conference, member.hat), by=by)


@transaction.atomic
def invite_all(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> list[CircleMember]:
    """Everybody the same words at the same moment (A28); who was invited meanwhile is passed over."""
    words, done = {hat: said_in_it(conference, hat) for hat in LETTERS}, []
    for member in members:
        member.conference = conference
        try:
            invite(member, by=by, words=words[Hat(member.hat)])
            done.append(member)
        except AlreadyInvited:
            continue
    return done


def send_invitation(member: CircleMember, words: dict, *, by: Person | Hand) -> Message:
    key = f"invitation {member.slug} {member.invited_at:%y%m%d%H%M%S%f}"
    return send(member, LETTERS[Hat(member.hat)], words, key=key, by=by)


@transaction.atomic
def remind(member: CircleMember, *, by: Person | Hand, today: date | None = None) -> Message:
    """Ask once more, in the same channel; not on the day of the invitation and at most once a day."""
    today, conference = today or timezone.localdate(), member.conference
    refuse_at_rest(conference)
    conference.write_down("invite", by=by)
    if not member.person or not member.is_invited or member.has_answered:
        raise NothingToRemind
    morning = timezone.make_aware(datetime.combine(today, time.min))
    quiet = Q(reminded_at=None) | Q(reminded_at__lt=morning)
    now = max(timezone.now(), morning)
    free = CircleMember.objects.filter(quiet, pk=member.pk, invited_at__lt=morning, answered_at=None)
    if not free.update(reminded_at=now):
        raise EnoughForToday
    member.reminded_at = now
    words, key = said_in_it(conference, member.hat), f"reminder {member.slug} {today:%y%m%d}"
    return send(member, "circle/letters/reminder.txt", words, key=key, by=by)


def send(member: CircleMember, letter: str, words: dict, *, key: str, by: Person | Hand) -> Message:
    """Every letter of this room leads to the answer page."""
    path = reverse("circle:invitation", args=[member.conference.slug])
    return post(member.person, letter, words, key=key, about=member.conference, sent_by=Hand.of(by).by, link_path=path)


def refuse_at_rest(conference: Conference) -> None:
    if conference.resting_since:
        raise AtRest


def said_in_it(conference: Conference, hat: str) -> dict:
    """What every invitation says: who asks, about what when that is agreed, and when if that is known."""
    question = conference.questions.exclude(agreed_at=None).order_by("-agreed_at").first()
    return {
        "sender": conference.names,
        "question": question.text if question else "",
        "starts_at": getattr(getattr(conference, "preparation", None), "starts_at", None),
        "is_at_work": hat == Hat.PROFESSIONAL,
    }


@dataclass(frozen=True)
class Draft:
    """An invitation as it will go out, to read before it does."""

    hat: str
    language: str
    words: Words


def drafts(conference: Conference, members: list[CircleMember]) -> list[Draft]:
    """One letter for each kind of invitee and each language among them."""
    kinds = sorted({(member.hat, member.language) for member in members})
    return [Draft(hat, language, draft(conference, hat, language)) for hat, language in kinds]


def draft(conference: Conference, hat: str, language: str) -> Words:
    reader = Person(first_name="…", language=language)
    reader.sits_nowhere()
    contact = conference.manager if hat == Hat.PROFESSIONAL else conference.coordinator
    whom_to_call = {"contact": contact, "contact_mail": contact and contact.address_for("mail")}
    words = write(reader, LETTERS[Hat(hat)], said_in_it(conference, hat) | whom_to_call, has_link=True)
    return replace(words, text=words.text.replace(LINK, _("(hier komt ieders eigen link)")))
