"""Letting people know: the main person that there is something to read first, and that a condition is gone."""

from django.db import transaction
from django.urls import reverse

from kring.conditions.models import Condition, ConditionsForm
from kring.conference.hands import Hand
from kring.foundation.posting import post
from kring.people.models import Person


@transaction.atomic
def hand_in(form: ConditionsForm, *, by: Person | Hand, **talk) -> None:
    """Hand it in; the main people hear that they may read it before anybody else (A49)."""
    form.hand_in(**talk, by=by)
    path = reverse("conditions:react", args=[form.conference.slug, form.slug])
    if not form.conference.resting_since:
        key = f"read first {form.slug} {form.handed_in_at:%y%m%d%H%M%S%f}"
        tell(form, form.conference.main_people, "read_first", key=key, path=path, by=by)


@transaction.atomic
def withdraw(condition: Condition, *, by: Person | Hand) -> None:
    """One condition fewer; the main people and the coordinator hear that something changed."""
    condition.withdraw(by=by)
    form = condition.form
    people = [*form.conference.main_people, form.conference.coordinator]
    path = reverse("conditions:show", args=[form.conference.slug])
    tell(form, [person for person in people if person], "withdrawn", key=f"fewer {condition.slug}", path=path, by=by)


def tell(form: ConditionsForm, people: list[Person], letter: str, *, key: str, path: str, by: Person | Hand) -> None:
    for person in people:
        post(
            person, f"conditions/letters/{letter}.txt", key=f"{key} {person.slug}", about=form.conference,
            sent_by=Hand.of(by).by, link_path=path,
        )  # fmt: skip
