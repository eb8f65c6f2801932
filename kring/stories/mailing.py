"""The mails of the Friday story: the same body for everybody, and headers by which a mail program can stop it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django_tasks import task

from kring.foundation import channels
from kring.foundation.channels import Channel, Problem, Undelivered
from kring.foundation.writing import one_line, organisation, part
from kring.stories.appearing import StoryPerson
from kring.stories.models import FridayStory
from kring.stories.subscribing import Subscriber

STORY = "stories/letters/story.txt"
PAGE = "stories/letters/page.html"


@dataclass(frozen=True)
class Written:
    """What every reader gets this Friday, to the last sign; nothing in it tells one reader from another."""

    subject: str
    text: str
    html: str
    friday: date
    story: str

    @classmethod
    def of(cls, story: FridayStory) -> "Written":
        with translation.override("nl"):
            values = {
                "story": story,
                "organisation": organisation(),
                "read": settings.BASE_URL + reverse("stories:story", args=[story.slug]),
                "leave": settings.BASE_URL + reverse("stories:leave"),
            }
            subject, text = one_line(part(STORY, "subject", values)), part(STORY, "text", values)
            html = render_to_string(PAGE, values | {"subject": subject})
        return cls(subject, text, html, story.published_on, story.slug)

    def to(self, reader: Subscriber) -> EmailMultiAlternatives:
        """The mail of one reader: only the envelope and the headers are theirs."""
        mail = EmailMultiAlternatives(
            subject=self.subject,
            body=self.text,
            from_email=envelope_of(reader),
            to=[reader.address],
            headers=headers_of(reader) | {"Message-ID": message_id(self.story, reader)},
        )
        mail.attach_alternative(self.html, "text/html")
        return mail


def headers_of(reader: Subscriber) -> dict[str, str]:
    """RFC 8058: one POST to this address ends it. It stands in the header alone, so no forwarded text holds it."""
    return {
        "From": settings.DEFAULT_FROM_EMAIL,
        "List-Id": f"Vrijdagverhaal <vrijdagverhaal.{host()}>",
        "List-Unsubscribe": f"<{reader.leave_address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "list",
        "Auto-Submitted": "auto-generated",
        "Content-Language": "nl",
    }


def host() -> str:
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def message_id(story: str, reader: Subscriber) -> str:
    """The same when it must go again, so that a mail server sees it has this one already."""
    mark = salted_hmac("kring.stories.message", f"{story}:{reader.slug}", algorithm="sha256").hexdigest()[:24]
    return f"<{mark}@{host()}>"


def envelope_of(reader: Subscriber) -> str:
    """Where a mail comes back to that cannot be delivered: an address that tells whose it was."""
    if not settings.BOUNCE_ADDRESS:
        return settings.DEFAULT_FROM_EMAIL
    name, _at, domain = settings.BOUNCE_ADDRESS.partition("@")
    return f"{name}+{reader.code('bounce')}@{domain}"


def deliver(mail: EmailMultiAlternatives) -> None:
    """Give it to the mail server; in the demo it counts as sent without one."""
    if not channels.is_open(Channel.MAIL):
        raise Undelivered(Problem.SERVER)
    if settings.EMAIL_URL:
        with channels.told_apart():
            mail.send()


# --- single mails ---------------------------------------------------------------------------------------------------
def note_to(address: str, letter: str, values: dict, language: str) -> None:
    """A short mail with one link; it says nothing about anybody."""
    with translation.override(language):
        values |= {"organisation": organisation(), "today": timezone.localdate()}
        subject, text = one_line(part(letter, "subject", values)), part(letter, "text", values)
    headers = {"Auto-Submitted": "auto-generated", "Content-Language": language}
    deliver(EmailMultiAlternatives(subject=subject, body=text, to=[address], headers=headers))


def sent_or_refused(*note) -> bool:
    """False when this address takes no mail for good; anything else that goes wrong is tried again by the worker."""
    try:
        note_to(*note)
    except Undelivered as undelivered:
        if not undelivered.is_final:
            raise
        return False
    return True


@task()
def ask_to_confirm(reader_id: int, language: str) -> None:
    """After the form: one click in this mail is the second yes; who is a reader already is told so."""
    reader = Subscriber.objects.filter(pk=reader_id).first()
    if reader is None:
        return
    letter, values = "stories/letters/confirm.txt", {"link": reader.confirm_address}
    if reader.confirmed_at:
        letter, values = "stories/letters/already.txt", {"leave": settings.BASE_URL + reverse("stories:leave")}
    if not sent_or_refused(reader.address, letter, values, language) and not reader.confirmed_at:
        reader.delete()


@task()
def ask_whether_to_leave(reader_id: int, language: str) -> None:
    """Somebody typed this address to stop the mails: its owner decides, from the mailbox."""
    if reader := Subscriber.objects.filter(pk=reader_id).first():
        sent_or_refused(reader.address, "stories/letters/leave.txt", {"link": reader.leave_address}, language)


@task()
def ask_to_read(person_id: int) -> None:
    """To who appears in a story: there is something to read; not what."""
    if person := StoryPerson.objects.filter(pk=person_id).first():
        sent_or_refused(person.email, "stories/letters/read.txt", {"link": person.address}, "nl")
