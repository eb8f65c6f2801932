"""What the office puts on the public site: the papers of an ANBI, and what people said about a conference."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal


class NotAnAddress(Refusal):
    message = _("Een adres op internet begint met https://.")
    field = "link"


class ConsentIsToCome(Refusal):
    message = _("Deze dag moet nog komen. Zet woorden pas op de site als iemand ja heeft gezegd.")
    field = "consent_on"


class OverBeforeItBegan(Refusal):
    message = _("Deze dag ligt voor de dag van de toestemming.")
    field = "shown_until"


class Paper(models.TextChoices):
    """What an ANBI must publish besides its name, its number and how to reach it (A93)."""

    PURPOSE = "purpose", _("Doel")
    POLICY = "policy", _("Beleidsplan in hoofdlijnen")
    BOARD = "board", _("Bestuur: namen en functies")
    PAY = "pay", _("Beloning van bestuur en medewerkers")
    ACTIVITIES = "activities", _("Verslag van wat we deden")
    ACCOUNTS = "accounts", _("Financiële verantwoording")


class AnbiPaper(models.Model):
    """One of these papers, in the words of the office; what is not there yet, the page says so."""

    kind = models.CharField(_("onderwerp"), max_length=20, choices=Paper, unique=True)
    text = models.TextField(_("tekst"), blank=True)
    link = models.CharField(_("adres van het hele stuk"), max_length=300, blank=True)
    changed_on = models.DateField(_("bijgewerkt op"), default=timezone.localdate)

    class Meta:
        verbose_name = _("ANBI-stuk")
        ordering = ["kind"]

    def __str__(self) -> str:
        return self.get_kind_display()

    @classmethod
    def all_kinds(cls) -> list["AnbiPaper"]:
        """Every paper there must be, in this order, written or not."""
        known = {paper.kind: paper for paper in cls.objects.all()}
        return [known.get(kind) or cls(kind=kind) for kind in Paper.values]

    @property
    def is_there(self) -> bool:
        return bool(self.text or self.link)

    def write(self, *, text: str, link: str) -> None:
        """Say what there is to say; empty again is allowed, then the page says that it is not there."""
        if link and not link.startswith("https://"):
            raise NotAnAddress
        now = {"text": text, "link": link, "changed_on": timezone.localdate()}
        AnbiPaper.objects.update_or_create(kind=self.kind, defaults=now)


class Place(models.TextChoices):
    """The public pages where somebody's words can stand."""

    PEOPLE = "people", _("voor mensen en families")
    PROFESSIONALS = "professionals", _("voor professionals")
    MUNICIPALITIES = "municipalities", _("voor gemeenten")


class Testimonial(models.Model):
    """What somebody told us to pass on, with the own consent; tied to no conference and to nobody's data (A2)."""

    slug = SlugField()
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
        """Whose words may be read on this page today: as long as their consent stands."""
        today = today or timezone.localdate()
        still = models.Q(shown_until=None) | models.Q(shown_until__gte=today)
        return cls.objects.filter(still, place=place, consent_on__lte=today)

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
