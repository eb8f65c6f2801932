"""(A part of) the circle comes together: one of its own calls, or a professional asks and the circle decides."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.keeping_safe import refuse_together
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.followup.finding_a_day import GatheringDay, refuse_unless_open
from kring.followup.refusals import AlreadyAnswered, AlreadyChosen, CalledOff, NobodyCalled, NotAskedOfYou, OverAlready
from kring.followup.telling import let_know, refuse_at_rest, those_who_lead
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.plan.models import Plan

LETTERS = {"call": "come_together", "which_day": "which_day", "off": "not_now"}


class Gathering(models.Model):
    """(A part of) the circle is called together, by one of its own (A81)."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="gatherings")
    called_by = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("geroepen door"))
    called_at = models.DateTimeField(_("geroepen op"), default=timezone.now)
    starts_at = models.DateTimeField(_("begint op"), null=True, blank=True)
    place = LockedTextField(_("plaats"), blank=True)
    called_off_at = models.DateTimeField(_("afgezegd op"), null=True, blank=True)
    people = models.ManyToManyField(Person, related_name="+", verbose_name=_("wie"))

    class Meta:
        verbose_name = _("oproep om bij elkaar te komen")
        ordering = ["-called_at"]

    def __str__(self) -> str:
        return str(self.called_at)

    @property
    def looks_for_a_day(self) -> bool:
        return self.starts_at is None and self.called_off_at is None

    @classmethod
    @transaction.atomic
    def call(
        cls, conference: Conference, *, people: list[Person], starts_at=None, days: Iterable = (), place: str = "",
        by: Person | Hand,
    ) -> "Gathering":  # fmt: skip
        """Whom the caller chooses, on a day that is known or on one of these days; a start and no end.

        Nobody is called to whom they may not meet.
        """
        hand = conference.write_down("call_together", by=by)
        refuse_at_rest(conference)
        circle = conference.people(*CIRCLE)
        if not people or any(person not in circle for person in people):
            raise NobodyCalled
        refuse_together(conference, [*people, hand.name_of], by=hand)
        gathering = cls.objects.create(conference=conference, called_by=hand.name_of, starts_at=starts_at, place=place)
        gathering.people.set({*people, hand.name_of})
        if starts_at is None:
            GatheringDay.objects.bulk_create(
                GatheringDay(gathering=gathering, starts_at=day) for day in sorted(set(days))
            )
        return gathering

    @transaction.atomic
    def choose(self, *, starts_at: datetime, place: str = "", by: Person | Hand, now: datetime | None = None) -> None:
        """Somebody of those who come chooses the day; the first choice counts."""
        hand = self.conference.write_down("call_together", by=by)
        if not self.people.filter(pk=hand.name_of.pk).exists():
            raise NotAskedOfYou
        refuse_unless_open(self)
        if starts_at <= (now or timezone.now()):
            raise OverAlready
        chosen = {"starts_at": starts_at, "place": place}
        if not type(self).objects.filter(pk=self.pk, starts_at=None, called_off_at=None).update(**chosen):
            raise AlreadyChosen
        self.starts_at, self.place = starts_at, place

    @transaction.atomic
    def call_off(self, *, by: Person | Hand) -> None:
        """Without a reason. Calling again is always possible."""
        hand = self.conference.write_down("call_together", by=by)
        if not self.people.filter(pk=hand.name_of.pk).exists():
            raise NotAskedOfYou
        if self.called_off_at:
            raise CalledOff
        self.called_off_at = timezone.now()
        self.save(update_fields=["called_off_at"])


class ReconveneRequest(models.Model):
    """A professional asks whether the circle would come together; the circle decides (A82)."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="reconvene_requests")
    asked_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)
    is_coming = models.BooleanField(_("de kring komt bij elkaar"), null=True, blank=True)

    class Meta:
        verbose_name = _("vraag om bij elkaar te komen")
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return str(self.asked_by)

    @classmethod
    @transaction.atomic
    def ask(cls, conference: Conference, *, by: Person | Hand) -> "ReconveneRequest":
        """One open question at a time; asking again before the answer changes nothing."""
        hand = conference.write_down("ask_to_reconvene", by=by)
        return cls.objects.get_or_create(conference=conference, asked_by=hand.name_of, answered_at=None)[0]

    @transaction.atomic
    def answer(self, *, is_coming: bool, by: Person | Hand) -> None:
        self.conference.write_down("hold_progress_talk", by=by)
        now = timezone.now()
        if not type(self).objects.filter(pk=self.pk, answered_at=None).update(answered_at=now, is_coming=is_coming):
            raise AlreadyAnswered
        self.answered_at, self.is_coming = now, is_coming


@transaction.atomic
def ask_to_reconvene(conference: Conference, *, by: Person | Hand) -> ReconveneRequest:
    """The question goes to who takes the initiative in the circle (A82)."""
    asked = ReconveneRequest.ask(conference, by=by)
    leads = those_who_lead(conference, Plan.of(conference))
    let_know(leads, conference, key=f"followup:ask:{asked.slug}", page="followup:how", by=by)
    return asked


@transaction.atomic
def answer(request: ReconveneRequest, *, is_coming: bool, by: Person | Hand) -> None:
    request.answer(is_coming=is_coming, by=by)
    let_know([request.asked_by], request.conference, key=f"followup:answer:{request.slug}", page="followup:mine", by=by)


@transaction.atomic
def call(conference: Conference, *, by: Person | Hand, **about) -> Gathering:
    """«Roep de kring bij elkaar»: whom the caller chose hears it (A81)."""
    gathering = Gathering.call(conference, by=by, **about)
    those_who_come_hear(gathering, "call" if gathering.starts_at else "which_day", by=by)
    return gathering


@transaction.atomic
def choose(gathering: Gathering, *, by: Person | Hand, **chosen) -> None:
    gathering.choose(by=by, **chosen)
    those_who_come_hear(gathering, "call", by=by)


@transaction.atomic
def call_off(gathering: Gathering, *, by: Person | Hand) -> None:
    gathering.call_off(by=by)
    those_who_come_hear(gathering, "off", by=by)


def those_who_come_hear(gathering: Gathering, what: str, *, by: Person | Hand) -> None:
    """When and where stands behind the link."""
    page = "followup:gathering" if what == "which_day" else "followup:how"
    key, letter = f"followup:{what}:{gathering.slug}", f"followup/letters/{LETTERS[what]}.txt"
    args = (gathering.slug,) if what == "which_day" else ()
    let_know(gathering.people.all(), gathering.conference, key=key, page=page, args=args, by=by, letter=letter)
