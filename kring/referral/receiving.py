"""What is sent around a request: a confirmation, a nudge to the regiomanager, and what the main person is asked."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.conference.hands import Hand
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import post
from kring.people.models import Organisation, Person
from kring.referral.models import Enquiry, Referral
from kring.referral.routing import managers


def page_of(conference) -> str:
    return reverse("conference:show", args=[conference.slug])


def tell(person: Person, letter: str, key: str, *, conference, **more) -> None:
    """A message that can wait for a talk: only to who can read it, nobody is called for it."""
    if reach(person) in (Channel.MAIL, Channel.SMS, Channel.LETTER):
        contact = conference.manager
        words = {"contact": contact, "days": Organisation.current().contact_days}
        post(person, f"referral/letters/{letter}.txt", words, key=f"{key}:{conference.slug}:{person.slug}",
             about=conference, link_path=page_of(conference), **more)  # fmt: skip


@transaction.atomic
def receive(**asked) -> Referral:
    """Take the request in, confirm it to who asked, and let the regiomanager know that it is there."""
    referral = Referral.receive(**asked)
    conference = referral.conference
    tell(referral.requester, "received", "received", conference=conference)
    for manager in [conference.manager] if conference.manager else managers():
        where = page_of(conference) if conference.manager else reverse("oversight:desk")
        words = {"is_urgent": conference.is_urgent, "is_unrouted": conference.region_id is None}
        post(manager, "referral/letters/new.txt", words, key=f"new:{conference.slug}:{manager.slug}",
             about=conference, link_path=where)  # fmt: skip
    return referral


@transaction.atomic
def enquire(*, form_token: str, **about) -> Enquiry:
    """Somebody wants to talk first: a phone number on the list of every regiomanager, no conference (A36)."""
    enquiry, is_new = Enquiry.objects.get_or_create(slug=form_token, defaults=about)
    for manager in managers() if is_new else ():
        key = f"enquiry:{enquiry.slug}:{manager.slug}"
        post(manager, "referral/letters/enquiry.txt", {}, key=key, link_path=reverse("oversight:desk"))
    return enquiry


@transaction.atomic
def record_talk(referral: Referral, *, by: Hand, phone: str, email: str, channel: str, **talk) -> None:
    """The talk was held; now the main person reads what was asked, by the way that is safe."""
    referral.reach(phone=phone, email=email, channel=channel, by=by)
    referral.record_talk(**talk, by=by)
    conference = referral.conference
    for person in conference.main_people:
        key, words = f"asked:{conference.slug}:{person.slug}", {"contact": conference.manager}
        post(person, "referral/letters/asked.txt", words, key=key, about=conference, sent_by=by.by,
             link_path=reverse("referral:show", args=[conference.slug]))  # fmt: skip


@transaction.atomic
def say_yes(referral: Referral, *, by: Hand) -> None:
    referral.say_yes(by=by)
    tell_the_requester(referral)


@transaction.atomic
def say_no(referral: Referral, *, by: Hand) -> None:
    referral.say_no(by=by)
    tell_the_requester(referral)


def tell_the_requester(referral: Referral) -> None:
    """That there is news, not which: the own page says it goes on or not, never why (R-CON-3)."""
    if referral.requester and not referral.is_for_oneself:
        tell(referral.requester, "news", f"answer-{referral.conference.phase}", conference=referral.conference)


def who_asked(referral: Referral) -> str:
    """«Tom de Wit, Basisschool De Klaproos»."""
    person = referral.requester
    if person is None:
        return _("iemand")
    return ", ".join(part for part in (person.get_full_name(), person.works_at) if part)
