"""Bringing the municipalities of the facts file in: at every start, whatever changed since; people's choices stay."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from kring.region.models import Municipality
from kring.region.names import split

FACTS = Path(__file__).parent / "facts"
SAID = ("name", "also", "province", "ended_on")


def facts(file: str) -> list[dict[str, str]]:
    """The rows of a facts file; lines that begin with # tell where they come from."""
    with (FACTS / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter=";"))


def known() -> dict[str, dict]:
    """Each CBS code with what is said about it, those of today and those that ended."""
    today = {
        row["code"]: {"name": row["name"], "also": row["also"], "province": row["province"], "ended_on": None}
        for row in facts("municipalities.csv")
    }
    ended = {
        row["code"]: {"name": row["name"], "also": "", "ended_on": date.fromisoformat(row["ended_on"])}
        for row in facts("ended.csv")
    }
    for row in facts("ended.csv"):
        ended[row["code"]]["province"] = today[row["merged_into"].split("+")[0]]["province"]
    return today | ended


@transaction.atomic
def load() -> tuple[int, int]:
    """Add what is missing and correct what changed; says how many of each. Twice does nothing the second time."""
    rows = Municipality.objects.all()
    by_code, by_name = {row.code: row for row in rows if row.code}, {row.name: row for row in rows}
    new, changed = [], []
    for code, said in known().items():
        names = (by_name.get(name) for name in (said["name"], *split(said["also"])))
        town = by_code.get(code) or next(filter(None, names), None)
        if town is None:
            new.append(correct(Municipality(), code, said))
        elif tell(town) != (code, *(said[name] for name in SAID), town.sought()):
            changed.append(correct(town, code, said))
    Municipality.objects.bulk_create(new)
    Municipality.objects.bulk_update(changed, ["code", "search", *SAID], batch_size=200)
    join()
    return len(new), len(changed)


def tell(town: Municipality) -> tuple:
    return (town.code, *(getattr(town, name) for name in SAID), town.search)


def correct(town: Municipality, code: str, said: dict) -> Municipality:
    town.code = code
    for name, value in said.items():
        setattr(town, name, value)
    town.search = town.sought()
    return town


def join() -> None:
    """Lead each ended municipality to what it became."""
    ids = dict(Municipality.objects.exclude(code="").values_list("code", "pk"))
    link = Municipality.merged_into.through
    there = set(link.objects.values_list("from_municipality_id", "to_municipality_id"))
    wanted = {(ids[row["code"]], ids[new]) for row in facts("ended.csv") for new in row["merged_into"].split("+")}
    link.objects.bulk_create(
        link(from_municipality_id=old, to_municipality_id=new) for old, new in sorted(wanted - there)
    )
