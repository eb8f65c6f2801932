"""The declaration that goes with a yes: no interest in this situation, and what was asked about (A22)."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


class Declaration(models.Model):
    """«Ik heb geen belang bij deze situatie of dit plan»: asked anew for each conference."""

    offer = models.OneToOneField("kring.Offer", models.CASCADE)
    declared_at = models.DateTimeField(_("verklaard op"), default=timezone.now)
    asked = models.CharField(_("waar nog naar gevraagd is"), max_length=60, blank=True)
    remarks = LockedTextField(_("opmerking"), blank=True)

    class Meta:
        verbose_name = _("verklaring van onafhankelijkheid")

    @transaction.atomic
    def say_no_to(self, kinds: list[str], *, by: Person | Hand) -> None:
        """What is alike means nothing: «nee, ik ken hen niet»."""
        self.offer.conference.write_down("know_them", by=by)
        self.asked = " ".join(dict.fromkeys([*self.asked.split(), *kinds]))
        self.save(update_fields=["asked"])
