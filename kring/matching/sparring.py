"""What is sent around coaching: that there is a wish to talk, or a line to read; never what it is about."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.posting import post
from kring.matching.coaching import CoachingNote, CoachingTalk, choose_coach, other_of_the_two
from kring.people.models import Person


@transaction.atomic
def ask_for_coaching(conference: Conference, *, by: Hand) -> None:
    """«Ik wil sparren», or from the coach «bel mij»: the other of the two hears it, and whom to call."""
    talk = CoachingTalk.ask(conference, by=by)
    tell(conference, by.by, "coaching", f"coaching:{talk.pk}")


@transaction.atomic
def write(conference: Conference, *, text: str, by: Hand) -> CoachingNote:
    note = CoachingNote.write(conference, text=text, by=by)
    tell(conference, by.by, "coaching_note", f"coaching-note:{note.pk}")
    return note


def tell(conference: Conference, by: Person, letter: str, key: str) -> None:
    if other := other_of_the_two(conference, by):
        words = {"contact": conference.coach if other == conference.coordinator else None}
        post(other, f"matching/letters/{letter}.txt", words, key=key, about=conference, sent_by=by,
             link_path=reverse("matching:coaching", args=[conference.slug]))  # fmt: skip


@transaction.atomic
def choose(conference: Conference, *, coach: Person, by: Hand) -> None:
    """Another coach: both hear who they talk with from now on."""
    choose_coach(conference, coach=coach, by=by)
    for person in {coach, conference.coordinator} - {None, by.by}:
        key = f"coach:{conference.slug}:{coach.slug}:{person.slug}"
        post(person, "matching/letters/new_coach.txt", {"contact": coach if person != coach else None}, key=key,
             about=conference, link_path=reverse("matching:coaching", args=[conference.slug]))  # fmt: skip
