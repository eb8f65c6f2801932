"""The request for a conference: who asks, the talk about it, and the yes or no of the main person."""

import re

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase, Role
from kring.conference.ending import when_over
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.referral import deciding
from kring.referral.earlier import unlink_all
from kring.referral.wishes import NO_WISHES, Wishes, as_wishes
from kring.region.models import Municipality


class NotAskedYet(Refusal):
    message = _("Leg eerst het gesprek vast. Een aanvraag begint altijd met een gesprek.")


class NotInTheFuture(Refusal):
    message = _("Deze dag moet nog komen. Vul in wanneer het gesprek was.")
    field = "talked_on"


class AlreadyCalled(Refusal):
    message = _("Een collega heeft al gebeld.")


class Requester(models.TextChoices):
    SELF = "self", _("voor mijzelf of mijn gezin")
    NEAR = "near", _("voor iemand die ik goed ken")
    PROFESSIONAL = "professional", _("als professional")


class Ground(models.TextChoices):
    """The four grounds on which conditions may be set (A45)."""

    YOUTH_PROTECTION = "youth_protection", _("jeugdbescherming")
    PROBATION = "probation", _("reclassering")
    DEBT = "debt", _("schuldsanering")
    THREATENED_MEASURE = "threatened_measure", _("dreigende maatregel")


def dialled(phone: str) -> str:
    """The number as a phone dials it from abroad, so that «06 12…» and «+31 6 12…» are the same one."""
    bare = phone.replace("(0)", "")
    digits = re.sub(r"\D", "", bare)
    if digits.startswith("00"):
        digits = digits[2:]
    elif digits.startswith("0") and not bare.strip().startswith("+"):
        digits = f"31{digits[1:]}"
    return digits[:20]


class Enquiry(models.Model):
    """«Ik wil eerst praten»: a first name and a phone number, nothing about the situation; no conference (A36)."""

    slug = SlugField()
    first_name = models.CharField(_("voornaam"), max_length=100)
    phone = models.CharField(_("telefoonnummer"), max_length=40)
    digits = models.CharField(_("het nummer zonder tekens"), max_length=20, editable=False, db_index=True, default="")
    good_times = models.CharField(_("wanneer we kunnen bellen"), max_length=200, blank=True)
    language = models.CharField(_("taal"), max_length=60, blank=True)
    municipality = models.ForeignKey(Municipality, models.SET_NULL, null=True, blank=True, verbose_name=_("gemeente"))
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    called_at = models.DateTimeField(_("gebeld op"), null=True, blank=True)
    called_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("belverzoek")
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return self.first_name

    def save(self, *args, **kwargs):
        self.digits = dialled(self.phone)
        super().save(*args, **kwargs)

    @classmethod
    def waiting(cls):
        """Who waits for a call: who asked several times stands here once, with what they said last."""
        said_again = cls.objects.filter(called_at=None, digits=models.OuterRef("digits"), pk__gt=models.OuterRef("pk"))
        return cls.objects.filter(~models.Exists(said_again.exclude(digits="")), called_at=None)

    def same_number(self):
        """Everything that waits for a call to this very number."""
        known = models.Q(digits=self.digits) if self.digits else models.Q(pk=self.pk)
        return Enquiry.objects.filter(known, called_at=None)

    def call(self, *, by: Person) -> None:
        """Somebody called; of two colleagues at once the first one did."""
        now = timezone.now()
        if not Enquiry.objects.filter(pk=self.pk, called_at=None).update(called_at=now, called_by=by):
            raise AlreadyCalled
        self.same_number().update(called_at=now, called_by=by)
        self.called_at, self.called_by = now, by


