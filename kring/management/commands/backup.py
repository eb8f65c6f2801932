"""A backup in one file, also while the house is in use."""

import os
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext as _

from kring.management.opening import HouseCommand, Sorry
from kring.management.packing import pack, pack_uploads, run_postgresql


class Command(HouseCommand):
    help = "Write everything to one file; sessions stay out. On PostgreSQL pg_dump makes it."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, help="the file to make; it may not exist yet")

    def handle(self, *, file: Path, **options):
        if file.exists():
            raise Sorry(_("%(file)s bestaat al; kies een andere naam.") % {"file": file})
        os.umask(0o077)
        has_keys = False
        if connection.vendor == "postgresql":
            name = connection.settings_dict["NAME"]
            run_postgresql("pg_dump", "--format=custom", "--exclude-table-data=django_session", f"--file={file}", name)
            pack_uploads(file)
        else:
            has_keys = pack(file)
        self.stdout.write(_("De back-up staat in %(file)s.") % {"file": file})
        if has_keys:
            self.stdout.write(_("De sleutels zitten erin: bewaar hem achter slot."))
        else:
            self.stdout.write(_("De sleutels zitten er niet in: bewaar KRING_FIELD_KEYS apart."))
