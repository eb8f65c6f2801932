"""Alone: what is about safety is said in one's own name, and asked of each person with nobody else there."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference, NotAllowed
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class InOwnName(Refusal):
    message = _("Dit kan alleen in uw eigen naam. Kijk er later naar, als u alleen bent.")


class NotAlone(Refusal):
    message = _("Vraag het op een ander moment, als er niemand bij is. Dan pas telt het.")
    field = "alone"


def in_own_name(conference: Conference, act: str, by: Person | Hand) -> Hand:
    """Safety is never spoken of while somebody else's name is on the screen: they may be looking along."""
    if Hand.of(by).is_for_someone_else:
        raise InOwnName
    return conference.write_down(act, by=by)


class SafetyTalk(models.Model):
    """That somebody was asked, alone, whether there is anything to look out for; what was said is not here."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="safety_talks")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = models.DateField(_("op"))
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("veiligheidsvraag")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_safety_talk_a_person")]

    @classmethod
    def unasked(cls, conference: Conference) -> list[Person]:
        """Who takes part and was not asked yet, the main people first."""
        asked = set(cls.objects.filter(conference=conference).values_list("person_id", flat=True))
        people = conference.people(Role.MAIN_PERSON) + conference.people(*(CIRCLE | VISITORS))
        return [person for person in dict.fromkeys(people) if person.pk not in asked]

    @classmethod
    @transaction.atomic
    def tick(cls, conference: Conference, *, person: Person, on, alone: bool, by: Person | Hand) -> "SafetyTalk":
        """Asked of this person, with nobody else there."""
        hand = in_own_name(conference, "note_safety", by)
        if not conference.roles_of(person) & (CIRCLE | VISITORS) or on > timezone.localdate():
            raise NotAllowed
        if not alone:
            raise NotAlone
        asked = {"on": on, "asked_by": hand.by}
        return cls.objects.update_or_create(conference=conference, person=person, defaults=asked)[0]
