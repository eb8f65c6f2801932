"""Places and postcodes of each municipality, from the open files of CBS and PDOK."""

from pathlib import Path

from kring.management.opening import HouseCommand, Sorry, refuse_unless_open
from kring.region import importing


class Command(HouseCommand):
    help = "Read place names and four-digit postcodes per municipality from .csv or .zip; again does no harm."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a .csv, .txt or .zip of CBS or PDOK")

    def handle(self, *, files: list[Path], **options):
        refuse_unless_open()
        try:
            for taken in importing.bring_in(files):
                self.stdout.write(taken.sentence())
        except importing.Unreadable as wrong:
            raise Sorry(str(wrong)) from None
