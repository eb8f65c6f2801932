"""Choosing the day: who must have said something first, who cannot be missed, and taking the day back again."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.safety import SafetyNote
from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference, Overtaken
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.preparation.dates import DateAnswer
from kring.preparation.no_end import refuse_an_end
from kring.preparation.places import MeetingPlace
from kring.preparation.weighing import cannot_be_missed

SAYS = DateAnswer.Says


class NotProposed(Refusal):
    message = gettext_lazy(
        "Leg deze dag eerst voor aan iedereen die komt, of schrijf per persoon op waarom dat niet kon."
    )
    field = "starts_at"


class NotAskedAll(Refusal):
    """Somebody could not say anything yet about this day."""

    message = gettext_lazy(
        "Nog niet iedereen kon zeggen of deze dag past. Vraag het eerst, of schrijf op waarom dat niet kon."
    )


class MainPersonDecides(Refusal):
    """The day is theirs: without their word nobody chooses one."""

    field = "starts_at"


class CannotBeMissed(Refusal):
    """Somebody who must be there cannot come that day."""


class NoDayToTakeBack(Refusal):
    message = gettext_lazy("Er is geen dag gekozen. Er valt niets af te zeggen.")


class WithoutThem(models.Model):
    """Why the day was chosen though this person could not be asked, or must be there and cannot come."""

    preparation = models.ForeignKey("kring.Preparation", models.CASCADE, related_name="without")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    why = LockedTextField(gettext_lazy("waarom"))
    noted_at = models.DateTimeField(gettext_lazy("genoteerd op"), default=timezone.now)

    class Meta:
        verbose_name = gettext_lazy("gekozen zonder iemand")
        constraints = [models.UniqueConstraint(fields=["preparation", "person"], name="one_reason_a_person")]


class FixedDate(models.Model):
    """The part of the preparation that is about the one day. There is a start and no end (A41)."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    starts_at = models.DateTimeField(gettext_lazy("begint op"), null=True, blank=True)
    place = LockedTextField(gettext_lazy("plaats"), blank=True)
    practical = LockedTextField(gettext_lazy("eten, kinderen, vervoer"), blank=True)
    why_not_asked = LockedTextField(gettext_lazy("waarom niet iedereen gevraagd is"), blank=True)
    change = models.PositiveSmallIntegerField(gettext_lazy("hoe vaak de datum is vastgesteld"), default=0)
    answer_by = models.DateField(gettext_lazy("graag antwoord voor"), null=True, blank=True)

    class Meta:
        abstract = True

    # --- questions
    def said_about(self, starts_at: datetime) -> dict[int, str]:
        """What each person said about this day, as long as it is on the table."""
        answers = DateAnswer.objects.filter(
            option__conference=self.conference, option__starts_at=starts_at, option__withdrawn_at=None
        )
        return dict(answers.values_list("person", "says"))

    def unasked(self, starts_at: datetime | None = None) -> list[Person]:
        """Expected people who said nothing yet about this day; without a day: about any of them."""
        if starts_at is not None:
            answered = self.said_about(starts_at)
        else:
            of_this = DateAnswer.objects.filter(option__conference=self.conference)
            answered = set(of_this.values_list("person_id", flat=True))
        return [person for person in self.expected() if person.pk not in answered]

    def needs_a_reason(self, starts_at: datetime) -> list[Person]:
        """Without whom this day is chosen only with a reason: who was not asked, and who must be there and cannot."""
        said, weigh = self.said_about(starts_at), cannot_be_missed(self.conference)
        return [
            person
            for person in self.expected()
            if person.pk not in said or (said[person.pk] == SAYS.NO and person.pk in weigh)
        ]

    # --- verbs
    @transaction.atomic
    def fix_date(
        self, *, starts_at: datetime, place: str, practical: str = "", why_not_asked: str = "",
        reasons: dict[str, str] | None = None, two_rooms: bool | None = None, seen: int | None = None,
        by: Person | Hand,
    ) -> bool:  # fmt: skip
        """Choose the day. It was put to everybody first, or it says of each why that could not be (A43).

        `reasons` has of a person's slug why the day is chosen without them; `seen` is how often the day was fixed when
        who chooses looked at it. False: all stays as it was.
        """
        self.conference.write_down("fix_date", by=by)
        SafetyNote.refuse_unless_signed(self.conference)
        SafetyNote.refuse_secret_place(self.conference, place)
        refuse_an_end(place=place, practical=practical)
        fresh = type(self).objects.select_for_update().get(pk=self.pk)
        if seen is not None and seen != fresh.change:
            raise Overtaken
        without = self._without(starts_at, reasons or {}, why_not_asked)
        if two_rooms is not None:
            MeetingPlace.say_rooms(self.conference, two_rooms)
        chosen = {"starts_at": starts_at, "place": place, "practical": practical}
        is_new = any(getattr(fresh, name) != value for name, value in chosen.items())
        self.starts_at, self.place, self.practical, self.why_not_asked = starts_at, place, practical, why_not_asked
        self.change = fresh.change + 1 if is_new else fresh.change
        self.ready_at = None if is_new else fresh.ready_at  # another day or place: «klaar» is said anew
        self.save(update_fields=["starts_at", "place", "practical", "why_not_asked", "change", "ready_at"])
        self._keep(without)
        return is_new

    def _without(self, starts_at: datetime, reasons: dict[str, str], why_not_asked: str) -> dict[Person, str]:
        """Who the day is chosen without, and why; refused when a reason is missing."""
        is_proposed = self.conference.date_options.on_the_table().filter(starts_at=starts_at).exists()
        if self.conference.phase != Phase.PREPARATION:
            return self._in_the_circle(starts_at, is_proposed, why_not_asked)
        if not is_proposed:
            raise NotProposed
        said = self.said_about(starts_at)
        self._refuse_unless_they_can(said)
        without = {person: reasons.get(person.slug, "").strip() for person in self.needs_a_reason(starts_at)}
        for person, why in without.items():
            if not why:
                raise why_without(person, said.get(person.pk))
        return without

    def _in_the_circle(self, starts_at: datetime, is_proposed: bool, why_not_asked: str) -> dict:
        """Of a later meeting the circle chooses the day itself, and sees nobody's answers."""
        if not why_not_asked and not (is_proposed and not self.unasked(starts_at)):
            raise NotAskedAll(field="why_not_asked")
        return {}

    def _refuse_unless_they_can(self, said: dict[int, str]) -> None:
        """The main people decide: of each of them there is a word, and nobody chooses a day on which they cannot."""
        for person in self.conference.main_people:
            if said.get(person.pk) == SAYS.NO:
                words = _("%(who)s kan dan niet. Zonder de hoofdpersoon gaat het niet door.")
                raise MainPersonDecides(words % {"who": person.first_name})
            if person.pk not in said:
                words = _("%(who)s zei nog niet of deze dag kan. De hoofdpersoon kiest mee.")
                raise MainPersonDecides(words % {"who": person.first_name})

    def _keep(self, without: dict[Person, str]) -> None:
        self.without.all().delete()
        WithoutThem.objects.bulk_create(
            WithoutThem(preparation=self, person=person, why=why) for person, why in without.items()
        )

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> datetime:
        """The day is off; what everybody said of the days stays. Gives the day it was."""
        self.conference.write_down("fix_date", by=by)
        if (was := self._without_a_day()) is None:
            raise NoDayToTakeBack
        return was

    def let_go(self) -> datetime | None:
        """There will be no meeting: a day that is still to come is off, one that was stays where it is."""
        if self.starts_at is None or self.starts_at <= timezone.now():
            return None
        return self._without_a_day()

    def _without_a_day(self) -> datetime | None:
        fresh = type(self).objects.select_for_update().get(pk=self.pk)
        self.starts_at, self.ready_at = None, None
        self.change = fresh.change + (fresh.starts_at is not None)
        self.save(update_fields=["starts_at", "change", "ready_at"])
        return fresh.starts_at


def why_without(person: Person, says: str | None) -> Refusal:
    """What to ask when a day is chosen without this person and it does not say why."""
    field = f"why_{person.slug}"
    if says == SAYS.NO:
        words = _("%(who)s moet erbij zijn en kan dan niet. Kies een andere dag, of schrijf op hoe het toch kan.")
        return CannotBeMissed(words % {"who": person}, field=field)
    words = _("%(who)s kon nog niet zeggen of deze dag past. Vraag het eerst, of schrijf op waarom dat niet kon.")
    return NotAskedAll(words % {"who": person}, field=field)
