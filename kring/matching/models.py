"""What is offered to a coordinator, and the first contact of who said yes."""

from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import RULES, Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.matching.coaching import seat_coach
from kring.matching.declaring import Declaration
from kring.matching.fitting import refuse_unless_fit
from kring.matching.handing_over import HandOver, Why
from kring.matching.papers import obstacles
from kring.matching.paying import Fee
from kring.matching.register import Coordinator
from kring.matching.terms import Terms
from kring.people.models import Person

WHILE_LOOKING = [phase.value for phase in Phase if Role.REGIONAL_MANAGER in RULES["offer"].roles[phase]]


FINE = "fine"
SAID = [(FINE, _("goed zo")), (Why.WAITS.value, Why.WAITS.label), (Why.FAMILY.value, Why.FAMILY.label)]


class NotDeclared(Refusal):
    message = _("Zonder verklaring dat u hier niets mee te maken heeft, kunt u deze conferentie niet aannemen.")
    field = "declared"


class NoLongerOpen(Refusal):
    message = _("Dit voorstel staat niet meer open.")


class NotInTheFuture(Refusal):
    message = _("Deze dag moet nog komen. Vul in wanneer het contact was.")
    field = "on"


class OfferQuerySet(models.QuerySet):
    def unanswered(self):
        return self.filter(answered_at=None, withdrawn_at=None, expired_at=None)

    def open(self, now: datetime | None = None):
        """Those that can be answered now."""
        waits = Q(expires_at=None) | Q(expires_at__gt=now or timezone.now())
        return self.unanswered().filter(waits, conference__phase__in=WHILE_LOOKING)


