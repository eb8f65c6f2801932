"""The worker as a process of its own, beside `serve --no-worker`."""

import signal

from kring.foundation.working import Worker, work_off
from kring.management.opening import HouseCommand, refuse_unless_open


class Command(HouseCommand):
    help = "Send the post, remind and tidy up, beside manage.py serve --no-worker."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--once", action="store_true", help="do what is ready now, and stop")

    def handle(self, *, once: bool, **options):
        refuse_unless_open()
        if once:
            return work_off()
        worker = Worker()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: worker.stop())
        worker.run()
