"""What is kept for how long, and the register of what was erased."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class KeepingPeriod(models.Model):
    """How long one kind of data is kept, when the organisation chose other than the default."""

    kind = models.CharField(_("soort gegevens"), max_length=40, unique=True)
    days = models.PositiveIntegerField(_("dagen"))

    class Meta:
        verbose_name = _("bewaartermijn")


class Erasure(models.Model):
    """That something was erased, when and why; never what it said."""

    at = models.DateTimeField(_("op"), default=timezone.now)
    kind = models.CharField(_("soort gegevens"), max_length=40)
    reason = models.CharField(_("waarom"), max_length=40)
    rows = models.PositiveIntegerField(_("aantal"))
    conference = models.CharField(_("conferentie"), max_length=12, blank=True)
    journal_head = models.CharField(_("laatste hash van het logboek"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("verwijdering")
        ordering = ["-at"]
