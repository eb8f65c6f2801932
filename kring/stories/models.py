"""The weekly Friday story: a text, shown from its day on, with the consent of who is in it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NoConsent(Refusal):
    message = _("Een verhaal gaat pas uit als de mensen om wie het gaat ja hebben gezegd.")
    field = "consent_on"


class FridayStory(models.Model):
    """A story for Friday; anonymous by default, never without consent (B31)."""

    slug = SlugField()
    title = models.CharField(_("titel"), max_length=200)
    text = models.TextField(_("verhaal"))
    written_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    photo_credit = models.CharField(_("fotografie"), max_length=200, blank=True)
    consent_on = models.DateField(_("toestemming gegeven op"), null=True, blank=True)
    is_invented = models.BooleanField(_("verzonnen verhaal"), default=False)
    published_on = models.DateField(_("verschijnt op"), null=True, blank=True)

    class Meta:
        verbose_name = _("vrijdagverhaal")
        ordering = ["-published_on"]
        constraints = [
            models.CheckConstraint(
                name="no_story_without_consent",
                condition=models.Q(published_on=None) | ~models.Q(consent_on=None) | models.Q(is_invented=True),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def out(cls, today=None):
        """Stories that may be read today."""
        return cls.objects.filter(published_on__lte=today or timezone.localdate())

    def publish(self, on) -> None:
        if self.consent_on is None and not self.is_invented:
            raise NoConsent
        self.published_on = on
        self.save(update_fields=["published_on"])
