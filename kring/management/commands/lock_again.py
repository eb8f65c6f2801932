"""Locks every encrypted field anew with the first key, after which older keys can go."""

from django.utils.translation import gettext as _

from kring.foundation import uploads
from kring.foundation.locking import lock_again
from kring.management.opening import HouseCommand, refuse_unless_open
from kring.people.adapters import lock_factors_again


class Command(HouseCommand):
    help = "Lock all encrypted text anew with the first of KRING_FIELD_KEYS."

    def handle(self, **options):
        refuse_unless_open()
        rows = lock_again() + lock_factors_again() + uploads.lock_again()
        self.stdout.write(_("%(rows)s rijen zijn opnieuw op slot gedaan met de eerste sleutel.") % {"rows": rows})
        self.stdout.write(
            _("De andere sleutels in KRING_FIELD_KEYS kunnen weg. Bewaar ze zolang u oude back-ups hebt.")
        )
