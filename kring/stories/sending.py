"""Sending the story on Friday: begun once, in handfuls, and gone on with by another worker when one dies."""

from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db import models
from django.db.models import Exists, F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from kring.foundation.addresses import new_slug
from kring.foundation.channels import Problem, Undelivered, told_apart
from kring.foundation.outbox import wait_after
from kring.foundation.working import every
from kring.stories import fridays, subscribing
from kring.stories.mailing import Written, deliver
from kring.stories.models import FridayStory
from kring.stories.subscribing import Subscriber

HANDFUL = 50  # mails in one task, so that other work gets its turn and memory stays small
LEASE = timedelta(minutes=20)  # longer than a handful takes at the slowest server
SILENCE = timedelta(minutes=2)  # without a sign of life for so long, the round is taken up again
TOO_LATE = timedelta(days=3)  # after a weekend nobody waits for it any more
MOST_TRIES = 5


class FridayRound(models.Model):
    """The sending of one story to everybody: that it began, that it goes on, that it ended."""

    friday = models.DateField(_("vrijdag"), unique=True)
    story = models.ForeignKey(FridayStory, models.SET_NULL, null=True, related_name="rounds")
    began_at = models.DateTimeField(_("begonnen op"))
    beat_at = models.DateTimeField(_("laatste levensteken"))
    ended_at = models.DateTimeField(_("klaar op"), null=True, blank=True)
    sent = models.PositiveIntegerField(_("verstuurd"), default=0)

    class Meta:
        verbose_name = _("vrijdagronde")

    def __str__(self) -> str:
        return str(self.friday)

    @classmethod
    def begin(cls, now: datetime) -> "FridayRound | None":
        """The round of the last Friday, once; there is none without a story or long after the hour."""
        friday = fridays.last(now)
        story = FridayStory.objects.filter(published_on=friday).first()
        if story is None or now - fridays.hour_of(friday) > TOO_LATE:
            return None
        fresh = {"story": story, "began_at": now, "beat_at": now - SILENCE}
        return cls.objects.get_or_create(friday=friday, defaults=fresh)[0]

    def take_up(self, now: datetime) -> bool:
        """Nobody is busy with it: of all who look, one goes on."""
        quiet = FridayRound.objects.filter(pk=self.pk, ended_at=None, beat_at__lte=now - SILENCE)
        return bool(quiet.update(beat_at=now))

    def on(self) -> Exists:
        """Asked before every mail: a yes that is taken back stops the round at once."""
        return Exists(FridayStory.objects.filter(pk=self.story_id, published_on=self.friday))

    def is_on(self) -> bool:
        return FridayRound.objects.filter(self.on(), pk=self.pk).exists()

    def end(self, now: datetime) -> None:
        FridayRound.objects.filter(pk=self.pk, ended_at=None).update(ended_at=now)

    # --- a handful ---------------------------------------------------------------------------------------------------
    def send_some(self, *, now: datetime | None = None) -> bool:
        """Send a handful; True when there is more to do right away."""
        now = now or timezone.now()
        if self.ended_at or not self.is_on() or now - self.began_at > TOO_LATE:
            self.end(now)
            return False
        until, token = now + LEASE, new_slug()
        claimed = {"token": token, "most": HANDFUL, "until": until, "now": now}
        handful = subscribing.claim(self.friday, self.began_at, **claimed)
        if not handful:
            return self._finish(now)
        goes_on = self._hand_out(handful, now)
        FridayRound.objects.filter(pk=self.pk).update(beat_at=now)
        return goes_on

    def _finish(self, now: datetime) -> bool:
        """Nobody is due: ended, unless somebody's turn comes again later."""
        if not subscribing.still_to_get(self.friday, self.began_at).exists():
            self.end(now)
        return False

    def _hand_out(self, handful: list[Subscriber], now: datetime) -> bool:
        """One connection for all; a silent server gets the rest a round later."""
        left, sent = list(handful), 0
        with suppress(Undelivered), one_connection() as connection:
            written = Written.of(self.story)
            while left:
                problem = self._send(written, left[0], connection, now)
                if problem == Problem.SERVER:
                    break
                left.pop(0)
                sent += problem == ""
        for place, reader in enumerate(left):  # who stood first comes last: perhaps it is this one address
            pause = timedelta(minutes=1 if place else 10)
            subscribing.settle(reader, wait_until=now + pause, tries=F("tries") - 1)
        FridayRound.objects.filter(pk=self.pk).update(sent=F("sent") + sent)
        return not left

    def _send(self, written: Written, reader: Subscriber, connection, now: datetime) -> str:
        """To one reader, and note how that went before the next one; returns the problem."""
        if not subscribing.still_ours(reader).filter(self.on()).exists():
            return Problem.GONE
        mail = written.to(reader)
        mail.connection = connection
        done: dict = {"last_friday": self.friday, "tries": 0}
        try:
            deliver(mail)
        except Undelivered as undelivered:
            if undelivered.problem == Problem.SERVER:
                return Problem.SERVER
            if not undelivered.is_final and reader.tries < MOST_TRIES:
                done = {"wait_until": now + wait_after(reader.tries)}
            subscribing.settle(reader, **done)
            if undelivered.is_final:
                reader.note_bounce(self.friday)
            return undelivered.problem
        subscribing.settle(reader, **done)
        return ""


@contextmanager
def one_connection():
    """One connection to the mail server for a whole handful; its closing disturbs nobody."""
    if not settings.EMAIL_URL:
        yield None
        return
    connection = get_connection()
    try:
        with told_apart():
            connection.open()
        yield connection
    finally:
        with suppress(OSError):
            connection.close()


@task()
def send_round(round_id: int) -> None:
    """A handful, and then the next as a task of its own."""
    found = FridayRound.objects.select_related("story").filter(pk=round_id).first()
    if found and found.send_some():
        send_round.enqueue(round_id)


@every(60, "friday_story")
def see_whether_it_is_time(*, now: datetime | None = None) -> None:
    """Begin the round of this Friday, or go on with one that stands still."""
    now = now or timezone.now()
    found = FridayRound.begin(now)
    if found and not found.ended_at and found.take_up(now):
        send_round.enqueue(found.pk)
