"""What a coordinator asks to be paid: the agreed fee, travel, costs with a receipt; never by how it ended (A24)."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.models import Conference, Overtaken
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import Upload
from kring.matching.paying import CENT, Fee
from kring.matching.register import Coordinator
from kring.matching.terms import Terms
from kring.oversight.case_keys import case_key
from kring.people.models import Person


class NothingToClaim(Refusal):
    message = _("Er staat nog niets in. Zet er een rit of kosten in, of wacht tot de dag is geweest.")


class NotADraft(Refusal):
    message = _("Deze declaratie is al ingeleverd. Wilt u iets veranderen, bel dan het bureau.")


class NotHandedIn(Refusal):
    message = _("Deze declaratie wacht niet op een antwoord.")


class NotYourOwn(Refusal):
    message = _("Uw eigen declaratie keurt een collega goed.")


class StillToCome(Refusal):
    message = _("Deze dag moet nog komen.")
    field = "on"


class State(models.TextChoices):
    DRAFT = "draft", _("nog niet ingeleverd")
    ASKED_BACK = "asked_back", _("teruggevraagd")
    HANDED_IN = "handed_in", _("ingeleverd")
    APPROVED = "approved", _("goedgekeurd")
    READY = "ready", _("klaar om te betalen")
    PAID = "paid", _("betaald")


class ClaimQuerySet(models.QuerySet):
    def of(self, person: Person):
        """The own claims of a coordinator: nobody at that desk sees another's."""
        return self.filter(coordinator__person=person)

    def drafts(self):
        return self.filter(handed_in_at=None)

    def waiting(self):
        """Handed in, and the office has not answered."""
        return self.filter(approved_at=None).exclude(handed_in_at=None)

    def payable(self):
        return self.filter(batch=None).exclude(approved_at=None)

    def with_sums(self):
        return self.annotate(
            travel=Sum("lines__amount", filter=Q(lines__kind="travel")),
            costs=Sum("lines__amount", filter=Q(lines__kind="cost")),
        )


