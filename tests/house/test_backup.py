"""A backup put back in an empty place is the same house; half of one is nothing."""

import shutil
import zipfile

import pytest

pytestmark = pytest.mark.process
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
answer = conference.slug
"""
WHAT_IS_THERE = """
from django.contrib.sessions.models import Session
from kring.foundation.locking import locked_fields
answer = {
    "rows": {model.__name__: model.objects.count() for model in django.apps.apps.get_app_config("kring").get_models()},
    "conference": Conference.objects.get().slug,
    "address": Person.objects.get(first_name="Naima").postal_address,
    "locked": [str(row.pk) for model, names in locked_fields() for row in model.objects.all()],
    "broken_at": JournalEntry.first_break(Conference.objects.get()),
    "hash": JournalEntry.objects.get().hash,
    "born_as_demo": Birth.objects.get().is_demo,
}
sessions = Session.objects.count()
"""


@pytest.fixture(scope="module")
def lived_in(estate, bare_house):
    house = estate.build(like=bare_house)
    house.ask(SEED)
    return house


@pytest.fixture(scope="module")
def backup(estate, lived_in):
    if lived_in.environment["DATABASE_URL"] and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not on this machine")
    file = estate.folder / "backup"
    made = lived_in.run("backup", str(file))
    if "version mismatch" in made.stderr:
        pytest.skip("the pg_dump of this machine is older than its PostgreSQL")
    assert made.returncode == 0, made.stderr
    return file


def test_what_is_put_back_is_the_same_house(estate, lived_in, backup):
    fresh = estate.build()
    if lived_in.environment["DATABASE_URL"]:
        for name in ("kring_field_keys", "kring_secret_key"):  # on PostgreSQL the keys are kept apart
            shutil.copy(lived_in.data / name, fresh.data / name)

    restored = fresh.run("restore", str(backup))

    assert restored.returncode == 0, restored.stderr
    assert fresh.ask(WHAT_IS_THERE) == lived_in.ask(WHAT_IS_THERE)


def test_who_finds_a_backup_is_not_signed_in_by_it(estate, lived_in, backup):
    fresh = estate.build()
    fresh.run("restore", str(backup))
    sessions = "from django.contrib.sessions.models import Session\nanswer = Session.objects.count()"

    assert (lived_in.ask(sessions), fresh.ask(sessions)) == (1, 0)


def test_a_backup_is_read_by_nobody_else_and_never_overwritten(lived_in, backup):
    again = lived_in.run("backup", str(backup))

    assert backup.stat().st_mode & 0o077 == 0
    assert again.returncode == 1
    assert "bestaat al" in again.stderr


def test_nothing_is_put_back_over_what_is_there(lived_in, backup):
    refused = lived_in.run("restore", str(backup))

    assert refused.returncode == 1
    assert "staan al gegevens" in refused.stderr


@pytest.fixture
def in_a_file(lived_in):
    if lived_in.environment["DATABASE_URL"]:
        pytest.skip("on PostgreSQL its own programs do this")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda file: file.write_bytes(b"rubbish"), "is geen back-up van Kring"),
        (lambda file: without(file, "kring.sqlite3"), "beschadigd of niet van Kring"),
        (lambda file: without(file, "kring_field_keys"), "De sleutels passen niet"),
    ],
)
def test_half_a_backup_is_refused_whole(estate, in_a_file, backup, tmp_path, damage, words):
    file = shutil.copy(backup, tmp_path / "backup")
    damage(file)
    fresh = estate.build()

    refused = fresh.run("restore", str(file))

    assert refused.returncode == 1
    assert words in refused.stderr
    assert not (fresh.data / "kring.sqlite3").exists()


def without(file, name: str) -> None:
    with zipfile.ZipFile(file) as box:
        kept = {other: box.read(other) for other in box.namelist() if other != name}
    with zipfile.ZipFile(file, "w") as box:
        for other, content in kept.items():
            box.writestr(other, content)
