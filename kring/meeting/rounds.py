"""The rounds behind the door: each has a number, and from the second on a point it is about (A75)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.locking import LockedTextField


class Round(models.Model):
    """One time that the door was closed. What it was about stays until the plan stands, and no longer (R-PRV-3)."""

    meeting = models.ForeignKey("Meeting", models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField(_("nummer"))
    point = LockedTextField(_("waarover opnieuw"), blank=True)
    began_at = models.DateTimeField(_("deur dicht op"), default=timezone.now)
    opened_at = models.DateTimeField(_("deur open op"), null=True, blank=True)

    class Meta:
        verbose_name = _("ronde")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="one_round_a_number")]

    def __str__(self) -> str:
        return str(_("ronde %(number)s") % {"number": self.number})

    @classmethod
    def begin(cls, meeting, *, now=None) -> "Round":
        known = {"point": meeting.point, "began_at": now or timezone.now()}
        return cls.objects.get_or_create(meeting=meeting, number=meeting.round, defaults=known)[0]

    @classmethod
    def end(cls, meeting, *, now=None) -> None:
        """Never before it began, whatever the clock of a phone said."""
        if held := cls.objects.filter(meeting=meeting, number=meeting.round, opened_at=None).first():
            held.opened_at = max(now or timezone.now(), held.began_at)
            held.save(update_fields=["opened_at"])