class Offer(models.Model):
    """A conference offered to a coordinator: region, languages, period; nothing about the situation."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="offers")
    coordinator = models.ForeignKey(Coordinator, models.CASCADE, related_name="offers")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(_("aangeboden op"), default=timezone.now)
    expires_at = models.DateTimeField(_("wacht tot"), null=True, blank=True)
    note = LockedTextField(_("bericht"), blank=True)
    reason = LockedTextField(_("waarom deze keuze"), blank=True)
    travel = models.CharField(_("afgesproken reiskosten"), max_length=200, blank=True)
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("coach")
    )
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)
    accepted = models.BooleanField(_("aangenomen"), null=True, blank=True)
    words = LockedTextField(_("woorden bij het antwoord"), blank=True)
    has_tie = models.BooleanField(_("meldde een band"), default=False)
    unmet = models.BooleanField(_("niet elke wens past"), default=False)
    family_said = models.CharField(_("wat de hoofdpersoon ervan zegt"), max_length=10, choices=SAID, blank=True)
    family_said_at = models.DateTimeField(_("gezegd op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    expired_at = models.DateTimeField(_("verlopen op"), null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("voorstel")
        ordering = ["-offered_at"]
        indexes = [
            models.Index(fields=["expires_at"], name="offers_that_wait", condition=Q(answered_at=None)),
            models.Index(
                fields=["coordinator", "answered_at"], name="conferences_of_a_year", condition=Q(accepted=True)
            ),
        ]

    @classmethod
    @transaction.atomic
    def make(
        cls, conference: Conference, coordinator: Coordinator, *, note: str = "", reason: str = "", travel: str = "",
        coach: Person | None = None, by: Person | Hand,
    ) -> "Offer":  # fmt: skip
        """Put it to somebody; what stands in the way is said in words."""
        hand = conference.write_down("offer", by=by)
        earlier = cls.objects.filter(conference=conference, coordinator=coordinator)
        refuse_unless_fit(conference, coordinator, coach, earlier)
        before = Terms.now().answer_before(timezone.now(), is_urgent=conference.is_urgent)
        return cls.objects.create(
            conference=conference, coordinator=coordinator, note=note, reason=reason, travel=travel, coach=coach,
            offered_by=hand.by, expires_at=before,
        )  # fmt: skip

    @classmethod
    def that_led_to(cls, conference: Conference) -> "Offer | None":
        """The offer the coordinator of now said yes to."""
        mine = cls.objects.filter(conference=conference, accepted=True, coordinator__person=conference.coordinator)
        return mine.select_related("coordinator__person", "declaration").first() if conference.coordinator else None

    def hear_the_family(self, what: str) -> None:
        """Good so, rather wait, or rather somebody else (R-IND-4)."""
        self.family_said, self.family_said_at = what, timezone.now()
        self.save(update_fields=["family_said", "family_said_at"])

    @property
    def is_open(self) -> bool:
        answered = self.answered_at or self.withdrawn_at or self.expired_at
        waits = self.expires_at is None or self.expires_at > timezone.now()
        return not answered and waits and self.conference.phase in WHILE_LOOKING

    def _answer(self, accepted: bool, **more) -> None:
        changes = {"answered_at": timezone.now(), "accepted": accepted} | more
        # one conditional update: of two who answer at once one is told
        if not Offer.objects.open().filter(pk=self.pk).update(**changes):
            raise NoLongerOpen
        for name, value in changes.items():
            setattr(self, name, value)

    def refuse_unless_mine(self, by: Person) -> None:
        if by != self.coordinator.person:
            raise NoLongerOpen

    @transaction.atomic
    def accept(
        self, *, declared: bool, remarks: str = "", asked: str = "", unmet: bool = False, by: Person
    ) -> Person | None:
        """Take it on, after declaring independence (A19, A20, A22); returns who was coordinator before, if anybody."""
        self.refuse_unless_mine(by)
        if not declared:
            raise NotDeclared
        if trouble := obstacles(self.coordinator, timezone.localdate()):
            raise NoLongerOpen("; ".join(trouble))
        self.conference = Conference.objects.select_for_update().get(pk=self.conference_id)
        self._answer(True, unmet=unmet)
        Declaration.objects.create(offer=self, remarks=remarks, asked=asked)
        left = self._sit_down(by)
        Fee.agree(self.conference, self.coordinator, travel=self.travel, after=left)
        others = Offer.objects.unanswered().filter(conference=self.conference)
        others.update(withdrawn_at=timezone.now())
        return left

    def _sit_down(self, by: Person) -> Person | None:
        """The first coordinator moves the conference on; a next one takes over where the first one was."""
        conference, left = self.conference, None
        if conference.phase == Phase.MATCHING:
            conference.seat(by, Role.COORDINATOR)
        elif hand_over := HandOver.running(conference):
            hand_over.conference = conference
            left = hand_over.take_over(by=by)
        else:
            raise NoLongerOpen
        if self.coach:
            seat_coach(conference, self.coach)
        elif conference.manager and not conference.coach:
            conference.seat(conference.manager, Role.COACH)
        if conference.phase == Phase.MATCHING:
            conference.take("appoint", by=by)
            conference.note_funding()
        return left

    @transaction.atomic
    def decline(self, *, words: str = "", has_tie: bool = False, by: Person) -> None:
        """No needs no reason; a tie with these people is a good one."""
        self.refuse_unless_mine(by)
        self._answer(False, words=words, has_tie=has_tie)

    @transaction.atomic
    def withdraw(self, *, by: Person | Hand) -> None:
        self.conference.write_down("offer", by=by)
        self.call_off()

    def call_off(self) -> None:
        """It is not needed any more."""
        if not Offer.objects.unanswered().filter(pk=self.pk).update(withdrawn_at=timezone.now()):
            raise NoLongerOpen


class FirstContact(models.Model):
    """The coordinator's first contact with the family, promised within a few days (A35)."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    on = models.DateField(_("op"))
    recorded_at = models.DateTimeField(_("vastgelegd op"), default=timezone.now)

    class Meta:
        verbose_name = _("eerste contact")

    @classmethod
    @transaction.atomic
    def record(cls, conference: Conference, *, on, by: Person | Hand) -> "FirstContact":
        """When it was. Who took over from another tells when they met; the first contact stays what it was."""
        hand = conference.write_down("make_first_contact", by=by)
        if on > timezone.localdate():
            raise NotInTheFuture
        if taken := HandOver.just_taken(conference, hand.by):
            taken.meet(on)
            if first := cls.objects.filter(conference=conference).first():
                return first
        return cls.objects.update_or_create(conference=conference, defaults={"on": on})[0]
