"""The Friday story to many readers (P9): how soon it is queued, how fast it goes, what a page costs meanwhile."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from bench.knocking import Knocks
from bench.rooms import surroundings
from bench.running import HOUSE, Program, free_port, memory_of

QUEUED, SLOWER = 10, 2  # seconds, and times as slow at most
LONGEST = 4 * 3600


def asked(environment: dict, *what: str) -> dict:
    """What a program of ours says in its last line."""
    command = [sys.executable, "-m", "bench.readers", *what]
    done = subprocess.run(command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"bench.readers {' '.join(what)} did not succeed.")
    return json.loads(done.stdout.splitlines()[-1])


class Postbox:
    """The mail server of this measure, in a process of its own."""

    def __init__(self):
        self.port = free_port()
        command = [sys.executable, "-m", "bench.postbox", str(self.port)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
        self.process = subprocess.Popen(command, cwd=HOUSE, **pipes)
        self.process.stdout.readline()

    def told(self) -> dict:
        print(file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())


@contextmanager
def ended(process: subprocess.Popen):
    """Stopped by its own number, however this ends."""
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def measured(readers: int, seconds: float, folder: Path) -> dict:
    """Pages alone; then the story goes out by a worker of its own, and the same pages again."""
    postbox = Postbox()
    own = {"KRING_EMAIL_URL": f"smtp://127.0.0.1:{postbox.port}", "KRING_BOUNCES": "terug@kring.example"}
    environment = surroundings(folder, "fridays") | own
    print(f"Filling {readers:,} readers …", file=sys.stderr)
    pages = asked(environment, str(readers))["pages"]
    house = Program("manage.py", "serve", "--no-demo", "--no-worker", "--port", environment=environment)
    with ended(postbox.process), house:
        found = {"alone": knocked(pages, house, seconds)}
        found |= asked(environment, "begin")
        command = [sys.executable, "manage.py", "work", "--no-demo"]
        with ended(subprocess.Popen(command, cwd=HOUSE, env=environment, start_new_session=True)) as worker:
            waited(postbox, at_least=1)
            found["early"] = memory_of(worker.pid)[0]
            found["meanwhile"] = knocked(pages, house, seconds)
            found["during"] = postbox.told()["mails"]
            waited(postbox, at_least=readers)
            found["late"] = memory_of(worker.pid)[0]
        return found | postbox.told() | {"readers": readers, "names": [page["name"] for page in pages]}


def knocked(pages: list[dict], house: Program, seconds: float) -> list[float]:
    """The p95 of each page, in milliseconds."""
    found = []
    for page in pages:
        knocks = Knocks(page["path"], page["cookie"])
        knocks.warm_up(house)
        knocks.knock(house, seconds=seconds / len(pages))
        if knocks.status != 200:
            raise SystemExit(f"{page['name']} answers {knocks.status}.")
        found.append(knocks.figures()["p95"])
    return found


def waited(postbox: Postbox, *, at_least: int) -> None:
    until = time.monotonic() + LONGEST
    while postbox.told()["mails"] < at_least:
        if time.monotonic() > until:
            raise SystemExit("The story did not arrive everywhere.")
        time.sleep(0.2)


def told(found: dict) -> str:
    """What was found, in a few lines."""
    speed = found["mails"] / found["took"] if found["took"] else found["mails"]
    lines = [
        f"{found['readers']:,} readers: queued in {found['queued'] * 1000:.0f} ms (goal: under {QUEUED} s), "
        f"{found['mails']:,} mails in {found['took']:.0f} s, {speed:.0f} a second, {found['twice']} twice",
        f"worker: {found['early']:.0f} MiB at the first mail, {found['late']:.0f} MiB at the last",
    ]
    for name, alone, meanwhile in zip(found["names"], found["alone"], found["meanwhile"], strict=True):
        times = f"{meanwhile / alone:.2f} × (goal: {SLOWER})"
        lines.append(f"{name}: p95 {alone:.1f} ms alone, {meanwhile:.1f} ms meanwhile: {times}")
    if found["during"] >= found["readers"]:
        lines.append("All mails were gone before the pages were measured: take more readers, or fewer seconds.")
    return "\n".join(lines)


def main(readers: int, seconds: float, folder: Path) -> None:
    (folder / "found.json").write_text(json.dumps(measured(readers, seconds, folder)))


if __name__ == "__main__":
    readers, seconds, folder = sys.argv[1:]
    main(int(readers), float(seconds), Path(folder))
