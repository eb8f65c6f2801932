"""`bin/bench`: fills scratch databases with conferences and prints what the busiest pages cost in each."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.running import HOUSE
from bench.telling import KEY, around, table

DATABASES = {"sqlite": ["sqlite"], "postgresql": ["postgresql"], "both": ["sqlite", "postgresql"]}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("--sizes", default="1000,100000", help="numbers of conferences (default: 1000,100000)")
    parser.add_argument("--database", choices=DATABASES, default="sqlite", help="default: sqlite")
    parser.add_argument("--seconds", type=float, default=4, help="how long each page is asked for (default: 4)")
    return parser.parse_args()


def own_surroundings() -> None:
    """Nothing of this developer's own house may be filled or measured."""
    for name in [name for name in os.environ if name.startswith("KRING_")] + ["DATABASE_URL"]:
        os.environ.pop(name, None)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "kring.settings", "KRING_DEMO": "0", "KRING_LOG": "ERROR"}


def found_on(database: str, sizes: str, seconds: float) -> list[dict]:
    """The figures of every size, on databases that are thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="kring-bench-") as folder:
        command = [sys.executable, "-m", "bench.side_by_side", sizes, str(seconds), folder]
        around_it = ["bin/postgres"] if database == "postgresql" else []
        if subprocess.run([*around_it, *command], cwd=HOUSE).returncode:
            raise SystemExit(1)
        return json.loads(Path(folder, "found.json").read_text())


def main() -> None:
    wanted = arguments()
    own_surroundings()
    sizes = ",".join(str(size) for size in sorted({int(size) for size in wanted.sizes.split(",")}))
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n", flush=True)
    for database in DATABASES[wanted.database]:
        found = found_on(database, sizes, wanted.seconds)
        print(f"=== {database}\n{table(found)}\n", *map(around, found), "", sep="\n", flush=True)
    print(KEY)


if __name__ == "__main__":
    main()
