"""Drawing the circle: everybody gets a spot in a ring around the main people, room for a hundred and fifty."""

from dataclasses import dataclass
from math import cos, pi, sin

from kring.circle.kinds import Ring, Side
from kring.circle.models import CircleMember
from kring.circle.reaching import first_and_last
from kring.circle.ties import Tie

SIZE = 400
MIDDLE = SIZE / 2
BANDS = {Ring.NEAR: (50, 98), Ring.MIDDLE: (98, 148), Ring.FAR: (148, 197)}
WHOLE = (50, 197)
READABLE = 11  # a dot smaller than this holds no letters
DOTS = (17, 15, 13, 11, 10, 9, 8, 7.5, 7, 6.5, 6, 5.5, 5, 4.5, 4, 3.5)
LEFT, TOP, RIGHT, BELOW = 0.5, 0.75, 0.0, 0.25  # in turns, as a screen has it
HALF = 0.46  # the most one side takes, so that the other stays free


@dataclass
class Spot:
    """Somebody on the map."""

    member: CircleMember
    x: float
    y: float
    r: float
    letters: str

    @property
    def css(self) -> str:
        """Who comes is filled, who died is drawn softly, who was lost from sight has a broken line."""
        member = self.member
        if member.has_died:
            return "spot spot-died"
        kinds = "spot spot-in" if member.takes_part else "spot"
        return f"{kinds} spot-lost" if member.lost_touch else kinds


@dataclass
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


@dataclass
class Drawing:
    rings: list[float]
    spots: list[Spot]
    lines: list[Line]
    has_letters: bool

    @property
    def outlines(self) -> list[int]:
        """From the outside in, so that the nearer ring lies on top."""
        return [int(outer) for outer in reversed(self.rings)]


def draw(members: list[CircleMember], ties: list[Tie], *, zoom: str = "", has_sides: bool = True) -> Drawing:
    """The whole circle, or one ring drawn large."""
    shown = [member for member in members if not zoom or member.ring == zoom]
    bands = {Ring(zoom): WHOLE} if zoom else BANDS
    groups = grouped(shown, bands, has_sides)
    r = next((r for r in DOTS if all(len(places(band, arc, r)) >= len(people) for band, arc, people in groups)), 3)
    spots = [spot for band, arc, people in groups for spot in seat(people, band, arc, r)]
    found = {spot.member.pk: spot for spot in spots}
    lines = [
        between(found[tie.one_id], found[tie.other_id], tie.kind)
        for tie in ties
        if {tie.one_id, tie.other_id} <= found.keys()
    ]
    return Drawing([outer for _inner, outer in bands.values()], spots, lines, r >= READABLE)


def grouped(members: list[CircleMember], bands: dict, has_sides: bool) -> list[tuple]:
    """Who stands in the same piece of a ring: [(band, arc, people)]."""
    pieces = []
    for ring, band in bands.items():
        here = [member for member in members if member.ring == ring]
        found = by_side(here) if has_sides and any(member.side for member in here) else [((-0.25, 0.75), here)]
        pieces += [(band, arc, people) for arc, people in found if people]
    return pieces


def by_side(here: list[CircleMember]) -> list[tuple]:
    """One side left, the other right; who belongs to both or to none above and below. Each as wide as it needs."""
    first = [member for member in here if member.side == Side.FIRST]
    second = [member for member in here if member.side == Side.SECOND]
    between = [member for member in here if member.side not in (Side.FIRST, Side.SECOND)]
    wide = {id(people): min(len(people) / len(here), HALF) for people in (first, second)}
    gap = 0.5 - sum(wide.values()) / 2
    above = between[: (len(between) + 1) // 2]
    middles = [(LEFT, first), (RIGHT, second)]
    turn = (wide[id(first)] - wide[id(second)]) / 4  # the wider side pushes the gaps along
    middles += [(TOP + turn, above), (BELOW - turn, between[len(above) :])]
    arcs = [(middle, wide.get(id(people), gap), people) for middle, people in middles]
    return [((middle - width / 2, middle + width / 2), people) for middle, width, people in arcs]


def places(band: tuple, arc: tuple, r: float) -> list[tuple[float, float]]:
    """Where dots of this size fit in a piece of a ring, row by row from the inside out."""
    inner, outer = band
    gap, room = 2 * r + 3, outer - inner - 4
    rows = max(int(room // gap), 1 if room >= 2 * r else 0)
    found = []
    for row in range(rows):
        radius = inner + 2 + (room - (rows - 1) * gap) / 2 + row * gap
        found += spread(radius, arc, int((arc[1] - arc[0]) * 2 * pi * radius // gap))
    return found


def spread(radius: float, arc: tuple, number: int) -> list[tuple[float, float]]:
    """So many points, evenly over an arc."""
    start, end = arc
    turns = [start + (end - start) * (place + 0.5) / number for place in range(number)]
    return [(MIDDLE + radius * cos(2 * pi * turn), MIDDLE + radius * sin(2 * pi * turn)) for turn in turns]


def seat(people: list[CircleMember], band: tuple, arc: tuple, r: float) -> list[Spot]:
    """Few people are spread over the middle of their piece, many fill it row by row."""
    middle = spread(sum(band) / 2, arc, len(people))
    fits = (arc[1] - arc[0]) * 2 * pi * sum(band) / 2 // (2 * r + 3) >= len(people)
    points = middle if fits else places(band, arc, r) or middle
    points += middle[len(points) :]
    return [
        Spot(member, round(x, 1), round(y, 1), r, initials(member) if r >= READABLE else "")
        for member, (x, y) in zip(people, points, strict=False)
    ]


def initials(member: CircleMember) -> str:
    """«OK» for Oom Karel, «NB» for Naima Bouzid; whole signs, in any script."""
    first, last = first_and_last(member.name)
    words = [word for word in f"{first} {last}".split() if word[0].isalnum()]
    return "".join(word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words))


def between(one: Spot, other: Spot, kind: str) -> Line:
    return Line(one.x, one.y, other.x, other.y, kind)
