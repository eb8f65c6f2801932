"""Which counts can be shown: none under five, and nothing from which one under five could be reckoned (4.3).

Areas form a tree: the country, its regions, their municipalities. A figure has a ladder: the finest split first, then
coarser ones, each made of the former by putting parts together; below the last step stands nothing at all. Of each
area it is decided how far down the ladder its split must go.

Why nothing leaks. On every step of the ladder the areas that show it, and what is left over at each parent of the
areas that do not, cover the country without overlap; and every part of each of those is five or more. All that is shown
are sums of such blocks. What is inside a block is known through no other sum than one that is at least five away from
fixing it. `tests/oversight/test_suppressing.py` subtracts everything from everything and finds nothing else.
"""

from collections import Counter
from dataclasses import dataclass, field

from kring.oversight.counting import FEWEST

LAND = "land"
Ladder = tuple[tuple[tuple[str, ...], ...], ...]


@dataclass
class Areas:
    """The tree of areas with what was counted in each. An area in `unseen` belongs to the sum and is never shown."""

    counts: dict[str, Counter] = field(default_factory=lambda: {LAND: Counter()})
    children: dict[str, list[str]] = field(default_factory=lambda: {LAND: []})
    unseen: set[str] = field(default_factory=set)

    def add(self, path: list[str], counted: dict[str, int]) -> None:
        """Count this for an area and for all above it; the path runs from below the country to the area itself."""
        above = LAND
        self.counts[LAND].update(counted)
        for area in path:
            if area not in self.counts:
                self.counts[area], self.children[area] = Counter(), []
                self.children[above].append(area)
            self.counts[area].update(counted)
            above = area


@dataclass
class Suppression:
    """Decides for one figure in one tree."""

    areas: Areas
    ladder: Ladder

    def __post_init__(self):
        self.nothing = len(self.ladder)
        self.parts = [[part for part in step if self.sum_of(LAND, part)] for step in self.ladder]

    def sum_of(self, area: str, part: tuple[str, ...]) -> int:
        return sum(self.areas.counts[area][name] for name in part)

    def is_enough(self, areas: list[str], step: int) -> bool:
        """Is every part of these areas together five or more? What is nobody's in the whole country tells nothing."""
        sums = [sum(self.sum_of(area, part) for area in areas) for part in self.parts[step]]
        return bool(sums) and all(number >= FEWEST for number in sums)

    def own_step(self, area: str) -> int:
        if area in self.areas.unseen:
            return self.nothing
        return next((step for step in range(self.nothing) if self.is_enough([area], step)), self.nothing)

    def decide(self) -> dict[str, int]:
        """Of each area the step of the ladder that it shows; `len(ladder)` is nothing at all."""
        self.steps = {LAND: self.own_step(LAND)}
        waiting = [LAND]
        while waiting:
            parent = waiting.pop()
            for child in self.areas.children[parent]:
                self.steps[child] = max(self.own_step(child), self.steps[parent])
            self.hide_what_would_tell(parent)
            waiting += self.areas.children[parent]
        return self.steps

    def hide_what_would_tell(self, parent: str) -> None:
        """What the parent shows and its children do not, is five or more; else the smallest child goes down as well."""
        children = self.areas.children[parent]
        for step in range(self.steps[parent], self.nothing):
            shown = sorted((child for child in children if self.steps[child] <= step), key=self.size)
            left = [child for child in children if self.steps[child] > step]
            while left and shown and not self.is_enough(left, step):
                self.steps[shown[0]] = step + 1
                left.append(shown.pop(0))

    def size(self, area: str) -> tuple[int, str]:
        return sum(self.sum_of(area, part) for part in self.ladder[-1]), area
