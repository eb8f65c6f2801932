"""Countries of several sizes, served at the same time and asked in turn: a busy machine is as busy for each."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from bench.knocking import Knocks
from bench.running import HOUSE, Program

TURNS = 3


def country(size: int, folder: Path) -> dict:
    """Fill a database of its own, and say what is in it and how to reach it."""
    place = folder / str(size)
    place.mkdir()
    environment = os.environ | {"KRING_DATA": str(place)}
    if server := os.environ.get("DATABASE_URL"):
        environment["DATABASE_URL"] = new_database(server, f"bench{size}")
    command = [sys.executable, "-m", "bench.filling", str(size)]
    filled = subprocess.run(command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, text=True)
    if filled.returncode:
        raise SystemExit(f"The country of {size:,} conferences could not be filled.")
    file = place / "kring.sqlite3"
    weight = file.stat().st_size / 2**20 if file.exists() else None
    return json.loads(filled.stdout.splitlines()[-1]) | {"size": size, "environment": environment, "file": weight}


def new_database(server: str, name: str) -> str:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.rpartition("/")[0] + f"/{name}"


def measured(countries: list[dict], seconds: float) -> list[dict]:
    """Every page of every country by the real server, and beside it the bare one."""
    with ExitStack() as running:
        for one in countries:
            environment = one.pop("environment")
            house = Program("manage.py", "serve", "--no-demo", "--no-worker", "--port", environment=environment)
            one["house"] = running.enter_context(house)
            one |= {"start": house.start, "idle": house.memory()}
            one["bare"] = running.enter_context(Program("-m", "bench.bare", environment=environment))
        for number in range(len(countries[0]["pages"])):
            in_turn(countries, number, seconds / TURNS)
        for one in countries:
            one["after"] = one.pop("house").memory()
            one.pop("bare")
    return countries


def in_turn(countries: list[dict], number: int, seconds: float) -> None:
    """One page: some time here, some time there, and again."""
    knocks = []
    for one in countries:
        page = one["pages"][number]
        real = Knocks(page["path"], page["cookie"])
        real.warm_up(one["house"])
        bare = Knocks(f"/{page['rows']}/{real.bytes}/{int(bool(page['cookie']))}/", page["cookie"])
        bare.warm_up(one["bare"])
        knocks.append((one, page, real, bare))
    for _ in range(TURNS):
        for one, _page, real, bare in knocks:
            real.knock(one["house"], seconds=seconds)
            bare.knock(one["bare"], seconds=seconds / 2)
    for _one, page, real, bare in knocks:
        page |= {"house": real.figures(), "bare": bare.figures()}


def main(sizes: list[int], seconds: float, folder: Path) -> None:
    countries = []
    for size in sizes:
        print(f"Filling a country of {size:,} conferences …", file=sys.stderr)
        countries.append(country(size, folder))
    print("Asking for its pages …", file=sys.stderr)
    (folder / "found.json").write_text(json.dumps(measured(countries, seconds)))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1].split(",")], float(sys.argv[2]), Path(sys.argv[3]))
