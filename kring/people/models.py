"""Persons, the seats they hold at a desk, and the organisation that runs this house."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.cache import cache
from django.core.validators import URLValidator
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kring.foundation import channels
from kring.foundation.addresses import SlugField
from kring.foundation.channels import Channel
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import Upload


class TalkFirst(Refusal):
    """For whoever holds the screen: nothing about why."""

    message = _("Dit kunnen we hier nu niet veranderen. Bel ons even, dan regelen we het samen.")


class Desk(models.TextChoices):
    COORDINATOR = "coordinator", _("Eigen Kracht-coördinator")
    MANAGER = "manager", _("regiomanager")
    OFFICE = "office", _("bureau")
    EDITOR = "editor", _("redactie")
    FUNDER = "funder", _("gemeente")


class PersonManager(BaseUserManager):
    def create_user(self, first_name: str, **fields) -> "Person":
        person = self.model(first_name=first_name, **fields)
        person.set_unusable_password()
        person.save(using=self._db)
        return person

    def create_superuser(self, login_email: str, first_name: str = "Beheer", **fields) -> "Person":
        return self.create_user(first_name, login_email=login_email, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, login_email: str) -> "Person":
        return self.get(login_email__iexact=login_email)


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody. Family and circle belong to one conference; staff and professionals may be in many."""

    slug = SlugField()
    first_name = models.CharField(_("voornaam"), max_length=100)
    last_name = models.CharField(_("achternaam"), max_length=100, blank=True)
    login_email = models.EmailField(_("e-mailadres om in te loggen"), unique=True, null=True, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoonnummer"), max_length=40, blank=True)
    postal_address = LockedTextField(_("postadres"), blank=True)
    channel = models.CharField(_("hoe we u bereiken"), max_length=10, choices=Channel, default=Channel.PHONE)
    language = models.CharField(_("taal"), max_length=10, choices=settings.LANGUAGES, default="nl")
    shares_phone = models.BooleanField(_("deelt telefoon of mail met anderen"), default=False)
    works_at = models.CharField(_("organisatie"), max_length=200, blank=True)
    job = models.CharField(_("functie"), max_length=200, blank=True)
    birth_month = models.DateField(_("geboortemaand"), null=True, blank=True)
    is_staff = models.BooleanField(_("mag in het beheer van regio's en teksten"), default=False)
    is_active = models.BooleanField(_("actief"), default=True)
    is_invented = models.BooleanField(_("verzonnen"), default=False)
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)

    USERNAME_FIELD = "login_email"
    came_by = ""  # the personal link of this session; it ends when the link does
    objects = PersonManager()

    class Meta:
        verbose_name = _("persoon")
        verbose_name_plural = _("personen")

    def __str__(self) -> str:
        return self.get_full_name()

    def save(self, *args, **kwargs):
        self.login_email = (self.login_email or "").strip().lower() or None
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        return self.first_name

    def seats(self) -> frozenset[str]:
        """The desks this person works at; asked once a request."""
        if not hasattr(self, "_seats"):
            self._seats = frozenset(self.seat_set.values_list("desk", flat=True)) if self.is_active else frozenset()
        return self._seats

    def sits_nowhere(self) -> None:
        """Already known: this person works at no desk."""
        self._seats = frozenset()

    @property
    def shown_phone(self) -> str:
        """The number of a regiomanager is public (A51); a coordinator is reached through the organisation."""
        return self.phone if Desk.MANAGER in self.seats() else ""

    @property
    def shown_mail(self) -> str:
        """The mail address of a regiomanager is public too (A51)."""
        return (self.login_email or self.email) if Desk.MANAGER in self.seats() else ""

    @property
    def is_at_a_desk(self) -> bool:
        return bool(self.seats()) or self.is_staff or self.is_superuser

    def address_for(self, channel: str) -> str:
        """Where a message in this channel goes; empty when we do not know."""
        return {
            Channel.MAIL: self.login_email or self.email,
            Channel.SMS: self.phone,
            Channel.LETTER: self.postal_address,
            Channel.PHONE: self.phone,
        }.get(channel, "")

    def choose(self, *, language: str, phone: str, channel: str = "") -> None:
        """Say how you want to be spoken to and reached."""
        channel = channel or self.channel
        if (channel, phone) != (self.channel, self.phone) and channels.closed_to([self]):
            raise TalkFirst
        if channel == Channel.SMS and not phone:
            raise Refusal(_("Voor sms hebben we een telefoonnummer nodig."), field="phone")
        if channel == Channel.MAIL and not self.address_for(Channel.MAIL):
            raise Refusal(_("We weten uw e-mailadres nog niet. Bel ons, dan schrijven we het op."), field="channel")
        self.language, self.channel, self.phone = language, channel, phone
        self.save(update_fields=["language", "channel", "phone"])

    def speak(self, language: str) -> None:
        self.language = language
        self.save(update_fields=["language"])

    def end_sessions(self) -> None:
        """Every session of this person ends, on every device; a personal link still lets them in again."""
        self.set_unusable_password()
        self.save(update_fields=["password"])

    def _get_session_auth_hash(self, secret=None) -> str:
        """What a session must know to stay alive: Django compares it at every request."""
        known = f"{self.password}|{self.came_by}"
        return salted_hmac("kring.people.session", known, secret=secret, algorithm="sha256").hexdigest()

    def age_on(self, day) -> int | None:
        """Years, from the month of birth; a birthday counts from the first of the month. None when unknown."""
        if self.birth_month is None:
            return None
        return day.year - self.birth_month.year - (day.month < self.birth_month.month)