class Claim(models.Model):
    """One declaration about one conference, which it names by a key. It knows no family, no outcome and no plan."""

    slug = SlugField()
    coordinator = models.ForeignKey(Coordinator, models.PROTECT, related_name="claims")
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="claims")
    key = models.CharField(_("kenmerk van de conferentie"), max_length=9)
    fee = models.OneToOneField(Fee, models.SET_NULL, related_name="+", null=True, blank=True)
    fee_amount = models.DecimalField(_("vergoeding"), max_digits=8, decimal_places=2, default=0)
    begun_at = models.DateTimeField(_("begonnen op"), default=timezone.now)
    handed_in_at = models.DateTimeField(_("ingeleverd op"), null=True, blank=True)
    asked_back_at = models.DateTimeField(_("teruggevraagd op"), null=True, blank=True)
    reason = LockedTextField(_("wat er nog nodig is"), blank=True)
    approved_at = models.DateTimeField(_("goedgekeurd op"), null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    batch = models.ForeignKey("kring.PayBatch", models.PROTECT, null=True, blank=True, related_name="claims")

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaratie")
        ordering = ["-begun_at", "-pk"]
        indexes = [models.Index(fields=["handed_in_at"], name="claims_that_wait", condition=Q(approved_at=None))]
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "coordinator"], condition=Q(handed_in_at=None), name="one_draft_claim_each"
            )
        ]

    @classmethod
    def begin(cls, fee: Fee) -> "Claim":
        """The draft about this conference; there is one at a time."""
        about = {"key": case_key(fee.conference)}
        return cls.objects.get_or_create(
            conference=fee.conference, coordinator=fee.coordinator, handed_in_at=None, defaults=about
        )[0]

    # --- questions -------------------------------------------------------------------------------------------------
    @property
    def state(self) -> State:
        if self.batch_id:
            return State.PAID if self.batch.sent_at else State.READY
        if self.approved_at:
            return State.APPROVED
        if self.handed_in_at:
            return State.HANDED_IN
        return State.ASKED_BACK if self.asked_back_at else State.DRAFT

    @property
    def is_draft(self) -> bool:
        return self.handed_in_at is None

    @property
    def total(self) -> Decimal:
        if "travel" in self.__dict__:
            return self.fee_amount + (self.travel or 0) + (self.costs or 0)
        return self.fee_amount + (self.lines.aggregate(all=Sum("amount"))["all"] or 0)

    @property
    def coming_fee(self) -> Fee | None:
        """The fee that goes along: once it was organised, and not asked for before."""
        mine = Fee.objects.filter(conference=self.conference_id, coordinator=self.coordinator_id, share__gt=0)
        fee = mine.select_related("conference").first()
        taken = Claim.objects.filter(fee=fee).exclude(pk=self.pk).exists()
        return fee if fee and fee.is_owed and not taken else None

    # --- verbs -----------------------------------------------------------------------------------------------------
    def refuse_unless_draft(self) -> None:
        if not self.is_draft:
            raise NotADraft

    @transaction.atomic
    def add_travel(self, *, on: date, km: int, what: str) -> "ClaimLine":
        """So many kilometres, at the rate of that day."""
        self.refuse_unless_draft()
        if on > timezone.localdate():
            raise StillToCome
        rate = Terms.on(on).km_rate
        about = {"kind": ClaimLine.Kind.TRAVEL, "on": on, "km": km, "rate": rate, "what": what}
        return self.lines.create(amount=(km * rate).quantize(CENT), **about)

    @transaction.atomic
    def add_cost(self, *, on: date, amount: Decimal, what: str, receipt) -> "ClaimLine":
        """Money spent, with a picture of the receipt."""
        self.refuse_unless_draft()
        if on > timezone.localdate():
            raise StillToCome
        about = {"kind": ClaimLine.Kind.COST, "on": on, "amount": amount, "what": what}
        return self.lines.create(receipt=Upload.picture(receipt), **about)

    @transaction.atomic
    def hand_in(self) -> None:
        """To the office, with the fee when it is owed by now."""
        fee = self.coming_fee
        if fee is None and not self.lines.exists():
            raise NothingToClaim
        amount = fee.owed if fee else Decimal(0)
        changes = {
            "handed_in_at": timezone.now(),
            "fee": fee,
            "fee_amount": amount,
            "asked_back_at": None,
            "reason": "",
        }
        self._change(Claim.objects.drafts(), NotADraft, **changes)

    @transaction.atomic
    def approve(self, *, by: Person) -> None:
        self._refuse_own(by)
        self._change(Claim.objects.waiting(), NotHandedIn, approved_at=timezone.now(), approved_by=by)

    @transaction.atomic
    def ask_back(self, *, reason: str, by: Person) -> None:
        """Something is missing; it is a draft again, and says what."""
        self._refuse_own(by)
        now, none = timezone.now(), {"handed_in_at": None, "fee": None, "fee_amount": 0}
        if Claim.objects.drafts().filter(conference=self.conference_id, coordinator=self.coordinator_id).exists():
            raise Overtaken(_("Er is al een nieuwe declaratie over deze conferentie begonnen. Bel de coördinator."))
        self._change(Claim.objects.waiting(), NotHandedIn, asked_back_at=now, reason=reason, **none)
        post(self.coordinator.person, "oversight/letters/claim_back.txt", {}, key=f"claim-back:{self.slug}:{now}",
             link_path=reverse("claims:show", args=[self.slug]))  # fmt: skip

    @transaction.atomic
    def throw_away(self) -> None:
        self.refuse_unless_draft()
        for line in self.lines.exclude(receipt=None):
            line.drop()
        self.delete()

    def _refuse_own(self, by: Person) -> None:
        if by == self.coordinator.person:
            raise NotYourOwn

    def _change(self, still, refusal: type[Refusal], **changes) -> None:
        """One conditional update: of two who press at once one is told."""
        if not still.filter(pk=self.pk).update(**changes):
            raise refusal
        for name, value in changes.items():
            setattr(self, name, value)


class ClaimLine(models.Model):
    """A ride or a cost. What it says is locked, and is never about a family."""

    class Kind(models.TextChoices):
        TRAVEL = "travel", _("reis")
        COST = "cost", _("kosten")

    slug = SlugField()
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="lines")
    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    on = models.DateField(_("op"))
    km = models.PositiveSmallIntegerField(_("kilometers"), null=True, blank=True)
    rate = models.DecimalField(_("per kilometer"), max_digits=4, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(_("bedrag"), max_digits=8, decimal_places=2)
    what = LockedTextField(_("waarvoor"))
    receipt = models.OneToOneField(Upload, models.SET_NULL, null=True, blank=True, related_name="receipt_of")

    class Meta:
        verbose_name = _("regel van een declaratie")
        ordering = ["on", "pk"]

    @property
    def is_travel(self) -> bool:
        return self.kind == self.Kind.TRAVEL

    @transaction.atomic
    def drop(self) -> None:
        """Out of a draft again, with its receipt."""
        self.claim.refuse_unless_draft()
        receipt, self.receipt = self.receipt, None
        self.delete()
        if receipt:
            receipt.delete()
