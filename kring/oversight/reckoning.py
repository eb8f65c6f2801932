"""From rows to published figures: one question for each group of rows, then what must stay hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, IntegerField, Q, Value, When

from kring.followup.evaluating import Evaluation, Group
from kring.oversight.figuring import BEGAN, FIGURES, MET, PLAN
from kring.oversight.languages import ByLanguage
from kring.oversight.measures import Figure, Spread
from kring.oversight.suppressing import Areas, Suppression
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

    def rows(self, of: str):
        """The rows of this name in the definition of a figure."""
        if of.startswith("said"):
            group = of.removeprefix("said").lstrip("_")
            said = Evaluation.objects.filter(year=self.number)
            return said.filter(group=group) if group in Group.values else said
        return getattr(self, of)()

    def stopped(self):
        return self.ended().filter(end=End.STOPPED)

    def met(self):
        return self.ended().filter(MET)

    def plans(self):
        return self.ended().filter(end__in=PLAN)

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


# --- counting ---------------------------------------------------------------------------------------------------------
def counted(year: int) -> dict[str, Areas]:
    """Of each figure what was counted in every area. Figures about the same rows are asked for at once."""
    found, regions, paths = {name: Areas() for name in FIGURES}, region_of_towns(), {}
    for of in dict.fromkeys(figure.of for figure in FIGURES.values()):
        figures = [figure for figure in FIGURES.values() if figure.of == of]
        for figure, place, counts in ask(Year(year).rows(of), figures):
            path, is_seen = path_to(place, regions)
            paths[tuple(path)] = is_seen
            found[figure.name].add(path, counts)
    for areas in found.values():
        put_nobody(areas, paths)
    return found


def put_nobody(areas: Areas, paths: dict[tuple[str, ...], bool]) -> None:
    """Where somebody was counted for another figure there may be nobody for this one; that is a number under five too."""
    for path, is_seen in paths.items():
        areas.add(list(path), {})
        if not is_seen:
            areas.unseen.add(path[-1])


def ask(rows, figures: list[Figure]) -> Iterator[tuple[Figure, dict, dict]]:
    """(figure, where, how many) of every place in these rows."""
    by = [name for name in PLACE if name in {field.name for field in rows.model._meta.fields}]
    plain = [figure for figure in figures if not isinstance(figure, ByLanguage | Spread)]
    asked = {f"{figure.name}__{name}": what for figure in plain for name, what in figure.aggregates().items()}
    for row in rows.values(*by).annotate(**renamed(asked)).order_by() if asked else ():
        for figure in plain:
            names = figure.aggregates()
            yield figure, row, {name: row[column(f"{figure.name}__{name}")] or 0 for name in names}
    for figure in figures:
        if isinstance(figure, Spread):
            known = rows.exclude(**{figure.column: None}).values(*by, figure.column)
            for row in known.annotate(n=Count("pk")).order_by():
                yield figure, row, {"n": row["n"], (row[figure.column],): row["n"]}
        if isinstance(figure, ByLanguage):
            for row in rows.values(*by, "language").annotate(**figure.aggregates()).order_by():
                yield figure, row, figure.counted(row["language"], row)


def renamed(asked: dict) -> dict:
    return {column(name): what for name, what in asked.items()}


def column(name: str) -> str:
    """A name no column of the rows has; two underscores would mean something else in a query."""
    return "count_" + name.replace("__", "_of_")


def region_of_towns() -> dict[int, int | None]:
    return dict(Municipality.objects.values_list("pk", "region"))


def path_to(place: dict, regions: dict) -> tuple[list[str], bool]:
    """The areas this place lies in, largest first, and whether the last one is an area that can be shown."""
    town, region = place.get("municipality"), place.get("region")
    region = regions.get(town) if town else region
    path = [region_key(region)] if region else []
    if town:
        return [*path, town_key(town)], True
    if "municipality" in place or not region:
        return [*path, f"{path[0] if path else 'land'}-rest"], False
    return path, True


# --- what may be told -------------------------------------------------------------------------------------------------
def published(counted: dict[str, Areas]) -> dict[str, dict]:
    """Of every area the figures that can be shown there; this is all that anybody ever sees."""
    found: dict[str, dict] = {}
    for name, areas in counted.items():
        figure, land = FIGURES[name], areas.counts["land"]
        ladder = figure.ladder(land)
        if not ladder[0]:
            continue
        for area, step in Suppression(areas, ladder).decide().items():
            if step < len(ladder) and (told := figure.told(areas.counts[area], ladder[step])):
                found.setdefault(area, {})[name] = told
    return found
