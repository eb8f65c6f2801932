"""Getting ready: where and when, everybody prepared in person, and what is still missing."""

from datetime import datetime

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from kring.circle.safety import SafetyNote
from kring.conference.hands import Hand
from kring.conference.models import Conference, Outcome
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.preparation.dates import DateAnswer, DateOption
from kring.preparation.preparing import PersonalPreparation
from kring.preparation.question import Question
from kring.preparation.readiness import NotReady, Readiness
from kring.preparation.sheets import InformationSheet

__all__ = ["DateAnswer", "DateOption", "InformationSheet", "NotReady", "PersonalPreparation", "Preparation", "Question"]


class NotProposed(Refusal):
    message = _("Leg deze dag eerst voor aan iedereen die komt, of schrijf op waarom dat niet kon.")
    field = "why_not_asked"


class NotAskedAll(Refusal):
    message = _("Nog niet iedereen kon zeggen of deze dag past. Vraag het eerst, of schrijf op waarom dat niet kon.")
    field = "why_not_asked"


class Preparation(Readiness, models.Model):
    """Where and when, and whether everybody is ready. There is a start and no end (A41)."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    starts_at = models.DateTimeField(_("begint op"), null=True, blank=True)
    place = LockedTextField(_("plaats"), blank=True)
    practical = LockedTextField(_("eten, kinderen, vervoer"), blank=True)
    why_not_asked = LockedTextField(_("waarom niet iedereen gevraagd is"), blank=True)
    change = models.PositiveSmallIntegerField(_("hoe vaak de datum is vastgesteld"), default=0)
    ready_at = models.DateTimeField(_("klaar op"), null=True, blank=True)

    class Meta:
        verbose_name = _("voorbereiding")

    @classmethod
    def of(cls, conference: Conference) -> "Preparation":
        """The preparation of this conference; it is born when someone first opens this room."""
        found = cls.objects.get_or_create(conference=conference)[0]
        found.conference = conference
        return found

    # --- questions
    @property
    def question(self) -> Question | None:
        """The wording the main person agreed to."""
        return Question.agreed(self.conference)

    def unasked(self, starts_at: datetime | None = None) -> list[Person]:
        """Expected people who said nothing yet about this day; without a day: about any of them."""
        answers = DateAnswer.objects.filter(option__conference=self.conference)
        if starts_at is not None:
            answers = answers.filter(option__starts_at=starts_at)
        answered = set(answers.values_list("person_id", flat=True))
        return [person for person in self.expected() if person.pk not in answered]

    # --- verbs
    @transaction.atomic
    def fix_date(
        self, *, starts_at: datetime, place: str, practical: str = "", why_not_asked: str = "", by: Person | Hand
    ) -> bool:
        """Choose the day. It was put to everybody first, or it says why that could not be (A43). False: as it was."""
        self.conference.write_down("fix_date", by=by)
        SafetyNote.refuse_unless_signed(self.conference)
        SafetyNote.refuse_secret_place(self.conference, place)
        if not why_not_asked:
            self._refuse_unless_asked(starts_at)
        fresh = Preparation.objects.select_for_update().get(pk=self.pk)
        chosen = {"starts_at": starts_at, "place": place, "practical": practical}
        is_new = any(getattr(fresh, name) != value for name, value in chosen.items())
        self.starts_at, self.place, self.practical, self.why_not_asked = starts_at, place, practical, why_not_asked
        self.change = fresh.change + 1 if is_new else fresh.change
        self.save(update_fields=["starts_at", "place", "practical", "why_not_asked", "change"])
        return is_new

    def _refuse_unless_asked(self, starts_at: datetime) -> None:
        if not self.conference.date_options.filter(starts_at=starts_at).exists():
            raise NotProposed
        if self.unasked(starts_at):
            raise NotAskedAll

    @transaction.atomic
    def go_on_without_meeting(self, *, by: Person | Hand) -> None:
        """The people found a plan while preparing: that counts as much."""
        self.conference.take("plan_without_meeting", by=by, outcome=Outcome.PLAN_WITHOUT_MEETING)
