"""Bars drawn on the server: a picture beside the table that says the same, good in the dark and on paper."""

from dataclasses import dataclass

WIDTH, LINE, BAR = 360, 46, 14
LONGEST = 50  # signs on a line; the table says it whole


@dataclass(frozen=True)
class Bar:
    """One bar under its words; `low` and `wide` are the middle half of a spread."""

    label: str
    y: int
    length: str
    low: str = ""
    wide: str = ""

    @property
    def bar_y(self) -> int:
        return self.y + 8

    @property
    def half_y(self) -> int:
        return self.bar_y + BAR // 2 - 1


@dataclass(frozen=True)
class Drawing:
    key: str
    title: str
    bars: list[Bar]

    @property
    def height(self) -> int:
        return LINE * len(self.bars)


def drawing(key: str, title: str, rows: list, top: float) -> Drawing | None:
    """Bars of these rows, the longest there can be is `top`; of one number a picture tells nothing."""
    if len(rows) < 2:
        return None
    scale = WIDTH / top
    bars = []
    for place, row in enumerate(rows):
        half = () if row.low is None else (f"{row.low * scale:.1f}", f"{(row.high - row.low) * scale:.1f}")
        label = row.label if len(row.label) <= LONGEST else f"{row.label[: LONGEST - 1].rstrip()}…"
        bars.append(Bar(label, 18 + LINE * place, f"{row.number * scale:.1f}", *half))
    return Drawing(key, title, bars)
