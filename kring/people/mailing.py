"""Mails the code to sign in with; the answer to who asks does not wait for it, and never shows whether it went."""

import hashlib
import json

from django.db.models import Q
from django_tasks import task

from kring.foundation import posting
from kring.foundation.locking import lock, unlock
from kring.people.models import Channel, Person


def staff_with(email: str) -> Person | None:
    """Who works here and logs in with this address; nobody else ever gets a code."""
    at_a_desk = Q(seat__isnull=False) | Q(is_staff=True) | Q(is_superuser=True)
    return Person.objects.filter(at_a_desk, login_email=email.strip().lower(), is_active=True).first()


def send_code(email: str, code: str) -> None:
    """The same small work for every address: put it, locked, on the pile of the worker."""
    mail_code.enqueue(lock(json.dumps([email, code])))


@task()
def mail_code(locked: str) -> None:
    """Write the message when the address is of somebody who works here."""
    email, code = json.loads(unlock(locked))
    if person := staff_with(email):
        post(person, "people/letters/login_code.txt", {"code": code}, key=hashlib.sha256(locked.encode()).hexdigest())


def post(person: Person, letter: str, context: dict | None = None, *, key: str) -> None:
    posting.post(person, letter, context, key=f"sign-in-{key}", channel=Channel.MAIL)
