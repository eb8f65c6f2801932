"""After the day: contact by a person, the progress talk, coming together again, and closing."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.keeping_safe import refuse_together
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.plan.models import Plan


class AlreadyAnswered(Refusal):
    message = _("Hier is al iets op gezegd.")


class NotYetHeld(Refusal):
    message = _("Deze dag moet nog komen. Vul in wanneer jullie elkaar gesproken hebben.")


class NobodyCalled(Refusal):
    message = _("Kies wie er komen.")
    field = "people"


class FollowUp(models.Model):
    """The months after. The family keeps the lead; the organisation asks, it does not inspect (B13)."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    closed_well_at = models.DateTimeField(_("afgerond op"), null=True, blank=True)

    class Meta:
        verbose_name = _("opvolging")

    def __str__(self) -> str:
        return str(self.conference)

    @classmethod
    def of(cls, conference: Conference) -> "FollowUp":
        followup = cls.objects.get_or_create(conference=conference)[0]
        followup.conference = conference
        return followup

    @transaction.atomic
    def close(self, *, by: Person | Hand) -> None:
        """The organisation steps back; the circle keeps its plan and goes on (B9)."""
        self.conference.take("close", by=by)
        self.closed_well_at = timezone.now()
        self.save(update_fields=["closed_well_at"])


class Contact(models.Model):
    """A phone call after four to six weeks: does the plan run, is help wanted. No notes on content."""

    class Runs(models.TextChoices):
        ALL = "all", _("alles loopt")
        PART = "part", _("een deel loopt")
        NONE = "none", _("nog niets loopt")
        UNKNOWN = "unknown", _("niet gezegd")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="contacts")
    on = models.DateField(_("op"))
    runs = models.CharField(_("hoe het loopt"), max_length=10, choices=Runs)
    wants_change = models.BooleanField(_("het plan moet anders"), default=False)
    wants_help = models.BooleanField(_("hulp bij het bij elkaar komen"), default=False)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("opvolggesprek")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return str(self.on)

    @classmethod
    @transaction.atomic
    def record(cls, conference: Conference, *, on: date, by: Person | Hand, **answers) -> "Contact":
        hand = conference.write_down("record_contact", by=by)
        if on > timezone.localdate():
            raise NotYetHeld(field="on")
        return cls.objects.create(conference=conference, on=on, by=hand.by, **answers)


class ProgressTalk(models.Model):
    """The circle spoke about how it goes; its own affair, so only that and when."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="progress_talks")
    held_on = models.DateField(_("gehouden op"))
    next_on = models.DateField(_("volgende keer"), null=True, blank=True)

    class Meta:
        verbose_name = _("voortgangsgesprek")
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return str(self.held_on)

    @classmethod
    @transaction.atomic
    def hold(cls, conference: Conference, *, held_on: date, next_on=None, by: Person | Hand) -> "ProgressTalk":
        conference.write_down("hold_progress_talk", by=by)
        if held_on > timezone.localdate():
            raise NotYetHeld(field="held_on")
        return cls.objects.create(conference=conference, held_on=held_on, next_on=next_on)

    @classmethod
    def next_for(cls, plan: Plan) -> date | None:
        """When the circle speaks next: as it said the last time, or as the plan says."""
        last = cls.objects.filter(conference=plan.conference).first()
        return last.next_on if last else plan.progress_on


class Gathering(models.Model):
    """(A part of) the circle is called together, by one of its own (A81)."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="gatherings")
    called_by = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("geroepen door"))
    called_at = models.DateTimeField(_("geroepen op"), default=timezone.now)
    starts_at = models.DateTimeField(_("begint op"), null=True, blank=True)
    place = LockedTextField(_("plaats"), blank=True)
    people = models.ManyToManyField(Person, related_name="+", verbose_name=_("wie"))

    class Meta:
        verbose_name = _("oproep om bij elkaar te komen")
        ordering = ["-called_at"]

    def __str__(self) -> str:
        return str(self.called_at)

    @classmethod
    @transaction.atomic
    def call(
        cls, conference: Conference, *, people: list[Person], starts_at=None, place: str = "", by: Person | Hand
    ) -> "Gathering":
        """Whom the caller chooses, all or a few; a start and no end. Nobody is called to whom they may not meet."""
        hand = conference.write_down("call_together", by=by)
        circle = conference.people(*CIRCLE)
        if not people or any(person not in circle for person in people):
            raise NobodyCalled
        refuse_together(conference, [*people, hand.name_of], by=hand)
        gathering = cls.objects.create(conference=conference, called_by=hand.name_of, starts_at=starts_at, place=place)
        gathering.people.set({*people, hand.name_of})
        return gathering


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
