"""What a professional comes to tell, on about a page, under exactly four headings (A58)."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NothingGoesWell(Refusal):
    message = _("Er gaat altijd iets goed. Schrijf dat ook op.")
    field = "going_well"


class InformationSheet(models.Model):
    """What a professional comes to tell, under exactly four headings (A58)."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="sheets")
    professional = models.ForeignKey(Person, models.CASCADE, related_name="+")
    concerns = LockedTextField(_("zorgen"))
    going_well = LockedTextField(_("wat goed gaat"))
    help_given = LockedTextField(_("hulp al geboden"))
    help_possible = LockedTextField(_("hulp verder mogelijk"))
    waiting = LockedTextField(_("of er plek is, en de wachttijd"), blank=True)
    written_at = models.DateTimeField(_("geschreven op"), default=timezone.now)
    read_at = models.DateTimeField(_("als eerste gelezen op"), null=True, blank=True)
    read_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    word_back = LockedTextField(_("woord terug van de hoofdpersoon"), blank=True)

    class Meta:
        verbose_name = _("informatieblad")
        constraints = [models.UniqueConstraint(fields=["conference", "professional"], name="one_sheet_a_professional")]

    @classmethod
    def in_sight_of(cls, person: Person, conference: Conference) -> models.QuerySet["InformationSheet"]:
        """The circle and the coordinator read them all; who writes one reads the own one."""
        sheets = cls.objects.filter(conference=conference).select_related("professional").order_by("pk")
        reads_all = conference.roles_of(person) & CIRCLE or person == conference.coordinator
        return sheets if reads_all else sheets.filter(professional=person)

    @property
    def headings(self) -> list[tuple]:
        """The four, in the order of the folder: (heading, text)."""
        names = ("concerns", "going_well", "help_given", "help_possible")
        return [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in names]

    @classmethod
    @transaction.atomic
    def write(
        cls, conference: Conference, *, going_well: str, concerns: str = "", help_given: str = "",
        help_possible: str = "", by: Person | Hand,
    ) -> "InformationSheet":  # fmt: skip
        hand = conference.write_down("write_sheet", by=by)
        if not going_well.strip():
            raise NothingGoesWell
        told = {
            "concerns": concerns,
            "going_well": going_well,
            "help_given": help_given,
            "help_possible": help_possible,
        }
        return cls.objects.update_or_create(
            conference=conference, professional=hand.name_of, defaults=told | {"written_at": timezone.now()}
        )[0]
