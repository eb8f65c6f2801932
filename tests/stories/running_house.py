"""The house as a process of its own, with its data in a folder: it can be killed, started again and looked through."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from django.conf import settings

OPENING = """
import django; django.setup()
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}  # only the tables, as they are now
call_command("migrate", run_syncdb=True, verbosity=0)
"""
PRIVATE_TIME = (
    OPENING
    + """
import json
from kring.conference.access import Phase
from kring.people.links import PersonalLink
from tests.cast import Cast
cast = Cast()
conference = cast.conference(phase=Phase.PRIVATE_TIME)
links = {person.first_name: PersonalLink.of(person).address() for person in (cast.naima, cast.fatma, cast.marloes)}
print(json.dumps({"slug": conference.slug, **links}))
"""
)
SERVE = """
import django; django.setup()
from kring.management.opening import collect_styles
from kring.serving import open_port, serve
collect_styles()
serve(open_port("127.0.0.1", int(__import__("sys").argv[1])), with_worker=True, ready="ready")
"""
EVERYTHING = """
import django; django.setup()
from django.apps import apps
for model in apps.get_models():
    for row in model.objects.all():
        print(model.__name__, {field.attname: getattr(row, field.attname) for field in model._meta.local_fields})
"""


class RunningHouse:
    """Its `people` hold the slug of the conference and everybody's link."""

    def __init__(self, folder: Path):
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://localhost:{self.port}"
        own = {name: value for name, value in os.environ.items() if not name.startswith(("KRING_", "DATABASE_URL"))}
        self.env = own | {
            "DJANGO_SETTINGS_MODULE": "kring.settings", "KRING_DATA": str(folder), "KRING_DEMO": "0",
            "KRING_BASE_URL": self.url, "KRING_LOG": "DEBUG",
        }  # fmt: skip
        self.people = json.loads(self.run(PRIVATE_TIME).splitlines()[-1])
        self.log = (folder / "log").open("a")
        self.process = None

    def run(self, script: str) -> str:
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, env=self.env, cwd=settings.BASE, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> "RunningHouse":
        command = [sys.executable, "-c", SERVE, str(self.port)]
        self.process = subprocess.Popen(
            command, env=self.env, cwd=settings.BASE, stdout=subprocess.PIPE, stderr=self.log, text=True
        )
        assert self.process.stdout.readline() == "ready\n", (self.folder / "log").read_text()
        return self

    def end(self, how: signal.Signals = signal.SIGKILL) -> None:
        """As a power cut would, unless it is asked politely."""
        if self.process:
            self.process.send_signal(how)
            self.process.wait(20)
            self.process.stdout.close()
            self.process = None

    def close(self) -> None:
        self.end()
        self.log.close()

    def everything(self) -> str:
        """Every row of every table, with locked fields opened."""
        return self.run(EVERYTHING)

    def bytes_on_disk(self) -> bytes:
        """Every file it made: the database, what is still beside it, and the log."""
        return b"\n".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())
