"""How it stands with the coordinator of a conference, in one question to the database."""

from django.db.models import DateTimeField, Exists, F, OuterRef, Subquery, Value

from kring.conference.models import Conference
from kring.matching.coaching import CoachingTalk
from kring.matching.handing_over import HandOver
from kring.matching.models import FirstContact, Offer
from kring.matching.register import Coordinator, Training


def standing(conference: Conference) -> dict:
    """Everything the prompts of this room want to know; asked once for each object."""
    if not hasattr(conference, "_standing"):
        conference._standing = asked(conference)
    return conference._standing


def asked(conference: Conference) -> dict:
    now, here = conference.coordinator, {"conference": OuterRef("pk")}
    mine = Offer.objects.filter(accepted=True, coordinator__person=now, **here)
    taken = HandOver.objects.filter(next=now, met_on=None, **here)
    facts = {
        "why": Subquery(HandOver.objects.filter(settled_at=None, **here).values("why")[:1]),
        "was_met": Exists(FirstContact.objects.filter(**here)),
        "just_took_over": Exists(taken if now else taken.none()),
        "asks_family": Exists(mine.filter(unmet=True, family_said="") if now else mine.none()),
        "is_offered": Exists(Offer.objects.open().filter(**here)),
        "appointed_at": Subquery(mine.values("answered_at")[:1]) if now else Value(None, DateTimeField()),
        "talk_asked": Subquery(CoachingTalk.objects.filter(held_at=None, **here).values("asked_by_coordinator")[:1]),
        "in_training": Exists(Coordinator.objects.filter(person=now, training=Training.IN_TRAINING)),
        "day": F("preparation__starts_at"),  # a later room fixes the day; here it is only read
    }
    return Conference.objects.filter(pk=conference.pk).annotate(**facts).values(*facts).get()
