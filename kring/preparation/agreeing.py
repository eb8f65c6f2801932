"""Taking a yes to the question back before the day; what was ready is then ready no longer."""

from django.db import transaction

from kring.conference.hands import Hand
from kring.people.models import Person
from kring.preparation.models import Preparation, Question


@transaction.atomic
def take_back(question: Question, *, by: Person | Hand) -> None:
    question.disagree(by=by)
    Preparation.objects.filter(conference=question.conference).update(ready_at=None)
