"""Widening the circle: who else? One gentle question at a time, by part of life (A25, B20)."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Relation, Ring, Side

OTHER = Relation.OTHER


@dataclass(frozen=True)
class Prompt:
    """A question that brings names to mind, and what most likely holds for them; all of it can be changed."""

    question: str
    relation: str = Relation.FAMILY
    ring: str = Ring.MIDDLE
    side: str = ""
    has_died: bool = False
    lost_touch: bool = False

    @property
    def about(self) -> dict:
        about = ("relation", "ring", "side", "has_died", "lost_touch")
        return {name: getattr(self, name) for name in about}


PROMPTS = [
    Prompt(_("Wie belde je toen het misging?"), Relation.FRIEND, Ring.NEAR),
    Prompt(_("Bij wie kun je altijd binnenlopen?"), Relation.FRIEND, Ring.NEAR),
    Prompt(_("Wie is er familie, van moeders kant?"), side=Side.FIRST),
    Prompt(_("En wie is er familie, van vaders kant?"), side=Side.SECOND),
    Prompt(_("Wie zouden de kinderen noemen?"), Relation.FAMILY, Ring.NEAR),
    Prompt(_("Wie in de buurt groet je, of past wel eens op?"), Relation.NEIGHBOUR),
    Prompt(_("Wie ken je nog van school, of van vroeger?"), Relation.CHILDHOOD_FRIEND),
    Prompt(_("Welke juf of meester weet hoe het thuis gaat?"), Relation.TEACHER),
    Prompt(_("Wie ken je van je werk, of van het werk van iemand thuis?"), Relation.COLLEAGUE),
    Prompt(_("Wie zie je bij sport, een club of een hobby?"), Relation.CLUB),
    Prompt(_("Wie ken je van de kerk, de moskee of een ander geloof?"), Relation.FAITH),
    Prompt(_("Heeft iemand in een pleeggezin gewoond? Wie waren daar belangrijk?"), Relation.FOSTER),
    Prompt(_("Wie heeft je eerder geholpen, al was het met iets kleins?"), OTHER),
    Prompt(_("Wie woont ver weg, maar leeft wel mee?"), ring=Ring.FAR),
    Prompt(_("Met wie ben je het contact verloren, en zou je weer willen praten?"), ring=Ring.FAR, lost_touch=True),
    Prompt(_("Wie mis je, omdat die er niet meer is?"), ring=Ring.NEAR, has_died=True),
    Prompt(_("Wie weet van niets, maar zou willen dat je het vertelde?"), Relation.FRIEND),
    Prompt(_("Wie mist er nog, aan moeders kant?"), side=Side.FIRST),
    Prompt(_("En wie mist er nog, aan vaders kant?"), side=Side.SECOND),
]
OWN_SIDE = [Prompt(_("Wie is er familie, aan jouw kant?")), Prompt(_("Wie mist er nog, aan jouw kant?"))]


def prompts_for(*, are_apart: bool) -> list[Prompt]:
    """Where two sides are kept apart everybody is asked about their own side alone."""
    if not are_apart:
        return PROMPTS
    first, last = OWN_SIDE
    asked = [prompt for prompt in PROMPTS if not prompt.side]
    return [*asked[:2], first, *asked[2:], last]


def number(wanted: str) -> int | None:
    """The turn that was asked for, when it is one."""
    return int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 4 else None


class Round:
    """Where somebody is in the questions of one conference: skipped or for later, it goes on from there."""

    def __init__(self, session, conference, prompts: list[Prompt], wanted: str = ""):
        self.session, self.key, self.prompts = session, conference.slug, prompts
        known = session.get("widening", {}).get(self.key, 0)
        asked_for = number(wanted)
        self.turn = known if asked_for is None else asked_for

    @property
    def prompt(self) -> Prompt:
        """After the last question they begin again."""
        return self.prompts[self.turn % len(self.prompts)]

    @property
    def is_done(self) -> bool:
        return self.turn >= len(self.prompts)

    def keep(self, turn: int) -> None:
        self.session["widening"] = self.session.get("widening", {}) | {self.key: turn}

    def go_on(self, *, with_this: bool) -> None:
        self.keep(self.turn if with_this else self.turn + 1)
