"""The progress talk: the circle speaks about how it goes, on a day it chose itself (A71)."""

from calendar import monthrange
from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.followup.refusals import NotYetHeld
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.plan.models import Plan
from kring.plan.refusals import NotYours

SMALL = 7  # under seven a child is small
MONTHS, MONTHS_WITH_SMALL_CHILD = 12, 6


class ProgressTalk(models.Model):
    """The circle spoke about how it goes; its own affair, so only when, and whether the plan changes."""

    class Changes(models.TextChoices):
        NOTHING = "nothing", _("Nee, het plan blijft zo")
        SMALL = "small", _("Ja, iets kleins. Dat schrijven we zelf in het plan")
        TOGETHER = "together", _("Ja, en daarvoor komen we weer bij elkaar")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="progress_talks")
    held_on = models.DateField(_("gehouden op"))
    next_on = models.DateField(_("volgende keer"), null=True, blank=True)
    changes = models.CharField(_("verandert er iets"), max_length=10, choices=Changes, blank=True)

    class Meta:
        verbose_name = _("voortgangsgesprek")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return str(self.held_on)

    @classmethod
    @transaction.atomic
    def hold(
        cls, conference: Conference, *, held_on: date, next_on=None, changes: str = "", by: Person | Hand
    ) -> "ProgressTalk":
        """What people wanted to talk about is talked about, and goes."""
        conference.write_down("hold_progress_talk", by=by)
        if held_on > timezone.localdate():
            raise NotYetHeld(field="held_on")
        conference.talk_topics.all().delete()
        return cls.objects.create(conference=conference, held_on=held_on, next_on=next_on, changes=changes)

    @classmethod
    def next_for(cls, plan: Plan) -> date | None:
        """When the circle speaks next: as it said the last time, or as the plan says."""
        last = cls.objects.filter(conference=plan.conference).first()
        return last.next_on if last else plan.progress_on


class TalkTopic(models.Model):
    """Something one of the circle wants to talk about; in the open for the circle, and gone when the talk was held."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="talk_topics")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    text = LockedTextField(_("waarover"))
    added_at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("onderwerp voor het voortgangsgesprek")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    @classmethod
    @transaction.atomic
    def add(cls, conference: Conference, *, text: str, by: Person | Hand) -> "TalkTopic":
        hand = conference.write_down("hold_progress_talk", by=by)
        if not conference.roles_of(hand.name_of) & CIRCLE:
            raise NotYours
        return cls.objects.create(conference=conference, person=hand.name_of, text=text)

    @transaction.atomic
    def take_off(self, *, by: Person | Hand) -> None:
        """By whom it was put on, and nobody else."""
        hand = self.conference.write_down("hold_progress_talk", by=by)
        if hand.name_of != self.person:
            raise NotYours
        self.delete()


def is_far(conference: Conference, *, since: date, on: date) -> bool:
    """More than a year until they speak, or half a year with a child under seven (R-REV-3)."""
    ages = [person.age_on(since) for person in conference.people(*CIRCLE)]
    has_small_child = any(age is not None and age < SMALL for age in ages)
    return on > months_later(since, MONTHS_WITH_SMALL_CHILD if has_small_child else MONTHS)


def months_later(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
