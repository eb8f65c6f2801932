"""What is sent around a request: a confirmation, a nudge to the regiomanager, and what the main person is asked."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.foundation.channels import Channel, reach, takes_sms
from kring.foundation.posting import post
from kring.people.models import Organisation, Person
from kring.referral import deciding
from kring.referral.alarming import alarm
from kring.referral.answers import Authority
from kring.referral.drafts import Draft
from kring.referral.models import Referral
from kring.referral.noting import recount


def page_of(conference) -> str:
    return reverse("conference:show", args=[conference.slug])


def quick(conference, person: Person) -> str | None:
    """With haste nothing goes by post that can go by SMS, phone or mail (A53); else as the person wants it."""
    if not conference.is_urgent or reach(person) != Channel.LETTER:
        return None
    if person.phone:
        return Channel.SMS if takes_sms(person.phone) else Channel.PHONE
    return Channel.MAIL if person.address_for(Channel.MAIL) else None


def tell(person: Person, letter: str, key: str, *, conference, **more) -> None:
    """A message that can wait for a talk: only to who can read it, nobody is called for it."""
    channel = quick(conference, person) or reach(person)
    if channel in (Channel.MAIL, Channel.SMS, Channel.LETTER):
        words = {
            "contact": conference.manager_to_call,
            "days": Organisation.current().contact_days,
            "is_urgent": conference.is_urgent,
        }
        post(person, f"referral/letters/{letter}.txt", words, key=f"{key}:{conference.slug}:{person.slug}",
             about=conference, link_path=page_of(conference), channel=channel, **more)  # fmt: skip


@transaction.atomic
def receive(*, written_by: Person | None = None, via: str = "", **asked) -> Referral:
    """Take the request in, confirm it to who asked, and let the regiomanager know that it is there."""
    referral = Referral.receive(**asked)
    conference = referral.conference
    if referral.form_token:
        Draft.forget(referral.form_token)
    if written_by and not conference.journal.exists():
        hand = Hand(written_by, referral.requester, via)
        JournalEntry.write(conference, "ask", hand, before=conference.phase, after=conference.phase)
    tell(referral.requester, "received", "received", conference=conference)
    if conference.manager is None:
        alarm(conference)
    elif conference.manager != written_by:
        post(conference.manager, "referral/letters/new.txt", {"is_urgent": conference.is_urgent},
             key=f"new:{conference.slug}:{conference.manager.slug}", about=conference,
             link_path=page_of(conference))  # fmt: skip
    return referral


@transaction.atomic
def record_talk(referral: Referral, *, by: Hand, phone: str, email: str, channel: str, **talk) -> None:
    """The talk was held; now the main person reads what was asked, by the way that is safe."""
    referral.reach(phone=phone, email=email, channel=channel, by=by)
    referral.record_talk(**talk, by=by)
    recount(referral.conference)
    after_an_answer(referral, by=by)


def ask_to_answer(referral: Referral, *, by: Hand) -> None:
    """Let everybody know whose own answer is wanted. While it is unclear who decides for a child, nothing goes."""
    conference = referral.conference
    found = deciding.decisions(conference)
    if conference.phase != Phase.REFERRAL or not referral.is_talked_about or any(one.is_unclear for one in found):
        return
    for person in [one.person for one in found if one.may_be_written_to and not one.said]:
        key, words = f"asked:{conference.slug}:{person.slug}", {"contact": conference.manager_to_call}
        post(person, "referral/letters/asked.txt", words, key=key, about=conference, sent_by=by.by,
             link_path=reverse("referral:show", args=[conference.slug]), channel=quick(conference, person))  # fmt: skip


@transaction.atomic
def say_yes(
    referral: Referral, *, by: Hand, not_for: frozenset[str] = frozenset(), may_follow: bool = True, **words
) -> None:
    """One tap says yes; what was folded below it goes along: own words, wishes, who may follow."""
    if words:
        referral.correct(**words, by=by)
    referral.say_yes(by=by, not_for=not_for)
    if not may_follow:
        stop_following(referral)
    after_an_answer(referral, by=by)


@transaction.atomic
def say_no(referral: Referral, *, by: Hand) -> None:
    referral.say_no(by=by)
    after_an_answer(referral, by=by)


@transaction.atomic
def note_parent(referral: Referral, authority: Authority, *, says: str, via: str, by: Hand) -> None:
    deciding.note_parent(authority, says=says, via=via, by=by)
    after_an_answer(referral, by=by)


@transaction.atomic
def note_child(referral: Referral, child: Person, *, says: str, via: str, by: Hand) -> None:
    deciding.note_child(referral.conference, child, says=says, via=via, by=by)
    after_an_answer(referral, by=by)


def after_an_answer(referral: Referral, *, by: Hand) -> None:
    """When it goes on or ends, who asked hears that there is news; while it waits, the next one is asked."""
    referral.note_the_answer()
    if referral.conference.phase == Phase.REFERRAL:
        ask_to_answer(referral, by=by)
    elif referral.conference.phase in (Phase.MATCHING, Phase.CLOSED):
        tell_the_requester(referral)


def stop_following(referral: Referral) -> None:
    """The main person wants the requester not to follow it: the door closes, without a word."""
    if referral.requester and not referral.is_for_oneself:
        referral.conference.unseat(referral.requester, Role.REQUESTER)


def tell_the_requester(referral: Referral) -> None:
    """That there is news, not which: the own page says it goes on or not, never why (R-CON-3)."""
    if referral.requester and Role.REQUESTER in referral.conference.roles_of(referral.requester):
        tell(referral.requester, "news", f"answer-{referral.conference.phase}", conference=referral.conference)


def who_asked(referral: Referral) -> str:
    """«Tom de Wit, Basisschool De Klaproos»."""
    person = referral.requester
    if person is None:
        return _("iemand")
    return ", ".join(part for part in (person.get_full_name(), person.works_at) if part)
