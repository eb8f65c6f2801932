"""Conditions to the plan: issued to a named professional, discussed with the family, read by all, frozen."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.condition import Condition
from kring.conditions.readings import Reading
from kring.conditions.refusals import (
    AlreadyRead,
    NoConditionsYet,
    NoGround,
    NotDiscussed,
    NotHandedIn,
    TooLate,
    WhySoLate,
)
from kring.conditions.wording import refuse_hidden
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.referral.models import Ground

__all__ = ["Condition", "ConditionsForm", "Reading"]

BEFORE_THE_DAY = (Phase.REFERRAL, Phase.MATCHING, Phase.PREPARATION)
NOT_DONE = {"discussed_on": None, "discussed_how": "", "discussed_with": "", "handed_in_at": None}
NOT_DONE |= {"checked_at": None, "seen_at": None}


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
    discussed_with = LockedTextField(_("wie erbij waren"), blank=True)
    handed_in_at = models.DateTimeField(_("ingeleverd op"), null=True, blank=True)
    checked_at = models.DateTimeField(_("nagekeken op"), null=True, blank=True)
    sent_back_at = models.DateTimeField(_("teruggegeven op"), null=True, blank=True)
    seen_at = models.DateTimeField(_("gelezen door de hoofdpersoon"), null=True, blank=True)
    reaction = LockedTextField(_("reactie van de hoofdpersoon"), blank=True)
    released_at = models.DateTimeField(_("gedeeld op"), null=True, blank=True)
    version = models.PositiveSmallIntegerField(_("versie"), default=1)

    class Meta:
        verbose_name = _("voorwaardenformulier")
        ordering = ["issued_at"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "setter"], name="one_form_a_setter"),
            models.CheckConstraint(name="conditions_have_a_ground", condition=Q(ground__in=Ground.values)),
            models.CheckConstraint(
                name="shared_after_the_talk",
                condition=Q(released_at=None) | Q(discussed_on__isnull=False, handed_in_at__isnull=False),
            ),
        ]

    @classmethod
    @transaction.atomic
    def issue(
        cls, conference: Conference, *, setter: Person, ground: str, why_late: str = "", by: Person | Hand
    ) -> "ConditionsForm":
        """Give the form to a named professional; only the regiomanager, only on one of the four grounds (A45, A47)."""
        conference.write_down("ask_conditions", by=by)
        if ground not in Ground.values:
            raise NoGround
        if Reading.objects.filter(form__conference=conference).exists():
            raise AlreadyRead
        is_shared = conference.conditions_forms.exclude(released_at=None).exists()
        if (is_shared or conference.phase == Phase.PREPARATION) and not why_late:
            raise WhySoLate
        conference.seat(setter, Role.CONDITION_SETTER)
        known = {"ground": ground, "why_late": why_late}
        return cls.objects.get_or_create(conference=conference, setter=setter, defaults=known)[0]

    def __str__(self) -> str:
        return str(self.setter)

    # --- questions
    @property
    def is_released(self) -> bool:
        return self.released_at is not None

    @property
    def is_handed_in(self) -> bool:
        return self.handed_in_at is not None

    @property
    def is_seen(self) -> bool:
        return self.seen_at is not None

    @property
    def is_checked(self) -> bool:
        return self.checked_at is not None

    @property
    def is_ready(self) -> bool:
        """To be shared: talked over, checked, and read first by the main person."""
        return self.is_handed_in and self.is_seen and self.is_checked

    @property
    def standing(self) -> list:
        """The conditions that were not withdrawn."""
        return [condition for condition in self.conditions.all() if not condition.withdrawn_at]

    def refuse_when_released(self) -> None:
        """Frozen since it was shared, perhaps by somebody else a moment ago."""
        self.refresh_from_db(fields=["discussed_on", "handed_in_at", "checked_at", "seen_at", "released_at"])
        if self.is_released or self.conference.phase not in BEFORE_THE_DAY:
            raise TooLate

    # --- verbs
    def _as_setter(self, by: Person | Hand) -> None:
        """Own drawer: the table opens the room, but only the setter writes this form."""
        hand = self.conference.write_down("write_conditions", by=by)
        if hand.name_of != self.setter:
            raise NotAllowed
        self.refuse_when_released()

    def change(self, **fields) -> None:
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=list(fields))

    def rewrite(self, by: Person | Hand) -> None:
        """What is changed after handing in must be talked over and handed in again."""
        self._as_setter(by)
        self.change(**NOT_DONE)

    @transaction.atomic
    def write(self, *, concerns: str, without_plan: str = "", by: Person | Hand) -> None:
        """The worries, and what happens if no plan comes."""
        refuse_hidden(concerns, field="concerns")
        refuse_hidden(without_plan, field="without_plan")
        self.rewrite(by)
        self.change(concerns=concerns, without_plan=without_plan)

    @transaction.atomic
    def add(self, *, text: str, by: Person | Hand) -> "Condition":
        refuse_hidden(text)
        self.rewrite(by)
        last = self.conditions.order_by("-number").first()
        return self.conditions.create(number=last.number + 1 if last else 1, text=text)

    @transaction.atomic
    def hand_in(self, *, discussed_on, discussed_how: str, discussed_with: str = "", by: Person | Hand) -> None:
        """Say when, how and with whom it was discussed; then the main person reads it first (A49)."""
        self._as_setter(by)
        if not self.conditions.exists():
            raise NoConditionsYet
        if not discussed_on or not discussed_how or discussed_on > timezone.localdate():
            raise NotDiscussed
        talk = {"discussed_on": discussed_on, "discussed_how": discussed_how, "discussed_with": discussed_with}
        self.change(**talk, handed_in_at=timezone.now(), sent_back_at=None)

    @transaction.atomic
    def react(self, *, reaction: str = "", by: Person | Hand) -> None:
        """The main person reads it before anybody else, and may say something about it (A49)."""
        self.conference.write_down("react_to_conditions", by=by)
        self.refuse_when_released()
        if not self.is_handed_in:
            raise NotHandedIn
        self.change(reaction=reaction, seen_at=timezone.now())

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> None:
        """After all no conditions of this professional; nothing of it was shared."""
        self.conference.write_down("ask_conditions", by=by)
        self.refuse_when_released()
        self.conference.unseat(self.setter, Role.CONDITION_SETTER)
        self.delete()
