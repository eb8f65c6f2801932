"""What is asked of somebody now: later rooms hang their question here, the conference's own page shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import STAFF, Conference


@dataclass(frozen=True)
class Prompt:
    """One thing to do or to know. `url` is a page of the conference; `weight` puts what matters most first."""

    title: str
    url: str = ""
    button: str = ""
    text: str = ""
    weight: int = 50
    args: tuple = field(default=())


ASKERS: list[tuple[str, Callable]] = []


def asks(act: str):
    """Register a function (conference, hand) → Prompt | None | many, asked when the row `act` is open to the hand."""

    def register(function):
        ASKERS.append((act, function))
        return function

    return register


def prompts(conference: Conference, hand: Hand, allowed: frozenset[str]) -> list[Prompt]:
    """Everything that is asked of this hand now, the most pressing first; of nobody outside the desk at rest (A54)."""
    found: list[Prompt] = []
    if conference.resting_since and not conference.roles_of(hand.by) & STAFF:
        return found
    for act, ask in ASKERS:
        if act in allowed:
            answer = ask(conference, hand)
            found += [answer] if isinstance(answer, Prompt) else list(answer or [])
    return sorted(found, key=lambda prompt: prompt.weight)


class About(TextChoices):
    """What the rooms are about, in the order they stand on the conference's own page."""

    PLAN = "plan", _("Het plan")
    CIRCLE = "circle", _("De kring")
    QUESTION = "question", _("De vraag")
    DAY = "day", _("De dag")
    COURSE = "course", _("Hoe het loopt")


@dataclass(frozen=True)
class Room:
    """A page of a later room that can always be looked at while its row is open."""

    act: str
    url: str
    label: str
    about: About


ROOMS: list[Room] = []


def looks_into(act: str, url: str, label, about: About = About.COURSE) -> None:
    """Hang a door to a room on the conference's own page."""
    ROOMS.append(Room(act, url, label, about))
