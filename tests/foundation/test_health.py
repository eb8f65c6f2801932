"""GET /gezond/ says in one word per part how the house is, also when it is not well at all."""

import json
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from kring.foundation import health
from kring.foundation.working import LEASE, Heartbeat

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return Heartbeat.objects.create(worker="w", at=timezone.now())


def parts_that_are_ill(client) -> set[str]:
    answer = client.get("/gezond/")
    ill = {name for name, part in answer.json().items() if not part["ok"]}
    assert answer.status_code == (503 if ill else 200)
    return ill


def test_a_house_that_is_well_says_so(client, worker):
    assert parts_that_are_ill(client) == set()


def test_without_a_worker_it_is_not_well(client):
    assert parts_that_are_ill(client) == {"worker"}


def test_a_worker_that_gave_no_sign_of_life_is_no_worker(client, worker):
    Heartbeat.objects.update(at=timezone.now() - LEASE - timedelta(seconds=1))

    assert parts_that_are_ill(client) == {"worker"}


def test_a_database_that_is_behind_is_not_well(client, worker, monkeypatch):
    monkeypatch.setattr(health, "wanted_migrations", lambda: {("kring", "9999_from_the_future")})

    assert parts_that_are_ill(client) == {"migrations"}


def test_a_database_that_went_away_is_a_503_also_for_who_was_signed_in(client, cast, worker, monkeypatch, caplog):
    client.force_login(cast.naima)

    def gone(*args, **kwargs):
        raise OperationalError("could not open /srv/kring/kring.sqlite3")

    monkeypatch.setattr(connection, "cursor", gone)

    answer = client.get("/gezond/")

    assert answer.status_code == 503
    assert json.loads(answer.content) == {name: {"ok": False} for name in ("database", "migrations", "worker", "post")}
    assert "/srv" not in caplog.text


def test_without_a_database_every_page_says_clearly_whom_to_call(client, cast, monkeypatch, settings):
    client.force_login(cast.naima)
    client.raise_request_exception = False

    def gone(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", gone)

    answer = client.get("/")

    assert answer.status_code == 500
    assert "Er ging iets mis bij ons" in answer.content.decode()
    assert settings.NATIONAL_PHONE in answer.content.decode()
    assert answer["Cache-Control"] == "no-store, private"


def test_a_file_that_was_moved_away_is_not_made_anew(monkeypatch, tmp_path):
    missing = tmp_path / "kring.sqlite3"
    monkeypatch.setitem(connection.settings_dict, "NAME", str(missing))
    monkeypatch.setattr(connection, "vendor", "sqlite")

    assert health.is_well("database", health.can_read) is False
    assert not missing.exists()


def test_it_says_no_more_than_a_word_to_anybody(client, worker):
    assert set(client.get("/gezond/").json()) == {"database", "migrations", "worker", "post"}
    assert all(set(part) == {"ok"} for part in client.get("/gezond/").json().values())


def test_all_migrations_of_the_house_are_asked_for(request):
    if request.config.getoption("nomigrations"):
        pytest.skip("migrations are left out of this run")
    applied = set(MigrationRecorder(connection).applied_migrations())

    assert "kring" in {app for app, _name in health.wanted_migrations()}
    assert health.wanted_migrations() <= applied
