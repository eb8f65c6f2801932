"""Questions that families tried, and how to say how it was."""

from datetime import date

from django.urls import reverse

from kring.followup.questions import QuestionSet


def tried(by) -> QuestionSet:
    """In use, as the office leaves it."""
    questions = QuestionSet.begin(by=by)
    questions.note_trial(tried_on=date(2026, 9, 1), tried_by="Henk, met drie gezinnen")
    questions.take_into_use()
    return questions


def evaluate(conference) -> str:
    return reverse("followup:evaluate", args=[conference.slug])


def home(client, conference) -> str:
    return client.get(reverse("conference:show", args=[conference.slug])).content.decode()
