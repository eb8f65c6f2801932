"""To which account a coordinator is paid: checked, and locked in the database."""

import re

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.matching.register import Coordinator

# How long an IBAN is in each country of SEPA, as its bank association publishes it.
LENGTHS = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21,
    "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "VA": 22,
}  # fmt: skip


class NoIban(Refusal):
    message = _("Dit rekeningnummer klopt niet. Kijk het na op uw bankpas.")
    field = "iban"


def plain(typed: str) -> str:
    return re.sub(r"[\s.\-]", "", typed).upper()


def is_iban(typed: str) -> bool:
    """The right length for its country, and the remainder of 97 is one."""
    iban = plain(typed)
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]+", iban, re.ASCII) or LENGTHS.get(iban[:2]) != len(iban):
        return False
    return int("".join(str(int(sign, 36)) for sign in iban[4:] + iban[:4])) % 97 == 1


def checked(typed: str) -> str:
    """As banks write it; refused when it cannot be one."""
    if not is_iban(typed):
        raise NoIban
    return plain(typed)


def covered(iban: str) -> str:
    """«NL91 … 4300»: enough to recognise, too little to use."""
    return f"{iban[:4]} … {iban[-4:]}" if iban else ""


class PayAccount(models.Model):
    """The account of one coordinator. Only the own person reads it back, and only half of it."""

    coordinator = models.OneToOneField(Coordinator, models.CASCADE, related_name="account")
    iban = LockedTextField(_("rekeningnummer"))
    holder = LockedTextField(_("op naam van"))
    told_at = models.DateTimeField(_("opgegeven op"), default=timezone.now)

    class Meta:
        verbose_name = _("rekening")

    @property
    def covered(self) -> str:
        return covered(self.iban)

    @classmethod
    def tell(cls, coordinator: Coordinator, *, iban: str, holder: str) -> "PayAccount":
        """From now on it is paid there; what was already put ready goes where it was going."""
        about = {"iban": checked(iban), "holder": holder, "told_at": timezone.now()}
        return cls.objects.update_or_create(coordinator=coordinator, defaults=about)[0]
