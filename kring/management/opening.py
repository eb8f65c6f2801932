"""Opening the house: its data folder, the kind it was born as, its tables, words and styles; for every command."""

import os
from pathlib import Path

import polib
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import OperationalError, connection, transaction
from django.utils.translation.reloader import translation_file_changed

from kring.foundation import health
from kring.people.models import Birth, Person
from kring.region import loading

WRONG_KIND = {
    True: "Deze gegevens zijn een demo en blijven dat; laat --no-demo weg, of kies met --data een andere map. / "
    "This database was born as a demo and stays one; leave out --no-demo, or choose another folder with --data.",
    False: "Deze gegevens zijn voor echte mensen; voeg --no-demo toe, of kies met --data een andere map. / "
    "This database was born for real people; add --no-demo, or choose another folder with --data.",
}


class Sorry(CommandError):
    """What is printed when a command cannot go on: one sentence."""


class HouseCommand(BaseCommand):
    """A command on this house's data; refuses data of the other kind. manage.py itself heeds these options first."""

    def add_arguments(self, parser):
        parser.add_argument("--data", metavar="DIR", help="the folder with the data (default: ./data)")
        parser.add_argument("--no-demo", action="store_true", help="for real people: no invented family")


# --- the kind of database ---------------------------------------------------------------------------------------------
def born_as_demo() -> bool | None:
    """Was this database born as a demo? None when it is new."""
    if Birth._meta.db_table not in connection.introspection.table_names():
        return None
    if birth := Birth.objects.first():
        return birth.is_demo
    return False if Person.objects.exists() else None


def refuse_other_kind() -> None:
    """Stop on data of the other kind, or on a database that does not answer."""
    try:
        born = born_as_demo()
    except OperationalError:
        raise Sorry("De database antwoordt niet. / The database does not answer.") from None
    if born is not None and born != settings.DEMO:
        raise Sorry(WRONG_KIND[born])


def refuse_unless_open() -> None:
    """Stop on data of the other kind, or that no `serve` has made ready yet."""
    refuse_other_kind()
    if born_as_demo() is None or not health.is_up_to_date():
        raise Sorry("Start eerst manage.py serve: de database is nog niet klaar. / Run manage.py serve first.")


def make_ready() -> None:
    """Make folder and tables, settle what kind of house this is, and let the demo family move in when it is empty."""
    os.umask(0o077)
    settings.DATA.mkdir(parents=True, exist_ok=True)
    refuse_other_kind()
    bring_up_to_date()
    call_command("createcachetable", verbosity=0)
    with transaction.atomic():
        Birth.objects.get_or_create(pk=1, defaults={"is_demo": settings.DEMO})
        refuse_other_kind()
        Birth.objects.select_for_update().get(pk=1)  # of several processes one loads, the others find it done
        loading.load()
        if settings.DEMO and not Person.objects.exists():
            from kring.demo import family

            family.move_in()


def bring_up_to_date() -> None:
    """Migrate when there is something to migrate; of several processes on PostgreSQL one does it, the others wait."""
    if health.is_up_to_date():
        return
    on_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if on_postgresql:
            cursor.execute("SELECT pg_advisory_lock(7301)")
        call_command("migrate", interactive=False, verbosity=0)
        if on_postgresql:
            cursor.execute("SELECT pg_advisory_unlock(7301)")


# --- words and styles -------------------------------------------------------------------------------------------------
def compile_words(folder: Path) -> None:
    """Make each .mo that is missing or older than its .po."""
    for words in folder.glob("*/LC_MESSAGES/*.po"):
        made = words.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= words.stat().st_mtime:
            continue
        fresh = made.with_suffix(f".{os.getpid()}")
        polib.pofile(str(words)).save_as_mofile(str(fresh))
        fresh.replace(made)
        translation_file_changed(None, made)  # words read before are forgotten


def collect_styles() -> None:
    """Gather styles and scripts when one is newer than the last time."""
    manifest = Path(settings.STATIC_ROOT, "staticfiles.json")
    sources = [path for path in (settings.HOUSE / "static").rglob("*") if path.is_file()]
    if not manifest.exists() or any(path.stat().st_mtime > manifest.stat().st_mtime for path in sources):
        call_command("collectstatic", interactive=False, verbosity=0)
