"""The months after the day: the family keeps the lead, and the organisation steps back well."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.people.models import Person


class FollowUp(models.Model):
    """The months after. The family keeps the lead; the organisation asks, it does not inspect (B13)."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    closed_well_at = models.DateTimeField(_("afgerond op"), null=True, blank=True)

    class Meta:
        verbose_name = _("opvolging")

    def __str__(self) -> str:
        return str(self.conference)

    @classmethod
    def of(cls, conference: Conference) -> "FollowUp":
        followup = cls.objects.get_or_create(conference=conference)[0]
        followup.conference = conference
        return followup

    @transaction.atomic
    def close(self, *, by: Person | Hand) -> None:
        """The organisation steps back; the circle keeps its plan and goes on (B9)."""
        self.conference.take("close", by=by)
        self.closed_well_at = timezone.now()
        self.save(update_fields=["closed_well_at"])
