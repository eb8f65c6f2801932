"""Serves the house: pages, live streams and the worker in one process."""

from django.conf import settings
from django.utils.translation import gettext as _

from kring.management.opening import HouseCommand, Sorry, collect_styles, compile_words, make_ready


class Command(HouseCommand):
    help = "Serve Kring on http://localhost:8000, with its worker."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--port", type=int, default=settings.PORT, help="default: 8000")
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)")
        parser.add_argument("--no-worker", action="store_true", help="the worker runs elsewhere: manage.py work")

    def handle(self, *, host: str, port: int, no_worker: bool, **options):
        from kring.serving import open_port, serve

        for folder in settings.LOCALE_PATHS:
            compile_words(folder)
        try:
            listening = open_port(host, port)
        except (OSError, OverflowError):
            raise Sorry(
                f"Poort {port} op {host} is niet vrij; kies een andere met --port. / "
                f"Port {port} on {host} is not free; choose another with --port."
            ) from None
        make_ready()
        collect_styles()
        ready = _("Kring staat klaar op %(address)s") % {"address": settings.BASE_URL}
        serve(listening, with_worker=not no_worker, ready=ready)
