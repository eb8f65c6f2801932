"""What the coordinator has at hand in this part of the day: who is there, who tells, what is told at the welcome."""

from dataclasses import dataclass

from django.db.models import Value

from kring.circle.kinds import Mode
from kring.circle.own_words import Hears
from kring.conditions.models import Condition, ConditionsForm
from kring.conference.models import Conference
from kring.meeting.attending import LEFT, Attendance, How, could_be_here
from kring.meeting.models import Meeting
from kring.meeting.running_order import LONG, MINUTES, Turn
from kring.meeting.sitting_in import SitsIn
from kring.meeting.welcoming import points
from kring.people.models import Person
from kring.preparation.early_questions import EarlyQuestion
from kring.preparation.models import Preparation

PLANNED = {  # whoever simply comes needs no word
    Mode.BY_PHONE: How.PHONE, Mode.BY_VIDEO: How.VIDEO, Mode.LETTER: "message", Mode.VOICE: "message",
    Mode.SPOKESPERSON: "message",
}  # fmt: skip


@dataclass
class Somebody:
    """One line of the list: this person, and how it stands in this part."""

    person: Person
    there: Attendance | None
    planned: str = ""

    @property
    def stands(self) -> str:
        return self.there.stands if self.there else ""

    @property
    def has_left(self) -> bool:
        return self.stands == LEFT

    @property
    def short_name(self) -> str:
        """Enough to know who it is, for what is kept on a phone."""
        return " ".join([self.person.first_name, *(name[:1] for name in self.person.last_name.split()[-1:])])


def who_is_here(meeting: Meeting, part: int) -> list[Somebody]:
    """Everybody who could be there in this part, in a fixed order: a list that jumps is hard to tick."""
    there = {row.person_id: row for row in meeting.attendances.filter(part=part)}
    members = Preparation(conference=meeting.conference).members()
    planned = {pk: PLANNED.get(member.mode, "") for pk, member in members.items()}
    people = could_be_here(meeting, part, members)
    return [Somebody(person, there.get(person.pk), planned.get(person.pk, "")) for person in people]


def the_round(meeting: Meeting, people: list[Somebody]) -> dict:
    """Part 1: the welcome, the running order with what the circle asks, and the conditions word for word."""
    conference, turns = meeting.conference, Turn.order(meeting)
    forms = explained(conference)
    asked: dict[int, list[EarlyQuestion]] = {}
    for question in EarlyQuestion.in_sight_of(conference.coordinator, conference).exclude(of_whom=None):
        asked.setdefault(question.of_whom_id, []).append(question)
    for place, turn in enumerate(turns, start=1):
        turn.up, turn.down = (place - 1 if place > 1 else 0), (place + 1 if place < len(turns) else 0)
        turn.questions = asked.get(turn.professional_id, [])
    is_hybrid = any({row.planned, row.stands} & {How.PHONE, How.VIDEO} for row in people)
    minutes = MINUTES * len(turns)
    return {
        "turns": turns, "minutes": minutes, "is_long": minutes > LONG, "conditions": forms,
        "welcome": points(meeting, has_conditions=bool(forms), is_hybrid=is_hybrid),
    }  # fmt: skip


def announced(conference: Conference) -> dict:
    """What is said aloud before the door closes, in one look: who reads for whom, and who stays with the circle."""
    reads, stays = Value("reads"), Value("stays")
    aloud = conference.own_messages.filter(hears=Hears.READ_ALOUD).order_by()
    staying = conference.sitting_in.order_by().values_list(stays, "name", "kind")
    found = list(staying.union(aloud.values_list(reads, "author__first_name", "reader__first_name"), all=True))
    return {
        "sitting_in": [SitsIn(name=name, kind=kind) for what, name, kind in found if what == "stays"],
        "read_aloud": [{"author": author, "reader": reader} for what, author, reader in found if what == "reads"],
    }


def explained(conference: Conference) -> list[ConditionsForm]:
    """The conditions as they were released, word for word (A60)."""
    released = Condition.objects.filter(form__conference=conference).exclude(form__released_at=None)
    forms: dict[int, ConditionsForm] = {}
    for condition in released.select_related("form__setter").order_by("form", "number"):
        form = forms.setdefault(condition.form_id, condition.form)
        form.told = [*getattr(form, "told", []), condition]
    return list(forms.values())
