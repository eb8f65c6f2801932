"""Conditions to the plan: issued to a named professional, discussed with the family, read by all, frozen."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.referral.models import Ground


class NoGround(Refusal):
    message = _("Voorwaarden kan alleen bij jeugdbescherming, reclassering, schuldsanering of een dreigende maatregel.")
    field = "ground"


class TooLate(Refusal):
    message = _("De voorwaarden zijn al gedeeld. Er kan niets meer bij of anders.")


class WhySoLate(Refusal):
    message = _("Voorwaarden horen bij de aanvraag. Schrijf op waarom het nu pas kan.")
    field = "why_late"


class NotDiscussed(Refusal):
    message = _("Bespreek de voorwaarden eerst met de persoon om wie het gaat. Vul in wanneer en hoe dat was.")
    field = "discussed_on"


class NoConditionsYet(Refusal):
    message = _("Er staat nog geen voorwaarde op het formulier.")


class NotSeenFirst(Refusal):
    message = _("De hoofdpersoon leest het eerst. Daarna kunt u het met iedereen delen.")


class NotHandedIn(Refusal):
    message = _("Dit formulier is nog niet ingeleverd.")


class ConditionsForm(models.Model):
    """The form one professional fills in: worries and numbered conditions, open to every invitee (A44–A49)."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="conditions_forms")
    setter = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("steller"))
    ground = models.CharField(_("grond"), max_length=30, choices=Ground)
    issued_at = models.DateTimeField(_("uitgereikt op"), default=timezone.now)
    why_late = LockedTextField(_("waarom pas na de aanvraag"), blank=True)
    concerns = LockedTextField(_("zorgen"), blank=True)
    without_plan = LockedTextField(_("wat er gebeurt als er geen plan komt"), blank=True)
    discussed_on = models.DateField(_("besproken op"), null=True, blank=True)
    discussed_how = models.CharField(_("hoe besproken"), max_length=200, blank=True)
    handed_in_at = models.DateTimeField(_("ingeleverd op"), null=True, blank=True)
    seen_at = models.DateTimeField(_("gelezen door de hoofdpersoon"), null=True, blank=True)
    reaction = LockedTextField(_("reactie van de hoofdpersoon"), blank=True)
    released_at = models.DateTimeField(_("gedeeld op"), null=True, blank=True)

    class Meta:
        verbose_name = _("voorwaardenformulier")
        ordering = ["issued_at"]

    @classmethod
    @transaction.atomic
    def issue(
        cls, conference: Conference, *, setter: Person, ground: str, why_late: str = "", by: Person | Hand
    ) -> "ConditionsForm":
        """Give the form to a named professional; only the regiomanager, only on one of the four grounds (A45, A47)."""
        conference.write_down("ask_conditions", by=by)
        if ground not in Ground.values:
            raise NoGround
        if cls.objects.filter(conference=conference).exclude(released_at=None).exists():
            raise TooLate
        if conference.phase == Phase.PREPARATION and not why_late:
            raise WhySoLate
        conference.seat(setter, Role.CONDITION_SETTER)
        if found := cls.objects.filter(conference=conference, setter=setter).first():
            return found
        return cls.objects.create(conference=conference, setter=setter, ground=ground, why_late=why_late)

    def __str__(self) -> str:
        return str(self.setter)

    @property
    def is_released(self) -> bool:
        return self.released_at is not None

    @property
    def is_handed_in(self) -> bool:
        return self.handed_in_at is not None

    @property
    def is_seen(self) -> bool:
        return self.seen_at is not None

    def refuse_when_released(self) -> None:
        """Frozen since it was shared, perhaps by somebody else a moment ago."""
        self.refresh_from_db(fields=["discussed_on", "handed_in_at", "seen_at", "released_at"])
        if self.is_released or self.conference.phase not in (Phase.REFERRAL, Phase.MATCHING, Phase.PREPARATION):
            raise TooLate

    def _as_setter(self, by: Person | Hand) -> None:
        """Own drawer: the table opens the room, but only the setter writes this form."""
        hand = self.conference.write_down("write_conditions", by=by)
        if hand.name_of != self.setter:
            raise NotAllowed
        self.refuse_when_released()

    def _change(self, by: Person | Hand) -> None:
        """What is changed after handing in must be talked over and handed in again."""
        self._as_setter(by)
        self.discussed_on, self.discussed_how, self.handed_in_at, self.seen_at = None, "", None, None
        self.save(update_fields=["discussed_on", "discussed_how", "handed_in_at", "seen_at"])

    @transaction.atomic
    def write(self, *, concerns: str, without_plan: str = "", by: Person | Hand) -> None:
        self._change(by)
        self.concerns, self.without_plan = concerns, without_plan
        self.save(update_fields=["concerns", "without_plan"])

    @transaction.atomic
    def add(self, *, text: str, by: Person | Hand) -> "Condition":
        self._change(by)
        last = self.conditions.order_by("-number").first()
        return self.conditions.create(number=last.number + 1 if last else 1, text=text)

    @transaction.atomic
    def hand_in(self, *, discussed_on, discussed_how: str, by: Person | Hand) -> None:
        """Say when and how it was discussed with the family; then the main person reads it first (A49)."""
        self._as_setter(by)
        if not self.conditions.exists():
            raise NoConditionsYet
        if not discussed_on or not discussed_how:
            raise NotDiscussed
        self.discussed_on, self.discussed_how, self.handed_in_at = discussed_on, discussed_how, timezone.now()
        self.save(update_fields=["discussed_on", "discussed_how", "handed_in_at"])

    @transaction.atomic
    def react(self, *, reaction: str = "", by: Person | Hand) -> None:
        """The main person reads it before anybody else, and may say something about it (A49)."""
        self.conference.write_down("react_to_conditions", by=by)
        self.refuse_when_released()
        if not self.is_handed_in:
            raise NotHandedIn
        self.reaction, self.seen_at = reaction, timezone.now()
        self.save(update_fields=["reaction", "seen_at"])

    @transaction.atomic
    def release(self, *, by: Person | Hand) -> None:
        """From now every invitee reads the whole of it, and nothing in it changes."""
        self.conference.write_down("release_conditions", by=by)
        self.refuse_when_released()
        if self.ground not in Ground.values:
            raise NoGround
        if not self.discussed_on or not self.handed_in_at:
            raise NotDiscussed
        if not self.is_seen:
            raise NotSeenFirst
        self.released_at = timezone.now()
        self.save(update_fields=["released_at"])


