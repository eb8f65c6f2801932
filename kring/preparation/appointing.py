"""The appointment of the coordinator with each who comes, professionals too; and when somebody can be reached."""

from datetime import datetime

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference, NotAllowed
from kring.foundation.locking import LockedTextField
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Channel, Person
from kring.preparation.preparing import How, PersonalPreparation

LETTER = "preparation/letters/appointment.txt"


class IsOver(Refusal):
    message = _("Deze dag is al voorbij. Heeft u elkaar gesproken? Vink dat dan aan.")
    field = "starts_at"


class AppointmentQuerySet(models.QuerySet):
    def to_come(self, now: datetime | None = None):
        return self.filter(starts_at__gt=now or timezone.now())


class Appointment(models.Model):
    """When coordinator and invitee speak, and how (A37); an appointment is no preparation yet."""

    class PartThree(models.TextChoices):
        UNKNOWN = "", _("nog niet bekend")
        THERE = "there", _("is er zelf bij")
        BY_PHONE = "by_phone", _("is dan te bellen")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="appointments")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    how = models.CharField(_("hoe"), max_length=10, choices=How, blank=True)
    starts_at = models.DateTimeField(_("op"), null=True, blank=True)
    reachable = LockedTextField(_("wanneer te bereiken"), blank=True)
    part_three = models.CharField(_("als de kring het plan vertelt"), max_length=10, blank=True, choices=PartThree)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("afspraak om voor te bereiden")
        constraints = [
            models.UniqueConstraint(fields=["conference", "person"], name="one_appointment_a_person"),
            models.CheckConstraint(name="appointment_has_a_way", condition=Q(starts_at=None) | ~Q(how="")),
        ]

    def __str__(self) -> str:
        return str(self.starts_at or self.reachable)

    @classmethod
    def of(cls, conference: Conference, person: Person) -> "Appointment":
        """With this person; not kept before there is something to keep."""
        found = cls.objects.filter(conference=conference, person=person).first()
        return found or cls(conference=conference, person=person)

    @property
    def is_to_come(self) -> bool:
        return self.starts_at is not None and self.starts_at > timezone.now()

    @classmethod
    @transaction.atomic
    def make(
        cls, conference: Conference, *, person: Person, how: str, starts_at: datetime, by: Person | Hand
    ) -> "Appointment":
        """Another time replaces the one there was. At rest nothing is sent; in a hurry nothing goes by post (A53)."""
        hand = conference.write_down("prepare_person", by=by)
        if how not in How.values or not conference.roles_of(person) & (CIRCLE | VISITORS):
            raise Refusal
        if starts_at <= timezone.now():
            raise IsOver
        about = {"how": how, "starts_at": starts_at}
        made, _new = cls.objects.update_or_create(conference=conference, person=person, defaults=about)
        by_voice = {Channel.PHONE, Channel.LETTER} if conference.is_urgent else {Channel.PHONE}
        if conference.resting_since is None and person.channel not in by_voice:
            made.tell(hand)
        return made

    def tell(self, hand: Hand) -> None:
        at_work = not self.conference.roles_of(self.person) & CIRCLE
        path = reverse("preparation:reachable", args=[self.conference.slug])
        post(
            self.person, LETTER, {"starts_at": self.starts_at, "how": self.get_how_display(), "is_at_work": at_work},
            key=f"appointment:{self.pk}:{self.how}:{self.starts_at:%y%m%d%H%M}", about=self.conference,
            sent_by=hand.by, link_path=path,
        )  # fmt: skip

    @classmethod
    @transaction.atomic
    def say_when_reachable(
        cls, conference: Conference, *, reachable: str, part_three: str = "", by: Person | Hand
    ) -> "Appointment":
        """Everybody about themselves: when to call them, and whether they are there when the plan is told."""
        hand = conference.write_down("say_when_reachable", by=by)
        if part_three not in cls.PartThree.values:
            raise NotAllowed
        about = {"reachable": reachable, "part_three": part_three}
        return cls.objects.update_or_create(conference=conference, person=hand.name_of, defaults=about)[0]


def arranged_with(person: Person | int) -> dict:
    """Of a conference: the appointment of this person there, and whether they were prepared; to annotate."""
    made = Appointment.objects.filter(conference=OuterRef("pk"), person=person)
    done = PersonalPreparation.objects.filter(conference=OuterRef("pk"), person=person)
    return {
        "my_talk_at": Subquery(made.values("starts_at")[:1]),
        "my_talk_how": Subquery(made.values("how")[:1]),
        "knows_when_to_call": Exists(made),
        "i_am_prepared": Exists(done),
    }
