"""Telling each other before the day: a sheet to read first, a word back, a question from the circle, an answer."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.posting import post
from kring.people.models import Person
from kring.preparation.early_questions import EarlyQuestion
from kring.preparation.models import InformationSheet


@transaction.atomic
def write(conference: Conference, *, by: Person | Hand, **told) -> InformationSheet:
    """Write the sheet; the main people hear that there is something to read first (R-INF-3)."""
    sheet = InformationSheet.write(conference, **told, by=by)
    path = reverse("preparation:read_first", args=[conference.slug, sheet.professional.slug])
    for person in [] if conference.resting_since else conference.main_people:
        key = f"sheet {sheet.pk} {sheet.written_at:%y%m%d%H%M%S%f} {person.slug}"
        post(person, "conditions/letters/read_first.txt", key=key, about=conference, link_path=path)
    return sheet


@transaction.atomic
def read_first(sheet: InformationSheet, *, word_back: str, by: Person | Hand) -> None:
    sheet.read_first(word_back=word_back, by=by)
    if word_back:
        path = reverse("preparation:sheet", args=[sheet.conference.slug])
        key = f"word back {sheet.pk} {sheet.read_at:%y%m%d%H%M%S%f}"
        letter = "preparation/letters/word_back.txt"
        post(sheet.professional, letter, key=key, about=sheet.conference, link_path=path)


@transaction.atomic
def ask(conference: Conference, *, by: Person | Hand, **asked) -> EarlyQuestion:
    """Ask; the professional hears that there is a question, not whose it is (A59)."""
    question = EarlyQuestion.ask(conference, **asked, by=by)
    if question.of_whom:
        path = reverse("preparation:early", args=[conference.slug])
        letter, key = "preparation/letters/asked.txt", f"asked {question.slug}"
        post(question.of_whom, letter, key=key, about=conference, link_path=path)
    return question


@transaction.atomic
def answer(question: EarlyQuestion, *, answer: str, by: Person | Hand) -> None:
    """Answer; who asked hears that there is an answer."""
    question.say(answer=answer, by=by)
    if answer and question.asker and not question.conference.resting_since:
        path = reverse("preparation:early", args=[question.conference.slug])
        key = f"answered {question.slug}"
        letter = "preparation/letters/answered.txt"
        post(question.asker, letter, key=key, about=question.conference, link_path=path)
