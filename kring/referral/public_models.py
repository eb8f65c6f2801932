"""What the office puts on the public site: the papers of an ANBI."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal


class NotAnAddress(Refusal):
    message = _("Een adres op internet begint met https://.")
    field = "link"


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
