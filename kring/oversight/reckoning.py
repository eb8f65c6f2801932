"""From rows to published figures: one question for each group of rows, then what must stay hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, IntegerField, Q, Value, When

from kring.followup.evaluating import Evaluation, Group
from kring.oversight.figuring import BEGAN, FIGURES, MET, PLAN
from kring.oversight.languages import ByLanguage
from kring.oversight.measures import Figure, Spread
from kring.oversight.suppressing import LAND, Areas, Suppression, Tree
from kring.oversight.tallies import End, Tally
from kring.region.models import Municipality

FIRST_CALL, LATER_CALL = timedelta(days=42), timedelta(days=183)
PLACE = ("municipality", "region")


def region_key(pk: int) -> str:
    return f"r{pk}"


def town_key(pk: int) -> str:
    return f"m{pk}"


# --- of whom ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Year:
    """The rows each figure is about. Every conference stands in one year only, so years have nothing in common."""

    number: int

    @property
    def first(self) -> date:
        return date(self.number, 1, 1)

    @property
    def last(self) -> date:
        return date(self.number, 12, 31)

    def ended(self, *, earlier: timedelta = timedelta()):
        return Tally.objects.filter(ended_on__range=(self.first - earlier, self.last - earlier))

    def said(self):
        return Evaluation.objects.filter(year=self.number)

    def due_first(self):
        return self.due(FIRST_CALL)

    def due_later(self):
        return self.due(LATER_CALL)

    def due(self, after: timedelta):
        """Whose turn to be called came in this year."""
        return self.ended(earlier=after).filter(end__in=[end for end in BEGAN if end != End.STOPPED])

    def flow(self):
        """Everything that ran in this year: asked in it or before, and not over before it."""
        running = Q(ended_on=None) | Q(ended_on__gte=self.first)
        return Tally.objects.filter(running, asked_on__lte=self.last).annotate(
            asked=is_so(Q(asked_on__gte=self.first)),
            before=is_so(Q(asked_on__lt=self.first)),
            open=is_so(Q(ended_on=None) | Q(ended_on__gt=self.last)),
        )


def is_so(when: Q) -> Case:
    return Case(When(when, then=Value(1)), default=Value(0), output_field=IntegerField())


# Rows that are part of other rows: asked for at once, so that a year is gone through once.
AMONG = {
    "stopped": ("ended", Q(end=End.STOPPED)),
    "met": ("ended", MET),
    "plans": ("ended", Q(end__in=PLAN)),
} | {f"said_{group}": ("said", Q(group=group)) for group in Group.values}


def among(of: str) -> tuple[str, Q]:
    """The rows of this name in the definition of a figure: which question of a year, and which of its rows."""
    return AMONG.get(of, (of, Q()))


# --- counting ---------------------------------------------------------------------------------------------------------
def counted(year: int) -> dict[str, Areas]:
    """Of each figure what was counted in every area."""
    tree, regions = Tree(), region_of_towns()
    found = {name: Areas(tree) for name in FIGURES}
    for base in dict.fromkeys(among(figure.of)[0] for figure in FIGURES.values()):
        figures = [figure for figure in FIGURES.values() if among(figure.of)[0] == base]
        for figure, place, counts in ask(getattr(Year(year), base)(), figures):
            path, is_seen = path_to(place, regions)
            found[figure.name].add(path, counts, is_seen=is_seen)
    return found


def ask(rows, figures: list[Figure]) -> Iterator[tuple[Figure, dict, dict]]:
    """(figure, where, how many) of every place in these rows."""
    by = [name for name in PLACE if name in {field.name for field in rows.model._meta.fields}]
    spread = [figure for figure in figures if isinstance(figure, Spread)]
    spoken = [figure for figure in figures if isinstance(figure, ByLanguage)]
    yield from ask_plain(rows, by, [figure for figure in figures if not isinstance(figure, Spread | ByLanguage)])
    for figure in spread:
        known = rows.exclude(**{figure.column: None}).values(*by, figure.column)
        for row in known.annotate(n=Count("pk")).order_by():
            yield figure, row, {"n": row["n"], (row[figure.column],): row["n"]}
    if spoken:
        so = {column(figure, "so"): figure.so_many() for figure in spoken}
        for row in rows.values(*by, "language").annotate(everybody=Count("pk"), **so).order_by():
            for figure in spoken:
                yield figure, row, figure.counted(row["language"], row["everybody"], row[column(figure, "so")])


def ask_plain(rows, by: list[str], figures: list[Figure]) -> Iterator[tuple[Figure, dict, dict]]:
    """All figures that are sums and counts, in one question."""
    asked, named = {}, []
    for figure in figures:
        wanted = figure.aggregates(among(figure.of)[1])
        asked |= {column(figure, name): what for name, what in wanted.items()}
        named.append((figure, [(name, column(figure, name)) for name in wanted]))
    for row in rows.values(*by).annotate(**asked).order_by() if asked else ():
        for figure, names in named:
            yield figure, row, {name: number for name, place in names if (number := row[place])}


def column(figure: Figure, name: str) -> str:
    """A name in the question that no column of the rows has."""
    return f"count_{figure.name}_of_{name}"


def region_of_towns() -> dict[int, int | None]:
    return dict(Municipality.objects.values_list("pk", "region"))


def path_to(place: dict, regions: dict) -> tuple[tuple[str, ...], bool]:
    """The areas this place lies in, largest first, and whether the last one is an area that can be shown."""
    town, region = place.get("municipality"), place.get("region")
    region = regions.get(town) if town else region
    path = (region_key(region),) if region else ()
    if town:
        return (*path, town_key(town)), True
    if "municipality" in place or not region:
        return (*path, f"{path[0] if path else LAND}-rest"), False
    return path, True


# --- what may be told -------------------------------------------------------------------------------------------------
def published(counted: dict[str, Areas]) -> dict[str, dict]:
    """Of every area the figures that can be shown there; this is all that anybody ever sees."""
    found: dict[str, dict] = {}
    for name, areas in counted.items():
        figure, land = FIGURES[name], areas.sums[LAND]
        ladder = figure.ladder(land)
        if not ladder[0]:
            continue
        for area, step in Suppression(areas, ladder).decide().items():
            if step < len(ladder) and (told := figure.told(areas.sums[area], ladder[step])):
                found.setdefault(area, {})[name] = told
    return found
