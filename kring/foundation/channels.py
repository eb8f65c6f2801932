"""How a message leaves the house: a mail server and an SMS gateway. Letters and calls go by hand."""

import json
import re
import smtplib
import urllib.error
import urllib.request
from contextlib import contextmanager
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.writing import one_line, organisation

TIMEOUT = 20


class Channel(models.TextChoices):
    MAIL = "mail", _("e-mail")
    SMS = "sms", _("sms")
    LETTER = "letter", _("brief of kaart")
    PHONE = "phone", _("bellen")


class Problem(models.TextChoices):
    """Why a message did not leave: its kind only, never an address or what was said."""

    SERVER = "server", _("de postserver of sms-dienst werkt nu niet mee")
    LATER = "later", _("de ontvangende kant vroeg om het later te proberen")
    REFUSED = "refused", _("het adres of nummer werd geweigerd")
    GONE = "gone", _("deze persoon doet niet meer mee")
    CUT_OFF = "cut_off", _("het versturen brak steeds af")
    UNFORESEEN = "unforeseen", _("er ging iets mis dat we niet verwachtten")


class Undelivered(Exception):
    """The other side did not take it. A final problem does not go away by waiting."""

    def __init__(self, problem: Problem, *, is_final: bool = False):
        self.problem, self.is_final = problem, is_final
        super().__init__(problem.value)


def is_open(channel: str) -> bool:
    """Can anything leave this way? In the demo it always can: there a message counts as sent without a server."""
    return bool(settings.DEMO or {Channel.MAIL: settings.EMAIL_URL, Channel.SMS: settings.SMS_URL}.get(channel))


def open_channels() -> list[Channel]:
    return [channel for channel in (Channel.MAIL, Channel.SMS) if is_open(channel)]


def nothing(people) -> dict:
    return {}


_closed = nothing  # until the room that keeps people safe says better


def closes(function):
    """Register what is closed to whom: (people) → {key of a person: channels that never reach this person}."""
    global _closed
    _closed = function
    return function


def closed_to(people) -> dict[int, frozenset[str]]:
    """Of those who do not work here; whoever does is always mailed."""
    outside = [person for person in people if person.pk and not person.is_at_a_desk]
    return {pk: closed for pk, closed in _closed(outside).items() if closed} if outside else {}


def reach(person, wanted: str | None = None, *, closed: frozenset[str] | None = None) -> Channel:
    """The channel to reach somebody by: the one wanted if it has an address, else the first that has.

    Who may not get messages is called instead, whatever was wanted (R-SAF-2).
    """
    wanted = wanted or (Channel.MAIL if person.is_at_a_desk else person.channel)
    closed = closed_to([person]).get(person.pk) if closed is None else closed
    if closed:
        is_post = wanted == Channel.LETTER and wanted not in closed and person.address_for(wanted)
        return Channel.LETTER if is_post else Channel.PHONE
    for channel in (Channel(wanted), *Channel):
        address = person.address_for(channel)
        if address and (channel != Channel.SMS or takes_sms(address)):
            return channel
    return Channel.PHONE


def international(phone: str) -> str:
    """A number as a gateway wants it: 06 12 34 56 78 and 0031 (0)6-12345678 are both +31612345678."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    if phone.strip().startswith("+"):
        return f"+{digits}"
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+31{digits[1:]}" if digits.startswith("0") else f"+{digits}"


def takes_sms(phone: str) -> bool:
    """A Dutch number takes a text message when it is a mobile one; of other countries we do not know."""
    number = international(phone)
    return number.startswith("+316") or not number.startswith("+31")


def hand_over(message) -> None:
    """Give a message to the server of its channel; Undelivered when that does not take it."""
    if not message.address:
        raise Undelivered(Problem.REFUSED, is_final=True)
    if message.channel == Channel.MAIL and settings.EMAIL_URL:
        send_mail(message)
    elif message.channel == Channel.SMS and settings.SMS_URL:
        send_sms(message)


def send_mail(message) -> None:
    mail = mail_of(message)
    with told_apart():
        mail.to = [formataddr((one_line(message.recipient.get_full_name()), message.address))]
        mail.send()


@contextmanager
def told_apart():
    """What a mail server says, or that it says nothing, as a problem we know."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as refused:
        raise said_no(min(code for code, _said in refused.recipients.values())) from None
    except smtplib.SMTPDataError as refused:
        raise said_no(refused.smtp_code) from None
    except OSError:  # also every other error of smtplib
        raise Undelivered(Problem.SERVER) from None
    except ValueError:  # an address that cannot stand in a header
        raise Undelivered(Problem.REFUSED, is_final=True) from None


def said_no(code: int) -> Undelivered:
    """Of a mail server 5xx is no for good, and 4xx is not now."""
    return Undelivered(Problem.REFUSED, is_final=True) if code >= 500 else Undelivered(Problem.LATER)


def mail_of(message) -> EmailMultiAlternatives:
    """The mail a server gets: plain text first, a simple page beside it, the calendar when there is one."""
    reply_to = organisation().email
    mail = EmailMultiAlternatives(
        subject=one_line(message.subject),
        body=message.full_text,
        reply_to=[reply_to] if reply_to else None,
        headers={
            "Message-ID": message.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": message.language,
        },
    )
    mail.attach_alternative(message.as_html(), "text/html")
    if message.calendar:
        method = re.search(r"^METHOD:(\w+)", message.calendar, re.MULTILINE)
        mail.attach_alternative(message.calendar, f"text/calendar; method={method[1] if method else 'PUBLISH'}")
        mail.attach("kring.ics", message.calendar, "text/calendar")
    return mail


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirected POST would become a GET and look like a yes."""

    def redirect_request(self, *args, **kwargs):
        return None


def send_sms(message) -> None:
    """One HTTP gateway; `reference` lets it drop a message that it already has."""
    order = {
        "to": international(message.address),
        "text": message.full_short,
        "from": settings.SMS_FROM,
        "reference": message.slug,
    }
    request = urllib.request.Request(
        settings.SMS_URL,
        json.dumps(order).encode(),
        {"Content-Type": "application/json", "Authorization": f"Bearer {settings.SMS_TOKEN}"},
        method="POST",
    )
    try:
        with urllib.request.build_opener(NoRedirects).open(request, timeout=TIMEOUT):
            pass  # 2xx: accepted
    except urllib.error.HTTPError as answer:
        answer.close()
        wrong_number = answer.code in (400, 404, 410, 422)
        raise Undelivered(Problem.REFUSED if wrong_number else Problem.SERVER, is_final=wrong_number) from None
    except (OSError, ValueError):
        raise Undelivered(Problem.SERVER) from None
