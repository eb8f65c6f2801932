"""The register: fellow citizens who now and then organise a conference, what they tell and what is on paper."""

import re
from datetime import date

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.models import Participant
from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Desk, Person, Seat
from kring.region.models import Municipality, Region, searchable

WORDS = re.compile(r"\w+")


class StillResponsible(Refusal):
    message = _("Deze coördinator heeft nog een conferentie. Draag die eerst over.")


class EndsBeforeItBegins(Refusal):
    message = _("De laatste dag ligt voor de eerste. Kijk de dagen nog eens na.")
    field = "ends_on"


class AddressInUse(Refusal):
    message = _("Iemand anders logt al in met dit adres.")
    field = "login_email"


class Training(models.TextChoices):
    IN_TRAINING = "in_training", _("in opleiding")
    TRAINED = "trained", _("opgeleid")


class CoordinatorQuerySet(models.QuerySet):
    def active(self):
        return self.filter(stopped_on=None, person__is_active=True)

    def found_by(self, typed: str):
        """Each word that was typed begins a name, a language or another word of the register."""
        found = self
        for word in WORDS.findall(searchable(typed))[:8]:
            found = found.filter(models.Q(search__contains=f":{word}") | models.Q(search__contains=f"={word}"))
        return found


class Coordinator(models.Model):
    """Languages, background and availability in the person's own words; training and papers as the office saw them.

    The own words stay readable for the database: they are told to be found by, and nobody has to tell them.
    """

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="coordinator_profile")
    languages = models.CharField(_("talen en dialecten"), max_length=500, default="Nederlands")
    gender = models.CharField(_("geslacht, in eigen woorden"), max_length=40, blank=True)
    background = models.CharField(_("achtergrond, in eigen woorden"), max_length=300, blank=True)
    about = models.CharField(_("een paar woorden voor de familie"), max_length=300, blank=True)
    works_as = models.CharField(_("dagelijks werk en werkgever"), max_length=200, blank=True)
    regions = models.ManyToManyField(Region, verbose_name=_("regio's"), blank=True)
    travels_from = models.ForeignKey(
        Municipality, models.SET_NULL, verbose_name=_("reist vanuit"), null=True, blank=True, related_name="+"
    )
    travels_km = models.PositiveSmallIntegerField(_("reist tot, in kilometers"), null=True, blank=True)
    travels_by = models.CharField(_("waarmee"), max_length=100, blank=True)
    conferences_a_year = models.PositiveSmallIntegerField(_("conferenties per jaar"), default=4)
    training = models.CharField(_("opleiding"), max_length=12, choices=Training, default=Training.TRAINED)
    training_since = models.DateField(_("sinds"), null=True, blank=True)
    certificate_on = models.DateField(_("datum VOG"), null=True, blank=True)
    agreement_on = models.DateField(_("overeenkomst getekend op"), null=True, blank=True)
    agreement_until = models.DateField(_("overeenkomst loopt tot en met"), null=True, blank=True)
    is_available = models.BooleanField(_("beschikbaar"), default=True)
    stopped_on = models.DateField(_("gestopt op"), null=True, blank=True)
    search = models.TextField(editable=False, blank=True)

    objects = CoordinatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("coördinator")

    def __str__(self) -> str:
        return str(self.person)

    def save(self, *args, **kwargs):
        self.search = self.to_be_found_by()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search"}
        super().save(*args, **kwargs)

    def to_be_found_by(self) -> str:
        """Every word with the kind of thing it says: |l:turks|g:vrouw|b:opgegroeid|n=joke|. A name meets no wish."""
        said = {"l:": self.languages, "g:": self.gender, "b:": self.background, "n=": self.person.get_full_name()}
        words = [f"{kind}{word}" for kind, text in said.items() for word in WORDS.findall(searchable(text))]
        return f"|{'|'.join(words)}|"

    # --- questions -------------------------------------------------------------------------------------------------
    @property
    def is_in_training(self) -> bool:
        return self.training == Training.IN_TRAINING

    @classmethod
    def known_languages(cls) -> list[str]:
        """Every language somebody in the register speaks, spelled as the first one did."""
        said = cls.objects.active().order_by("pk").values_list("languages", flat=True).distinct()
        known: dict[str, str] = {}
        for one in (part.strip() for text in said for part in text.split(",")):
            known.setdefault(searchable(one), one)
        return sorted((name for key, name in known.items() if key), key=searchable)

    # --- verbs -----------------------------------------------------------------------------------------------------
    @classmethod
    @transaction.atomic
    def register(cls, *, first_name: str, last_name: str, login_email: str, regions=(), **about) -> "Coordinator":
        """A new coordinator: somebody who can log in, with a place at the coordinators' desk."""
        email = login_email.strip().lower()
        if Person.objects.filter(login_email=email).exists():
            raise AddressInUse
        person = Person.objects.create_user(first_name, last_name=last_name, login_email=email)
        Seat.objects.create(person=person, desk=Desk.COORDINATOR)
        one = cls.objects.create(person=person, **about)
        one.regions.set(regions)
        return one

    @transaction.atomic
    def tell(self, **about) -> None:
        """What the coordinator tells about the own person."""
        regions = about.pop("regions", None)
        for name, value in about.items():
            setattr(self, name, value)
        self.save()
        if regions is not None:
            self.regions.set(regions)

    def become_available(self, is_available: bool) -> None:
        """«Ik ben beschikbaar», or not for now."""
        self.is_available = is_available
        self.save(update_fields=["is_available"])

    @transaction.atomic
    def stop(self) -> None:
        """No coordinator any more: what was done stays on record, what was only for matching goes."""
        seats = Participant.objects.present().filter(person=self.person, role=Role.COORDINATOR)
        if seats.exclude(conference__phase="closed").exists():
            raise StillResponsible
        self.stopped_on, self.is_available = timezone.localdate(), False
        self.background = self.about = self.gender = self.travels_by = ""
        self.save()
        FreePeriod.objects.filter(coordinator=self).delete()
        Seat.objects.filter(person=self.person, desk=Desk.COORDINATOR).delete()
        if not Seat.objects.filter(person=self.person).exists():
            self.person.is_active, self.person.phone, self.person.postal_address = False, "", ""
            self.person.save(update_fields=["is_active", "phone", "postal_address"])
            self.person.end_sessions()

    @transaction.atomic
    def begin_again(self) -> None:
        self.stopped_on, self.is_available = None, True
        self.save(update_fields=["stopped_on", "is_available"])
        Person.objects.filter(pk=self.person_id).update(is_active=True)
        Seat.objects.get_or_create(person=self.person, desk=Desk.COORDINATOR)


class FreePeriod(models.Model):
    """Weeks in which a coordinator can, or cannot; the first and the last day count."""

    slug = SlugField()
    coordinator = models.ForeignKey(Coordinator, models.CASCADE, related_name="periods")
    is_free = models.BooleanField(_("kan dan wel"))
    starts_on = models.DateField(_("van"))
    ends_on = models.DateField(_("tot en met"))

    class Meta:
        verbose_name = _("periode")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_period_ends_after_it_begins", condition=models.Q(ends_on__gte=models.F("starts_on"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} – {self.ends_on}"

    @classmethod
    def tell(cls, coordinator: Coordinator, *, is_free: bool, starts_on: date, ends_on: date) -> "FreePeriod":
        if ends_on < starts_on:
            raise EndsBeforeItBegins
        return cls.objects.create(coordinator=coordinator, is_free=is_free, starts_on=starts_on, ends_on=ends_on)
