"""A backup put back in an empty place is the same house; half of one is nothing."""

import shutil
import sqlite3
import zipfile

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import connection

from kring.foundation.uploads import Upload
from kring.management import packing
from kring.management.opening import Sorry
from kring.management.packing import unpack
from kring.people.models import Birth
from tests.foundation.sent import MP3, sent

SEED = """
from tests.cast import Cast
from kring.conference.access import Phase, Role
from django.contrib.sessions.backends.db import SessionStore
Birth.objects.create(is_demo=False)
cast = Cast()
cast.naima.postal_address = "Dorpsstraat 1"
cast.naima.save()
conference = cast.conference(phase=Phase.FOLLOW_UP)
conference.write_down("write_plan", by=cast[Role.MAIN_PERSON])
SessionStore().create()
"""
WHAT_IS_THERE = """
from django.apps import apps
from django.contrib.sessions.models import Session
from kring.foundation.locking import locked_fields
answer = {
    "rows": {model.__name__: model.objects.count() for model in apps.get_app_config("kring").get_models()},
    "conference": Conference.objects.get().slug,
    "address": Person.objects.get(first_name="Naima").postal_address,
    "locked": [getattr(row, name) for model, names in locked_fields() for row in model.objects.all() for name in names],
    "broken_at": JournalEntry.first_break(Conference.objects.get()),
    "hash": JournalEntry.objects.get().hash,
    "born_as_demo": Birth.objects.get().is_demo,
    "sessions": Session.objects.count(),
}
"""


@pytest.mark.process
def test_what_is_put_back_is_the_same_house_and_nobody_is_signed_in(estate, bare_house):
    house, fresh, file = estate.build(like=bare_house), estate.build(), estate.folder / "backup"
    is_on_postgresql = bool(house.environment["DATABASE_URL"])
    if is_on_postgresql and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not on this machine")
    before = house.ask(SEED + WHAT_IS_THERE)

    made = house.run("backup", str(file))
    if "version mismatch" in made.stderr:
        pytest.skip("the pg_dump of this machine is older than its PostgreSQL")
    if is_on_postgresql:  # there the keys are kept apart
        shutil.copy(house.data / packing.FIELD_KEYS, fresh.data / packing.FIELD_KEYS)
    restored = fresh.run("restore", str(file))

    assert (made.returncode, made.stderr, restored.returncode, restored.stderr) == (0, "", 0, "")
    assert before["sessions"] == 1
    assert fresh.ask(WHAT_IS_THERE) == before | {"sessions": 0}


@pytest.fixture
def in_a_file(transactional_db, settings, tmp_path, monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("on PostgreSQL its own programs do this")
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir()
    (settings.DATA / packing.FIELD_KEYS).write_text(",".join(settings.FIELD_KEYS))
    monkeypatch.delenv("KRING_FIELD_KEYS", raising=False)


@pytest.fixture
def backup(in_a_file, cast, tmp_path):
    """Of a house where something is locked and somebody is signed in."""
    cast.naima.postal_address = "Dorpsstraat 1"
    cast.naima.save()
    Birth.objects.create(is_demo=False)
    SessionStore().create()
    call_command("backup", str(tmp_path / "backup"))
    return tmp_path / "backup"


def test_a_backup_is_read_by_nobody_else_and_never_overwritten(backup):
    assert backup.stat().st_mode & 0o077 == 0
    with pytest.raises(Sorry, match="bestaat al"):
        call_command("backup", str(backup))


def test_it_holds_the_keys_that_are_kept_with_the_data_and_no_others(backup, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("KRING_FIELD_KEYS", "kept elsewhere")

    call_command("backup", str(tmp_path / "other"))

    assert zipfile.ZipFile(backup).namelist() == ["kring.sqlite3", "kring_field_keys"]
    assert zipfile.ZipFile(tmp_path / "other").namelist() == ["kring.sqlite3"]
    assert "bewaar KRING_FIELD_KEYS apart" in capsys.readouterr().out


def test_what_is_put_back_is_whole(backup, tmp_path):
    unpack(backup, tmp_path / "new")

    database = sqlite3.connect(tmp_path / "new" / "kring.sqlite3")
    people = database.execute("SELECT count(*) FROM kring_person").fetchone()
    sessions = database.execute("SELECT count(*) FROM django_session").fetchone()
    database.close()
    assert (people, sessions) == ((11,), (0,))
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"kring.sqlite3", "kring_field_keys"}


def test_nothing_is_put_back_over_what_is_there(backup, tmp_path):
    unpack(backup, tmp_path / "new")

    with pytest.raises(Sorry, match="staan al gegevens"):
        unpack(backup, tmp_path / "new")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda file: file.write_bytes(b"rubbish"), "is geen back-up van Kring"),
        (lambda file: file.unlink(), "is geen back-up van Kring"),
        (lambda file: repack(file, "kring.sqlite3", None), "beschadigd of niet van Kring"),
        (
            lambda file: repack(file, "kring.sqlite3", b"SQLite format 3\0" + b"x" * 5000),
            "beschadigd of niet van Kring",
        ),
        (lambda file: repack(file, "kring_field_keys", b"a" * 43 + b"="), "De sleutels passen niet"),
    ],
)
def test_half_a_backup_is_refused_whole(backup, tmp_path, damage, words):
    damage(backup)

    with pytest.raises(Sorry, match=words):
        unpack(backup, tmp_path / "new")

    assert list((tmp_path / "new").iterdir()) == []


def repack(file, name: str, content: bytes | None) -> None:
    """The same backup with other content under this name, or without it."""
    with zipfile.ZipFile(file) as box:
        kept = {other: box.read(other) for other in box.namelist() if other != name}
    with zipfile.ZipFile(file, "w") as box:
        for other, there in (kept | ({name: content} if content else {})).items():
            box.writestr(other, there)


def test_what_people_sent_comes_along_locked_as_it_is(in_a_file, cast, tmp_path):
    Birth.objects.create(is_demo=False)
    upload = Upload.sound(sent(MP3))

    call_command("backup", str(tmp_path / "backup"))
    unpack(tmp_path / "backup", tmp_path / "new")

    kept, back = settings.DATA / "uploads" / upload.name, tmp_path / "new" / "uploads" / upload.name
    assert back.read_bytes() == kept.read_bytes()
    assert MP3 not in back.read_bytes()


def test_a_name_that_is_not_ours_is_not_put_back(in_a_file, cast, tmp_path):
    Birth.objects.create(is_demo=False)
    call_command("backup", str(tmp_path / "backup"))
    with zipfile.ZipFile(tmp_path / "backup", "a") as box:
        box.writestr("uploads/../../elsewhere", b"x")
        box.writestr("uploads/run.sh", b"x")

    unpack(tmp_path / "backup", tmp_path / "new")

    assert not list(tmp_path.rglob("elsewhere")) + list(tmp_path.rglob("run.sh"))
