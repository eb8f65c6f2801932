"""Programs that are measured: started on a free port, watched from outside, and stopped by their own number."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """A server of ours in a process of its own; the last of its arguments is the port."""

    def __init__(self, *command: str, environment: dict[str, str]):
        self.port = free_port()
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            [sys.executable, *command, str(self.port)],
            cwd=HOUSE, env=environment, stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def __enter__(self) -> "Program":
        """Wait for the first answer; `start` is how long that took, in seconds."""
        while time.perf_counter() - self.began < PATIENCE and self.process.poll() is None:
            try:
                self.greet()
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)
                continue
            self.start = time.perf_counter() - self.began
            return self
        self.process.kill()
        raise SystemExit(f"{' '.join(self.process.args[1:])} did not start.")

    def greet(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.close()

    def __exit__(self, *_wrong) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def cpu(self) -> float:
        """Seconds of processor time until now; always 0 where the system does not tell precisely."""
        try:
            used = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> tuple[float, float | None]:
        return memory_of(self.process.pid)


def memory_of(pid: int) -> tuple[float, float | None]:
    """Resident and proportional memory in MiB; the second where the system tells it."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        found = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True)
        return int(found.stdout or 0) / 1024, None
    sizes = {name: int(size) / 1024 for name, size in re.findall(r"^(Rss|Pss): +(\d+) kB", told, re.MULTILINE)}
    return sizes["Rss"], sizes["Pss"]
