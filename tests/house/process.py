"""The house as a process of its own, on a free port and with its own data, and somebody who visits it over HTTP."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit, urlunsplit

import psycopg
from django.conf import settings

PATIENCE = 90  # seconds; a busy machine may take its time
TOKEN = "a" * 32
BEFORE = """
import json
from datetime import timedelta
import django
django.setup()
from django.utils import timezone
from kring.models import *
"""
OURS = ("KRING_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTHONDONTWRITEBYTECODE", "PYTEST")


class House:
    """`manage.py` on one data folder and, on PostgreSQL, one database."""

    def __init__(self, data: Path, *, is_demo: bool = False, database: str = "", **more: str):
        self.data, self.port, self.process, self.visitors = data, free_port(), None, []
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        own = {"KRING_DATA": str(data), "KRING_DEMO": "1" if is_demo else "0", "DATABASE_URL": database}
        self.environment = kept | own | more
        data.mkdir(parents=True, exist_ok=True)

    # --- commands ----------------------------------------------------------------------------------------------------
    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(settings.BASE / "manage.py"), *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            self.command(*arguments), env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )

    def ask(self, code: str):
        """What this piece of Python, run inside the house, puts in `answer`."""
        result = self.inside(f"{code}\nprint(json.dumps(answer))")
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    def dies(self, code: str) -> None:
        """This piece of Python, run inside the house, is cut off as by a power cut."""
        result = self.inside(code)
        assert result.returncode == -signal.SIGKILL, result.stderr

    def inside(self, code: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-c", f"{BEFORE}\n{code}"],
            env=self.environment | {"DJANGO_SETTINGS_MODULE": "kring.settings"},
            cwd=settings.BASE,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    # --- serving -----------------------------------------------------------------------------------------------------
    def start(self, *arguments: str) -> str:
        """Serve; returns the line that says it is ready."""
        command = self.command("serve", "--port", str(self.port), *arguments)
        with (self.data / "log").open("a") as log:
            self.process = subprocess.Popen(
                command, env=self.environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        lines: list[str] = []
        reading = threading.Thread(target=lambda: lines.append(self.process.stdout.readline()), daemon=True)
        reading.start()
        reading.join(PATIENCE)
        ready = "".join(lines).strip()
        if not ready:
            self.kill()
        assert ready, f"it did not start: {self.log()}"
        return ready

    def stop(self, how: int = signal.SIGTERM) -> tuple[int, float]:
        """Ask it to end; its exit code, and how many seconds that took."""
        began = time.monotonic()
        self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self.process.stdout.close()
        return code, time.monotonic() - began

    def kill(self) -> None:
        """As a power cut would."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
            self.process.stdout.close()

    def log(self) -> str:
        return (self.data / "log").read_text()

    def visit(self, key: str = "") -> "Visitor":
        self.visitors.append(Visitor(self.port, key))
        return self.visitors[-1]

    def clear(self) -> None:
        self.kill()
        for visitor in self.visitors:
            visitor.leave()


class Visitor:
    """Somebody with this session."""

    def __init__(self, port: int, key: str = ""):
        self.port, self.opened = port, []
        self.headers = {"Cookie": f"sessionid={key}; csrftoken={TOKEN}"}

    def open(self, method: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("localhost", self.port, timeout=PATIENCE)
        self.opened.append(connection)
        connection.request(method, path, body, self.headers | headers)
        response = connection.getresponse()
        self.opened.append(response)
        return response

    def leave(self) -> None:
        while self.opened:
            self.opened.pop().close()

    def get(self, path: str) -> tuple[int, str]:
        try:
            response = self.open("GET", path)
            return response.status, response.read().decode()
        finally:
            self.leave()

    def post(self, path: str, **fields) -> int:
        """The status of the answer; 303 says it was done."""
        body = urlencode({"csrfmiddlewaretoken": TOKEN} | fields, doseq=True)
        try:
            response = self.open("POST", path, body, **{"Content-Type": "application/x-www-form-urlencoded"})
            response.read()
            return response.status
        finally:
            self.leave()


class Estate:
    """Where houses stand: a folder, and on PostgreSQL a server with a database for each."""

    def __init__(self, folder: Path):
        self.folder, self.houses, self.databases = folder, [], []
        self.server = os.environ.get("DATABASE_URL", "")

    def build(self, *, like: House | None = None, **how) -> House:
        """A new house; `like` another one, it begins with the same data."""
        name = f"house{len(self.houses)}"
        if like:
            shutil.copytree(like.data, self.folder / name, ignore=shutil.ignore_patterns("log"))
        house = House(self.folder / name, database=self.new_database(like), **how)
        self.houses.append(house)
        return house

    def new_database(self, like: House | None) -> str:
        if not self.server:
            return ""
        name = f"kring_{os.getpid()}_{len(self.databases)}"
        template = f" TEMPLATE {urlsplit(like.environment['DATABASE_URL']).path[1:]}" if like else ""
        self.databases.append(name)
        self.tell_server(f"CREATE DATABASE {name}{template}")
        return urlunsplit(urlsplit(self.server)._replace(path=f"/{name}"))

    def tell_server(self, order: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(order)

    def clear(self) -> None:
        for house in self.houses:
            house.clear()
        for name in self.databases:
            self.tell_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
