"""Somebody with all published figures and a lot of time: adds and subtracts them until nothing more can be learned."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

Row = dict[object, Fraction]


class Attacker:
    """Knows sums over cells. What can be made of these sums by adding and subtracting, the attacker knows as well."""

    def __init__(self, known: Iterable[Iterable[object]]):
        self.reduced: dict[object, Row] = {}
        for cells in known:
            self.learn(cells)

    def learn(self, cells: Iterable[object]) -> None:
        left = self.what_is_new({cell: Fraction(1) for cell in cells})
        if left:
            pivot, by = next(iter(left.items()))
            self.reduced[pivot] = {cell: number / by for cell, number in left.items()}

    def what_is_new(self, row: Row) -> Row:
        """What is left of this sum when everything known is taken off."""
        row = dict(row)
        for pivot, known in self.reduced.items():
            if by := row.get(pivot, 0):
                for cell, number in known.items():
                    row[cell] = row.get(cell, 0) - by * number
        return {cell: number for cell, number in row.items() if number}

    def knows(self, cells: Iterable[object]) -> bool:
        return not self.what_is_new({cell: Fraction(1) for cell in cells})


def some(things: list) -> Iterator[tuple]:
    """Every choice of one or more of these."""
    return (found for many in range(1, len(things) + 1) for found in combinations(things, many))
