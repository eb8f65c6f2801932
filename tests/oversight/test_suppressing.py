"""Under five is never shown, and cannot be reckoned either: not from the country minus its regions, nor from parts."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kring.oversight.suppressing import LAND, Areas, Suppression
from tests.oversight.subtracting import Attacker, some

LADDER = ((("a",), ("b",), ("c",)), (("a",), ("b", "c")), (("a", "b", "c"),))
OTHER = ((("x",), ("y",)), (("x", "y"),))
FIGURES = {"abc": LADDER, "xy": OTHER}  # two splits of the same people
PEOPLE = list(product("abc", "xy"))
COUNTS = st.fixed_dictionaries({kind: st.integers(0, 5) for kind in PEOPLE})
COUNTRY = st.lists(st.lists(COUNTS, min_size=1, max_size=3), min_size=1, max_size=2)


def country(regions: list[list[dict]]) -> Areas:
    areas = Areas()
    for region, towns in enumerate(regions):
        for town, counts in enumerate(towns):
            areas.add((f"r{region}", f"m{region}{town}"), counts)
    return areas


def split(regions: list[list[dict]], by: int) -> Areas:
    """The same country, counted by the first or the second of two kinds."""
    merged = [[Counter() for _town in towns] for towns in regions]
    for region, towns in enumerate(regions):
        for town, counts in enumerate(towns):
            for kind, number in counts.items():
                merged[region][town][kind[by]] += number
    return country(merged)


def towns_in(areas: Areas, area: str) -> list[str]:
    below = areas.tree.children[area]
    return [town for child in below for town in towns_in(areas, child)] if below else [area]


def shown(areas: Areas, ladder) -> list[tuple[list[str], tuple]]:
    """Every number that is published: of which towns together, of which parts together."""
    steps = Suppression(areas, ladder).decide()
    found = [(area, part) for area, step in steps.items() if step < len(ladder) for part in ladder[step]]
    return [(towns_in(areas, area), part) for area, part in found]


def cells(towns, parts) -> list[tuple]:
    return [(town, kind) for town in towns for kind in PEOPLE if set(kind) & set(parts)]


@pytest.mark.rule("B29")
@settings(max_examples=60, deadline=None, derandomize=True)
@given(COUNTRY)
def test_whoever_subtracts_everything_from_everything_learns_no_number_under_five(regions):
    figures = {letters: split(regions, by) for by, letters in enumerate(FIGURES)}
    known = [one for letters, areas in figures.items() for one in shown(areas, FIGURES[letters])]
    attacker = Attacker(cells(*one) for one in known)

    for letters, areas in figures.items():
        for among, parts in product(some(towns_in(areas, LAND)), some(list(letters))):
            number = sum(areas.sums[town][part] for town in among for part in parts)
            if number < 5 and sum(areas.sums[LAND][part] for part in parts):
                assert not attacker.knows(cells(among, parts)), (among, parts, number)


def test_a_country_of_large_numbers_is_shown_whole():
    areas = country([[{"a": 9, "b": 6, "c": 5}] * 3, [{"a": 7, "b": 8, "c": 9}] * 2])

    assert set(Suppression(areas, LADDER).decide().values()) == {0}


def test_one_small_town_takes_the_next_smallest_along():
    areas = country([[{"a": 1}, {"a": 8}, {"a": 6}, {"a": 20}]])
    steps = Suppression(areas, ((("a",),),)).decide()

    assert [steps[town] for town in ("m00", "m01", "m02", "m03")] == [1, 0, 1, 0]


def test_the_finest_split_that_holds_is_shown():
    areas = country([[{"a": 9, "b": 3, "c": 4}], [{"a": 30, "b": 30, "c": 30}]])
    steps = Suppression(areas, LADDER).decide()

    assert (steps["m00"], steps["r0"], steps["r1"], steps[LAND]) == (1, 1, 1, 0)


def test_what_is_nobodys_in_the_whole_country_hides_nothing():
    areas = country([[{"a": 9, "b": 0, "c": 6}], [{"a": 8, "b": 0, "c": 7}]])

    assert set(Suppression(areas, LADDER).decide().values()) == {0}


def test_what_belongs_to_no_town_counts_and_is_never_shown():
    areas = country([[{"a": 9}, {"a": 9}]])
    areas.add(("r0", "r0-rest"), {"a": 3}, is_seen=False)
    steps = Suppression(areas, ((("a",),),)).decide()

    assert sorted(steps[town] for town in ("m00", "m01")) == [0, 1]
    assert (areas.sums[LAND], steps["r0-rest"]) == (Counter(a=21), 1)
