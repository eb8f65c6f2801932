"""Wording the invitation: what a main person adds to it in words of their own."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.sides import are_apart
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


def agreed_question(conference: Conference) -> str:
    """The one question, on every invitation since the main person agreed to it (A7)."""
    return conference.questions.exclude(agreed_at=None).values_list("text", flat=True).first() or ""


class OwnWords(models.Model):
    """A few lines of one main person, for everybody who is invited."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="own_words")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("van"))
    text = LockedTextField(_("in eigen woorden"))
    said_at = models.DateTimeField(_("gezegd op"), default=timezone.now)

    class Meta:
        verbose_name = _("eigen woorden bij de uitnodiging")
        ordering = ["person"]
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="own_words_once_a_person")]

    def __str__(self) -> str:
        return f"{self.person}: {self.said_at:%Y-%m-%d}"

    @classmethod
    def of(cls, conference: Conference, person: Person) -> str:
        return cls.objects.filter(conference=conference, person=person).values_list("text", flat=True).first() or ""

    @classmethod
    @transaction.atomic
    def say(cls, conference: Conference, *, text: str, by: Person | Hand) -> None:
        """Add them or change them; without any, the fixed text is enough."""
        hand = conference.write_down("word_invitation", by=by)
        mine = {"conference": conference, "person": hand.name_of}
        if text:
            cls.objects.update_or_create(**mine, defaults={"text": text, "said_at": timezone.now()})
        else:
            cls.objects.filter(**mine).delete()


def own_words(conference: Conference) -> list[dict]:
    """Everybody's, in a fixed order. Of two sides that are kept apart nobody reads the other's: then there are none."""
    if are_apart(conference):
        return []
    main = {person.pk for person in conference.main_people}
    said = OwnWords.objects.filter(conference=conference, person__in=main).select_related("person")
    return [{"name": words.person.first_name, "text": words.text} for words in said]
