"""Inviting: one letter to everybody, in the channel and language of each; never before the yes, and never twice."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import product

from django.db import transaction
from django.db.models import Q, Subquery
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.keeping_safe import refuse_unsafe
from kring.circle.kinds import AlreadyInvited, Hat
from kring.circle.models import CircleMember
from kring.circle.seating import seat_all
from kring.circle.wording import own_words
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation import tongues
from kring.foundation.outbox import Message
from kring.foundation.posting import post, post_all
from kring.foundation.refusals import Refusal
from kring.foundation.writing import LINK, Words, write
from kring.people.models import Person

CHILD = "child"
LETTERS = {
    Hat.CIRCLE: "circle/letters/invitation.txt",
    CHILD: "circle/letters/invitation_child.txt",
    Hat.PROFESSIONAL: "circle/letters/invitation_professional.txt",
}
REMINDER = "circle/letters/reminder.txt"
tongues.speaks_at_the_door(*LETTERS.values(), REMINDER)


class AtRest(Refusal):
    message = gettext_lazy("De familie doet het rustig aan. Er wordt nu niemand gevraagd.")


class EnoughForToday(Refusal):
    message = gettext_lazy("Deze persoon kreeg vandaag al een bericht. Morgen kan het weer, of bel even.")


class NothingToRemind(Refusal):
    message = gettext_lazy("Deze persoon hoeft nu niets te laten weten.")


def invite(member: CircleMember, *, by: Person | Hand) -> Message:
    """Make the seat and send the invitation, in one transaction."""
    if not invite_all(member.conference, [member], by=by):
        raise AlreadyInvited
    return Message.objects.get(key=key_of(member))


@transaction.atomic
def invite_all(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> list[CircleMember]:
    """Everybody the same words at the same moment (A28); who was invited meanwhile is passed over."""
    refuse_at_rest(conference)
    refuse_unsafe(conference, members, by=by)
    invited = seat_all(conference, members, by=by)
    post_invitations(conference, invited, by=by)
    return invited


@transaction.atomic
def invite_again(member: CircleMember, *, by: Person | Hand) -> Message:
    """Somebody said no and thought better of it."""
    refuse_at_rest(member.conference)
    refuse_unsafe(member.conference, [member], by=by)
    member.become_invited_again(by=by)
    return post_invitations(member.conference, [member], by=by)[0]


def post_invitations(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> list[Message]:
    known, kinds = what_is_known(conference), {kind_of(member) for member in members}
    said = {kind: said_in_it(conference, *kind, known) for kind in kinds}
    path = reverse("circle:invitation", args=[conference.slug])
    return post_all(
        [
            {
                "person": member.person, "letter": LETTERS[kind_of(member)[0]], "context": said[kind_of(member)],
                "key": key_of(member), "about": conference,
                "sent_by": Hand.of(by).by, "link_path": path, "by_hand": bool(member.way),
            }
            for member in members
        ]
    )  # fmt: skip


def kind_of(member: CircleMember) -> tuple[str, str]:
    """Which letter, in which language; a child of the circle gets one that fits the age (R-CHD-4)."""
    is_child = member.for_a_child and not member.is_professional
    return CHILD if is_child else member.hat, member.language


def key_of(member: CircleMember) -> str:
    return f"invitation {member.slug} {member.invited_at:%y%m%d%H%M%S%f}"


@transaction.atomic
def remind(member: CircleMember, *, by: Person | Hand, today: date | None = None) -> Message:
    """Ask once more, in the same channel; not on the day of the invitation and at most once a day."""
    today, conference = today or timezone.localdate(), member.conference
    refuse_at_rest(conference)
    conference.write_down("invite", by=by)
    if not member.person or not member.is_invited or member.has_answered:
        raise NothingToRemind
    refuse_unsafe(conference, [member], by=by)
    morning = timezone.make_aware(datetime.combine(today, time.min))
    quiet = Q(reminded_at=None) | Q(reminded_at__lt=morning)
    now = max(timezone.now(), morning)
    free = CircleMember.objects.filter(quiet, pk=member.pk, invited_at__lt=morning, answered_at=None)
    if not free.update(reminded_at=now):
        raise EnoughForToday
    member.reminded_at = now
    tell_the_coach(conference, today, by=by)
    return post(
        member.person, REMINDER, said_in_it(conference, member.hat, member.language),
        key=f"reminder {member.slug} {today:%y%m%d}", about=conference, sent_by=Hand.of(by).by,
        link_path=reverse("circle:invitation", args=[conference.slug]),
    )  # fmt: skip


def tell_the_coach(conference: Conference, today: date, *, by: Person | Hand) -> None:
    """Once a day that people were reminded; not who, and not what was written."""
    coach, sender = conference.coach, Hand.of(by).by
    if coach and coach != sender:
        key = f"reminded {conference.slug} {today:%y%m%d}"
        path = reverse("conference:show", args=[conference.slug])
        post(coach, "circle/letters/coach.txt", key=key, about=conference, sent_by=sender, link_path=path)


def refuse_at_rest(conference: Conference) -> None:
    if conference.resting_since:
        raise AtRest


def said_in_it(conference: Conference, hat: str, language: str = "nl", known: dict | None = None) -> dict:
    """What every invitation says: who asks, in their own words too, about what when that is agreed, and when."""
    known = known or what_is_known(conference)
    with translation.override(tongues.of_letter(language, LETTERS[hat])):
        sender, tongue = str(conference.names), tongues.here()
    words = known["own_words"] if hat != Hat.PROFESSIONAL else []
    return known | {"sender": sender, "own_words": words, "is_at_work": hat == Hat.PROFESSIONAL, "tongue": tongue}


def what_is_known(conference: Conference) -> dict:
    """The same for every invitee, in whatever language."""
    agreed = conference.questions.exclude(agreed_at=None).order_by("-agreed_at").values("text")[:1]
    about = Conference.objects.filter(pk=conference.pk).values_list(Subquery(agreed), "preparation__starts_at")
    question, starts_at = about.get()
    return {"own_words": own_words(conference), "question": question or "", "starts_at": starts_at}


@dataclass(frozen=True)
class Draft:
    """An invitation as it will go out, to read before it does."""

    hat: str
    language: str
    words: Words
    is_used: bool

    @property
    def dir(self) -> str:
        return tongues.direction(self.language)


def drafts(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> list[Draft]:
    """One letter for each kind of invitee and each language, those that will be used first."""
    used, known = {kind_of(member) for member in members}, what_is_known(conference)
    hats, languages = {hat for hat, _language in used}, [language for language, _name in tongues.choices()]
    hats |= {CHILD} if Hat.CIRCLE in hats else set()  # who sends it reads it before it is chosen
    kinds = sorted(product(sorted(hats), languages), key=lambda kind: kind not in used)
    return [Draft(*kind, draft(conference, *kind, known, by=Hand.of(by).by), kind in used) for kind in kinds]


def draft(
    conference: Conference, hat: str, language: str, known: dict | None = None, *, by: Person | None = None
) -> Words:
    reader = Person(first_name="…", language=language)
    reader.sits_nowhere()
    contact = conference.manager_to_call if hat == Hat.PROFESSIONAL else conference.coordinator
    contact = by if by == contact else contact  # whose desks are known already
    said = said_in_it(conference, hat, language, known) | {"contact": contact}
    words = write(reader, LETTERS[hat], said, has_link=True)
    here = _("(hier komt ieders eigen link)")
    return replace(words, text=words.text.replace(LINK, here), short=words.short.replace(LINK, here))
