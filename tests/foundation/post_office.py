"""A mail server and an SMS gateway on free ports, which write down what they get and say what a scene tells them."""

import json
import socket
import threading
from collections import deque
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller


class MailServer:
    """`answers` are what it says to the next recipients, «250 OK» when there are none left; `mails` is what it took."""

    def __init__(self):
        self.mails, self.envelopes, self.answers, self.when_taken = [], [], deque(), lambda: None
        self.port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self):
        self._controller.start()
        return self

    def __exit__(self, *_exception):
        self._controller.stop()

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers.popleft() if self.answers else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos))
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.when_taken()
        return "250 Taken"


class SmsGateway:
    """`answers` are the next status codes, 202 when there are none left; `orders` is what it got, with its headers."""

    def __init__(self):
        self.orders, self.answers = [], deque()
        gateway = self

        class Desk(BaseHTTPRequestHandler):
            def do_POST(self):
                length = int(self.headers["Content-Length"])
                gateway.orders.append((dict(self.headers), json.loads(self.rfile.read(length))))
                self.send_response(gateway.answers.popleft() if gateway.answers else 202)
                self.send_header("Location", "/elsewhere/")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def do_GET(self):
                raise AssertionError("an SMS is never fetched")

            def log_message(self, *_args):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        self.url = f"http://127.0.0.1:{self._server.server_port}/send"

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_exception):
        self._server.shutdown()
        self._server.server_close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
