"""How it stands with the coordinator of a conference, in one question to the database."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Subquery
from django.utils import timezone

from kring.conference.models import Conference
from kring.foundation.drawing_up import drawn_up_once
from kring.matching.coaching import CoachingTalk
from kring.matching.handing_over import HandOver
from kring.matching.models import FirstContact, Offer
from kring.matching.register import Coordinator, Training

NOBODY = 0  # no person's key


def standing(conference: Conference) -> dict:
    """Everything the prompts of this room want to know; asked once for each object."""
    if not hasattr(conference, "_standing"):
        there = {"conference": conference.pk, "coordinator": getattr(conference.coordinator, "pk", NOBODY)}
        (conference._standing,) = asked(**there, now=timezone.now())
    return conference._standing


@drawn_up_once
def asked(conference: int, coordinator: int, now: datetime):
    here = {"conference": OuterRef("pk")}
    mine = Offer.objects.filter(accepted=True, coordinator__person=coordinator, **here)
    facts = {
        "why": Subquery(HandOver.objects.filter(settled_at=None, **here).values("why")[:1]),
        "was_met": Exists(FirstContact.objects.filter(**here)),
        "just_took_over": Exists(HandOver.objects.filter(next=coordinator, met_on=None, **here)),
        "asks_family": Exists(mine.filter(unmet=True, family_said="")),
        "is_offered": Exists(Offer.objects.open(now).filter(**here)),
        "appointed_at": Subquery(mine.values("answered_at")[:1]),
        "talk_asked": Subquery(CoachingTalk.objects.filter(held_at=None, **here).values("asked_by_coordinator")[:1]),
        "in_training": Exists(Coordinator.objects.filter(person=coordinator, training=Training.IN_TRAINING)),
        "day": F("preparation__starts_at"),  # a later room fixes the day; here it is only read
    }
    return Conference.objects.filter(pk=conference).annotate(**facts).values(*facts)
