"""The words of the evaluation: families try them out before anybody is asked with them (R-EVA-4)."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.followup.refusals import IsInUse, NotTried, TriedInTheFuture
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person

CHILD, FAMILY, WORK = "child", "family", "work"
VOICES = {CHILD: _("voor een kind"), FAMILY: _("voor familie en kring"), WORK: _("voor professionals en coördinatoren")}
WORDS = {
    "meeting": {
        CHILD: _("Hoe vond je de dag?"),
        FAMILY: _("Welk cijfer geef je de bijeenkomst?"),
        WORK: _("Welk cijfer geeft u de bijeenkomst?"),
    },
    "plan": {
        CHILD: _("Hoe vind je het plan?"),
        FAMILY: _("Welk cijfer geef je jullie plan?"),
        WORK: _("Welk cijfer geeft u het plan van de kring?"),
    },
    "coordinator": {
        CHILD: _("Hoe vond je de coördinator?"),
        FAMILY: _("Welk cijfer geef je de coördinator?"),
        WORK: _("Welk cijfer geeft u de coördinator?"),
    },
    "could_say": {
        CHILD: _("Kon je zeggen wat je wilde?"),
        FAMILY: _("Kon je zeggen wat je wilde?"),
        WORK: _("Kon u zeggen wat u wilde?"),
    },
    "felt_safe": {
        CHILD: _("Voelde je je veilig?"),
        FAMILY: _("Voelde je je veilig?"),
        WORK: _("Voelde u zich veilig?"),
    },
    "is_ours": {
        CHILD: _("Is het plan van jullie zelf?"),
        FAMILY: _("Is het jullie eigen plan?"),
        WORK: _("Is het een plan van de kring zelf?"),
    },
    "less_burdened": {WORK: _("Wordt uw werk lichter, doordat de kring meer doet?")},
}
EVERY_WORDING = [(question, voice) for question, voices in WORDS.items() for voice in voices]


class QuestionSet(models.Model):
    """One wording of the questions. A new wording is a new set, so that answers stay comparable."""

    slug = SlugField()
    number = models.PositiveSmallIntegerField(_("nummer"), unique=True)
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    words = models.JSONField(_("eigen woorden van deze organisatie"), default=dict, blank=True)
    tried_on = models.DateField(_("geprobeerd met gezinnen op"), null=True, blank=True)
    tried_by = LockedTextField(_("geprobeerd door"), blank=True)
    used_from = models.DateTimeField(_("in gebruik sinds"), null=True, blank=True)

    class Meta:
        verbose_name = _("vragen van de evaluatie")
        verbose_name_plural = _("vragen van de evaluatie")
        ordering = ["-number"]

    def __str__(self) -> str:
        return _("Vragen %(number)s") % {"number": self.number}

    # --- questions
    @classmethod
    def used(cls) -> models.QuerySet:
        """What was taken into use, the newest first."""
        return cls.objects.exclude(used_from=None).order_by("-used_from", "-number")

    @classmethod
    def in_use(cls) -> "QuestionSet | None":
        return cls.used().first()

    @property
    def is_tried(self) -> bool:
        return bool(self.tried_on and self.tried_by)

    def ask(self, question: str, voice: str) -> str:
        """The question in the words of this set; the house's own words come in every language it knows."""
        return self.words.get(f"{question}.{voice}") or str(WORDS[question][voice])

    # --- verbs
    @classmethod
    @transaction.atomic
    def begin(cls, *, by: Person) -> "QuestionSet":
        """A new set, with the words of the last one to change; one at a time."""
        last = cls.objects.first()
        if last and last.used_from is None:
            return last
        number, words = (last.number + 1, last.words) if last else (1, {})
        return cls.objects.create(number=number, words=words, made_by=by)

    def reword(self, words: dict[str, str]) -> None:
        """Other words were not tried yet, whatever was tried before."""
        self._refuse_when_used()
        own = {name: text for name, text in words.items() if text}
        if own != self.words:
            self.words, self.tried_on, self.tried_by = own, None, ""
            self.save(update_fields=["words", "tried_on", "tried_by"])

    def note_trial(self, *, tried_on: date, tried_by: str) -> None:
        self._refuse_when_used()
        if tried_on > timezone.localdate():
            raise TriedInTheFuture
        self.tried_on, self.tried_by = tried_on, tried_by
        self.save(update_fields=["tried_on", "tried_by"])

    def take_into_use(self) -> None:
        """From now on people are asked with these words; only words that families tried out."""
        self._refuse_when_used()
        if not self.is_tried:
            raise NotTried
        self.used_from = timezone.now()
        self.save(update_fields=["used_from"])

    def _refuse_when_used(self) -> None:
        if self.used_from:
            raise IsInUse
