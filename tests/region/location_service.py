"""A location service on a port of its own, that answers as it is told: well, slowly, brokenly or endlessly."""

import json
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

WELL = json.dumps({"response": {"numFound": 2, "docs": [{"gemeentecode": "0302"}, {"gemeentecode": "GM0302"}]}})


class LocationService:
    """`behave` is how it answers; `asked` is every question it got: its words and its headers."""

    def __init__(self):
        self.behave, self.asked, self.over = "well", [], threading.Event()
        service = self

        class Desk(BaseHTTPRequestHandler):
            def do_GET(self):
                service.asked.append((parse_qs(urlsplit(self.path).query), dict(self.headers)))
                with suppress(OSError):  # whoever asked has gone
                    getattr(service, f"answer_{service.behave}")(self)

            def log_message(self, *_args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/free"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_exception):
        self.over.set()
        self._server.shutdown()
        self._server.server_close()

    @staticmethod
    def say(desk, text: str, status: int = 200, **headers):
        desk.send_response(status)
        for name, value in headers.items():
            desk.send_header(name, value)
        desk.end_headers()
        desk.wfile.write(text.encode())

    def answer_well(self, desk):
        self.say(desk, WELL)

    def answer_nothing_found(self, desk):
        self.say(desk, json.dumps({"response": {"numFound": 0, "docs": []}}))

    def answer_broken(self, desk):
        self.say(desk, '{"response": {"docs": [')

    def answer_strange(self, desk):
        self.say(desk, json.dumps(["no", "such", "thing"]))

    def answer_angry(self, desk):
        self.say(desk, "no", status=503)

    def answer_elsewhere(self, desk):
        self.say(desk, "", status=302, Location=f"{self.url}?moved=1")

    def answer_silently(self, desk):
        self.over.wait(10)

    def answer_drop_by_drop(self, desk):
        desk.send_response(200)
        desk.end_headers()
        while not self.over.wait(0.05):
            desk.wfile.write(b" ")
            desk.wfile.flush()

    def answer_endlessly(self, desk):
        desk.send_response(200)
        desk.end_headers()
        until = time.monotonic() + 10
        while time.monotonic() < until and not self.over.is_set():
            desk.wfile.write(b" " * 65536)
