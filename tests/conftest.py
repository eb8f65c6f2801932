"""The stage: a database, the cast, and a client."""

import os

import pytest
from django.db import connection

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # browser tests run beside the database in one process


def pytest_collection_modifyitems(config, items):
    """What opens no database finds nothing else on PostgreSQL than it found on SQLite."""
    if connection.vendor == "sqlite":
        return
    without = [item for item in items if not {"db", "transactional_db"} & {*item.fixturenames}]
    without = [item for item in without if not item.get_closest_marker("django_db")]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in without]


@pytest.fixture
def cast(db):
    from tests.cast import Cast

    return Cast()


@pytest.fixture(autouse=True)
def one_window(monkeypatch):
    """What is counted per minute or hour falls in one of them, whenever the tests run."""
    monkeypatch.setattr("kring.foundation.limiting.now", lambda: 1_700_000_000.0)


@pytest.fixture(autouse=True)
def journal_lets_go(request):
    """After real transactions the database is emptied, and only a released journal lets itself be emptied."""
    marker = request.node.get_closest_marker("django_db")
    is_real = (marker and marker.kwargs.get("transaction")) or {"live_server", "transactional_db"} & {
        *request.fixturenames
    }
    if is_real:
        request.getfixturevalue("transactional_db")
    yield
    if is_real:
        from kring.conference.journal import JournalRelease
        from kring.conference.models import Conference, JournalEntry

        for conference in Conference.objects.exclude(journal=None).distinct():
            JournalRelease.objects.get_or_create(conference=conference)
        JournalEntry.objects.all().delete()