class Condition(models.Model):
    """One numbered, separately testable condition."""

    slug = SlugField()
    form = models.ForeignKey(ConditionsForm, models.CASCADE, related_name="conditions")
    number = models.PositiveSmallIntegerField(_("nummer"))
    text = LockedTextField(_("voorwaarde"))

    class Meta:
        verbose_name = _("voorwaarde")
        ordering = ["form", "number"]
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="one_number_a_condition")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    @transaction.atomic
    def remove(self, *, by: Person | Hand) -> None:
        self.form._change(by)
        self.delete()
        for number, condition in enumerate(self.form.conditions.order_by("number"), start=1):
            self.form.conditions.filter(pk=condition.pk).update(number=number)


class Reading(models.Model):
    """This person read the conditions, or heard them read aloud."""

    class How(models.TextChoices):
        READ = "read", _("zelf gelezen")
        READ_ALOUD = "read_aloud", _("voorgelezen")
        TOLD = "told", _("verteld")

    form = models.ForeignKey(ConditionsForm, models.CASCADE, related_name="readings")
    person = models.ForeignKey(Person, models.CASCADE)
    how = models.CharField(_("hoe"), max_length=20, choices=How)
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("gelezen")
        constraints = [models.UniqueConstraint(fields=["form", "person"], name="one_reading_a_person")]

    @classmethod
    @transaction.atomic
    def tick(cls, form: ConditionsForm, *, how: str = How.READ, by: Person | Hand) -> "Reading":
        hand = form.conference.write_down("read_conditions", by=by)
        if not form.is_released or how not in cls.How.values:
            raise NotAllowed
        return cls.objects.update_or_create(form=form, person=hand.name_of, defaults={"how": how})[0]
