"""Independent coordinators, what is offered to them, and their declaration that they have no interest."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, TwoHats
from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.region.models import Region


class NotDeclared(Refusal):
    message = _("Zonder verklaring dat u hier niets mee te maken heeft, kunt u deze conferentie niet aannemen.")
    field = "declared"


class NoLongerOpen(Refusal):
    message = _("Dit voorstel staat niet meer open.")


class AlreadyOffered(Refusal):
    message = _("Aan deze coördinator is het al voorgelegd.")


class NotInTheFuture(Refusal):
    message = _("Deze dag moet nog komen. Vul in wanneer het contact was.")
    field = "on"


class NothingAsked(Refusal):
    message = _("Er staat geen coachgesprek open.")


class Coordinator(models.Model):
    """A fellow citizen who now and then organises a conference: languages, regions and availability."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="coordinator_profile")
    languages = models.CharField(_("talen"), max_length=200, default="Nederlands")
    gender = models.CharField(_("geslacht"), max_length=40, blank=True)
    background = models.CharField(_("achtergrond, in eigen woorden"), max_length=300, blank=True)
    works_as = models.CharField(_("dagelijks werk en werkgever"), max_length=200, blank=True)
    regions = models.ManyToManyField(Region, verbose_name=_("regio's"), blank=True)
    conferences_a_year = models.PositiveSmallIntegerField(_("conferenties per jaar"), default=4)
    certificate_on = models.DateField(_("datum VOG"), null=True, blank=True)
    is_available = models.BooleanField(_("beschikbaar"), default=True)

    class Meta:
        verbose_name = _("coördinator")

    def __str__(self) -> str:
        return str(self.person)

    def become_available(self, is_available: bool) -> None:
        """«Ik ben beschikbaar», or not for now."""
        self.is_available = is_available
        self.save(update_fields=["is_available"])


class OfferQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answered_at=None, withdrawn_at=None, conference__phase="matching")


class Offer(models.Model):
    """A conference offered to a coordinator: region, languages, period; nothing about the situation."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="offers")
    coordinator = models.ForeignKey(Coordinator, models.CASCADE, related_name="offers")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(_("aangeboden op"), default=timezone.now)
    note = models.CharField(_("bericht"), max_length=500, blank=True)
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)
    accepted = models.BooleanField(_("aangenomen"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("voorstel")
        ordering = ["-offered_at"]

    @classmethod
    @transaction.atomic
    def make(cls, conference: Conference, coordinator: Coordinator, *, note: str = "", by: Person | Hand) -> "Offer":
        hand = conference.write_down("offer", by=by)
        if conference.roles_of(coordinator.person):
            raise TwoHats
        if cls.objects.open().filter(conference=conference, coordinator=coordinator).exists():
            raise AlreadyOffered
        return cls.objects.create(conference=conference, coordinator=coordinator, note=note, offered_by=hand.by)

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.withdrawn_at is None and self.conference.phase == "matching"

    def _answer(self, accepted: bool) -> None:
        now = timezone.now()
        if not Offer.objects.open().filter(pk=self.pk).update(answered_at=now, accepted=accepted):
            raise NoLongerOpen
        self.answered_at, self.accepted = now, accepted

    @transaction.atomic
    def accept(self, *, declared: bool, remarks: str = "", by: Person) -> None:
        """Take it on, after declaring independence: no helper, no family, no neighbour, no payer (A19, A20, A22)."""
        if by != self.coordinator.person:
            raise NoLongerOpen
        if not declared:
            raise NotDeclared
        self.conference = Conference.objects.select_for_update().get(pk=self.conference_id)
        self._answer(True)
        Declaration.objects.create(offer=self, remarks=remarks)
        self.conference.seat(by, Role.COORDINATOR)
        if self.conference.manager and not self.conference.coach:
            self.conference.seat(self.conference.manager, Role.COACH)
        self.conference.take("appoint", by=by)
        others = Offer.objects.filter(conference=self.conference, answered_at=None, withdrawn_at=None)
        others.update(withdrawn_at=timezone.now())

    @transaction.atomic
    def decline(self, *, by: Person) -> None:
        if by != self.coordinator.person:
            raise NoLongerOpen
        self._answer(False)

    @transaction.atomic
    def withdraw(self, *, by: Person | Hand) -> None:
        self.conference.write_down("offer", by=by)
        if not Offer.objects.open().filter(pk=self.pk).update(withdrawn_at=timezone.now()):
            raise NoLongerOpen


class Declaration(models.Model):
    """«Ik heb geen belang bij deze situatie of dit plan»: asked anew for each conference."""

    offer = models.OneToOneField(Offer, models.CASCADE)
    declared_at = models.DateTimeField(_("verklaard op"), default=timezone.now)
    remarks = models.CharField(_("opmerking"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("verklaring van onafhankelijkheid")


class CoachingTalk(models.Model):
    """A moment of coaching between coordinator and regiomanager; never about what the family decides (A50)."""

    conference = models.ForeignKey(Conference, models.CASCADE)
    on = models.DateField(_("op"))
    asked_by_coordinator = models.BooleanField(_("de coördinator vroeg erom"), default=False)
    held_at = models.DateTimeField(_("gesproken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("coachgesprek")
        ordering = ["-on", "-pk"]

    @classmethod
    def asked(cls, conference: Conference) -> "CoachingTalk | None":
        """The talk somebody asked for and that was not held yet."""
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
        conference.write_down("make_first_contact", by=by)
        if on > timezone.localdate():
            raise NotInTheFuture
        return cls.objects.update_or_create(conference=conference, defaults={"on": on})[0]
