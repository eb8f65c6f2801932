"""Standing: what is there already of everybody who comes, in one question to the database."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import BigIntegerField, CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from kring.conditions.models import Reading
from kring.preparation.dates import DateAnswer


@dataclass
class Standing:
    """Who was prepared, read, said what about the day, was let go with a reason, or is to be called in part 3."""

    prepared: set[int] = field(default_factory=set)
    reachable: set[int] = field(default_factory=set)
    without: set[int] = field(default_factory=set)
    read: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    says: dict[int, str] = field(default_factory=dict)
    waived: set[tuple[int, str]] = field(default_factory=set)
    has_question: bool = False
    was_ready: bool = False

    def note(self, kind: str, person: int, text: str) -> None:
        if kind in ("prepared", "reachable", "without"):
            getattr(self, kind).add(person)
        elif kind == "read":
            self.read[person].add(int(text))
        elif kind == "says":
            self.says[person] = text
        elif kind == "waived":
            self.waived.add((person, text))
        else:
            setattr(self, kind, True)


def standing(preparation) -> Standing:
    conference, found = preparation.conference, Standing()
    answers = DateAnswer.objects.filter(
        option__conference=conference, option__starts_at=preparation.starts_at, option__withdrawn_at=None
    )
    rows = [
        marks("prepared", conference.preparations),
        marks("waived", conference.waivers, F("what")),
        marks("reachable", conference.appointments.exclude(part_three="")),
        marks("without", preparation.without),
        marks("says", answers, F("says")),
        marks("read", Reading.objects.filter(form__conference=conference), Cast("form_id", CharField())),
        marks("has_question", conference.questions.exclude(agreed_at=None), who=Value(0)),
        marks("was_ready", conference.journal.filter(step="mark_ready"), who=Value(0)),
    ]
    for kind, person, text in rows[0].union(*rows[1:]):
        found.note(kind, person, text)
    return found


def marks(kind: str, rows: QuerySet, text=Value(""), who=None) -> QuerySet:  # noqa: B008
    """What it is, of whom, and a word with it; all alike, so that they fit in one question."""
    whose, word = Cast(who or F("person_id"), BigIntegerField()), Cast(text, CharField())
    columns = {"mark": Value(kind), "whose": whose, "word": word}
    return rows.order_by().annotate(**columns).values_list("mark", "whose", "word")
