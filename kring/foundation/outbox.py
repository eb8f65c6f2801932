"""The outbox: a message to one person, and how far it is. Written by posting.py."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation import channels, printing, writing
from kring.foundation.addresses import SlugField
from kring.foundation.channels import Channel, Problem, Undelivered
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.foundation.writing import LINK

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=5)  # longer than any mail server may take; after it the sender is thought dead
MAX_TRIES = 8


class NotNow(Refusal):
    message = _("Met dit bericht is al iets gebeurd. Kijk hoe het er nu voor staat.")


def plain_link(person, path: str) -> str:
    return settings.BASE_URL + path


_maker = plain_link  # until the room that lets people in says better


def makes_links(function):
    """Register how a personal link is made: (person, path) → a whole address that knows the person."""
    global _maker
    _maker = function
    return function


def link_maker(person, path: str) -> str:
    """A personal link; it is made when a message is sent or shown, and never kept."""
    return _maker(person, path)


def wait_after(tries: int) -> timedelta:
    """1, 4, 16 and then every 60 minutes."""
    return timedelta(minutes=min(4 ** (tries - 1), 60))


class Status(models.TextChoices):
    READY = "ready", _("staat klaar")
    SENDING = "sending", _("staat klaar")
    SENT = "sent", _("verzonden")
    FAILED = "failed", _("mislukt")
    BY_HAND = "by_hand", _("te doen")
    DONE = "done", _("gedaan")


BY_HAND_WORDS = {Channel.LETTER: _("te printen"), Channel.PHONE: _("te bellen")}


class MessageQuerySet(models.QuerySet):
    def to_do_by_hand(self):
        """To print, to call, or what did not arrive."""
        return self.filter(status__in=(Status.BY_HAND, Status.FAILED))

    def for_sender(self, person):
        """What somebody sent, the newest first, to see how that went."""
        return self.filter(sent_by=person).select_related("recipient").order_by("-created_at", "-pk")

    def due(self, now: datetime):
        """What may go now, and what a sender that died left halfway."""
        return self.filter(
            status__in=(Status.READY, Status.SENDING), not_before__lte=now, channel__in=channels.open_channels()
        )


def status_in(channel: str) -> Status:
    return Status.READY if channel in (Channel.MAIL, Channel.SMS) else Status.BY_HAND


class Message(models.Model):
    """One message to one person. The personal link never stands in it, only the place where it comes."""

    slug = SlugField()
    key = models.CharField(_("oorzaak"), max_length=200, unique=True, editable=False)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("aan"), related_name="messages"
    )
    about = models.ForeignKey(
        "kring.Conference", models.CASCADE, verbose_name=_("over"), related_name="messages", null=True, blank=True
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("van"), related_name="+", null=True, blank=True
    )
    channel = models.CharField(_("kanaal"), max_length=10, choices=Channel)
    language = models.CharField(_("taal"), max_length=10)
    subject = models.CharField(_("onderwerp"), max_length=200)
    text = LockedTextField(_("tekst"), blank=True)
    short = LockedTextField(_("korte tekst"), blank=True)
    link_path = models.CharField(_("waar de link heen gaat"), max_length=300, blank=True)
    calendar = LockedTextField(_("agenda"), blank=True)
    status = models.CharField(_("stand"), max_length=10, choices=Status, default=Status.READY)
    tries = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    last_problem = models.CharField(_("wat er misging"), max_length=12, choices=Problem, blank=True)
    not_before = models.DateTimeField(_("niet voor"), default=timezone.now)
    created_at = models.DateTimeField(_("geschreven op"), default=timezone.now)
    sent_at = models.DateTimeField(_("verzonden op"), null=True, blank=True)
    message_id = models.CharField(max_length=200, unique=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        constraints = [models.CheckConstraint(name="message_status_is_known", condition=Q(status__in=Status.values))]
        indexes = [
            models.Index(fields=["status", "not_before"], name="messages_due"),
            models.Index(fields=["sent_by", "-created_at"], name="messages_of_a_sender"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.status_words})"

    # --- questions -------------------------------------------------------------------------------------------------
    @property
    def status_words(self):
        """«staat klaar», «verzonden», «mislukt», «te printen», «te bellen» or «gedaan»."""
        by_hand = BY_HAND_WORDS.get(self.channel) if self.status == Status.BY_HAND else None
        return by_hand or self.get_status_display()

    @property
    def address(self) -> str:
        """Where it goes: what we know at this moment, not what we knew when it was written."""
        return self.recipient.address_for(self.channel)

    @property
    def link(self) -> str:
        return link_maker(self.recipient, self.link_path) if self.link_path else ""

    @property
    def full_text(self) -> str:
        """As the receiver reads it, with the link."""
        return self.text.replace(LINK, self.link)

    @property
    def full_short(self) -> str:
        return self.short.replace(LINK, self.link)

    def as_html(self) -> str:
        return writing.as_html(self.text, self.link, subject=self.subject, language=self.language)

    def as_pdf(self, *, typed: str = "", code: str = "", pictures: list[dict] | None = None) -> bytes:
        """A letter for a window envelope, with the link as a QR code and as text, or as a code to type."""
        return printing.letter(
            to=[self.recipient.get_full_name(), *self.recipient.postal_address.splitlines()],
            subject=self.subject,
            paragraphs=writing.paragraphs(self.text.replace(LINK, "")),
            link=self.link,
            typed=typed or (link_maker(self.recipient, "") if self.link_path else ""),
            code=code,
            pictures=pictures,
            language=self.language,
            day=timezone.localdate(self.created_at),
        )

    # --- verbs -----------------------------------------------------------------------------------------------------
    def send(self, *, now: datetime | None = None) -> str:
        """Claim it, hand it over, note how that went; of two senders at once one does it. Returns the problem."""
        now = now or timezone.now()
        if not self._claim(now) or self._is_held_back():
            return ""
        problem, is_final = self._hand_over()
        self._note(problem, is_final, now)
        return problem

    def _claim(self, now: datetime) -> bool:
        """Nobody else touches it until the lease is over."""
        mine = Message.objects.due(now).filter(pk=self.pk)
        claimed = mine.update(status=Status.SENDING, not_before=now + LEASE, tries=F("tries") + 1)
        if claimed:
            self.refresh_from_db()
        return bool(claimed)

    def _is_held_back(self) -> bool:
        """It was said meanwhile that this person gets no messages: now somebody calls."""
        if self.channel not in channels.closed_to([self.recipient]).get(self.recipient_id, ()):
            return False
        mine = Message.objects.filter(pk=self.pk, status=Status.SENDING, tries=self.tries)
        mine.update(status=Status.BY_HAND, channel=Channel.PHONE)
        self.refresh_from_db()
        return True

    def _hand_over(self) -> tuple[str, bool]:
        """The problem, if any, and whether waiting cannot help. Nothing of a message may reach the log."""
        if not self.recipient.is_active:
            return Problem.GONE, True
        if self.tries > MAX_TRIES:
            return Problem.CUT_OFF, True
        try:
            channels.hand_over(self)
        except Undelivered as undelivered:
            return undelivered.problem, undelivered.is_final
        except Exception as unforeseen:
            log.error("message %s did not leave: %s", self.slug, type(unforeseen).__name__)
            return Problem.UNFORESEEN, False
        return "", False

    def _note(self, problem: str, is_final: bool, now: datetime) -> None:
        """Write the end of this try down, unless somebody else has taken over meanwhile."""
        if not problem:
            how = {"status": Status.SENT, "sent_at": now}
        elif is_final or self.tries >= MAX_TRIES:
            how = {"status": Status.FAILED}
        else:
            how = {"status": Status.READY, "not_before": now + wait_after(self.tries)}
        still_mine = Message.objects.filter(pk=self.pk, status=Status.SENDING, tries=self.tries)
        still_mine.update(last_problem=problem, **how)
        self.refresh_from_db()

    @transaction.atomic
    def try_again(self, *, channel: str | None = None) -> None:
        """Once more from the start, perhaps another way, after somebody put the cause right."""
        channel = channels.reach(self.recipient, channel or self.channel)
        fresh = {"channel": channel, "status": status_in(channel), "tries": 0, "last_problem": ""}
        failed = Message.objects.filter(pk=self.pk, status=Status.FAILED)
        if not failed.update(not_before=timezone.now(), **fresh):
            raise NotNow
        self.refresh_from_db()

    def tick_off(self) -> None:
        """The letter is in the post, or somebody called."""
        by_hand = Message.objects.to_do_by_hand().filter(pk=self.pk)
        if not by_hand.update(status=Status.DONE, sent_at=timezone.now()):
            raise NotNow
        self.refresh_from_db()
