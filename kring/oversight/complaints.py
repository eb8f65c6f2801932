"""Complaints: read by the office alone, apart from everybody who works on a conference."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.foundation.workdays import working_days_after
from kring.people.models import Desk, Person

ACKNOWLEDGED_IN, ANSWERED_IN = 5, 30  # working days: a week, and six weeks


class AlreadyAnswered(Refusal):
    message = _("Deze klacht is al beantwoord.")


class NotHeardYet(Refusal):
    message = _("Laat eerst weten dat de klacht binnen is.")


class NowhereElse(Refusal):
    message = _("We weten niet hoe we deze persoon bereiken. Schrijf het antwoord hier, dan staat het op hun pagina.")
    field = "reply"


class Complaint(models.Model):
    """What somebody is not content with, in the own words; a name or a way to answer only if they like."""

    slug = SlugField()
    text = LockedTextField(_("de klacht"))
    name = LockedTextField(_("naam"), blank=True)
    reach = LockedTextField(_("hoe we antwoorden"), blank=True)
    handling = LockedTextField(_("wie ernaar kijkt en wat is afgesproken"), blank=True)
    reply = LockedTextField(_("ons antwoord"), blank=True)
    received_at = models.DateTimeField(_("ontvangen op"), default=timezone.now)
    acknowledged_at = models.DateTimeField(_("ontvangst bevestigd op"), null=True, blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)

    class Meta:
        verbose_name = _("klacht")
        ordering = ["received_at", "pk"]

    def __str__(self) -> str:
        return str(_("klacht"))

    @property
    def received_on(self) -> date:
        return timezone.localdate(self.received_at)

    @property
    def acknowledge_by(self) -> date:
        return working_days_after(self.received_on, ACKNOWLEDGED_IN)

    @property
    def answer_by(self) -> date:
        return working_days_after(self.received_on, ANSWERED_IN)

    @property
    def is_anonymous(self) -> bool:
        return not self.reach

    @property
    def due(self) -> date | None:
        """What the office owes next; to who left no way to answer, only the answer here."""
        if self.answered_at:
            return None
        return self.answer_by if self.acknowledged_at or self.is_anonymous else self.acknowledge_by

    def is_late(self, today: date | None = None) -> bool:
        return self.due is not None and self.due < (today or timezone.localdate())

    def acknowledge(self) -> None:
        """We told them that we have it."""
        if self.answered_at:
            raise AlreadyAnswered
        if self.acknowledged_at is None:
            self.acknowledged_at = timezone.now()
            self.save(update_fields=["acknowledged_at"])

    def note(self, *, handling: str) -> None:
        """Who of the committee looks at it, and what was agreed."""
        self.handling = handling
        self.save(update_fields=["handling"])

    def answer(self, *, reply: str = "") -> None:
        """They have our answer; from here the keeping time runs."""
        if self.answered_at:
            raise AlreadyAnswered
        if self.acknowledged_at is None and not self.is_anonymous:
            raise NotHeardYet
        if self.is_anonymous and not reply:
            raise NowhereElse
        self.answered_at, self.reply = timezone.now(), reply
        self.save(update_fields=["answered_at", "reply"])


def readers():
    """Who may read complaints: the office, but nobody who also works on conferences."""
    case_team = Person.objects.filter(seat__desk__in=[Desk.MANAGER, Desk.COORDINATOR])
    office = Person.objects.filter(is_active=True, seat__desk=Desk.OFFICE)
    return office.exclude(pk__in=case_team.values("pk")).distinct().order_by("pk")


def may_read(person: Person) -> bool:
    return Desk.OFFICE in person.seats() and not person.seats() & {Desk.MANAGER, Desk.COORDINATOR}
