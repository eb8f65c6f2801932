"""A word to the circle beside an agreement, for who likes to say one. Nobody outside the circle reads it."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.plan.agreements import Agreement
from kring.plan.refusals import NotYours


class CircleWord(models.Model):
    """What the doer of one agreement wants the others to know."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="circle_words")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    text = LockedTextField(_("woord aan de kring"))
    said_at = models.DateTimeField(_("gezegd op"), default=timezone.now)

    class Meta:
        verbose_name = _("woord aan de kring")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agreement", "person"], name="one_word_a_doer")]

    def __str__(self) -> str:
        return self.text

    @classmethod
    @transaction.atomic
    def say(cls, agreement: Agreement, *, text: str, by: Person | Hand) -> None:
        """The newest word stands; with nothing in it, it goes."""
        conference = agreement.plan.conference
        hand = conference.write_down("keep_agreement", by=by)
        if hand.name_of != agreement.doer or not conference.roles_of(hand.name_of) & CIRCLE:
            raise NotYours
        own = cls.objects.filter(agreement=agreement, person=hand.name_of)
        if not text:
            own.delete()
            return
        said = {"text": text, "said_at": timezone.now()}
        cls.objects.update_or_create(agreement=agreement, person=hand.name_of, defaults=said)
