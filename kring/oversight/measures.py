"""The kinds of figures there are: a split into parts, an average, a share, a median with its spread."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, Sum
from django.utils.translation import gettext_lazy as _

from kring.oversight.counting import FEWEST
from kring.oversight.suppressing import Ladder

ENOUGH_FOR_SPREAD = 2 * FEWEST
UNITS = {
    "number": _("aantal"),
    "percent": _("procent"),
    "days": _("dagen"),
    "mean": _("gemiddeld"),
    "hours": _("uur"),
    "mark": _("rapportcijfer, 1 tot 10"),
}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: its name and label, how it is counted in words, its unit, of whom, and the query behind it."""

    name: str
    topic: str
    label: object
    how: object
    unit: str
    of: str

    def ladder(self, land: Counter) -> Ladder:
        """From the finest split to the coarsest; `land` is what was counted in the whole country."""
        return ((("n",),),)

    def aggregates(self, among: Q) -> dict:
        """What to ask of the rows of an area that are among these, by the name it gets in the counts."""
        return {}

    def told(self, counts: Counter, step: tuple) -> dict:
        """What is published of these counts, split as on this step of the ladder."""
        raise LookupError(self.name)


@dataclass(frozen=True, kw_only=True)
class Split(Figure):
    """How many of each kind. `sums` are wholes made of parts; they are shown where the parts still fit together."""

    parts: dict[str, tuple[object, Q]]
    coarser: Ladder = ()
    sums: dict[str, tuple[object, tuple[str, ...]]] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()  # counted to protect the others, and not shown

    def ladder(self, land: Counter) -> Ladder:
        """What is nobody's in the whole country stands apart as nought, and is in no sum of parts."""
        steps = [[(name,) for name in self.parts], *self.coarser]
        return tuple(
            (*without_nobody(step, land), *((name,) for name in self.parts if not land[name])) for step in steps
        )

    def aggregates(self, among: Q) -> dict:
        return {name: Count("pk", filter=among & when) for name, (_label, when) in self.parts.items()}

    def told(self, counts: Counter, step: tuple) -> dict:
        shown = {"+".join(part): sum(counts[name] for name in part) for part in step}
        if self.unit == "percent":
            whole = sum(shown.values())
            shown = {name: percent(number, whole) for name, number in shown.items()}
        return {"parts": {name: number for name, number in shown.items() if name not in self.hidden}}


@dataclass(frozen=True, kw_only=True)
class YesOrNo(Split):
    """Of how many it is so, in percents; of nearly all or nearly none when the others are fewer than five."""

    parts: dict[str, tuple[object, Q]] = field(default_factory=dict)
    yes: Q
    no: Q

    def ladder(self, land: Counter) -> Ladder:
        return (("yes",), ("no",)), (("yes", "no"),)

    def aggregates(self, among: Q) -> dict:
        return {"yes": Count("pk", filter=among & self.yes), "no": Count("pk", filter=among & self.no)}

    def told(self, counts: Counter, step: tuple) -> dict:
        few = [name for name in ("yes", "no") if counts[name] < FEWEST]
        if len(step) == 2:
            return {"value": percent(counts["yes"], counts["yes"] + counts["no"])}
        return {"nearly": "none" if few == ["yes"] else "all"} if len(few) == 1 else {}


@dataclass(frozen=True, kw_only=True)
class Average(Figure):
    """The mean of what a column holds, of those where it is known."""

    column: str
    of_each: int = 1  # so many in the column are one in the figure

    def aggregates(self, among: Q) -> dict:
        return {"n": Count(self.column, filter=among or None), "sum": Sum(self.column, filter=among or None)}

    def told(self, counts: Counter, step: tuple) -> dict:
        return {"value": round(counts["sum"] / counts["n"] / self.of_each, 1)}


@dataclass(frozen=True, kw_only=True)
class Share(Figure):
    """Of everything in two columns together, which part stands in the first."""

    column: str
    beside: str

    def aggregates(self, among: Q) -> dict:
        known = among & (Q(**{f"{self.column}__gt": 0}) | Q(**{f"{self.beside}__gt": 0}))
        whole = Sum(F(self.column), filter=known), Sum(F(self.beside), filter=known)
        return {"n": Count("pk", filter=known), "part": whole[0], "rest": whole[1]}

    def told(self, counts: Counter, step: tuple) -> dict:
        return {"value": percent(counts["part"], counts["part"] + counts["rest"])}


@dataclass(frozen=True, kw_only=True)
class Spread(Figure):
    """The median, and between what the middle half lies. Counted per number of days, so a million costs a few rows."""

    column: str

    def told(self, counts: Counter, step: tuple) -> dict:
        days = sorted((name[0], number) for name, number in counts.items() if isinstance(name, tuple))
        many = counts["n"]
        value = {"value": at(days, many, 1, 2)}
        if many >= ENOUGH_FOR_SPREAD:
            value |= {"low": at(days, many, 1, 4), "high": at(days, many, 3, 4)}
        return value


def without_nobody(step, land: Counter) -> list[tuple[str, ...]]:
    """The parts of a step without those that are nobody's."""
    return [left for part in step if (left := tuple(name for name in part if land[name]))]


def percent(part: int, whole: int) -> int:
    """In whole percents; a half goes up."""
    return (200 * part + whole) // (2 * whole)


def at(days: list[tuple[int, int]], many: int, part: int, of: int) -> int:
    """The number of days below which this part of all lies; between two of them the middle, rounded down."""
    last, rest = divmod((many - 1) * part, of)
    below, above = nth(days, last), nth(days, last + bool(rest))
    return below + (above - below) * rest // of


def nth(days: list[tuple[int, int]], place: int) -> int:
    """The number of days that stands at this place when all are put in a row."""
    for day, number in days:
        if place < number:
            return day
        place -= number
    raise IndexError(place)
