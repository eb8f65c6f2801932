"""Why it stopped, when whoever stops wants to say so: one of a few words, to count and for nobody to read (3.3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.foundation.wordlists import Wordlist, wordlist


class Why(models.TextChoices):
    HAS_A_PLAN = "has_a_plan", _("er is al een oplossing")
    CHANGED = "changed", _("het is anders geworden")
    TOO_FEW = "too_few", _("er waren te weinig mensen die konden")
    NOT_NEEDED = "not_needed", _("het is toch niet nodig")
    OTHER = "other", _("iets anders")


REASONS = wordlist(
    Wordlist("stopping", _("Waarom het stopt"), Why, stays=frozenset({Why.OTHER}), last=Why.OTHER, can_grow=False)
)


class StopReason(models.Model):
    """What somebody said when stopping. It never had to be said, and stands on no page."""

    conference = models.OneToOneField("kring.Conference", models.CASCADE, related_name="stop_reason")
    why = models.CharField(_("waarom gestopt"), max_length=20, choices=Why)

    class Meta:
        verbose_name = _("reden om te stoppen")

    def __str__(self) -> str:
        return str(REASONS.label(self.why))

    @classmethod
    def note(cls, conference, why: str) -> None:
        """Only what is one of the words; silence is a good answer."""
        if why in Why.values:
            cls.objects.get_or_create(conference=conference, defaults={"why": why})
