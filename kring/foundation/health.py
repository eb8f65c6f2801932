"""How the house is: can it read, is its database up to date, does the worker live, does the post go out."""

import logging
from functools import lru_cache
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from kring.foundation import posting
from kring.foundation.working import Heartbeat

log = logging.getLogger(__name__)
ADDRESS = "/gezond/"


class NobodyInParticular:
    """A question about health is nobody's: without a session it can be answered when no session can be read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == ADDRESS:
            request.COOKIES.clear()
        return self.get_response(request)


def parts() -> dict[str, dict]:
    """Each part with whether it is well; what is wrong is said in the log alone."""
    checks = {"database": can_read, "migrations": is_up_to_date, "worker": worker_lives, "post": post_goes_out}
    return {name: {"ok": is_well(name, check)} for name, check in checks.items()}


def is_well(name: str, check) -> bool:
    try:
        return check()
    except Exception as wrong:
        log.error("Not well: %s (%s)", name, type(wrong).__name__)
        if not connection.in_atomic_block:
            connection.close()
        return False


def can_read() -> bool:
    # SQLite would go on in a file that was moved away, or make a new one.
    path = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and "memory" not in str(path) and not Path(path).exists():
        raise FileNotFoundError
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


@lru_cache
def wanted_migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.leaf_nodes())


def is_up_to_date() -> bool:
    return wanted_migrations() <= set(MigrationRecorder(connection).applied_migrations())


def worker_lives() -> bool:
    return Heartbeat.living(timezone.now()).exists()


def post_goes_out() -> bool:
    return posting.state()["ok"]
