"""The organisation steps back with a goodbye; the plan stays with the circle (B9)."""

from django.db import transaction

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.followup.models import FollowUp
from kring.followup.telling import let_know
from kring.people.models import Person


@transaction.atomic
def close(conference: Conference, *, by: Person | Hand) -> None:
    """A goodbye to the circle; the plan stays theirs (B9)."""
    FollowUp.of(conference).close(by=by)
    circle, letter = conference.people(*CIRCLE), "followup/letters/goodbye.txt"
    let_know(circle, conference, key=f"followup:close:{conference.slug}", page="plan:show", by=by, letter=letter)
