"""What a coordinator is paid: per conference, fixed before anything is known, whatever comes out of it (A24)."""

from decimal import ROUND_HALF_UP, Decimal

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
WHOLE, CENT = 100, Decimal("0.01")


class NeverByOutcome(Refusal):
    message = _("De vergoeding hangt nooit af van hoe het afloopt. Daarom verandert zij nu niet meer.")


class NotTheWhole(Refusal):
    message = _("De delen zijn samen geen honderd procent.")


class Fee(models.Model):
    """The amount and the travel that were agreed at the appointment. It knows no outcome and no plan.

    When another coordinator takes over, the two have one fee together: each a share of what was agreed with them.
    """

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="fees")
    coordinator = models.ForeignKey(Coordinator, models.PROTECT, related_name="fees")
    amount = models.DecimalField(_("bedrag"), max_digits=8, decimal_places=2)
    travel = models.CharField(_("afgesproken reiskosten"), max_length=200, blank=True)
    share = models.PositiveSmallIntegerField(_("deel in procenten"), default=WHOLE)
    agreed_at = models.DateTimeField(_("afgesproken op"), default=timezone.now)

    class Meta:
        verbose_name = _("vergoeding")
        constraints = [models.UniqueConstraint(fields=["conference", "coordinator"], name="one_fee_each")]

    @classmethod
    @transaction.atomic
    def agree(
        cls, conference: Conference, coordinator: Coordinator, *, travel: str = "", after: Person | None = None
    ) -> "Fee":
        """At the appointment: the amount of that day's terms, the same for every conference.

        Who takes over gets the part that those terms leave of the share of who was here `after`; once the day was
        held, or it ended, the fee is earned and stays with who organised it.
        """
        about = {"amount": Terms.now().fee, "travel": travel}
        fee, is_new = cls.objects.get_or_create(conference=conference, coordinator=coordinator, defaults=about)
        first = (
            after and cls.objects.filter(conference=conference, coordinator__person=after).exclude(pk=fee.pk).first()
        )
        if first:
            kept = first.share if fee.is_owed else first.share * Terms.now().first_share // WHOLE
            fee.share, first.share = (0 if is_new else fee.share) + first.share - kept, kept
            cls.objects.bulk_update([fee, first], ["share"])
        return fee

    @property
    def owed(self) -> Decimal:
        """What this coordinator gets, in euros and cents."""
        return (Decimal(self.amount) * self.share / WHOLE).quantize(CENT, ROUND_HALF_UP)

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

    @classmethod
    @transaction.atomic
    def divide(cls, conference: Conference, shares: dict[int, int], *, by: Person | Hand) -> None:
        """Other shares of the one fee, by agreement between those who organised; never once an outcome can be known."""
        conference.refuse_unless_allowed("hand_over", by=by)
        fees = {fee.pk: fee for fee in cls.objects.filter(conference=conference)}
        if conference.phase not in NOTHING_IS_KNOWN or conference.outcome:
            raise NeverByOutcome
        if set(shares) != set(fees) or sum(shares.values()) != WHOLE or min(shares.values()) < 0:
            raise NotTheWhole
        for pk, share in shares.items():
            fees[pk].share = share
        cls.objects.bulk_update(fees.values(), ["share"])
