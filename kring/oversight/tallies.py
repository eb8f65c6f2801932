"""What is counted of each conference, without anybody in it, and the figures of a year as they were once published."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.models import Conference
from kring.conference.stopping import Why
from kring.followup.contacting import Contact
from kring.foundation.addresses import SlugField
from kring.people.models import Person
from kring.referral.models import Ground, Requester
from kring.region.models import Municipality, Region


class End(models.TextChoices):
    """How it ended, a no and a stop counted with as much care as a plan (R-EVA-5)."""

    NOT_OFFERED = "not_offered", _("voorbij voordat we het konden aanbieden")
    DECLINED = "declined", _("nee gezegd")
    STOPPED = "stopped", _("gestopt")
    NO_PLAN_YET = "no_plan_yet", _("bij elkaar geweest, nog geen plan")
    WITHOUT = "without", _("plan zonder bijeenkomst")
    WITH = "with", _("plan met bijeenkomst")


def number(name) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(name, null=True, blank=True)


class Tally(models.Model):
    """What counts of one conference. When its keeping time is over, nothing leads from here to that conference."""

    conference = models.OneToOneField(
        Conference, models.SET_NULL, null=True, blank=True, related_name="tally", verbose_name=_("conferentie")
    )
    region = models.ForeignKey(Region, models.SET_NULL, null=True, related_name="+", verbose_name=_("regio"))
    municipality = models.ForeignKey(
        Municipality, models.SET_NULL, null=True, related_name="+", verbose_name=_("gemeente")
    )
    asked_on = models.DateField(_("gevraagd op"))
    ended_on = models.DateField(_("uitkomst op"), null=True, blank=True)
    end = models.CharField(_("hoe het afliep"), max_length=12, choices=End, blank=True)
    why = models.CharField(_("waarom gestopt"), max_length=20, choices=Why, blank=True)
    kind = models.CharField(_("wie vroeg"), max_length=20, choices=Requester, blank=True)
    has_minors = models.BooleanField(_("met kinderen"), default=False)
    is_urgent = models.BooleanField(_("spoed"), default=False)
    ground = models.CharField(_("grond voor voorwaarden"), max_length=30, choices=Ground, blank=True)
    language = models.CharField(_("taal"), max_length=10, blank=True)
    to_talk = number(_("dagen tot het gesprek"))
    to_yes = number(_("dagen tot het ja"))
    to_contact = number(_("dagen tot het eerste contact"))
    to_meeting = number(_("dagen tot de bijeenkomst"))
    kept_contact = models.BooleanField(_("op tijd contact"), null=True, blank=True)
    invited = number(_("gevraagd voor de kring"))
    present = number(_("aanwezig"))
    own_agreements = number(_("afspraken van de kring"))
    asked_agreements = number(_("afspraken van professionals"))
    rounds = number(_("rondes"))
    minutes = number(_("hoeveel minuten de bijeenkomst duurde"))
    called_first = models.BooleanField(_("gebeld na vier tot zes weken"), default=False)
    runs_first = models.CharField(_("hoe het dan loopt"), max_length=10, choices=Contact.Runs, blank=True)
    called_later = models.BooleanField(_("gebeld na een half jaar"), default=False)
    runs_later = models.CharField(_("hoe het dan nog loopt"), max_length=10, choices=Contact.Runs, blank=True)

    class Meta:
        verbose_name = _("telling")
        indexes = [
            models.Index(fields=["asked_on"], name="tallies_asked"),
            models.Index(fields=["ended_on"], name="tallies_ended"),
        ]
        constraints = [
            models.CheckConstraint(name="an_end_has_a_day", condition=Q(end="", ended_on=None) | ~Q(end="")),
        ]

    def __str__(self) -> str:
        return str(self.asked_on)


class Edition(models.Model):
    """The figures of one year for one area, settled once and never counted again: nobody subtracts two lists (4.3)."""

    year = models.PositiveSmallIntegerField(_("jaar"))
    area = models.CharField(_("gebied"), max_length=20)
    content = models.JSONField(_("cijfers"))
    settled_at = models.DateTimeField(_("vastgesteld op"), default=timezone.now)

    class Meta:
        verbose_name = _("jaarcijfers")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["year", "area"], name="one_edition_an_area"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.area}"


class YearReport(models.Model):
    """A yearly report somebody asked for: how far it is, and the paper when it is ready."""

    slug = SlugField()
    year = models.PositiveSmallIntegerField(_("jaar"))
    area = models.CharField(_("gebied"), max_length=20)
    asked_by = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("gevraagd door"))
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    language = models.CharField(_("taal"), max_length=10, default="nl")
    done = models.PositiveSmallIntegerField(_("hoe ver, in procenten"), default=0)
    paper = models.BinaryField(_("het verslag"), null=True)

    class Meta:
        verbose_name = _("jaarverslag")

    def __str__(self) -> str:
        return str(self.year)

    @property
    def is_ready(self) -> bool:
        return self.paper is not None
