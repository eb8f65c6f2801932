"""Who is there, in which part, and how: at the table, by phone, with sight, later, or gone home."""

from datetime import datetime

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, NotAllowed
from kring.meeting.models import Meeting
from kring.people.models import Person
from kring.preparation.models import Preparation

PRIVATE = 2


class How(models.TextChoices):
    HERE = "here", _("is er")
    PHONE = "phone", _("aan de telefoon")
    VIDEO = "video", _("met beeld")
    LATE = "late", _("komt later")


LEFT = "left"


def could_be_here(meeting: Meeting, part: int, members: dict | None = None) -> list[Person]:
    """Behind the door the circle alone; otherwise everybody who is expected, and the coordinator (A56)."""
    conference = meeting.conference
    people = Preparation(conference=conference).expected(members)
    if part == PRIVATE:
        circle = {person.pk for person in conference.people(*CIRCLE)}
        return [person for person in people if person.pk in circle]
    return people + ([conference.coordinator] if conference.coordinator else [])


class AttendanceQuerySet(models.QuerySet):
    def there(self):
        """Who was really there, also who left before the others."""
        return self.exclude(how=How.LATE)

    def still_there(self):
        return self.there().filter(left_at=None)


class Attendance(models.Model):
    """Who was there, in which part; without reasons for who was not."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, models.CASCADE)
    part = models.PositiveSmallIntegerField(_("deel"), choices=[(1, "1"), (2, "2"), (3, "3")])
    how = models.CharField(_("hoe"), max_length=10, choices=How, default=How.HERE)
    came_late = models.BooleanField(_("kwam later"), default=False)
    at = models.DateTimeField(_("vastgelegd op"), default=timezone.now)
    left_at = models.DateTimeField(_("weggegaan op"), null=True, blank=True)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("aanwezigheid")
        constraints = [models.UniqueConstraint(fields=["meeting", "person", "part"], name="once_there_a_part")]

    def __str__(self) -> str:
        return str(self.get_how_display())

    @property
    def stands(self) -> str:
        """In one word how it stands, for a screen that ticks."""
        return LEFT if self.left_at else str(self.how)

    # --- verbs
    @classmethod
    @transaction.atomic
    def put(
        cls, meeting: Meeting, *, part: int, person: Person, how: str, by: Person | Hand, at: datetime | None = None
    ) -> "Attendance | None":
        """This person is there like this now, or left; an empty `how` takes it back. Pressing twice changes nothing."""
        refuse_unless_fits(meeting, part, person, how, by)
        here = cls.objects.filter(meeting=meeting, part=part, person=person)
        if not how:
            here.delete()
            return None
        known = here.first()
        if known is not None and known.stands == how:
            return known
        moment = at or timezone.now()
        if how == LEFT:
            here.filter(~Q(how=How.LATE)).update(left_at=moment)
            return here.first()
        came_late = bool(known and (known.came_late or known.how == How.LATE)) and how != How.LATE
        began = known.at if known and known.how != How.LATE else moment
        values = {"how": how, "came_late": came_late, "at": began, "left_at": None}
        return cls.objects.update_or_create(meeting=meeting, person=person, part=part, defaults=values)[0]

    @classmethod
    @transaction.atomic
    def same_as_before(cls, meeting: Meeting, part: int, *, by: Person | Hand) -> None:
        """Who was there in the part before and did not leave: one press instead of one for each."""
        meeting.conference.refuse_unless_allowed("run_the_day", by=by)
        if not 1 < part <= meeting.part:
            raise NotAllowed
        may = {person.pk for person in could_be_here(meeting, part)}
        for known in cls.objects.still_there().filter(meeting=meeting, part=part - 1, person__in=may):
            cls.objects.get_or_create(
                meeting=meeting, person_id=known.person_id, part=part, defaults={"how": known.how}
            )


def refuse_unless_fits(meeting: Meeting, part: int, person: Person, how: str, by: Person | Hand) -> None:
    """Only the coordinator notes it, of who takes part, in a part that was; behind the door the circle alone."""
    meeting.conference.refuse_unless_allowed("run_the_day", by=by)
    if how not in ("", LEFT, *How.values) or not 1 <= part <= meeting.part:
        raise NotAllowed
    if person not in could_be_here(meeting, part):
        raise NotAllowed
