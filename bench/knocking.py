"""Asks for a page again and again over one connection, and tells how long that took and what it cost."""

import http.client
import time
from dataclasses import dataclass, field
from statistics import median, quantiles

WARM_UP = 8


@dataclass
class Knocks:
    """What was found at one page of one program, in several turns."""

    path: str
    cookie: str
    took: list[float] = field(default_factory=list)
    spent: float = 0.0
    status: int = 0
    bytes: int = 0

    def warm_up(self, program) -> None:
        self.knock(program, seconds=0, at_least=WARM_UP)
        self.took, self.spent = [], 0.0

    def knock(self, program, *, seconds: float, at_least: int = 10) -> None:
        """Ask for that long, one request after the other."""
        connection = http.client.HTTPConnection("127.0.0.1", program.port, timeout=60)
        headers = {"Accept-Language": "nl"} | ({"Cookie": self.cookie} if self.cookie else {})
        enough, cpu, until = len(self.took) + at_least, program.cpu(), time.perf_counter() + seconds
        while time.perf_counter() < until or len(self.took) < enough:
            began = time.perf_counter()
            connection.request("GET", self.path, headers=headers)
            answer = connection.getresponse()
            self.bytes, self.status = len(answer.read()), answer.status
            self.took.append((time.perf_counter() - began) * 1000)
        self.spent += program.cpu() - cpu
        connection.close()

    def figures(self) -> dict:
        """p50 and p95 in ms of wall time, and ms of processor time, per request."""
        cpu = self.spent * 1000 / len(self.took)
        return {
            "status": self.status, "bytes": self.bytes, "p50": median(self.took), "p95": quantiles(self.took, n=20)[18],
            "cpu": cpu or None,
        }  # fmt: skip
