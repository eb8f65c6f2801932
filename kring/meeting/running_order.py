"""The running order of the information round: who tells when, for about ten minutes each, and where they wait after."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import VISITORS, NotAllowed
from kring.meeting.models import Meeting
from kring.people.models import Person

MINUTES = 10  # each professional, more or less (A57)
LONG = 45
LAST = 32_000


class Waits(models.TextChoices):
    HERE = "here", _("wacht hier")
    REACHABLE = "reachable", _("is naar huis, maar te bereiken")
    GONE = "gone", _("is naar huis")


class Turn(models.Model):
    """One professional in the running order. There is no clock in it: nobody is stopped."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="turns")
    professional = models.ForeignKey(Person, models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField(_("plaats"), default=LAST)
    told_at = models.DateTimeField(_("verteld op"), null=True, blank=True)
    waits = models.CharField(_("waar die wacht"), max_length=10, choices=Waits, blank=True)

    class Meta:
        verbose_name = _("spreekbeurt")
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "professional"], name="one_turn_a_professional")]

    def __str__(self) -> str:
        return str(self.professional)

    @classmethod
    def order(cls, meeting: Meeting) -> list["Turn"]:
        """Everybody who tells, in order; who has no turn yet comes last, as they were seated."""
        known = {turn.professional_id: turn for turn in cls.objects.filter(meeting=meeting)}
        turns = []
        for person in meeting.conference.people(*VISITORS):
            turn = known.get(person.pk) or cls(meeting=meeting, professional=person)
            turn.professional = person
            turns.append(turn)
        return sorted(turns, key=lambda turn: turn.place)

    # --- verbs
    @classmethod
    @transaction.atomic
    def move(cls, meeting: Meeting, person: Person, to: int, *, by: Person | Hand) -> None:
        """Give somebody this place, counted from one; the others make room. The same press twice is one move."""
        cls._refuse_unless_allowed(meeting, person, by)
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        people = [turn.professional for turn in cls.order(meeting) if turn.professional != person]
        people.insert(max(0, to - 1), person)
        for place, one in enumerate(people, start=1):
            cls.objects.update_or_create(meeting=meeting, professional=one, defaults={"place": place})

    @classmethod
    @transaction.atomic
    def put_told(
        cls, meeting: Meeting, person: Person, told: bool, *, by: Person | Hand, at: datetime | None = None
    ) -> None:
        cls._refuse_unless_allowed(meeting, person, by)
        turn = cls.objects.get_or_create(meeting=meeting, professional=person)[0]
        if bool(turn.told_at) != told:
            turn.told_at = (at or timezone.now()) if told else None
            turn.save(update_fields=["told_at"])

    @classmethod
    @transaction.atomic
    def put_waits(cls, meeting: Meeting, person: Person, where: str, *, by: Person | Hand) -> None:
        """Where this professional is while the circle is alone; they choose it themselves and say it."""
        cls._refuse_unless_allowed(meeting, person, by)
        if where not in ("", *Waits.values):
            raise NotAllowed
        cls.objects.update_or_create(meeting=meeting, professional=person, defaults={"waits": where})

    @classmethod
    def _refuse_unless_allowed(cls, meeting: Meeting, person: Person, by: Person | Hand) -> None:
        meeting.conference.refuse_unless_allowed("run_the_day", by=by)
        if not meeting.conference.roles_of(person) & VISITORS:
            raise NotAllowed
