"""Many rooms at once (P7): how soon a note is on every other screen, and what a page costs meanwhile."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import quantiles

from bench.knocking import Knocks
from bench.running import HOUSE, Program
from bench.side_by_side import new_database

GOAL = 1.0  # second, for nineteen of twenty notes on nineteen of twenty screens


def surroundings(folder: Path, name: str) -> dict[str, str]:
    environment = os.environ | {"KRING_DATA": str(folder)}
    if server := os.environ.get("DATABASE_URL"):
        environment["DATABASE_URL"] = new_database(server, name)
    return environment


def filled(environment: dict, rooms: int, devices: int, folder: Path) -> tuple[dict, Path]:
    """Rooms on a database of their own; what a device must know stands in a file beside it."""
    command = [sys.executable, "-m", "bench.circles", str(rooms), str(devices)]
    done = subprocess.run(command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"{rooms:,} rooms could not be filled.")
    file = folder / "rooms.json"
    file.write_text(done.stdout.splitlines()[-1])
    return json.loads(file.read_text()), file


def as_many_as_allowed() -> None:
    """A stream is an open file here and in the server."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def measured(rooms: int, devices: int, seconds: float, every: float, folder: Path) -> dict:
    """The family page alone, and again while the rooms are full of people who write."""
    as_many_as_allowed()
    environment = surroundings(folder, "rooms")
    print(f"Filling {rooms:,} rooms of {devices} devices …", file=sys.stderr)
    told, file = filled(environment, rooms, devices, folder)
    with Program("manage.py", "serve", "--no-demo", "--no-worker", "--port", environment=environment) as house:
        alone, meanwhile = (Knocks(told["home"], told["cookie"]) for _turn in range(2))
        alone.warm_up(house)
        alone.knock(house, seconds=seconds)
        print("Opening a live stream for each device …", file=sys.stderr)
        others = [sys.executable, "-m", "bench.devices", str(house.port), str(file), str(seconds), str(every)]
        with subprocess.Popen(others, cwd=HOUSE, stdout=subprocess.PIPE, text=True) as crowd:
            if crowd.stdout.readline().strip() != "ready":
                raise SystemExit("The devices did not come in.")
            spent = house.cpu()
            meanwhile.knock(house, seconds=seconds)
            found = json.loads(crowd.stdout.read())
        used = (house.cpu() - spent) / seconds
        pages = {"alone": alone.figures(), "meanwhile": meanwhile.figures()}
        return found | pages | {"rooms": rooms, "devices": devices, "used": used, "memory": house.memory()}


def told(found: dict) -> str:
    """What was found, in a few lines."""
    took, memory = [one * 1000 for one in found["took"]] or [0], found["memory"][0]
    p50, p95 = (quantiles(took, n=20)[place] if len(took) > 1 else took[0] for place in (9, 18))
    alone, meanwhile = found["alone"]["p95"], found["meanwhile"]["p95"]
    return (
        f"{found['rooms']:,} rooms of {found['devices']} devices: {found['notes']:,} notes saved, "
        f"{found['refused']} refused, {len(found['took']):,} times on another screen, {found['missing']} never\n"
        f"another screen: p50 {p50:.0f} ms, p95 {p95:.0f} ms (goal: under {GOAL * 1000:.0f}), last {took[-1]:.0f} ms\n"
        f"family page: p95 {alone:.1f} ms alone, {meanwhile:.1f} ms meanwhile: {meanwhile / alone:.2f} × (goal: 2)\n"
        f"server: {found['used'] * 100:.0f} % of a core, {memory:.0f} MiB, {found['looks']:,} looks at a room"
    )


def main(rooms: int, devices: int, seconds: float, every: float, folder: Path) -> None:
    (folder / "found.json").write_text(json.dumps(measured(rooms, devices, seconds, every, folder)))


if __name__ == "__main__":
    rooms, devices, seconds, every, folder = sys.argv[1:]
    main(int(rooms), int(devices), float(seconds), float(every), Path(folder))
