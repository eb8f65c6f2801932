"""A mail that came back, on standard input: the mail server calls this for the address in KRING_BOUNCES."""

import sys
from email import message_from_bytes, policy

from django.utils.translation import gettext as _

from kring.management.opening import HouseCommand, refuse_unless_open
from kring.stories import bouncing

LARGEST = 2_000_000


class Command(HouseCommand):
    help = "Read one returned mail from standard input; a report of a dead address counts, anything else is ignored."

    def handle(self, **options):
        refuse_unless_open()
        mail = message_from_bytes(sys.stdin.buffer.read(LARGEST), policy=policy.default)
        self.stdout.write(_("Geteld.") if bouncing.take_back(mail) else _("Niets geteld."))
