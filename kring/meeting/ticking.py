"""Ticking on the day: a press says how one line should stand, so that pressed twice, or later, it comes to the same."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, NotAllowed
from kring.foundation.refusals import Refusal
from kring.meeting.attending import Attendance, could_be_here
from kring.meeting.models import Meeting
from kring.meeting.running_order import Turn
from kring.meeting.welcoming import put_told
from kring.people.models import Person

YES = "yes"


class DoorStandsOtherwise(Refusal):
    message = _("De deur staat al anders. Kijk hoe het er nu voor staat.")


class ChangedMeanwhile(Refusal):
    message = _("Iemand veranderde dit intussen. Dat blijft zo.")


@dataclass(frozen=True)
class Tick:
    """`line` is what it is about, such as «there:slug»; `how` what it should be; `on` the part; `at` when pressed."""

    line: str
    how: str = ""
    on: str = ""
    seen: str = ""
    at: datetime | None = None

    @classmethod
    def read(cls, told) -> "Tick":
        """From a form or from the list of a phone."""
        name, how, on, seen = (str(told.get(key) or "")[:80] for key in ("person", "how", "on", "seen"))
        return cls(name, how, on, seen, moment(told.get("at")))

    @property
    def kind(self) -> str:
        return self.line.partition(":")[0]

    @property
    def about(self) -> str:
        return self.line.partition(":")[2]

    @property
    def number(self) -> int:
        """A part, or a place in the order."""
        text = {"there": self.on, "same": self.about}.get(self.kind, self.how)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def moment(told: object) -> datetime | None:
    """What the clock of a phone said."""
    try:
        found = parse_datetime(str(told)) if told else None
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None


def stands(meeting: Meeting, tick: Tick) -> str:
    """How this line stands now, in the words a screen saw."""
    if tick.kind == "there":
        row = meeting.attendances.filter(part=tick.number, person__slug=tick.about).first()
        return row.stands if row else ""
    if tick.kind == "paper":
        return YES if meeting.on_paper else ""
    if tick.kind == "welcome":
        return YES if tick.about in meeting.welcome_told else ""
    if tick.kind == "asked":
        return YES if meeting.conference.early_questions.exclude(passed_on_at=None).filter(slug=tick.about) else ""
    turn = meeting.turns.filter(professional__slug=tick.about).first()
    known = {"told": YES if turn and turn.told_at else "", "waits": turn.waits if turn else ""}
    return known.get(tick.kind, tick.seen)


@transaction.atomic
def carry(meeting: Meeting, tick: Tick, *, by: Person | Hand) -> None:
    """Do what was pressed; a line nobody knows is refused."""
    deed = DEEDS.get(tick.kind)
    if deed is None:
        raise NotAllowed
    at = min(max(tick.at, meeting.opened_at), timezone.now()) if tick.at else None
    deed(meeting, tick, by, at)


def come_or_go(meeting: Meeting, tick: Tick, by, at) -> None:
    found = who(could_be_here(meeting, tick.number), tick)
    Attendance.put(meeting, part=tick.number, person=found, how=tick.how, by=by, at=at)


def still_there(meeting: Meeting, tick: Tick, by, at) -> None:
    """Who was in the part before, is there still."""
    Attendance.same_as_before(meeting, tick.number, by=by)


def write_on_paper(meeting: Meeting, tick: Tick, by, at) -> None:
    """The circle said beforehand that it will write on paper."""
    meeting.write_on_paper(by=by)


def called_us(meeting: Meeting, tick: Tick, by, at) -> None:
    """«[naam] riep ons», of a circle on paper."""
    meeting.record_their_call(who=who(meeting.conference.people(*CIRCLE), tick), by=by, at=at)


def tell_at_welcome(meeting: Meeting, tick: Tick, by, at) -> None:
    put_told(meeting, tick.about, tick.how == YES, by=by)


def tell(meeting: Meeting, tick: Tick, by, at) -> None:
    Turn.put_told(meeting, who(meeting.conference.people(*VISITORS), tick), tick.how == YES, by=by, at=at)


def take_place(meeting: Meeting, tick: Tick, by, at) -> None:
    Turn.move(meeting, who(meeting.conference.people(*VISITORS), tick), tick.number, by=by)


def wait(meeting: Meeting, tick: Tick, by, at) -> None:
    Turn.put_waits(meeting, who(meeting.conference.people(*VISITORS), tick), tick.how, by=by)


def ask(meeting: Meeting, tick: Tick, by, at) -> None:
    """A question of the circle was put to who tells."""
    found = meeting.conference.early_questions.filter(slug=tick.about).first()
    if found is None:
        raise NotAllowed
    found.conference = meeting.conference
    if bool(found.passed_on_at) != (tick.how == YES):
        found.pass_on(by=by)


def close(meeting: Meeting, tick: Tick, by, at) -> None:
    """Without network the door closed all the same: it is written down when the phone has network again."""
    if tick.how != YES or meeting.conference.phase != Phase.INFORMATION:
        raise DoorStandsOtherwise
    meeting.close_the_door(by=by, at=at)


def who(people: list[Person], tick: Tick) -> Person:
    found = next((person for person in people if person.slug == tick.about), None)
    if found is None:
        raise NotAllowed
    return found


DEEDS: dict[str, Callable] = {
    "there": come_or_go,
    "same": still_there,
    "paper": write_on_paper,
    "called": called_us,
    "welcome": tell_at_welcome,
    "told": tell,
    "place": take_place,
    "waits": wait,
    "asked": ask,
    "door": close,
}
