"""What people told us to pass on, and where it stands: while their yes stands, and never out of a conference."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.links import new_nonce
from kring.people.marking import halves, is_marked, mark_of


class ConsentIsToCome(Refusal):
    message = _("Deze dag moet nog komen. Zet woorden pas op de site als iemand ja heeft gezegd.")
    field = "consent_on"


class OverBeforeItBegan(Refusal):
    message = _("Deze dag ligt voor de dag van de toestemming.")
    field = "shown_until"


class Place(models.TextChoices):
    """Where somebody's words can stand: on a public page, or at a moment of the professional's work."""

    PEOPLE = "people", _("voor mensen en families")
    PROFESSIONALS = "professionals", _("voor professionals")
    MUNICIPALITIES = "municipalities", _("voor gemeenten")
    ASKING = "asking", _("bij het aanvragen als professional")
    TELLING = "telling", _("bij het informatieblad van een professional")
    RECEIVING = "receiving", _("bij het plan, voor een professional")


class Testimonial(models.Model):
    """What somebody told us to pass on, with the own consent; tied to no conference and to nobody's data (A2)."""

    slug = SlugField()
    nonce = models.CharField(_("eenmalig getal"), max_length=16, default=new_nonce, editable=False)
    words = models.TextField(_("de woorden"))
    said_by = models.CharField(_("zoals iemand genoemd wil worden"), max_length=200)
    place = models.CharField(_("waar het staat"), max_length=20, choices=Place)
    consent_on = models.DateField(_("toestemming gegeven op"))
    consent_how = models.CharField(_("hoe de toestemming is vastgelegd"), max_length=200)
    shown_until = models.DateField(_("te lezen tot en met"), null=True, blank=True)
    is_invented = models.BooleanField(_("verzonnen, voor de demo"), default=False, editable=False)

    class Meta:
        verbose_name = _("ervaring")
        ordering = ["consent_on", "pk"]

    def __str__(self) -> str:
        return self.said_by

    @classmethod
    def shown(cls, place: str, *, today=None):
        """Whose words may be read here today: as long as their consent stands."""
        today = today or timezone.localdate()
        still = models.Q(shown_until=None) | models.Q(shown_until__gte=today)
        return cls.objects.filter(still, place=place, consent_on__lte=today)

    @classmethod
    def at(cls, code: str) -> "Testimonial | None":
        """Whose words these are; the row alone opens nothing."""
        slug, mark = halves(code)
        found = cls.objects.filter(slug=slug).first() if slug else None
        return found if found and is_marked("testimonial", found.slug, found.nonce, mark) else None

    @property
    def address(self) -> str:
        """The page of who said it, to take the words back without asking anybody."""
        code = f"{self.slug}-{mark_of('testimonial', self.slug, self.nonce)}"
        return settings.BASE_URL + reverse("stories:own_words", args=[code])

    @classmethod
    def publish(cls, *, consent_on, shown_until=None, **words) -> "Testimonial":
        """Put somebody's words on a page, from the day they said yes."""
        if consent_on > timezone.localdate():
            raise ConsentIsToCome
        if shown_until and shown_until < consent_on:
            raise OverBeforeItBegan
        return cls.objects.create(consent_on=consent_on, shown_until=shown_until, **words)

    def withdraw(self) -> None:
        """They would rather not any more: the words go, and nobody asks why."""
        self.delete()
