"""The progress talk: the circle speaks about how it goes, on a day it chose itself (A71)."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.followup.refusals import NotYetHeld
from kring.people.models import Person
from kring.plan.models import Plan


class ProgressTalk(models.Model):
    """The circle spoke about how it goes; its own affair, so only that and when."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="progress_talks")
    held_on = models.DateField(_("gehouden op"))
    next_on = models.DateField(_("volgende keer"), null=True, blank=True)

    class Meta:
        verbose_name = _("voortgangsgesprek")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return str(self.held_on)

    @classmethod
    @transaction.atomic
    def hold(cls, conference: Conference, *, held_on: date, next_on=None, by: Person | Hand) -> "ProgressTalk":
        conference.write_down("hold_progress_talk", by=by)
        if held_on > timezone.localdate():
            raise NotYetHeld(field="held_on")
        return cls.objects.create(conference=conference, held_on=held_on, next_on=next_on)

    @classmethod
    def next_for(cls, plan: Plan) -> date | None:
        """When the circle speaks next: as it said the last time, or as the plan says."""
        last = cls.objects.filter(conference=plan.conference).first()
        return last.next_on if last else plan.progress_on
