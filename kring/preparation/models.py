"""Getting ready: where and when, everybody prepared in person, and what is still missing."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.models import CircleMember, Mode
from kring.circle.safety import SafetyNote
from kring.circle.still_open import still_open
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference, Outcome, Overtaken
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.preparation.dates import DateAnswer, DateOption
from kring.preparation.preparing import PersonalPreparation
from kring.preparation.question import Question
from kring.preparation.sheets import InformationSheet

__all__ = ["DateAnswer", "DateOption", "InformationSheet", "PersonalPreparation", "Preparation", "Question"]


class NotReady(Refusal):
    """Says in one sentence what is still missing."""


class NotProposed(Refusal):
    message = _("Leg deze dag eerst voor aan iedereen die komt, of schrijf op waarom dat niet kon.")
    field = "why_not_asked"


class NotAskedAll(Refusal):
    message = _("Nog niet iedereen kon zeggen of deze dag past. Vraag het eerst, of schrijf op waarom dat niet kon.")
    field = "why_not_asked"


class Preparation(models.Model):
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

    @property
    def is_ready(self) -> bool:
        return self.ready_at is not None

    def expected(self) -> list[Person]:
        """Everybody who takes part: main people, who was invited and did not say no, and who set conditions."""
        members = CircleMember.objects.filter(conference=self.conference).exclude(person=None).select_related("person")
        known = {member.person_id: member for member in members}
        invited = [member.person for member in known.values() if member.is_invited and member.mode != Mode.NOT]
        setters = [person for person in self.conference.people(*VISITORS) if person.pk not in known]
        return list({person.pk: person for person in self.conference.main_people + invited + setters}.values())

    def unasked(self, starts_at: datetime | None = None) -> list[Person]:
        """Expected people who said nothing yet about this day; without a day: about any of them."""
        answers = DateAnswer.objects.filter(option__conference=self.conference)
        if starts_at is not None:
            answers = answers.filter(option__starts_at=starts_at)
        answered = set(answers.values_list("person_id", flat=True))
        return [person for person in self.expected() if person.pk not in answered]

    def unprepared(self, people: list[Person] | None = None) -> list[Person]:
        """Who of these people, or of everybody expected, the coordinator has not spoken with."""
        done = set(self.conference.preparations.values_list("person_id", flat=True))
        return [person for person in people or self.expected() if person.pk not in done]

    def unread(self, people: list[Person] | None = None, forms: list[ConditionsForm] | None = None) -> list[Person]:
        """Who of these people, or of everybody expected, has not read or heard every released form."""
        forms = [form for form in forms or self.conference.conditions_forms.all() if form.is_released]
        read = set(Reading.objects.filter(form__in=forms).values_list("form_id", "person_id")) if forms else set()
        setters = {form.setter_id for form in forms}
        return [
            person
            for person in people or self.expected()
            if person.pk not in setters and any((form.pk, person.pk) not in read for form in forms)
        ]

    def missing(self) -> list:
        """What still has to happen before the day, as sentences."""
        found, people = [], self.expected()
        forms = list(self.conference.conditions_forms.select_related("setter"))
        if self.question is None:
            found.append(_("De vraag is nog niet afgesproken."))
        if self.starts_at is None:
            found.append(_("Er is nog geen datum."))
        if not self.place:
            found.append(_("Er is nog geen plek."))
        for who in (form.setter for form in forms if not form.is_released):
            found.append(_("De voorwaarden van %(who)s zijn nog niet gedeeld.") % {"who": who})
        found += still_open(self.conference)
        for who in self.unprepared(people):
            found.append(_("%(who)s is nog niet persoonlijk voorbereid.") % {"who": who})
        for who in self.unread(people, forms):
            found.append(_("%(who)s heeft de voorwaarden nog niet gelezen.") % {"who": who})
        return found

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
    def mark_ready(self, *, by: Person | Hand) -> None:
        """«Klaar»: question, date, everybody prepared and shown the conditions (invariant 6)."""
        self.conference.write_down("mark_ready", by=by)
        if missing := self.missing():
            raise NotReady(missing[0])
        now = timezone.now()
        if not Preparation.objects.filter(pk=self.pk, ready_at=None).update(ready_at=now):
            raise Overtaken
        self.ready_at = now

    @transaction.atomic
    def go_on_without_meeting(self, *, by: Person | Hand) -> None:
        """The people found a plan while preparing: that counts as much."""
        self.conference.take("plan_without_meeting", by=by, outcome=Outcome.PLAN_WITHOUT_MEETING)
