"""Arriving apart: another hour or another door, told to each person alone."""

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.alone import in_own_name
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference, NotAllowed
from kring.foundation.locking import LockedTextField
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class WhenOrHow(Refusal):
    message = _("Schrijf op hoe laat, of langs welke kant deze persoon binnenkomt.")
    field = "how"


class ArrivingApart(models.Model):
    """When and where one person comes in. Only this person, the coordinator and the coach read it."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="arrivals")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("wie"))
    at = models.TimeField(_("hoe laat"), null=True, blank=True)
    how = LockedTextField(_("hoe"), blank=True)
    arranged_at = models.DateTimeField(_("afgesproken op"), default=timezone.now)

    class Meta:
        verbose_name = _("apart aankomen")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_arrival_a_person")]

    @classmethod
    @transaction.atomic
    def arrange(
        cls, conference: Conference, *, person: Person, at=None, how: str = "", by: Person | Hand
    ) -> "ArrivingApart":
        """Arrange it, and tell this person that something stands on their own page; what it is, no message says."""
        hand = in_own_name(conference, "note_safety", by)
        if not conference.roles_of(person) & (CIRCLE | VISITORS):
            raise NotAllowed
        if at is None and not how:
            raise WhenOrHow
        known = {"at": at, "how": how, "arranged_at": timezone.now()}
        arrival = cls.objects.update_or_create(conference=conference, person=person, defaults=known)[0]
        key = f"arriving {conference.slug} {person.slug} {arrival.arranged_at:%y%m%d%H%M%S%f}"
        path = reverse("conference:show", args=[conference.slug])
        letter = "circle/letters/arriving.txt"
        words = {"is_at_work": not conference.roles_of(person) & CIRCLE}
        post(person, letter, words, key=key, about=conference, sent_by=hand.by, link_path=path)
        return arrival
