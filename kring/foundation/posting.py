"""Posting a message in the transaction of what caused it, and seeing that it leaves the house once."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from kring.foundation import channels, writing
from kring.foundation.addresses import new_slug
from kring.foundation.channels import Problem
from kring.foundation.outbox import Message, Status, link_maker, makes_links, status_in
from kring.foundation.working import every

__all__ = ["Message", "Status", "deliver_due", "link_maker", "makes_links", "post", "send", "state"]

ROUND = 50  # messages in one round, so that other work gets its turn
HANDFUL = 10  # messages in one task


@transaction.atomic
def post(
    person, letter: str, context: dict | None = None, *, key: str, about=None, sent_by=None, link_path: str = "",
    channel: str | None = None, calendar: str = "",
) -> Message:  # fmt: skip
    """Write a message to somebody, in the transaction of its cause; the same key again is the same message.

    `letter` is a template such as "circle/letters/invitation.txt" with the partials `text`, `subject` and `short`
    (see writing.py). `link_path` is where the personal link leads. Without an address in the wanted channel it goes
    by the next that has one, in the end by phone.
    """
    if found := Message.objects.filter(key=key).first():
        return found
    written = composed(
        person, letter, context or {}, about=about, sent_by=sent_by, link_path=link_path, channel=channel,
        calendar=calendar,
    )  # fmt: skip
    message, is_new = Message.objects.get_or_create(key=key, defaults=written)
    if is_new and message.status == Status.READY:
        send.enqueue(message.pk)
    return message


@transaction.atomic
def post_all(letters: list[dict]) -> list[Message]:
    """Many messages in one go: of each `key`, `by_hand` and what `post` takes; who has that message gets no other."""
    known = set(Message.objects.filter(key__in=[letter["key"] for letter in letters]).values_list("key", flat=True))
    new = [letter for letter in letters if letter["key"] not in known]
    closed = channels.closed_to([letter["person"] for letter in new])
    messages = [
        Message(key=letter.pop("key"), **composed(**letter, closed=closed.get(letter["person"].pk, frozenset())))
        for letter in new
    ]
    messages = Message.objects.bulk_create(messages)
    ready = [message.pk for message in messages if message.status == Status.READY]
    for start in range(0, len(ready), HANDFUL):
        send_each.enqueue(ready[start : start + HANDFUL])
    return messages


def composed(
    person, letter: str, context: dict, *, about=None, sent_by=None, link_path: str = "", channel: str | None = None,
    calendar: str = "", by_hand: bool = False, closed: frozenset[str] | None = None,
) -> dict:  # fmt: skip
    """A message in the words and the channel of who gets it; by hand, somebody here sees that it arrives."""
    words = writing.write(person, letter, context, about=about, has_link=bool(link_path))
    channel, slug = channels.reach(person, channel, closed=closed), new_slug()
    return {
        "slug": slug,
        "message_id": f"<{slug}@{urlsplit(settings.BASE_URL).hostname}>",
        "recipient": person,
        "about": about,
        "sent_by": sent_by,
        "channel": channel,
        "status": Status.BY_HAND if by_hand else status_in(channel),
        "language": words.language,
        "subject": words.subject,
        "text": words.text,
        "short": words.short,
        "link_path": link_path,
        "calendar": calendar,
    }


@task()
def send(message_id: int) -> None:
    """Send one message, soon after it was written."""
    if message := Message.objects.filter(pk=message_id).first():
        message.send()


@task()
def send_each(message_ids: list[int]) -> None:
    """Send a handful that was written in one go."""
    for message in Message.objects.filter(pk__in=message_ids):
        message.send()


@every(60, "post")
def deliver_due(*, now: datetime | None = None) -> None:
    """Send what waits, what should be tried again and what was cut off; a silent server gets the rest a round later."""
    for channel in channels.open_channels():
        due = Message.objects.due(now or timezone.now()).filter(channel=channel).order_by("not_before")
        for message in due[:ROUND]:
            if message.send(now=now) == Problem.SERVER:
                break


def state(*, now: datetime | None = None) -> dict:
    """How the post is doing, in numbers: ok unless messages wait for a server that nobody has set up, or too long."""
    now = now or timezone.now()
    waiting = Message.objects.filter(status__in=(Status.READY, Status.SENDING))
    no_way_out = sorted(set(waiting.exclude(channel__in=channels.open_channels()).values_list("channel", flat=True)))
    return {
        "ok": not no_way_out and not waiting.filter(created_at__lt=now - timedelta(hours=1), tries=0).exists(),
        "waiting": waiting.count(),
        "failed": Message.objects.filter(status=Status.FAILED).count(),
        "not_set_up": no_way_out,
    }
