"""A request from a place we do not know alarms everybody who can take it, and again each morning (A32)."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase
from kring.foundation.channels import Channel
from kring.foundation.posting import post
from kring.foundation.workdays import is_working_day
from kring.foundation.working import every_morning
from kring.people.models import Organisation, Person
from kring.referral.routing import managers, unrouted

LETTER = "referral/letters/unrouted.txt"


def national_mailbox() -> Person:
    """The mailbox of the organisation as somebody who gets mail; it has no seat and no door anywhere."""
    organisation = Organisation.current()
    kept = {"works_at": organisation.name, "channel": Channel.MAIL}
    found = Person.objects.filter(email=organisation.email, participations=None, seat=None, login_email=None).first()
    return found or Person.objects.create_user(organisation.name[:100], email=organisation.email, **kept)


@transaction.atomic
def alarm(conference) -> None:
    """At once: to every regiomanager with the way to the desk, and to the national mailbox without one."""
    words, key = {"is_urgent": conference.is_urgent, "waiting": 1}, f"unrouted:{conference.slug}"
    for manager in managers():
        post(manager, LETTER, words, key=f"{key}:{manager.slug}", about=conference, link_path=reverse("oversight:desk"))
    mailbox = national_mailbox()
    post(mailbox, LETTER, words, key=f"{key}:{mailbox.slug}", about=conference)


@every_morning("national_mailbox", hour=7)
@transaction.atomic
def alarm_again(today: date) -> int:
    """The mailbox hears of it each working morning while it is still nobody's; one message however many there are."""
    waiting = [one for one in unrouted().filter(phase=Phase.REFERRAL) if timezone.localdate(one.created_at) < today]
    if waiting and is_working_day(today):
        words = {"is_urgent": any(one.is_urgent for one in waiting), "waiting": len(waiting), "again": True}
        mailbox = national_mailbox()
        post(mailbox, LETTER, words, key=f"unrouted:{today.isoformat()}:{mailbox.slug}")
    return len(waiting)
