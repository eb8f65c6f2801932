"""The stage: a database, the cast, and a client."""

import os

import pytest

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # browser tests run beside the database in one process


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
