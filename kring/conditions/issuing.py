"""Issuing the form: to somebody who is around already, or to a professional we do not know yet, with a letter."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kring.conditions.models import ConditionsForm
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Channel, Person
from kring.referral.models import Requester

NEW = "new"


class WhoIsIt(Refusal):
    message = _("Kies iemand uit de lijst, of vul een voornaam, organisatie en e-mail of telefoon in.")
    field = "who"


def known_professionals(conference: Conference) -> list[Person]:
    """Who may get the form: who asked as a professional, and the professionals who are invited."""
    referral = getattr(conference, "referral", None)
    asked = {Role.REQUESTER} if referral and referral.kind == Requester.PROFESSIONAL else set()
    return conference.people(*VISITORS, *asked)


@transaction.atomic
def issue(
    conference: Conference, *, who: str, ground: str, why_late: str = "", by: Person | Hand, **about
) -> ConditionsForm:
    """Give the form to a named professional and let them know, in one transaction (A47)."""
    hand = conference.refuse_unless_allowed("ask_conditions", by=by)
    setter = somebody_new(conference, **about) if who == NEW else somebody_known(conference, who)
    form = ConditionsForm.issue(conference, setter=setter, ground=ground, why_late=why_late, by=hand)
    path = reverse("conditions:write", args=[conference.slug])
    letter, key = "conditions/letters/form.txt", f"conditions form {form.slug}"
    post(setter, letter, {"names": conference.names}, key=key, about=conference, sent_by=hand.by, link_path=path)
    return form


def somebody_known(conference: Conference, slug: str) -> Person:
    found = [person for person in known_professionals(conference) if person.slug == slug]
    if not found:
        raise WhoIsIt
    return found[0]


def somebody_new(conference: Conference, *, first_name: str, works_at: str, email: str, phone: str, **more) -> Person:
    """Somebody at work elsewhere. The same address is the same person, not a second one."""
    if not (first_name and works_at and (email or phone)):
        raise WhoIsIt
    for person in known_professionals(conference):
        if email and person.email.lower() == email.lower():
            return person
    channel = Channel.MAIL if email else Channel.PHONE
    return Person.objects.create_user(first_name, works_at=works_at, email=email, phone=phone, channel=channel, **more)
