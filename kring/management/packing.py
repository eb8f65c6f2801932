"""Packing the house for a backup, and unpacking it in an empty place."""

import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from kring.foundation.files import BesideTheData
from kring.foundation.locking import locked_fields
from kring.foundation.uploads import everything, store
from kring.management.opening import Sorry
from kring.people.models import Birth

DATABASE = "kring.sqlite3"
FIELD_KEYS, SECRET_KEY = "kring_field_keys", "kring_secret_key"
UPLOADS, AN_UPLOAD = "uploads", re.compile(r"uploads/[0-9a-f]{32}")


def keys_beside_the_data() -> list[Path]:
    """The keys that are kept with the data because nobody put them in the environment."""
    found = [settings.DATA / name for name in (FIELD_KEYS, SECRET_KEY) if not os.environ.get(name.upper())]
    return [path for path in found if path.exists()]


def pack(file: Path) -> bool:
    """Write database and keys to one file; returns whether there are keys in it. Sessions stay out."""
    with tempfile.TemporaryDirectory(dir=file.resolve().parent) as scratch:
        copy = Path(scratch, DATABASE)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        forget_sessions(copy)
        keys = keys_beside_the_data()
        packed = Path(scratch, "packed")
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as box:
            for path in (copy, *keys):
                box.write(path, path.name)
            put_uploads_in(box)
        packed.replace(file)
    return bool(keys)


def put_uploads_in(box: zipfile.ZipFile) -> int:
    """What people sent, locked as it is; a store elsewhere has its own backups."""
    names = everything() if isinstance(store(), BesideTheData) else []
    for name in names:
        with store().open(name) as sent:
            box.writestr(f"{UPLOADS}/{name}", sent.read(), zipfile.ZIP_STORED)
    return len(names)


def uploads_beside(file: Path) -> Path:
    """On PostgreSQL what people sent is packed in a file of its own."""
    return file.with_name(f"{file.name}.{UPLOADS}")


def pack_uploads(file: Path) -> None:
    with zipfile.ZipFile(uploads_beside(file), "w") as box:
        put_uploads_in(box)


def unpack_uploads(file: Path, folder: Path) -> None:
    """Put back what people sent; a name that is not one of ours stays where it is."""
    with zipfile.ZipFile(file) as box:
        for name in filter(AN_UPLOAD.fullmatch, box.namelist()):
            box.extract(name, folder)


def forget_sessions(copy: Path) -> None:
    """Who finds a backup may not be signed in by it."""
    with sqlite3.connect(copy) as database:
        database.execute("PRAGMA secure_delete = ON")
        database.execute("DELETE FROM django_session")
    database.close()


def unpack(file: Path, folder: Path) -> None:
    """Put what is packed in this folder, all of it or nothing."""
    if (folder / DATABASE).exists():
        raise Sorry(_("In %(folder)s staan al gegevens; kies met --data een lege map.") % {"folder": folder})
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        found = {path.name: path for path in taken_out(file, Path(scratch))}
        refuse_unless_whole(found)
        unpack_uploads(file, folder)
        for name in (FIELD_KEYS, SECRET_KEY, DATABASE):
            if name in found:
                found[name].replace(folder / name)


def taken_out(file: Path, scratch: Path) -> list[Path]:
    try:
        with zipfile.ZipFile(file) as box:
            names = [name for name in box.namelist() if name in (DATABASE, FIELD_KEYS, SECRET_KEY)]
            return [Path(box.extract(name, scratch)) for name in names]
    except (OSError, zipfile.BadZipFile):
        raise Sorry(_("%(file)s is geen back-up van Kring.") % {"file": file}) from None


def refuse_unless_whole(found: dict[str, Path]) -> None:
    """The database must be undamaged and ours, and there must be a key that opens what is locked in it."""
    keys = found[FIELD_KEYS].read_text().strip().split(",") if FIELD_KEYS in found else settings.FIELD_KEYS
    database = sqlite3.connect(found.get(DATABASE, ":memory:"))
    try:
        is_whole = database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        database.execute(f"SELECT is_demo FROM {Birth._meta.db_table}").fetchone()
        samples = list(locked_samples(database))
    except sqlite3.DatabaseError:
        is_whole = False
    finally:
        database.close()
    if not is_whole:
        raise Sorry(_("Deze back-up is beschadigd of niet van Kring."))
    try:
        for sample in samples:
            MultiFernet([Fernet(key) for key in keys]).decrypt(sample)
    except InvalidToken:
        raise Sorry(_("De sleutels passen niet op deze back-up; zet de oude in KRING_FIELD_KEYS.")) from None


def locked_samples(database: sqlite3.Connection):
    """One locked text of each kind."""
    for model, names in locked_fields():
        for name in names:
            table = model._meta.db_table
            found = database.execute(f"""SELECT "{name}" FROM "{table}" WHERE "{name}" <> '' LIMIT 1""").fetchone()
            if found:
                yield found[0]


def run_postgresql(program: str, *arguments: str) -> None:
    """Let PostgreSQL's own program do it, on our database."""
    path = shutil.which(program)
    if path is None:
        raise Sorry(_("%(program)s is nodig; op Debian: apt-get install postgresql-client.") % {"program": program})
    place = connection.settings_dict
    known = {"PGHOST": place["HOST"], "PGPORT": place["PORT"], "PGUSER": place["USER"], "PGPASSWORD": place["PASSWORD"]}
    known |= {f"PG{name.upper()}": str(value) for name, value in place["OPTIONS"].items() if name.startswith("ssl")}
    environment = {**os.environ, **{name: value for name, value in known.items() if value}}
    result = subprocess.run([path, *arguments], env=environment, capture_output=True, text=True)
    if result.returncode:
        raise Sorry(f"{program}: {result.stderr.strip().splitlines()[0] if result.stderr else result.returncode}")
