"""After four to six weeks a person phones: does the plan run, is help wanted (B13)."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.followup.refusals import NotYetHeld
from kring.people.models import Person


class Contact(models.Model):
    """A phone call after four to six weeks: does the plan run, is help wanted. No notes on content."""

    class Runs(models.TextChoices):
        ALL = "all", _("alles loopt")
        PART = "part", _("een deel loopt")
        NONE = "none", _("nog niets loopt")
        UNKNOWN = "unknown", _("niet gezegd")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="contacts")
    on = models.DateField(_("op"))
    runs = models.CharField(_("hoe het loopt"), max_length=10, choices=Runs)
    wants_change = models.BooleanField(_("het plan moet anders"), default=False)
    wants_help = models.BooleanField(_("hulp bij het bij elkaar komen"), default=False)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("opvolggesprek")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return str(self.on)

    @classmethod
    @transaction.atomic
    def record(cls, conference: Conference, *, on: date, by: Person | Hand, **answers) -> "Contact":
        hand = conference.write_down("record_contact", by=by)
        if on > timezone.localdate():
            raise NotYetHeld(field="on")
        return cls.objects.create(conference=conference, on=on, by=hand.by, **answers)
