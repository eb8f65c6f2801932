"""What a professional comes to tell, on about a page, under exactly four headings (A58)."""

from math import ceil

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person

A_PAGE = 2600  # signs on one side of A4, headings and all
HEADINGS = ("concerns", "going_well", "help_given", "help_possible")
TO_BE_TOLD = (Phase.PREPARATION, Phase.INFORMATION)


class NothingGoesWell(Refusal):
    message = _("Er gaat altijd iets goed. Schrijf dat ook op.")
    field = "going_well"


class IsThereRoom(Refusal):
    message = _("Schrijf erbij of er plek is, en hoe lang de wachttijd is. Dan weet de kring wat echt kan.")
    field = "waiting"


class NotWrittenYet(Refusal):
    message = _("Dit is net veranderd. Lees het nog een keer.")


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

    # --- questions
    @classmethod
    def in_sight_of(cls, person: Person, conference: Conference) -> models.QuerySet["InformationSheet"]:
        """The main person first, then the circle and the coordinator (R-INF-3); who writes one reads the own one."""
        sheets = cls.objects.filter(conference=conference).select_related("professional").order_by("pk")
        roles = conference.roles_of(person)
        if Role.MAIN_PERSON in roles:
            return sheets
        if not (roles & CIRCLE or person == conference.coordinator):
            return sheets.filter(professional=person)
        return sheets.exclude(read_at=None) if conference.phase in TO_BE_TOLD else sheets

    @classmethod
    def to_read_first(cls, conference: Conference) -> models.QuerySet["InformationSheet"]:
        return conference.sheets.filter(read_at=None).select_related("professional").order_by("pk")

    @property
    def headings(self) -> list[tuple]:
        """The four, in the order of the folder: (heading, text)."""
        return [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in HEADINGS]

    @property
    def pages(self) -> int:
        """About how many sides of A4."""
        return ceil(sum(len(text) for _heading, text in self.headings) / A_PAGE)

    # --- verbs
    @classmethod
    @transaction.atomic
    def write(
        cls, conference: Conference, *, going_well: str, concerns: str = "", help_given: str = "",
        help_possible: str = "", waiting: str = "", by: Person | Hand,
    ) -> "InformationSheet":  # fmt: skip
        """Written again, the main person reads it first again."""
        hand = conference.write_down("write_sheet", by=by)
        if not going_well.strip():
            raise NothingGoesWell
        if help_possible.strip() and not waiting.strip():
            raise IsThereRoom
        told = {
            "concerns": concerns, "going_well": going_well, "help_given": help_given, "help_possible": help_possible,
            "waiting": waiting, "written_at": timezone.now(), "read_at": None, "read_by": None,
        }  # fmt: skip
        return cls.objects.update_or_create(conference=conference, professional=hand.name_of, defaults=told)[0]

    @transaction.atomic
    def read_first(self, *, word_back: str = "", by: Person | Hand) -> None:
        """«Ik heb dit gelezen»: now the circle may; with a word back to who wrote it."""
        hand = self.conference.write_down("read_sheet_first", by=by)
        same = Q(pk=self.pk, written_at=self.written_at)
        now = timezone.now()
        if not InformationSheet.objects.filter(same).update(read_at=now, read_by=hand.name_of):
            raise NotWrittenYet
        self.read_at, self.read_by, self.word_back = now, hand.name_of, word_back
        self.save(update_fields=["word_back"])
