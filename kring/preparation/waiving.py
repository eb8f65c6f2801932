"""Waiving: «klaar» although one person was not prepared or did not hear the conditions; with a reason, written down."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NoReason(Refusal):
    message = _("Schrijf op waarom het niet lukte.")
    field = "why"


class Waiver(models.Model):
    """The only two things the rules let go for one person, and why (B11). The rest cannot be waived."""

    class What(models.TextChoices):
        PREPARED = "prepared", _("niet persoonlijk voorbereid")
        READ = "read", _("voorwaarden niet gelezen of gehoord")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="waivers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    what = models.CharField(_("wat"), max_length=10, choices=What)
    why = LockedTextField(_("waarom"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("toch door, met reden")
        constraints = [models.UniqueConstraint(fields=["conference", "person", "what"], name="one_waiver_a_thing")]

    def __str__(self) -> str:
        return self.get_what_display()

    @classmethod
    @transaction.atomic
    def give(cls, conference: Conference, *, person: Person, what: str, why: str, by: Person | Hand) -> "Waiver":
        hand = conference.write_down("waive", by=by)
        if what not in cls.What.values:
            raise Refusal
        if not why.strip():
            raise NoReason
        about = {"why": why, "by": hand.by, "at": timezone.now()}
        return cls.objects.update_or_create(conference=conference, person=person, what=what, defaults=about)[0]

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> None:
        self.conference.write_down("waive", by=by)
        self.delete()
