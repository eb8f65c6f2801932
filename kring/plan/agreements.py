"""What the plan consists of: agreements, each kept by its own doer, and help that professionals are asked for."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.plan.lining_up import InARow
from kring.plan.refusals import EndsBeforeItStarts, IsTaken, NotAccepted, NotYours, WithoutWords


class Agreement(InARow):
    """One thing somebody does: often small, practical and repeated («elke ochtend»)."""

    class Kind(models.TextChoices):
        OWN_CIRCLE = "own_circle", _("uit de eigen kring")
        PROFESSIONAL = "professional", _("van een professional")

    class Went(models.TextChoices):
        WELL = "well", _("gelukt")
        NOT = "not", _("niet gelukt")
        LATER = "later", _("later")

    called = "afspraak"
    WHEN = ("when", "starts_on", "until_on")
    COPIED = ("what", "who", "doer", "kind", "is_safety", *WHEN, "for_whom", "stand_in", "watcher")
    ASKED_ANEW = ("what", "doer", *WHEN)

    slug = SlugField()
    plan = models.ForeignKey("kring.Plan", models.CASCADE, related_name="agreements")
    kind = models.CharField(_("soort hulp"), max_length=20, choices=Kind, default=Kind.OWN_CIRCLE)
    is_safety = models.BooleanField(_("veiligheidsafspraak"), default=False)
    what = LockedTextField(_("wat"))
    who = LockedTextField(_("wie"), blank=True)
    doer = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="agreements")
    when = LockedTextField(_("wanneer of hoe vaak"), blank=True)
    starts_on = models.DateField(_("vanaf"), null=True, blank=True)
    until_on = models.DateField(_("tot en met"), null=True, blank=True)
    for_whom = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("voor wie")
    )
    stand_in = LockedTextField(_("wie vervangt"), blank=True)
    watcher = LockedTextField(_("wie let op"), blank=True)
    accepted_at = models.DateTimeField(_("aangenomen op"), null=True, blank=True)
    handed_back_at = models.DateTimeField(_("teruggegeven op"), null=True, blank=True)
    went = models.CharField(_("hoe het ging"), max_length=10, blank=True, choices=Went)
    went_at = models.DateTimeField(null=True, blank=True)

    class Meta(InARow.Meta):
        verbose_name = _("afspraak")

    def __str__(self) -> str:
        return self.what

    # --- questions
    @property
    def is_accepted(self) -> bool:
        return self.accepted_at is not None

    @property
    def is_handed_back(self) -> bool:
        return self.handed_back_at is not None

    @property
    def is_free(self) -> bool:
        return self.is_handed_back or (self.doer_id is None and not self.who)

    # --- verbs
    def _own(self, by: Person | Hand) -> None:
        """A person keeps the own agreement only."""
        hand = self.plan.conference.write_down("keep_agreement", by=by)
        if hand.name_of != self.doer:
            raise NotYours

    @transaction.atomic
    def accept(self, *, by: Person | Hand) -> None:
        """«Ja, dat doe ik». Silence is no yes (B23)."""
        self._own(by)
        self.accepted_at, self.handed_back_at = timezone.now(), None
        self.save(update_fields=["accepted_at", "handed_back_at"])

    @transaction.atomic
    def hand_back(self, *, by: Person | Hand) -> None:
        """Give it back, without a reason."""
        self._own(by)
        self._ask_anew()
        self.handed_back_at = timezone.now()
        self.save(update_fields=["accepted_at", "handed_back_at", "went", "went_at"])

    @transaction.atomic
    def tell(self, *, went: str, by: Person | Hand) -> None:
        """How it goes, in one tap."""
        self._own(by)
        if not self.is_accepted:
            raise NotAccepted
        if went not in self.Went.values:
            raise Refusal
        self.went, self.went_at = went, timezone.now()
        self.save(update_fields=["went", "went_at"])

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> None:
        """«Toch niet»: what was told of how it went is gone again."""
        self._own(by)
        self.went, self.went_at = "", None
        self.save(update_fields=["went", "went_at"])

    @transaction.atomic
    def take_on(self, *, by: Person | Hand) -> None:
        """«Ik doe dit»: somebody of the circle takes what nobody does now."""
        hand = self.plan.conference.write_down("keep_agreement", by=by)
        if not self.plan.conference.roles_of(hand.name_of) & CIRCLE:
            raise NotYours
        if not type(self).objects.free().filter(pk=self.pk).update(doer=hand.name_of, handed_back_at=None):
            raise IsTaken
        self._ask_anew()
        self.doer, self.who, self.kind = hand.name_of, hand.name_of.get_full_name(), self.Kind.OWN_CIRCLE
        self.accepted_at = timezone.now()
        self.save()

    @transaction.atomic
    def change(self, *, by: Person | Hand, **about) -> None:
        """Other words or another doer: whoever is to do it is asked anew, for a yes was to the words of then."""
        self.plan.open_for_writing(by=by)
        if any(name in about and about[name] != getattr(self, name) for name in self.ASKED_ANEW):
            self._ask_anew()
        for name, value in about.items():
            setattr(self, name, value)
        refuse_ending_first(self.starts_on, self.until_on)
        self.save()

    @transaction.atomic
    def copy(self, *, by: Person | Hand) -> "Agreement":
        """The same once more, to make something else of it. Nobody said yes to that one yet."""
        self.plan.open_for_writing(by=by)
        words = {name: getattr(self, name) for name in self.COPIED}
        return self.plan.agreements.create(**words, position=self.plan.agreements.last_place() + 1)

    def neighbours(self) -> models.QuerySet:
        """What is about safety stands in a row of its own."""
        return super().neighbours().filter(is_safety=self.is_safety)

    def _ask_anew(self) -> None:
        self.accepted_at = self.handed_back_at = self.went_at = None
        self.went = ""


def refuse_ending_first(starts_on: date | None, until_on: date | None) -> None:
    if starts_on and until_on and until_on < starts_on:
        raise EndsBeforeItStarts


class HelpAsked(InARow):
    """Help the circle asks of a professional; the professional answers, and fills in nothing else (A13)."""

    class Answer(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nee")
        WAIT = "wait", _("ja, maar er is wachttijd")
        OTHERWISE = "otherwise", _("anders")

    called = "hulp"

    slug = SlugField()
    plan = models.ForeignKey("kring.Plan", models.CASCADE, related_name="help_asked")
    what = LockedTextField(_("wat wij vragen"))
    of_whom = LockedTextField(_("van wie"), blank=True)
    professional = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    by_when = LockedTextField(_("wanneer"), blank=True)
    keep_in_touch = LockedTextField(_("hoe houden we contact"), blank=True)
    answer = models.CharField(_("antwoord"), max_length=10, choices=Answer, blank=True)
    answer_text = LockedTextField(_("toelichting"), blank=True)
    answer_by = LockedTextField(_("vanaf of voor wanneer"), blank=True)
    answered_at = models.DateTimeField(_("geantwoord op"), null=True, blank=True)

    class Meta(InARow.Meta):
        verbose_name = _("gevraagde hulp")

    def __str__(self) -> str:
        return self.what

    @transaction.atomic
    def reply(self, *, answer: str, answer_text: str = "", answer_by: str = "", by: Person | Hand) -> None:
        """The own answer of whom it is asked, and nothing more. Another answer than yes comes with a word."""
        hand = self.plan.conference.write_down("keep_agreement", by=by)
        if hand.name_of != self.professional:
            raise NotYours
        if answer in (self.Answer.NO, self.Answer.OTHERWISE) and not answer_text:
            raise WithoutWords
        self.answer, self.answer_text, self.answer_by = answer, answer_text, answer_by
        self.answered_at = timezone.now()
        self.save(update_fields=["answer", "answer_text", "answer_by", "answered_at"])

    @transaction.atomic
    def change(self, *, by: Person | Hand, **about) -> None:
        """Another question is a question anew: the answer to the old one goes."""
        self.plan.open_for_writing(by=by)
        if any(name in about and about[name] != getattr(self, name) for name in ("what", "professional")):
            self.answer = self.answer_text = self.answer_by = ""
            self.answered_at = None
        for name, value in about.items():
            setattr(self, name, value)
        self.save()
