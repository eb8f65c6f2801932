"""Who hears something of the months after: in the circle who leads, and nobody rests and is written to."""

from collections.abc import Iterable

from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.followup.refusals import AtRest
from kring.foundation.posting import post
from kring.people.models import Person
from kring.plan.models import Plan
from kring.plan.naming import recognise

READY = "foundation/letters/ready.txt"


def those_who_lead(conference: Conference, plan: Plan) -> list[Person]:
    """The main people, and who in the circle takes the initiative."""
    initiator = recognise(plan.initiator, conference.people(*CIRCLE))
    return list({person.pk: person for person in [*conference.main_people, initiator] if person}.values())


def refuse_at_rest(conference: Conference) -> None:
    """Who asks others for something must know that nobody hears it now (A54)."""
    if conference.resting_since:
        raise AtRest


def let_know(
    people: Iterable[Person], conference: Conference, *, key: str, page: str, args=(), by: Person | Hand, letter=READY
) -> None:
    """«Er staat iets klaar», without a word of what it is. Who did it needs no message; who rests gets none."""
    hand = Hand.of(by)
    for person in people:
        if person != hand.name_of and conference.resting_since is None:
            link = reverse(page, args=[conference.slug, *args])
            post(person, letter, key=f"{key}:{person.slug}", about=conference, sent_by=hand.by, link_path=link)
