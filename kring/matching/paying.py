"""What a coordinator is paid: per conference, fixed before anything is known, whatever comes out of it (A24)."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.refusals import Refusal
from kring.matching.register import Coordinator
from kring.matching.terms import Terms
from kring.people.models import Person

NOTHING_IS_KNOWN = (Phase.MATCHING, Phase.PREPARATION)


class NeverByOutcome(Refusal):
    message = _("De vergoeding hangt nooit af van hoe het afloopt. Daarom verandert zij nu niet meer.")


class Fee(models.Model):
    """The amount and the travel that were agreed at the appointment. It knows no outcome and no plan."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="fees")
    coordinator = models.ForeignKey(Coordinator, models.PROTECT, related_name="fees")
    amount = models.DecimalField(_("bedrag"), max_digits=8, decimal_places=2)
    travel = models.CharField(_("afgesproken reiskosten"), max_length=200, blank=True)
    agreed_at = models.DateTimeField(_("afgesproken op"), default=timezone.now)

    class Meta:
        verbose_name = _("vergoeding")
        constraints = [models.UniqueConstraint(fields=["conference", "coordinator"], name="one_fee_each")]

    @classmethod
    def agree(cls, conference: Conference, coordinator: Coordinator, *, travel: str = "") -> "Fee":
        """At the appointment: the amount of that day's terms, the same for every conference."""
        about = {"amount": Terms.now().fee, "travel": travel}
        return cls.objects.get_or_create(conference=conference, coordinator=coordinator, defaults=about)[0]

    @property
    def is_owed(self) -> bool:
        """Once it was organised: the day came, or the conference ended in whatever way."""
        return self.conference.phase not in NOTHING_IS_KNOWN

    @transaction.atomic
    def change(self, *, travel: str | None = None, by: Person | Hand) -> None:
        """Put the agreement right, to the terms of today; never once something of the outcome can be known (A24)."""
        self.conference.refuse_unless_allowed("offer", by=by)
        if self.is_owed or self.conference.outcome:
            raise NeverByOutcome
        self.amount = Terms.now().fee
        self.travel = self.travel if travel is None else travel
        self.save(update_fields=["amount", "travel"])
