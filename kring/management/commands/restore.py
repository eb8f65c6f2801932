"""Puts a backup back, in an empty place."""

import os
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from kring.management.opening import HouseCommand, Sorry, born_as_demo
from kring.management.packing import run_postgresql, unpack, unpack_uploads, uploads_beside


class Command(HouseCommand):
    help = "Put a backup in an empty data folder, or on PostgreSQL in an empty database."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, help="the file that manage.py backup made")

    def handle(self, *, file: Path, **options):
        os.umask(0o077)
        if connection.vendor == "postgresql":
            if born_as_demo() is not None:
                raise Sorry(_("In deze database staan al gegevens; kies met DATABASE_URL een lege."))
            name = connection.settings_dict["NAME"]
            run_postgresql("pg_restore", "--no-owner", "--single-transaction", f"--dbname={name}", str(file))
            if uploads_beside(file).exists():
                unpack_uploads(uploads_beside(file), settings.DATA)
        else:
            unpack(file, settings.DATA)
        self.stdout.write(_("De back-up is teruggezet. Iedereen logt opnieuw in; zijn of haar link werkt nog."))
