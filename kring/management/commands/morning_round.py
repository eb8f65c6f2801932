"""The daily round by hand: everything the rooms do each morning, once a day however often it is called."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from kring.foundation.working import morning_round
from kring.management.opening import HouseCommand, Sorry, refuse_unless_open


class Command(HouseCommand):
    help = "Do what belongs to this morning: remind, erase what is past its time, tidy up. Twice a day does no harm."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--day", type=date.fromisoformat, metavar="YYYY-MM-DD", help="another day than today")

    def handle(self, *, day: date | None, **options):
        refuse_unless_open()
        went = morning_round(day or timezone.localdate())
        for name, well in went.items():
            self.stdout.write(f"{name}: {_('gedaan') if well else _('mislukt')}")
        if not went:
            self.stdout.write(_("Voor deze dag is alles al gedaan."))
        if not all(went.values()):
            raise Sorry(_("Niet alles is gelukt; wat mislukte gaat de volgende keer opnieuw."))