class Referral(Wishes):
    """What was asked, in the words of who asked; the main person reads it, corrects it and decides."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    requester = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("aanvrager"))
    kind = models.CharField(_("wie vraagt"), max_length=20, choices=Requester)
    occasion = LockedTextField(_("waarom nu"), blank=True)
    correction = LockedTextField(_("wat de hoofdpersoon erover zegt"), blank=True)
    knows = models.BooleanField(_("de hoofdpersoon weet van de aanvraag"), default=False)
    has_minors = models.BooleanField(_("er zijn kinderen bij betrokken"), default=False)
    urgency = LockedTextField(_("wat haast heeft"), blank=True)
    presses_on = models.DateField(_("de dag die dringt"), null=True, blank=True)
    presumed_ground = models.CharField(_("mogelijke grond voor voorwaarden"), max_length=30, choices=Ground, blank=True)
    place = models.CharField(_("plaats of gemeente, zoals getypt"), max_length=200, blank=True)
    reach_requester = LockedTextField(_("hoe we de aanvrager anders bereiken"), blank=True)
    reach_main_person = LockedTextField(_("hoe we de hoofdpersoon veilig bereiken"), blank=True)
    form_token = models.CharField(_("één keer verstuurd"), max_length=12, unique=True, null=True, editable=False)
    may_look_back = models.BooleanField(_("de regiomanager mag een eerdere conferentie terugvinden"), default=False)
    earlier = LockedTextField(_("naam en jaar van toen"), blank=True)
    talked_on = models.DateField(_("gesproken op"), null=True, blank=True)
    talked_with = models.CharField(_("gesproken met"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)

    class Meta:
        verbose_name = _("aanmelding")

    @classmethod
    def receive(cls, *, form_token: str = "", **asked) -> "Referral":
        """Take in a request. The same form sent twice is one request, also when both arrive at the same moment."""
        sent_before = cls.objects.filter(form_token=form_token) if form_token else cls.objects.none()
        try:
            with transaction.atomic():
                return sent_before.first() or cls._begin(form_token=form_token or None, **asked)
        except IntegrityError:
            if found := sent_before.first():
                return found
            raise

    @classmethod
    def _begin(
        cls,
        *,
        kind: str,
        main_people: list[dict] | None = None,
        main_person: dict | None = None,
        requester: dict | None = None,
        municipality: Municipality | None = None,
        urgent: bool = False,
        wishes: str | dict = "",
        **words,
    ) -> "Referral":
        """It goes to the regiomanager of the municipality, or unrouted to every regiomanager."""
        conference = Conference.objects.create(
            municipality=municipality, region=municipality and municipality.region, is_urgent=urgent
        )
        for about in main_people or [main_person]:
            conference.seat(Person.objects.create_user(**about), Role.MAIN_PERSON)
        asker = conference.main_people[0]
        if kind != Requester.SELF:
            asker = Person.objects.create_user(**(requester or {}))
            conference.seat(asker, Role.REQUESTER)
        if conference.region:
            conference.seat(conference.region.answers, Role.REGIONAL_MANAGER)
        return cls.objects.create(conference=conference, requester=asker, kind=kind, **as_wishes(wishes), **words)

    @property
    def is_for_oneself(self) -> bool:
        return self.kind == Requester.SELF

    @property
    def has_a_requester(self) -> bool:
        """Somebody else asked, and that person is still known."""
        return self.requester is not None and not self.is_for_oneself

    @property
    def is_talked_about(self) -> bool:
        return self.talked_on is not None

    @transaction.atomic
    def record_talk(
        self, *, talked_on, talked_with: str, urgent: bool | None = None, by: Person | Hand, **more
    ) -> None:
        """A human conversation comes first: when and with whom, not what was said (A33)."""
        self.conference.write_down("record_talk", by=by)
        if talked_on > timezone.localdate():
            raise NotInTheFuture
        self.talked_on, self.talked_with = talked_on, talked_with
        self.presses_on = more.get("presses_on", self.presses_on)
        self.save(update_fields=["talked_on", "talked_with", "presses_on", *self.wish(**more)])
        if urgent is not None:
            self.conference.is_urgent = urgent
            self.conference.save(update_fields=["is_urgent"])

    @transaction.atomic
    def reach(self, *, phone: str, email: str, channel: str, by: Person | Hand) -> None:
        """How the main person can safely be reached, as the talk taught us."""
        self.conference.refuse_unless_allowed("record_talk", by=by)
        person = self.conference.main_people[0]
        person.phone, person.email, person.channel = phone, email, channel
        person.save(update_fields=["phone", "email", "channel"])

    @transaction.atomic
    def add_main_person(self, *, by: Person | Hand, **about) -> Person:
        """The talk showed that it is about somebody else too (A6)."""
        self.conference.write_down("record_talk", by=by)
        person = Person.objects.create_user(**about)
        self.conference.seat(person, Role.MAIN_PERSON)
        return person

    @transaction.atomic
    def correct(
        self, *, correction: str, may_look_back: bool = False, earlier: str = "", by: Person | Hand, **wishes
    ) -> None:
        """The main person's own words beside what the requester wrote (R-CON-4)."""
        self.conference.write_down("correct_referral", by=by)
        self.correction, self.may_look_back, self.earlier = correction, may_look_back, earlier if may_look_back else ""
        self.save(update_fields=["correction", "may_look_back", "earlier", *self.wish(**wishes)])
        if not may_look_back:
            unlink_all(self.conference)

    @transaction.atomic
    def say_yes(self, *, not_for: frozenset[str] = frozenset(), by: Person | Hand) -> None:
        """«Ja, dit wil ik»: when everybody who decides said so, a coordinator is looked for."""
        if not self.is_talked_about:
            raise NotAskedYet
        deciding.say_yes(self.conference, by=by, not_for=not_for)
        self.note_the_answer()

    @transaction.atomic
    def say_no(self, *, by: Person | Hand) -> None:
        """«Nee, dank je»: a good ending too; nobody asks why. Who is not alone steps out quietly."""
        deciding.say_no(self.conference, by=by)
        self.note_the_answer()

    def note_the_answer(self) -> None:
        """The moment the request was answered, from which the first contact is promised (A35)."""
        if self.conference.phase != Phase.REFERRAL and not self.answered_at:
            self.answered_at = timezone.now()
            self.save(update_fields=["answered_at"])

    @property
    def is_waiting_for_the_talk(self) -> bool:
        return self.conference.phase == Phase.REFERRAL and not self.is_talked_about


@when_over
def forget_the_wishes(conference: Conference) -> None:
    """The wishes were there to find a coordinator; when it is over they are gone."""
    Referral.objects.filter(conference=conference).update(**NO_WISHES)
