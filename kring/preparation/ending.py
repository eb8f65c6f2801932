"""Ending the preparation with a plan and without a meeting: who expected a day hears that it is off."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE
from kring.foundation.posting import post
from kring.people.models import Person
from kring.preparation.calendars import out_of_the_calendar
from kring.preparation.models import Preparation

LETTER = "preparation/letters/without_meeting.txt"


@transaction.atomic
def go_on_without_meeting(preparation: Preparation, *, by: Person | Hand) -> None:
    """«Er is al een plan»: it counts as much, and everybody who would come hears that nobody has to."""
    conference, people = preparation.conference, preparation.expected()
    preparation.go_on_without_meeting(by=by)
    was, hand = preparation.let_go(), Hand.of(by)
    for person in people:
        if person == hand.name_of:
            continue
        words = {"is_at_work": not conference.roles_of(person) & CIRCLE}
        post(
            person, LETTER, words, key=f"without-{conference.slug}-{person.slug}", about=conference, sent_by=hand.by,
            link_path=reverse("conference:show", args=[conference.slug]),
            calendar=out_of_the_calendar(preparation, person, was) if was else "",
        )  # fmt: skip
