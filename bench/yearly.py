"""The yearly report over many conferences (P5): how long it takes to count, what its page costs, how much memory."""

import json
import os
import random
import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import django

from bench.rooms import surroundings

GOAL = 1.0  # second
YEARS, PROTOTYPES = 8, 4_000
ENDS = "with|with|with|without|no_plan_yet|stopped|declined|declined|not_offered"


def main(conferences: int, seconds: float, folder: Path) -> None:
    os.environ |= surroundings(folder, "yearly")
    django.setup()
    from kring.management.opening import make_ready

    make_ready()
    year = fill(conferences)
    (folder / "found.json").write_text(json.dumps(measured(year, seconds) | {"conferences": conferences}))


def fill(conferences: int) -> int:
    """So many tallies, spread over eight years and the municipalities of a country; returns the last whole year."""
    from django.db import connection, transaction

    from bench.copying import Rows
    from bench.country import Country
    from kring.oversight.tallies import Tally

    country, chance, year = Country(0), random.Random(7), date.today().year - 1
    with transaction.atomic():
        rows, few = Rows(Tally), min(PROTOTYPES, conferences)
        Tally.objects.bulk_create(a_tally(country, chance, year) for _ in range(few))
        rows.copy(conferences // few - 1)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what its own housekeeping does within a minute
    return year


def a_tally(country, chance: random.Random, year: int):
    from kring.oversight.tallies import Tally

    town, end = chance.choice(country.towns), chance.choice(ENDS.split("|"))
    ended = date(year, 12, 31) - timedelta(days=chance.randrange(365 * YEARS))
    met, plan = end in ("with", "no_plan_yet"), end.startswith("with")
    return Tally(
        region=town.region, municipality=town, asked_on=ended - timedelta(days=chance.randint(5, 120)), ended_on=ended,
        end=end, kind=chance.choice(["self", "near", "professional"]), has_minors=chance.random() < 0.7,
        language=chance.choice(["nl", "nl", "nl", "ar", "tr", "pl"]), to_talk=chance.randint(0, 9),
        to_yes=chance.randint(0, 30), to_contact=chance.randint(0, 14), kept_contact=chance.random() < 0.9,
        to_meeting=chance.randint(20, 120) if met else None, present=chance.randint(4, 20) if met else None,
        invited=chance.randint(6, 25) if met else None, rounds=chance.choice([1, 1, 2, 3]) if met else None,
        minutes=300 if met else None,
        own_agreements=chance.randint(3, 20) if plan else None, asked_agreements=chance.randint(0, 6) if plan else None,
        called_first=plan, runs_first="part" if plan else "", ground="debt" if chance.random() < 0.2 else "",
    )  # fmt: skip


def measured(year: int, seconds: float) -> dict:
    """The whole report of every area once, then the page of the country as often as fits."""
    from django.test import Client

    from kring.oversight.reckoning import counted, published
    from kring.oversight.settling import settle

    before, began = memory(), time.perf_counter()
    areas = published(counted(year))
    found = {"report": time.perf_counter() - began, "areas": len(areas), "more_memory": memory() - before}
    settle(year)
    client, spent = Client(headers={"host": "localhost"}), []
    client.get("/cijfers/")
    until = time.perf_counter() + seconds
    while not spent or time.perf_counter() < until:
        began = time.perf_counter()
        answer = client.get("/cijfers/")
        spent.append(time.perf_counter() - began)
        if answer.status_code != 200:
            raise SystemExit(f"The page of figures answers {answer.status_code}.")
    return found | {"page": sorted(spent)[len(spent) * 95 // 100], "memory": memory()}


def memory() -> float:
    """The most memory this process used so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def told(found: dict) -> str:
    return (
        f"{found['conferences']:,} conferences: the report of a year, of {found['areas']} areas at once, in "
        f"{found['report'] * 1000:.0f} ms (goal: under {GOAL * 1000:.0f}), {found['more_memory']:.0f} MiB more memory\n"
        f"the page of the country: p95 {found['page'] * 1000:.1f} ms; {found['memory']:.0f} MiB in all"
    )


if __name__ == "__main__":
    conferences, seconds, folder = sys.argv[1:]
    main(int(conferences), float(seconds), Path(folder))
