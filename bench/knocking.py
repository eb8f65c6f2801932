"""Asks for a page again and again over one connection, and tells how long that took and what it cost."""

import http.client
import time
from statistics import quantiles

WARM_UP = 8


def ask(connection: http.client.HTTPConnection, path: str, cookie: str) -> tuple[int, bytes]:
    connection.request("GET", path, headers={"Cookie": cookie, "Accept-Language": "nl"} if cookie else {})
    answer = connection.getresponse()
    return answer.status, answer.read()


def measure(program, path: str, cookie: str, *, seconds: float, at_least: int = 30) -> dict:
    """p50 and p95 in ms of wall time, and ms of processor time of that program, per request."""
    connection = http.client.HTTPConnection("127.0.0.1", program.port, timeout=60)
    for _ in range(WARM_UP):
        status, body = ask(connection, path, cookie)
    took, cpu, until = [], program.cpu(), time.perf_counter() + seconds
    while time.perf_counter() < until or len(took) < at_least:
        began = time.perf_counter()
        ask(connection, path, cookie)
        took.append((time.perf_counter() - began) * 1000)
    spent = None if cpu is None else (program.cpu() - cpu) * 1000 / len(took)
    connection.close()
    twentieths = quantiles(took, n=20)
    return {
        "status": status, "bytes": len(body), "times": len(took),
        "p50": quantiles(took, n=2)[0], "p95": twentieths[18], "cpu": spent,
    }  # fmt: skip
