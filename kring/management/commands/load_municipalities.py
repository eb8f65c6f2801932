"""All municipalities of the Netherlands, and those that ended; a start does this by itself."""

from django.utils.translation import gettext as _

from kring.management.opening import HouseCommand, refuse_unless_open
from kring.region import loading


class Command(HouseCommand):
    help = "Add the municipalities of today, with CBS code and province. Twice does no harm; regions and payers stay."

    def handle(self, **options):
        refuse_unless_open()
        new, changed = loading.load()
        words = {"new": new, "changed": changed}
        self.stdout.write(_("%(new)s gemeenten erbij, %(changed)s verbeterd.") % words)
