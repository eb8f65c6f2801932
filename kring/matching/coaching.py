"""Coaching: a talk of coordinator and coach, and a thread of these two alone. Never about what a family decides."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Desk, Person


class NothingAsked(Refusal):
    message = _("Er staat geen coachgesprek open.")


class NobodyThere(Refusal):
    message = _("Er is nu niemand om mee te sparren. Bel de regiomanager.")


class NoCoach(Refusal):
    message = _("Kies een regiomanager die de coördinator niet is.")
    field = "coach"


class CoachingTalk(models.Model):
    """A moment of coaching between coordinator and coach; never about what the family decides (A50)."""

    conference = models.ForeignKey(Conference, models.CASCADE)
    on = models.DateField(_("op"))
    asked_by_coordinator = models.BooleanField(_("de coördinator vroeg erom"), default=False)
    held_at = models.DateTimeField(_("gesproken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("coachgesprek")
        ordering = ["-on", "-pk"]

    @classmethod
    def asked(cls, conference: Conference) -> "CoachingTalk | None":
        return cls.objects.filter(conference=conference, held_at=None).first()

    @classmethod
    @transaction.atomic
    def ask(cls, conference: Conference, *, by: Person | Hand) -> "CoachingTalk":
        """«Ik wil sparren»: one open wish at a time is enough."""
        hand = conference.write_down("coach", by=by)
        return cls.asked(conference) or cls.objects.create(
            conference=conference, on=timezone.localdate(), asked_by_coordinator=hand.by == conference.coordinator
        )

    @classmethod
    @transaction.atomic
    def hold(cls, conference: Conference, *, by: Person | Hand) -> None:
        """The talk was held; what was said stays between them."""
        conference.write_down("coach", by=by)
        if not cls.objects.filter(conference=conference, held_at=None).update(held_at=timezone.now()):
            raise NothingAsked


def other_of_the_two(conference: Conference, person: Person) -> Person | None:
    """To the coordinator the coach, to the coach the coordinator."""
    return conference.coach if person == conference.coordinator else conference.coordinator


class CoachingNote(models.Model):
    """A few lines between these two: who writes and who is written to read them, nobody after them does."""

    conference = models.ForeignKey(Conference, models.CASCADE)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("van"))
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("aan"))
    text = LockedTextField(_("tekst"))
    written_at = models.DateTimeField(_("geschreven op"), default=timezone.now)

    class Meta:
        verbose_name = _("regel bij het sparren")
        ordering = ["written_at", "pk"]

    @classmethod
    def between(cls, conference: Conference, person: Person):
        """What this person wrote or was written."""
        mine = cls.objects.filter(Q(by=person) | Q(to=person), conference=conference)
        return mine.select_related("by").order_by("-written_at", "-pk")

    @classmethod
    @transaction.atomic
    def write(cls, conference: Conference, *, text: str, by: Person | Hand) -> "CoachingNote":
        hand = conference.write_down("coach", by=by)
        other = other_of_the_two(conference, hand.by)
        if other is None:
            raise NobodyThere
        return cls.objects.create(conference=conference, by=hand.by, to=other, text=text)


@transaction.atomic
def choose_coach(conference: Conference, *, coach: Person, by: Person | Hand) -> None:
    """Another regiomanager coaches from now on; the one of the request stays for everything else (A50)."""
    conference.write_down("choose_coach", by=by)
    seat_coach(conference, coach)


def seat_coach(conference: Conference, coach: Person) -> None:
    """One coach at a time."""
    if Desk.MANAGER not in coach.seats() or conference.coordinator == coach:
        raise NoCoach
    if conference.coach == coach:
        return
    if conference.coach:
        conference.unseat(conference.coach, Role.COACH)
    conference.seat(coach, Role.COACH)
