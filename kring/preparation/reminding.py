"""Who said nothing yet about the days: once a reminder in their own channel, and for the rest a list to call."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.foundation.channels import Channel, closed_to, reach
from kring.foundation.posting import Message, post
from kring.foundation.refusals import Refusal
from kring.foundation.working import every_morning
from kring.people.models import Person, Seat
from kring.preparation.dates import DateAnswer, Resting
from kring.preparation.models import Preparation

BEFORE = timedelta(days=2)  # before the day an answer is welcome by
AFTER = timedelta(days=7)  # as long as it still makes sense


class NotThatDay(Refusal):
    message = _("Kies een dag na vandaag, en voor de eerste dag die u voorlegt.")
    field = "answer_by"


def answer_by_that_day(preparation: Preparation, answer_by: date | None, moments: Iterable[datetime]) -> None:
    """«Graag antwoord voor»: agreed with the family; a wish, not a limit. Without a day the old one stays."""
    if answer_by is None:
        return
    if not timezone.localdate() < answer_by < min(timezone.localdate(moment) for moment in moments):
        raise NotThatDay
    preparation.answer_by = answer_by
    preparation.save(update_fields=["answer_by"])


# --- who said nothing
@dataclass
class Silence:
    """One person and how many of the days that are still to come wait for a word."""

    person: Person
    open: int
    total: int
    is_called: bool = False  # no message goes to this person: the phone is the only way
    is_reminded: bool = False

    @property
    def is_whole(self) -> bool:
        return self.open == self.total


def silences(preparation: Preparation, people: list[Person] | None = None) -> list[Silence]:
    """Everybody of whom some day waits for a word; whom to call first."""
    options = list(preparation.conference.date_options.to_come())
    said = DateAnswer.objects.filter(option__in=options).values_list("person_id", flat=True)
    counted: dict[int, int] = {}
    for person_id in said:
        counted[person_id] = counted.get(person_id, 0) + 1
    people = preparation.expected() if people is None else people
    found = [Silence(person, len(options) - counted.get(person.pk, 0), len(options)) for person in people]
    found = [one for one in found if one.open]
    know_how_to_reach(found)
    keys = {reminder_key(preparation, one.person): one for one in found}
    for key in Message.objects.filter(key__in=keys).values_list("key", flat=True):
        keys[key].is_reminded = True
    return sorted(found, key=lambda one: (not one.is_whole, not (one.is_called or one.is_reminded)))


def know_how_to_reach(found: list[Silence]) -> None:
    """Of all at once: who works at a desk, and who may not get messages."""
    people = [one.person for one in found]
    at_a_desk = set(Seat.objects.filter(person__in=people).values_list("person_id", flat=True))
    for person in people:
        if person.pk not in at_a_desk:
            person.sits_nowhere()
    closed = closed_to(people)
    for one in found:
        one.is_called = reach(one.person, closed=closed.get(one.person.pk, frozenset())) == Channel.PHONE


def reminder_key(preparation: Preparation, person: Person) -> str:
    """One for each time an answer was asked for before some day."""
    return f"days-again-{preparation.conference.slug}-{preparation.answer_by or ''}-{person.slug}"


# --- reminding
@transaction.atomic
def remind(preparation: Preparation, *, by: Person | Hand) -> int:
    """By hand: everybody who said nothing at all and can be written to, once. How many it were."""
    hand = preparation.conference.write_down("propose_dates", by=by)
    if preparation.conference.resting_since:
        raise Resting
    return len(send(preparation, sent_by=hand.by))


def send(preparation: Preparation, *, sent_by: Person | None = None) -> list[Message]:
    conference = preparation.conference
    link = reverse("preparation:dates", args=[conference.slug])
    quiet = [one for one in silences(preparation) if one.is_whole and not one.is_called and not one.is_reminded]
    return [
        post(
            one.person, "preparation/letters/again.txt", {"answer_by": preparation.answer_by},
            key=reminder_key(preparation, one.person), about=conference, sent_by=sent_by, link_path=link,
        )
        for one in quiet
    ]  # fmt: skip


@every_morning("days_without_an_answer")
def remind_before_the_day(today: date) -> None:
    """Shortly before the day an answer is welcome by; never while the family rests, never once a day was chosen."""
    due = Preparation.objects.filter(answer_by__lte=today + BEFORE, answer_by__gte=today - AFTER, starts_at=None)
    due = due.filter(conference__phase=Phase.PREPARATION, conference__resting_since=None)
    for preparation in due.select_related("conference"):
        send(preparation, sent_by=preparation.conference.coordinator)
