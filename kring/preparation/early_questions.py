"""What the circle asks before the day: a question to a professional, or a wish for somebody who knows (A9, A59)."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.models import CircleMember
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person

MOST = 50  # questions of one person


class AskSomething(Refusal):
    message = _("Schrijf op wat je wilt weten.")
    field = "text"


class AnsweredAlready(Refusal):
    message = _("Hier is al antwoord op gegeven.")


class EnoughAsked(Refusal):
    message = _("Er staan al veel vragen van jou. Bel de coördinator, dan kijken jullie samen.")
    field = "text"


class EarlyQuestion(models.Model):
    """Without `of_whom` it is a wish: is there somebody who can tell about this?"""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="early_questions")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    of_whom = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+")
    text = LockedTextField(_("vraag"))
    shows_asker = models.BooleanField(_("mijn naam mag erbij"), default=False)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    passed_on_at = models.DateTimeField(_("doorgegeven op"), null=True, blank=True)
    answer = LockedTextField(_("antwoord"), blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    member = models.ForeignKey(CircleMember, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("vraag vooraf")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    # --- questions
    @property
    def is_wish(self) -> bool:
        return self.of_whom_id is None

    @property
    def is_open(self) -> bool:
        return not (self.answered_at or self.passed_on_at or self.member_id)

    @property
    def shown_asker(self) -> str:
        """Who asked, only when that person wants it (A59)."""
        return self.asker.get_full_name() if self.shows_asker and self.asker else ""

    @classmethod
    def in_sight_of(cls, person: Person, conference: Conference) -> models.QuerySet["EarlyQuestion"]:
        """The circle and the coordinator see all of them; a professional those put to the own person."""
        found = cls.objects.filter(conference=conference).select_related("asker", "of_whom", "member")
        sees_all = conference.roles_of(person) & CIRCLE or person == conference.coordinator
        return found if sees_all else found.filter(of_whom=person)

    # --- verbs
    @classmethod
    @transaction.atomic
    def ask(
        cls, conference: Conference, *, text: str, of_whom: Person | None = None, shows_asker: bool = False,
        by: Person | Hand,
    ) -> "EarlyQuestion":  # fmt: skip
        hand = conference.write_down("ask_professional", by=by)
        if not text.strip():
            raise AskSomething
        if of_whom and not conference.roles_of(of_whom) & VISITORS:
            raise NotAllowed
        if conference.early_questions.filter(asker=hand.name_of).count() >= MOST:
            raise EnoughAsked
        asked = {"text": text, "of_whom": of_whom, "shows_asker": shows_asker}
        return cls.objects.create(conference=conference, asker=hand.name_of, **asked)

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> None:
        hand = self.conference.write_down("ask_professional", by=by)
        if hand.name_of.pk != self.asker_id:
            raise NotAllowed
        if not EarlyQuestion.objects.filter(pk=self.pk, answered_at=None, member=None).delete()[0]:
            raise AnsweredAlready

    @transaction.atomic
    def say(self, *, answer: str, by: Person | Hand) -> None:
        """The professional answers; an empty answer takes it back: then it is told on the day."""
        hand = self.conference.write_down("answer_circle", by=by)
        if self.of_whom_id != hand.name_of.pk:
            raise NotAllowed
        self.answer, self.answered_at = answer, timezone.now() if answer else None
        self.save(update_fields=["answer", "answered_at"])

    @transaction.atomic
    def pass_on(self, *, by: Person | Hand) -> None:
        """Told to the professional by phone; pressed again it is open once more."""
        self.conference.write_down("pass_on_question", by=by)
        self.passed_on_at = None if self.passed_on_at else timezone.now()
        self.save(update_fields=["passed_on_at"])

    @transaction.atomic
    def becomes(self, member: CircleMember, *, by: Person | Hand) -> None:
        """Somebody who knows was named; the main person says whether they are asked."""
        if "name_someone" not in self.conference.allowed_to(Hand.of(by).by, Hand.of(by).name_of) or not self.is_wish:
            raise NotAllowed
        self.member = member
        self.save(update_fields=["member"])
