"""One country of one size on the database at hand: fill, serve, measure, and write it down as JSON."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.knocking import measure
from bench.running import HOUSE, Program, free_port


def main(size: int, seconds: float, file: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="kring-bench-") as folder:
        os.environ["KRING_DATA"] = folder
        filled = filling(size)
        filled |= served(filled["pages"], seconds) | {"size": size}
        database = Path(folder, "kring.sqlite3")
        filled["file"] = database.stat().st_size / 2**20 if database.exists() else None
        file.write_text(json.dumps(filled))


def filling(size: int) -> dict:
    command = [sys.executable, "-m", "bench.filling", str(size)]
    done = subprocess.run(command, cwd=HOUSE, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(done.returncode)
    return json.loads(done.stdout.splitlines()[-1])


def served(pages: list[dict], seconds: float) -> dict:
    """Every page of the real server, and beside each the bare one."""
    port = free_port()
    with Program("manage.py", "serve", "--no-demo", "--no-worker", "--port", str(port), port=port) as house:
        idle = house.memory()
        for page in pages:
            page["house"] = measure(house, page["path"], page["cookie"], seconds=seconds)
        found = {"start": house.start, "idle": idle, "after": house.memory()}
    port = free_port()
    with Program("-m", "bench.bare", str(port), port=port) as bare:
        for page in pages:
            path = f"/{page['rows']}/{page['house']['bytes']}/{int(bool(page['cookie']))}/"
            page["bare"] = measure(bare, path, page["cookie"], seconds=seconds / 2)
    return found | {"pages": pages}


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3]))
