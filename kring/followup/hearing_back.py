"""What came back this year, without people: how it was beside how it runs, and never fewer than five (4.3, R-EVA-6)."""

import random
from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.followup.contacting import Contact, Moment
from kring.followup.evaluating import MARKS, Evaluation, Group

FEWEST = 5
TOO_FEW = _("minder dan 5")


@dataclass(frozen=True)
class Line:
    name: str
    answers: object
    values: list


def how_it_was(*, today: date | None = None) -> list[Line]:
    """For each group how many answered this year, and the three marks."""
    rows = Evaluation.objects.filter(year=(today or timezone.localdate()).year)
    marks = {f"{name}_mark": Avg(name) for name in MARKS} | {f"{name}_by": Count(name) for name in MARKS}
    found = {row["group"]: row for row in rows.values("group").annotate(answers=Count("pk"), **marks).order_by()}
    return [line_of(group, found.get(group.value, {})) for group in Group]


def line_of(group: Group, row: dict) -> Line:
    answers = row.get("answers", 0)
    if answers < FEWEST:
        return Line(group.label, TOO_FEW, [""] * len(MARKS))
    marks = [round(row[f"{name}_mark"], 1) if row.get(f"{name}_by", 0) >= FEWEST else TOO_FEW for name in MARKS]
    return Line(group.label, answers, marks)


def how_it_ran(*, today: date | None = None) -> list[Line]:
    """After some weeks and after half a year: of how many plans everything, a part or nothing runs, told last."""
    year = (today or timezone.localdate()).year
    last = Contact.objects.filter(conference=OuterRef("conference"), moment=OuterRef("moment"), on__year=year)
    told = Contact.objects.filter(pk=Subquery(last.values("pk")[:1]))
    found = {
        (row["moment"], row["runs"]): row["many"]
        for row in told.order_by().values("moment", "runs").annotate(many=Count("pk"))
    }
    return [ran(moment, found) for moment in (Moment.FIRST, Moment.HALF_YEAR)]


def ran(moment: Moment, found: dict) -> Line:
    many = [found.get((moment.value, runs), 0) for runs in (Contact.Runs.ALL, Contact.Runs.PART, Contact.Runs.NONE)]
    if sum(many) < FEWEST:
        return Line(moment.label, TOO_FEW, [""] * len(many))
    # With the sum beside it a hidden number could be reckoned.
    total = "" if any(0 < number < FEWEST for number in many) else sum(many)
    return Line(moment.label, total, [number if number >= FEWEST else TOO_FEW for number in many])


def own_words(*, today: date | None = None) -> list[tuple[str, list[str]]]:
    """What people added, shuffled, of groups of five or more who wrote something this year."""
    rows = Evaluation.objects.filter(year=(today or timezone.localdate()).year).exclude(words="")
    said: dict[str, list[str]] = {}
    for group, words in rows.values_list("group", "words"):
        said.setdefault(group, []).append(words)
    return [
        (Group(group).label, random.sample(words, len(words))) for group, words in said.items() if len(words) >= FEWEST
    ]
