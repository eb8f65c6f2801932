"""Paying approved claims together: put ready, fetched as one file, sent once; undone as long as it is not sent."""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField, new_slug
from kring.foundation.locking import LockedTextField
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.oversight.banking import PayAccount, checked
from kring.oversight.claiming import Claim
from kring.people.models import Organisation, Person


class NothingToPay(Refusal):
    message = _("Er is geen goedgekeurde declaratie van iemand met een rekeningnummer.")


class NoAccountOfOurs(Refusal):
    message = _("Het rekeningnummer van de organisatie ontbreekt nog. Vul het in bij Organisatie.")


class AlreadySent(Refusal):
    message = _("Deze betaling is al verstuurd. Zij kan niet meer terug.")


class IsUndone(Refusal):
    message = _("Deze betaling is ongedaan gemaakt.")


class InThePast(Refusal):
    message = _("Kies vandaag of een dag die nog komt.")
    field = "pay_on"


def new_reference() -> str:
    """What the bank knows it by; the same file twice is the same payment."""
    return f"KRING-{new_slug().upper()}"


class PayBatch(models.Model):
    """Claims that are paid together."""

    slug = SlugField()
    reference = models.CharField(_("kenmerk"), max_length=35, unique=True, default=new_reference)
    pay_on = models.DateField(_("betalen op"))
    made_at = models.DateTimeField(_("klaargezet op"), default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    fetched_at = models.DateTimeField(_("opgehaald op"), null=True, blank=True)
    sent_at = models.DateTimeField(_("verstuurd op"), null=True, blank=True)
    undone_at = models.DateTimeField(_("ongedaan gemaakt op"), null=True, blank=True)
    file = LockedTextField(_("bestand voor de bank"), blank=True)

    class Meta:
        verbose_name = _("betaling")
        verbose_name_plural = _("betalingen")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.reference

    @classmethod
    @transaction.atomic
    def make(cls, *, pay_on: date, by: Person) -> "PayBatch":
        """Everything approved of who told an account; each claim is in one payment, whoever presses at once."""
        if pay_on < timezone.localdate():
            raise InThePast
        batch = cls.objects.create(pay_on=pay_on, made_by=by)
        if not Claim.objects.payable().filter(coordinator__account__isnull=False).update(batch=batch):
            raise NothingToPay
        return batch

    # --- questions -------------------------------------------------------------------------------------------------
    def rows(self) -> list[Claim]:
        with_people = self.claims.with_sums().select_related("coordinator__person", "coordinator__account")
        return list(with_people.order_by("coordinator__person__last_name", "pk"))

    @property
    def is_open(self) -> bool:
        return self.sent_at is None and self.undone_at is None

    # --- verbs -----------------------------------------------------------------------------------------------------
    @transaction.atomic
    def fetch(self) -> tuple[bytes, bool]:
        """The file for the bank, and whether this payment was fetched before; it is made once, to the letter."""
        batch = PayBatch.objects.select_for_update().get(pk=self.pk)
        if batch.undone_at:
            raise IsUndone
        if not batch.file:
            batch.file = for_the_bank(batch).decode()
            batch.save(update_fields=["file"])
        return batch.file.encode(), batch.was_fetched()

    def was_fetched(self) -> bool:
        """Note that it is taken; True when it was taken before, in whatever form."""
        if PayBatch.objects.filter(pk=self.pk).exclude(undone_at=None).exists():
            raise IsUndone
        return not PayBatch.objects.filter(pk=self.pk, fetched_at=None).update(fetched_at=timezone.now())

    @transaction.atomic
    def send(self) -> None:
        """It is with the bank or the payroll: from now on it is paid. Who is paid hears it."""
        self._close(sent_at=timezone.now())
        for claim in self.rows():
            words = {"total": claim.total, "pay_on": self.pay_on}
            post(claim.coordinator.person, "oversight/letters/claim_paid.txt", words, key=f"claim-paid:{claim.slug}")

    @transaction.atomic
    def undo(self) -> None:
        """The claims are approved and unpaid again; this payment stays on the list, and empty."""
        self._close(undone_at=timezone.now(), file="")
        self.claims.update(batch=None)

    def _close(self, **changes) -> None:
        if not PayBatch.objects.filter(pk=self.pk, sent_at=None, undone_at=None).update(**changes):
            raise AlreadySent if PayBatch.objects.filter(pk=self.pk, undone_at=None).exists() else IsUndone
        for name, value in changes.items():
            setattr(self, name, value)


def cents(amount: Decimal) -> int:
    return int((amount * 100).to_integral_exact())


def for_the_bank(batch: PayBatch) -> bytes:
    """The payment as banks read it (pain.001), checked against its schema by the library that writes it."""
    from sepaxml import SepaTransfer  # reads a schema of banks: only who pays waits for it

    house = Organisation.current()
    if not house.iban:
        raise NoAccountOfOurs
    transfer = SepaTransfer(
        {"name": house.name, "IBAN": checked(house.iban), "batch": True, "currency": "EUR"},
        schema="pain.001.001.09", clean=True,
    )  # fmt: skip
    transfer._xml.find("CstmrCdtTrfInitn/GrpHdr/MsgId").text = batch.reference
    for claim in batch.rows():
        transfer.add_payment(payment(claim, claim.coordinator.account, batch))
    return transfer.export(validate=True)


def payment(claim: Claim, account: PayAccount, batch: PayBatch) -> dict:
    """One line of it: who, where, how much; no word about a family."""
    return {
        "name": account.holder, "IBAN": account.iban, "amount": cents(claim.total), "execution_date": batch.pay_on,
        "description": f"Declaratie {claim.slug}", "endtoend_id": claim.slug,
    }  # fmt: skip
