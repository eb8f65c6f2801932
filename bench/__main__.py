"""`bin/bench`: fills scratch databases and prints what pages cost, weigh, and how fast notes and stories travel."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import fridays, rooms, weighing, yearly
from bench.running import HOUSE
from bench.telling import KEY, around, table

DATABASES = {"sqlite": ["sqlite"], "postgresql": ["postgresql"], "both": ["sqlite", "postgresql"]}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=MEASURES, default="pages", help="default: pages")
    parser.add_argument("--sizes", default="1000,100000", help="numbers of conferences (default: 1000,100000)")
    parser.add_argument("--database", choices=DATABASES, default="sqlite", help="default: sqlite")
    parser.add_argument("--seconds", type=float, default=4, help="how long each is measured (default: 4)")
    parser.add_argument("--rooms", default="200x12", help="rooms: how many, of how many devices (default: 200x12)")
    parser.add_argument("--every", type=float, default=60, help="rooms: seconds between two notes (default: 60)")
    parser.add_argument("--readers", type=int, default=100_000, help="friday: of the story (default: 100000)")
    parser.add_argument("--conferences", type=int, default=1_000_000, help="report: over how many (default: 1000000)")
    return parser.parse_args()


def own_surroundings() -> None:
    """Nothing of this developer's own house may be filled or measured."""
    for name in [name for name in os.environ if name.startswith("KRING_")] + ["DATABASE_URL"]:
        os.environ.pop(name, None)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "kring.settings", "KRING_DEMO": "0", "KRING_LOG": "ERROR"}


def found_on(database: str, *what: str):
    """The figures of this module, on databases that are thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="kring-bench-") as folder:
        command = [sys.executable, "-m", *what, folder]
        around_it = ["bin/postgres"] if database == "postgresql" else []
        if subprocess.run([*around_it, *command], cwd=HOUSE).returncode:
            raise SystemExit(1)
        return json.loads(Path(folder, "found.json").read_text())


def pages(database: str, wanted: argparse.Namespace) -> list[str]:
    """The busiest pages, in countries of several sizes."""
    sizes = ",".join(str(size) for size in sorted({int(size) for size in wanted.sizes.split(",")}))
    found = found_on(database, "bench.side_by_side", sizes, str(wanted.seconds))
    return [table(found), "", *map(around, found), "", KEY]


def private_time(database: str, wanted: argparse.Namespace) -> list[str]:
    """Rooms full of devices that write."""
    many, _, devices = wanted.rooms.partition("x")
    return [rooms.told(found_on(database, "bench.rooms", many, devices, str(wanted.seconds), str(wanted.every)))]


def weight(database: str, _wanted: argparse.Namespace) -> list[str]:
    """Family pages with all they ask for."""
    return [weighing.told(found_on(database, "bench.weighing"))]


def friday(database: str, wanted: argparse.Namespace) -> list[str]:
    """The weekly story to many readers, while pages are asked for."""
    return [fridays.told(found_on(database, "bench.fridays", str(wanted.readers), str(wanted.seconds)))]


def report(database: str, wanted: argparse.Namespace) -> list[str]:
    """The yearly report over many conferences."""
    return [yearly.told(found_on(database, "bench.yearly", str(wanted.conferences), str(wanted.seconds)))]


MEASURES = {"pages": pages, "rooms": private_time, "weight": weight, "friday": friday, "report": report}


def main() -> None:
    wanted = arguments()
    own_surroundings()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n", flush=True)
    for database in DATABASES[wanted.database]:
        print(f"=== {database}", *MEASURES[wanted.what](database, wanted), "", sep="\n", flush=True)


if __name__ == "__main__":
    main()