class Seat(models.Model):
    """A place at one of the desks: what makes somebody staff."""

    person = models.ForeignKey(Person, models.CASCADE)
    desk = models.CharField(_("werkplek"), max_length=20, choices=Desk)
    since = models.DateTimeField(_("sinds"), auto_now_add=True)

    class Meta:
        verbose_name = _("werkplek")
        constraints = [models.UniqueConstraint(fields=["person", "desk"], name="one_seat_a_desk")]

    def __str__(self) -> str:
        return f"{self.person} – {self.get_desk_display()}"


class Organisation(models.Model):
    """Who runs this house: name, phone and papers on every public page. One row; nothing is hard-coded (A89)."""

    name = models.CharField(_("naam"), max_length=200, default="Kring")
    phone = models.CharField(_("telefoonnummer"), max_length=40, default="038 000 00 00")
    email = models.EmailField(_("e-mailadres"), default="info@kring.example")
    site = models.CharField(_("website"), max_length=200, blank=True)
    postal_address = models.TextField(_("postadres"), blank=True)
    mission = models.TextField(_("waar wij voor staan"), blank=True)
    rsin = models.CharField(_("RSIN"), max_length=20, blank=True)
    iban = models.CharField(_("rekeningnummer"), max_length=42, blank=True)
    opening_hours = models.CharField(_("wanneer wij te bereiken zijn"), max_length=200, blank=True)
    own_words = models.JSONField(_("eigen woorden"), default=dict, blank=True, editable=False)
    logo = models.OneToOneField(Upload, models.SET_NULL, null=True, blank=True, related_name="logo_of")
    contact_days = models.PositiveSmallIntegerField(_("werkdagen tot het eerste contact"), default=3)
    confidant_name = models.CharField(_("vertrouwenspersoon voor jeugd"), max_length=100, default="Jeugdstem")
    confidant_phone = models.CharField(_("telefoon van de vertrouwenspersoon"), max_length=40, default="088 555 1000")
    confidant_site = models.CharField(
        _("site van de vertrouwenspersoon"), max_length=200, default="https://jeugdstem.nl", blank=True,
        validators=[URLValidator(schemes=["https"])],
    )  # fmt: skip
    urgent_hours = models.PositiveSmallIntegerField(_("uren tot het eerste contact bij spoed, overdag"), default=4)

    class Meta:
        verbose_name = _("organisatie")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "Organisation":
        """The organisation of this house, remembered for a minute."""
        if (found := cache.get("organisation")) is None:
            found = cls.objects.select_related("logo").first() or cls()
            cache.set("organisation", found, 60)
        return found

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        cache.delete("organisation")


class Birth(models.Model):
    """How this database was born, for ever: with invented people (demo) or for real ones."""

    is_demo = models.BooleanField(_("demo"))
    at = models.DateTimeField(_("op"), auto_now_add=True)

    class Meta:
        verbose_name = _("geboorte")

    def __str__(self) -> str:
        return str(_("demo") if self.is_demo else _("echt"))
