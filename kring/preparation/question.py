"""The one question of a conference: its wordings, and the one the main person agreed to (A7)."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


class Question(models.Model):
    """One wording of the question of this conference, concrete and open, and who worded it (A7)."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="questions")
    text = LockedTextField(_("vraag"))
    worded_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("verwoord door"))
    worded_at = models.DateTimeField(_("verwoord op"), default=timezone.now)
    agreed_at = models.DateTimeField(_("akkoord op"), null=True, blank=True)
    agreed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("vraag")
        ordering = ["-worded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["conference"], condition=~Q(agreed_at=None), name="one_agreed_question_a_conference"
            )
        ]

    def __str__(self) -> str:
        return self.text

    # --- questions
    @classmethod
    def agreed(cls, conference: Conference) -> "Question | None":
        """The wording the main person agreed to; there is never more than one."""
        return conference.questions.exclude(agreed_at=None).first()

    @property
    def is_agreed(self) -> bool:
        return self.agreed_at is not None

    # --- verbs
    @classmethod
    @transaction.atomic
    def word(cls, conference: Conference, *, text: str, by: Person | Hand) -> "Question":
        """Put one more wording down, as it was said. Worded by a main person, it is also agreed."""
        hand = conference.write_down("word_question", by=by)
        question = cls.objects.create(conference=conference, text=text, worded_by=hand.name_of)
        if Role.MAIN_PERSON in conference.roles_of(hand.name_of):
            question._become_the_one(hand)
        return question

    @transaction.atomic
    def agree(self, *, by: Person | Hand) -> None:
        """«Dit is onze vraag»: this wording takes the place of the one before."""
        if self.is_agreed:
            return
        self._become_the_one(self.conference.write_down("agree_to_question", by=by))

    @transaction.atomic
    def disagree(self, *, by: Person | Hand) -> None:
        """«Toch niet»: before the day the main person takes the yes back; the wording stays."""
        self.conference.write_down("agree_to_question", by=by)
        self.agreed_at = self.agreed_by = None
        self.save(update_fields=["agreed_at", "agreed_by"])

    def _become_the_one(self, hand: Hand) -> None:
        Conference.objects.select_for_update().get(pk=self.conference_id)  # of two at once, one waits
        self.conference.questions.exclude(pk=self.pk).update(agreed_at=None, agreed_by=None)
        self.agreed_at, self.agreed_by = timezone.now(), hand.name_of
        self.save(update_fields=["agreed_at", "agreed_by"])
