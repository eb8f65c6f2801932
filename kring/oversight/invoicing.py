"""What a funding region is billed: a line for each conference, with a key, a month and a price; never who it was."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, Exists, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.matching.paying import NOTHING_IS_KNOWN
from kring.meeting.models import Meeting
from kring.oversight.case_keys import case_key
from kring.region.models import FundingContract

BEFORE = (Phase.REFERRAL, *NOTHING_IS_KNOWN)


class NothingToBill(Refusal):
    message = _("Er is nu niets te factureren.")


class NoPrice(Refusal):
    message = _("Vul eerst de prijs in bij deze afspraak.")


class IsSent(Refusal):
    message = _("Deze factuur is al verstuurd. Zij kan niet meer terug.")


def billable(contract: FundingContract):
    """Conferences that refer to this contract, were organised, and stand on no invoice; however they ended."""
    moves = JournalEntry.objects.filter(conference=OuterRef("pk"), phase_before__in=BEFORE).exclude(
        phase_after__in=BEFORE
    )
    moved = moves.order_by().values("conference").annotate(first=Min("at")).values("first")
    rows = Conference.objects.filter(funding=contract, invoice_line=None).exclude(phase__in=BEFORE)
    return rows.annotate(
        organised_at=Coalesce(Subquery(moved), "closed_at", "moved_at"),
        had_a_day=Exists(Meeting.objects.filter(conference=OuterRef("pk"))),
    )


class InvoiceQuerySet(models.QuerySet):
    def with_sums(self):
        return self.annotate(total=Sum("lines__amount"), many=Count("lines"))


class Invoice(models.Model):
    """One bill for one contract. It gets its number when it is sent, so that no number is ever missing."""

    slug = SlugField()
    contract = models.ForeignKey(FundingContract, models.PROTECT, related_name="invoices")
    number = models.CharField(_("factuurnummer"), max_length=20, blank=True)
    made_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    fetched_at = models.DateTimeField(_("opgehaald op"), null=True, blank=True)
    sent_on = models.DateField(_("verstuurd op"), null=True, blank=True)

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("factuur")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=~Q(number=""), name="one_invoice_a_number"),
            models.UniqueConstraint(fields=["contract"], condition=Q(sent_on=None), name="one_draft_invoice_each"),
        ]

    def __str__(self) -> str:
        return self.number or str(_("concept"))

    @classmethod
    @transaction.atomic
    def make(cls, contract: FundingContract, *, by) -> "Invoice":
        """Everything that was organised and is on no invoice yet, at the prices of the contract."""
        if contract.price is None:
            raise NoPrice
        found = list(billable(contract))
        if not found:
            raise NothingToBill
        invoice, _new = cls.objects.get_or_create(contract=contract, sent_on=None, defaults={"made_by": by})
        InvoiceLine.objects.bulk_create(InvoiceLine.of(invoice, conference) for conference in found)
        return invoice

    # --- questions -------------------------------------------------------------------------------------------------
    @property
    def name(self) -> str:
        """What its file is called; a draft says that it is one."""
        return f"factuur-{self.number}" if self.number else f"concept-{self.slug}"

    def table(self) -> tuple[list, list]:
        """The titles and the rows of its file: nothing here leads to a family."""
        titles = [_("Factuur"), _("Ordernummer"), _("Kenmerk"), _("Maand"), _("Wat"), _("Bedrag")]
        order = self.contract.order_number
        rows = [
            [str(self), order, line.key, f"{line.month:%m-%Y}", line.what, line.amount] for line in self.lines.all()
        ]
        return titles, rows

    # --- verbs -----------------------------------------------------------------------------------------------------
    def fetch(self, *, now=None) -> bool:
        """Note that its file was taken; True when it was taken before: the very same lines."""
        return not Invoice.objects.filter(pk=self.pk, fetched_at=None).update(fetched_at=now or timezone.now())

    @transaction.atomic
    def send(self, *, today: date | None = None) -> None:
        """It goes out, with the next number of the year."""
        today = today or timezone.localdate()
        taken = Invoice.objects.select_for_update().filter(number__startswith=f"{today.year}-")
        last = taken.order_by("-number").values_list("number", flat=True).first()
        number = f"{today.year}-{int(last.partition('-')[2]) + 1 if last else 1:05d}"
        if not Invoice.objects.filter(pk=self.pk, sent_on=None).update(number=number, sent_on=today):
            raise IsSent
        self.number, self.sent_on = number, today

    @transaction.atomic
    def undo(self) -> None:
        """As if it was never made: the conferences can be billed again."""
        if not Invoice.objects.filter(pk=self.pk, sent_on=None).delete()[0]:
            raise IsSent


class InvoiceLine(models.Model):
    """One conference on a bill: a key, the month and the price. No name, no town, no day, no outcome."""

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="lines")
    conference = models.OneToOneField(Conference, models.CASCADE, related_name="invoice_line")
    key = models.CharField(_("kenmerk van de conferentie"), max_length=9)
    month = models.DateField(_("maand"))
    had_a_day = models.BooleanField(_("met bijeenkomst"))
    amount = models.DecimalField(_("bedrag"), max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = _("factuurregel")
        ordering = ["month", "key"]

    @classmethod
    def of(cls, invoice: Invoice, conference: Conference) -> "InvoiceLine":
        """By the contract: one price, and another when no day was held if that was agreed. Never by a plan."""
        day = timezone.localdate(conference.organised_at)
        amount: Decimal = invoice.contract.price_of(had_a_day=conference.had_a_day)
        return cls(
            invoice=invoice, conference=conference, key=case_key(conference), month=day.replace(day=1),
            had_a_day=conference.had_a_day, amount=amount,
        )  # fmt: skip

    @property
    def what(self) -> str:
        return str(_("Eigen Kracht-conferentie") if self.had_a_day else _("voorbereiding, zonder bijeenkomst"))
