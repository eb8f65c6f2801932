"""Published figures in words: topics, blocks and rows, the same ones for the page, the list and the paper."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from kring.oversight.charting import Drawing, drawing
from kring.oversight.figuring import FIGURES, TOPICS
from kring.oversight.languages import OTHERS, ByLanguage
from kring.oversight.measures import UNITS, Figure, Split, YesOrNo

SCALE = {"mark": 10, "percent": 100}
BLOCKS = {
    "mark": gettext_lazy("Rapportcijfers"),
    "percent": gettext_lazy("In procenten"),
    "days": gettext_lazy("In dagen"),
    "mean": gettext_lazy("Gemiddeld"),
    "hours": gettext_lazy("In uren"),
}


@dataclass(frozen=True)
class Row:
    """One number with its name; `low` and `high` are what the middle half lies between."""

    label: str
    number: float | int | None
    text: str
    low: int | None = None
    high: int | None = None
    how: str = ""
    is_sum: bool = False


@dataclass
class Block:
    """Rows that belong in one table and one drawing."""

    key: str
    title: str
    unit: str
    how: str = ""
    rows: list[Row] = field(default_factory=list)
    is_joined: bool = False  # small numbers stand together with others

    @property
    def drawn(self) -> list[Row]:
        return [row for row in self.rows if row.number is not None and not row.is_sum]

    @property
    def has_spread(self) -> bool:
        return self.drawing is not None and any(row.low is not None for row in self.rows)

    @property
    def drawing(self) -> Drawing | None:
        return drawing(self.key, self.title, self.drawn, self.top)

    @property
    def top(self) -> float:
        """The length of the longest bar there can be."""
        return SCALE.get(self.unit) or max([row.high or row.number for row in self.drawn], default=0) or 1


@dataclass
class Topic:
    title: str
    blocks: list[Block]
    missing: list[str]  # figures that are too small to show


def topics(content: dict) -> list[Topic]:
    """Everything that was published, in order; what is too small to show is named, so that nobody wonders."""
    return [topic_of(name, title, content) for name, title in TOPICS.items()]


def topic_of(name: str, title, content: dict) -> Topic:
    topic, singles = Topic(str(title), [], []), {}
    for figure in [figure for figure in FIGURES.values() if figure.topic == name]:
        told = content.get(figure.name)
        if not told:
            topic.missing.append(str(figure.label))
        elif "parts" in told:
            topic.blocks.append(split_block(figure, told["parts"]))
        else:
            block = Block(f"{name}-{figure.unit}", str(BLOCKS[figure.unit]), figure.unit)
            singles.setdefault(figure.unit, block).rows.append(single_row(figure, told))
    for block in singles.values():
        if len({row.how for row in block.rows}) == 1:
            block.how = block.rows[0].how
    topic.blocks += singles.values()
    return topic


def single_row(figure: Figure, told: dict) -> Row:
    label, how = str(figure.label), str(figure.how)
    if isinstance(figure, YesOrNo) and "nearly" in told:
        return Row(label, None, _("bijna altijd") if told["nearly"] == "all" else _("bijna nooit"), how=how)
    number, low, high = told["value"], told.get("low"), told.get("high")
    text = written(number, figure.unit)
    if low is not None:
        between = _("de helft tussen %(low)s en %(high)s") % {"low": low, "high": high}
        text = f"{text} ({between})"
    return Row(label, number, text, low, high, how)


def split_block(figure: Figure, parts: dict[str, int]) -> Block:
    block = Block(figure.name, str(figure.label), figure.unit, str(figure.how))
    block.is_joined = any("+" in name for name in parts)
    if isinstance(figure, ByLanguage):
        block.is_joined = OTHERS in parts
    if isinstance(figure, Split):
        block.rows = sum_rows(figure, parts)
    block.rows += [
        Row(part_label(figure, name), number, written(number, figure.unit)) for name, number in parts.items()
    ]
    return block


def sum_rows(figure: Split, parts: dict[str, int]) -> list[Row]:
    """The wholes that are made of parts which are shown here."""
    rows = []
    for label, wanted in figure.sums.values():
        inside = {name: number for name, number in parts.items() if set(name.split("+")) <= set(wanted)}
        if {one for name in inside for one in name.split("+")} == set(wanted):
            number = sum(inside.values())
            rows.append(Row(str(label), number, written(number, figure.unit), is_sum=True))
    return rows


def part_label(figure: Figure, name: str) -> str:
    if isinstance(figure, ByLanguage):
        return language(name)
    labels = [str(figure.parts[one][0]) for one in name.split("+")]
    return _(" of ").join([", ".join(labels[:-1]), labels[-1]]) if len(labels) > 1 else labels[0]


def language(code: str) -> str:
    if code == OTHERS:
        return _("andere talen")
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code or _("niet bekend")


def written(number: float | int, unit: str) -> str:
    """As it is written here: «8,3», «12 dagen», «70 %»."""
    text = number_format(number, 1 if isinstance(number, float) else 0, force_grouping=True)
    with_unit = {"percent": _("%(n)s %%"), "days": _("%(n)s dagen"), "hours": _("%(n)s uur")}
    return with_unit.get(unit, "%(n)s") % {"n": text}


# --- as a list --------------------------------------------------------------------------------------------------------
def titles() -> list[str]:
    return [
        _("jaar"), _("gebied"), _("onderwerp"), _("cijfer"), _("deel"), _("waarde"), _("laag"), _("hoog"), _("eenheid"),
        _("hoe geteld"),
    ]  # fmt: skip


def listed(year: int, area: str, content: dict) -> list[list]:
    """Every figure on a line of its own, for a spreadsheet."""
    return [
        [year, area, topic.title, block.title, row.label, as_cell(row), row.low, row.high, str(UNITS[block.unit]),
         row.how or block.how]
        for topic in topics(content) for block in topic.blocks for row in block.rows
    ]  # fmt: skip


def as_cell(row: Row) -> str | int | Decimal:
    return Decimal(str(row.number)) if isinstance(row.number, float) else row.text if row.number is None else row.number
