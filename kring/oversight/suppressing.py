"""Which counts can be shown: none under five, and nothing from which one under five could be reckoned (4.3).

Areas form a tree: the country, its regions, their municipalities. A figure has a ladder: the finest split first, then
coarser ones, each made of the former by putting parts together; below the last step stands nothing at all. Of each
area it is decided how far down the ladder its split must go.

Why nothing leaks. On every step of the ladder the areas that show it, and what is left over at each parent of the
areas that do not, cover the country without overlap; and every part of each of those is five or more. All that is shown
are sums of such blocks. `tests/oversight/test_suppressing.py` adds and subtracts everything, and finds nothing else.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from kring.oversight.counting import FEWEST

LAND = "land"
Ladder = tuple[tuple[tuple[str, ...], ...], ...]


@dataclass
class Tree:
    """Areas within areas. One that is `unseen` belongs to the sum and is never shown."""

    children: dict[str, list[str]] = field(default_factory=lambda: {LAND: []})
    unseen: set[str] = field(default_factory=set)

    def plant(self, path: tuple[str, ...], *, is_seen: bool = True) -> None:
        """Put an area and all above it in its place; the path runs from below the country to the area itself."""
        for above, area in zip((LAND, *path), path, strict=False):
            if area not in self.children:
                self.children[area] = []
                self.children[above].append(area)
        if not is_seen:
            self.unseen.add(path[-1])


@dataclass
class Areas:
    """What was counted in each area of a tree. Where nothing was counted there is nobody, which is under five too."""

    tree: Tree = field(default_factory=Tree)
    counts: dict[str, Counter] = field(default_factory=dict)

    def add(self, path: tuple[str, ...], counted: dict, *, is_seen: bool = True) -> None:
        area = path[-1]
        if area not in self.counts:
            self.tree.plant(path, is_seen=is_seen)
            self.counts[area] = Counter(counted)
        else:
            self.counts[area].update(counted)

    @cached_property
    def sums(self) -> dict[str, Counter]:
        """Of each area what was counted in it and in everything below."""
        found: dict[str, Counter] = {}
        for area in reversed(self.from_the_top()):
            found[area] = Counter(self.counts[area]) if area in self.counts else Counter()
            for child in self.tree.children[area]:
                if found[child]:
                    found[area].update(found[child])
        return found

    def from_the_top(self) -> list[str]:
        areas = [LAND]
        for area in areas:
            areas += self.tree.children[area]
        return areas


class Suppression:
    """Decides for one figure in one tree."""

    def __init__(self, areas: Areas, ladder: Ladder):
        self.areas, self.ladder, self.nothing = areas, ladder, len(ladder)
        self.parts = [[part for part in step if self.sum_of(LAND, part)] for step in ladder]

    def sum_of(self, area: str, part: tuple[str, ...]) -> int:
        sums = self.areas.sums[area]
        return sum(sums[name] for name in part) if sums else 0

    def is_enough(self, areas: list[str], step: int) -> bool:
        """Is every part of these areas together five or more? What is nobody's in the whole country tells nothing."""
        parts = self.parts[step]
        return bool(parts) and all(sum(self.sum_of(area, part) for area in areas) >= FEWEST for part in parts)

    def own_step(self, area: str) -> int:
        if area in self.areas.tree.unseen or not self.areas.sums[area]:
            return self.nothing
        return next((step for step in range(self.nothing) if self.is_enough([area], step)), self.nothing)

    def decide(self) -> dict[str, int]:
        """Of each area the step of the ladder that it shows; `len(ladder)` is nothing at all."""
        self.steps = {LAND: self.own_step(LAND)}
        for parent in self.areas.from_the_top():
            for child in self.areas.tree.children[parent]:
                self.steps[child] = max(self.own_step(child), self.steps[parent])
            self.hide_what_would_tell(parent)
        return self.steps

    def hide_what_would_tell(self, parent: str) -> None:
        """What the parent shows and its children do not, is five or more; else the smallest child goes down as well."""
        children = self.areas.tree.children[parent]
        for step in range(self.steps[parent], self.nothing):
            shown = sorted((child for child in children if self.steps[child] <= step), key=self.size)
            left = [child for child in children if self.steps[child] > step] if shown else []
            while left and shown and not self.is_enough(left, step):
                self.steps[shown[0]] = step + 1
                left.append(shown.pop(0))

    def size(self, area: str) -> tuple[int, str]:
        return sum(self.sum_of(area, part) for part in self.ladder[-1]), area
