"""The weekly Friday story: who may read it when, and the path it goes before anybody does."""

import re
from datetime import date, datetime

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.people.models import Person
from kring.stories import fridays
from kring.stories.picturing import HAS_WORDS, Pictured
from kring.stories.refusals import (
    AlreadyOut,
    NamesFirst,
    NameStillThere,
    NoConsent,
    NoFriday,
    OtherEyes,
    SecondEyesFirst,
    Taken,
    TextChanged,
)


class Stage(models.TextChoices):
    """How far a story is, in the words of the desk."""

    DRAFT = "draft", _("concept")
    CONSENT = "consent", _("wacht op ja")
    SECOND_EYES = "second_eyes", _("wacht op een tweede lezer")
    READY = "ready", _("kan in de wachtrij")
    QUEUED = "queued", _("in de wachtrij")
    OUT = "out", _("verschenen")


TITLES = {"Mevrouw", "Meneer", "Van", "Den", "Der", "Ter", "Ten"}
THIS_VERSION = F("version")
CLEARED = Q(is_invented=True) | Q(names_version=THIS_VERSION, consent_version=THIS_VERSION)


class FridayStory(Pictured):
    """A story for Friday; anonymous by default, never without consent to the very words (B31)."""

    slug = SlugField()
    title = models.CharField(_("titel"), max_length=200)
    text = models.TextField(_("verhaal"))
    is_invented = models.BooleanField(_("verzonnen verhaal"), default=False)
    written_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    changed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(_("veranderd op"), default=timezone.now)
    version = models.PositiveSmallIntegerField(_("versie"), default=1)
    names_version = models.PositiveSmallIntegerField(_("namen veranderd in versie"), default=0)
    consent_version = models.PositiveSmallIntegerField(_("ja gezegd tegen versie"), default=0)
    seen_version = models.PositiveSmallIntegerField(_("nagelezen in versie"), default=0)
    seen_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    published_on = models.DateField(_("verschijnt op"), null=True, blank=True, unique=True)

    class Meta:
        verbose_name = _("vrijdagverhaal")
        ordering = ["-published_on"]
        constraints = [
            models.CheckConstraint(name="no_story_without_consent", condition=Q(published_on=None) | CLEARED),
            models.CheckConstraint(
                name="no_story_without_second_eyes",
                condition=Q(published_on=None) | Q(seen_version=THIS_VERSION),
            ),
            models.CheckConstraint(name="no_photo_without_words", condition=Q(photo=None) | HAS_WORDS),
        ]

    def __str__(self) -> str:
        return self.title

    # --- questions -------------------------------------------------------------------------------------------------
    @classmethod
    def out(cls, now: datetime | None = None):
        """Stories that may be read now: from the hour of their Friday on."""
        return cls.objects.filter(published_on__lte=fridays.last(now))

    @classmethod
    def queue(cls, now: datetime | None = None):
        """What stands ready, the first to go on top."""
        return cls.objects.filter(published_on__gte=fridays.coming(now)).order_by("published_on")

    def is_out(self, now: datetime | None = None) -> bool:
        return self.published_on is not None and self.published_on <= fridays.last(now)

    @property
    def has_other_names(self) -> bool:
        return self.is_invented or self.names_version == self.version

    @property
    def has_consent(self) -> bool:
        return self.is_invented or self.consent_version == self.version

    @property
    def is_seen(self) -> bool:
        return self.seen_version == self.version

    @property
    def stage(self) -> Stage:
        steps = [
            (not self.has_other_names, Stage.DRAFT),
            (not self.has_consent, Stage.CONSENT),
            (not self.is_seen, Stage.SECOND_EYES),
            (self.published_on is None, Stage.READY),
            (self.is_out(), Stage.OUT),
        ]
        return next((stage for is_here, stage in steps if is_here), Stage.QUEUED)

    @property
    def paragraphs(self) -> list[str]:
        return [part.strip() for part in self.text.split("\n\n") if part.strip()]

    @property
    def names_left(self) -> list[str]:
        """Real names of who appears in it that still stand in the text."""
        known = {word for person in self.people.all() for word in re.findall(r"\w{3,}", person.name)}
        names = {word for word in known if word[0].isupper()} - TITLES
        return sorted(names & set(re.findall(r"\w+", f"{self.title} {self.text}")))

    def earlier(self) -> "FridayStory | None":
        return FridayStory.out().filter(published_on__lt=self.published_on).first()

    def later(self) -> "FridayStory | None":
        return FridayStory.out().filter(published_on__gt=self.published_on).last()

    # --- verbs -----------------------------------------------------------------------------------------------------
    @classmethod
    def write(cls, *, title: str, text: str, is_invented: bool = False, by: Person | None = None) -> "FridayStory":
        return cls.objects.create(title=title, text=text, is_invented=is_invented, written_by=by, changed_by=by)

    @transaction.atomic
    def rewrite(self, *, title: str, text: str, is_invented: bool, by: Person, version: int | None = None) -> None:
        """Other words are another version: everybody's yes is asked anew."""
        self.refuse_unless(version)
        now = (title, text.replace("\r\n", "\n"), is_invented)
        if now != (self.title, self.text.replace("\r\n", "\n"), self.is_invented):
            self.begin_version(by, title=title, text=text, is_invented=is_invented)

    def refuse_unless(self, version: int | None) -> None:
        """Who acts on a text has read this one, not the one before."""
        if version not in (None, self.version):
            raise TextChanged

    def begin_version(self, by: Person, **changes) -> None:
        """Something else to say yes to: what was said before counts no more."""
        if self.is_out():
            raise AlreadyOut
        before = self.photo if "photo" in changes else None
        changes |= {"version": self.version + 1, "published_on": None, "changed_by": by, "changed_at": timezone.now()}
        if not FridayStory.objects.filter(pk=self.pk, version=self.version).update(**changes):
            raise TextChanged
        self.refresh_from_db()
        if before:
            before.delete()

    def change_names(self, *, by: Person) -> None:
        """Somebody says: nobody in this text can be recognised any more."""
        if left := self.names_left:
            raise NameStillThere(left)
        self._note(names_version=self.version)

    def look_over(self, *, by: Person) -> None:
        """A second pair of eyes: somebody who wrote nothing of it (B31)."""
        if by.pk in (self.written_by_id, self.changed_by_id):
            raise OtherEyes
        self._refuse_early()
        self._note(seen_version=self.version, seen_by=by)

    def _refuse_early(self) -> None:
        if not self.has_other_names:
            raise NamesFirst
        if not self.has_consent:
            raise NoConsent
        if left := self.names_left:
            raise NameStillThere(left)

    def _note(self, **changes) -> None:
        """Write down what holds for this version, unless it changed meanwhile."""
        if FridayStory.objects.filter(pk=self.pk, version=self.version).update(**changes):
            for name, value in changes.items():
                setattr(self, name, value)

    def publish(self, on: date, *, now: datetime | None = None) -> None:
        """Into the queue for a Friday that is still to come."""
        if on < fridays.coming(now):
            raise NoFriday
        self.publish_on(on)

    def publish_on(self, on: date) -> None:
        """Give it its Friday, also one that was: then it stands in the archive and is mailed to nobody."""
        self.refresh_from_db()
        self._refuse_early()
        if not self.is_seen:
            raise SecondEyesFirst
        if on.weekday() != fridays.FRIDAY:
            raise NoFriday
        try:
            with transaction.atomic():
                FridayStory.objects.filter(pk=self.pk, version=self.version).update(published_on=on)
        except IntegrityError:
            self.refresh_from_db()
            raise Taken if self.has_consent else NoConsent from None
        self.refresh_from_db()

    def take_away(self) -> None:
        """Out of the archive, the feed, the queue and what is being sent; from this moment on."""
        FridayStory.objects.filter(pk=self.pk).update(published_on=None, changed_at=timezone.now())
        self.refresh_from_db()
