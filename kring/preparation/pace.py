"""The pace is theirs: days the main person sets or takes over, what others said about time, and tension noted."""

from datetime import date

from django.db import models, transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person

GUIDE = (6, 10)  # weeks a preparation takes on average; to know, not to hurry (A52)


class WhoSaidSo(Refusal):
    message = _("Schrijf erbij wie deze dag noemde.")
    field = "said_by"


class IsPast(Refusal):
    message = _("Deze dag is al voorbij.")
    field = "on"


class Milestone(models.Model):
    """A day that matters. It is the family's own when they set or took it over; else only something to know (A54)."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="milestones")
    on = models.DateField(_("op"))
    what = LockedTextField(_("wat"))
    said_by = LockedTextField(_("wie dat zei"), blank=True)
    accepted_at = models.DateTimeField(_("overgenomen op"), null=True, blank=True)
    noted_at = models.DateTimeField(_("genoteerd op"), default=timezone.now)

    class Meta:
        verbose_name = _("dag die telt")
        ordering = ["on", "pk"]
        constraints = [models.CheckConstraint(name="milestone_has_a_day", condition=Q(on__isnull=False))]

    def __str__(self) -> str:
        return self.what

    @property
    def is_theirs(self) -> bool:
        return self.accepted_at is not None

    @classmethod
    @transaction.atomic
    def note(cls, conference: Conference, *, on: date, what: str, said_by: str = "", by: Person | Hand) -> "Milestone":
        """Of the main person it is theirs at once, unless they tell what somebody else said."""
        hand = conference.write_down("set_pace", by=by)
        if on < timezone.localdate():
            raise IsPast
        is_own = Role.MAIN_PERSON in conference.roles_of(hand.name_of) and not said_by
        if not is_own and not said_by:
            raise WhoSaidSo
        accepted = timezone.now() if is_own else None
        return cls.objects.create(conference=conference, on=on, what=what, said_by=said_by, accepted_at=accepted)

    @transaction.atomic
    def take_over(self, *, by: Person | Hand) -> None:
        """«Dat wordt ook onze dag»: only a main person says so."""
        hand = self.conference.write_down("set_pace", by=by)
        if Role.MAIN_PERSON not in self.conference.roles_of(hand.name_of):
            raise NotAllowed
        self.accepted_at = timezone.now()
        self.save(update_fields=["accepted_at"])

    @transaction.atomic
    def let_go(self, *, by: Person | Hand) -> None:
        """Theirs becomes only something to know again, or goes when nobody else said it."""
        hand = self.conference.write_down("set_pace", by=by)
        if self.is_theirs and Role.MAIN_PERSON not in self.conference.roles_of(hand.name_of):
            raise NotAllowed
        if self.is_theirs and self.said_by:
            self.accepted_at = None
            self.save(update_fields=["accepted_at"])
        else:
            self.delete()


class Tension(models.Model):
    """There is a quarrel; that and when, not about what. The coach hears it, nobody else."""

    conference = models.OneToOneField(Conference, models.CASCADE, related_name="tension")
    noted_at = models.DateTimeField(_("genoteerd op"), default=timezone.now)

    class Meta:
        verbose_name = _("ruzie genoteerd")

    def __str__(self) -> str:
        return str(self.noted_at)

    @classmethod
    @transaction.atomic
    def note(cls, conference: Conference, *, by: Person | Hand) -> "Tension":
        conference.write_down("note_tension", by=by)
        return cls.objects.get_or_create(conference=conference)[0]

    @classmethod
    @transaction.atomic
    def settle(cls, conference: Conference, *, by: Person | Hand) -> None:
        conference.write_down("note_tension", by=by)
        cls.objects.filter(conference=conference).delete()


def weeks_since_yes(conference: Conference, *, today: date | None = None) -> int:
    """Whole weeks since the family said yes; a number to know, nothing follows from it (A52)."""
    referral = getattr(conference, "referral", None)
    since = (referral and referral.answered_at) or conference.moved_at
    return max(((today or timezone.localdate()) - timezone.localdate(since)).days // 7, 0)


STEPS = {
    "say_yes": _("ja gezegd"),
    "make_first_contact": _("met de coördinator gesproken"),
    "invite": _("de eersten uitgenodigd"),
    "agree_to_question": _("de vraag afgesproken"),
    "fix_date": _("de dag gekozen"),
    "mark_ready": _("alles klaar"),
}


def steps_taken(conference: Conference) -> list[tuple[str, date]]:
    """What happened already and when it first did; what is still to come has no day."""
    first = conference.journal.filter(step__in=STEPS).values_list("step").annotate(at=Min("at")).order_by("at")
    return [(str(STEPS[step]), timezone.localdate(at)) for step, at in first]
