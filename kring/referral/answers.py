"""Who said yes or no to the conference, and who may decide for a child; each for oneself, of nobody else a word."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand, Via
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


class Says(models.TextChoices):
    YES = "yes", _("ja")
    NO = "no", _("nee")


class Holds(models.TextChoices):
    YES = "yes", _("ja")
    NO = "no", _("nee")
    UNKNOWN = "unknown", _("weet ik nog niet")


class Answer(models.Model):
    """The yes or no of one main person for oneself; of a child under twelve it is what the child wishes."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("hoofdpersoon"))
    says = models.CharField(_("antwoord"), max_length=3, choices=Says)
    at = models.DateTimeField(_("op"), default=timezone.now)
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("genoteerd door"))
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)

    class Meta:
        verbose_name = _("antwoord op de aanvraag")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_answer_a_main_person")]

    @classmethod
    def give(cls, conference: Conference, says: str, *, hand: Hand) -> None:
        how = {"says": says, "noted_by": hand.by, "via": hand.via, "at": timezone.now()}
        cls.objects.update_or_create(conference=conference, person=hand.name_of, defaults=how)


class Authority(models.Model):
    """What is known of one parent's authority over one child (gezag), how it was checked, and what this parent says."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="authorities")
    child = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("kind"))
    parent = models.ForeignKey(Person, models.CASCADE, related_name="+", null=True, verbose_name=_("ouder die meedoet"))
    parent_name = LockedTextField(_("ouder die niet meedoet"), blank=True)
    reach = LockedTextField(_("hoe we deze ouder bereiken"), blank=True)
    informed_on = models.DateField(_("ingelicht op"), null=True, blank=True)
    holds = models.CharField(_("heeft gezag"), max_length=7, choices=Holds, default=Holds.UNKNOWN)
    how_checked = models.CharField(_("hoe we dat weten"), max_length=200, blank=True)
    says = models.CharField(_("antwoord"), max_length=3, choices=Says, blank=True)
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("genoteerd door"))
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)

    class Meta:
        verbose_name = _("gezag")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "parent"], condition=~Q(parent=None), name="one_authority_a_child_and_parent"
            )
        ]

    def __str__(self) -> str:
        return self.parent.get_full_name() if self.parent else self.parent_name

    @property
    def is_to_be_informed(self) -> bool:
        """Who has authority and takes no part gets no link, and hears from a person what is being asked (4.4)."""
        return self.parent_id is None and self.holds == Holds.YES and self.informed_on is None

    def answer(self, says: str, *, hand: Hand) -> None:
        """The yes or no of this parent for this child."""
        self.says, self.answered_at = says, timezone.now() if says else None
        self.noted_by, self.via = hand.by, hand.via
        self.save(update_fields=["says", "answered_at", "noted_by", "via"])
