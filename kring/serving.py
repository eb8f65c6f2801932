"""One process that does it all: pages in a few threads, live streams beside them, and the worker."""

import asyncio
import os
import socket
import sys
import threading
from urllib.parse import quote_from_bytes

import uvicorn
from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from kring.conference.models import CIRCLE, Conference
from kring.foundation.live import Hub
from kring.foundation.working import Worker

THREADS = 3  # Python runs one at a time; more only get in each other's way
LARGEST_BODY = 2_000_000
SLOWEST_BODY = 30
PATIENCE = 1.5  # seconds for what is under way when we are asked to stop


# --- who may hear a conference ---------------------------------------------------------------------------------------
def listener(key: str, slug: str) -> int | None:
    """Who may hear this conference by this session: somebody who sees its room now."""
    request = HttpRequest()
    request.session = SessionStore(key)
    person = get_user(request)
    conference = Conference.objects.of(person).filter(slug=slug).first() if person.is_authenticated else None
    return person.pk if conference and "see_room" in conference.allowed_to(person) else None


def listeners(slug: str) -> set[int]:
    """Everybody who sees the room of this conference now."""
    conference = Conference.objects.filter(slug=slug).first()
    people = conference.people(*CIRCLE) if conference else []
    return {person.pk for person in people if person.is_active and "see_room" in conference.allowed_to(person)}


# --- the application -------------------------------------------------------------------------------------------------
class House:
    """Sends each request to the pages or to the live streams."""

    def __init__(self, hub: Hub):
        self.hub = hub
        self.pages = WSGIMiddleware(get_wsgi_application(), workers=THREADS, send_queue_size=64)

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] == "lifespan":
            return await self.live_and_let_go(receive, send)
        if scope["type"] != "http":
            return await send({"type": "websocket.close", "code": 1000})
        if scope["path"].startswith("/live/"):
            return await self.hub(scope, receive, send)
        try:
            body = await asyncio.wait_for(whole_body(receive), SLOWEST_BODY)
        except (TimeoutError, asyncio.CancelledError):  # too slow, or we are closing
            return await turn_away(send, 408)
        if body is None:
            return await turn_away(send, 413)
        await self.pages(cleaned(scope), replayed(body, receive), send)

    async def live_and_let_go(self, receive, send) -> None:
        await receive()
        self.hub.start()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.hub.stop()
        await send({"type": "lifespan.shutdown.complete"})


def cleaned(scope) -> dict:
    """Without headers that only look like those of a proxy, and with an address in plain signs."""
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name]
    query = quote_from_bytes(scope["query_string"], safe=bytes(range(33, 127)))
    return {**scope, "headers": headers, "query_string": query.encode()}


async def whole_body(receive) -> bytes | None:
    """Everything that is sent, so that somebody slow keeps no thread waiting; None when it is too much."""
    body, is_more = bytearray(), True
    while is_more:
        message = await receive()
        body += message.get("body", b"")
        is_more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


def replayed(body: bytes, receive):
    """A `receive` that gives this body first."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again():
        return waiting.pop() if waiting else await receive()

    return receive_again


async def turn_away(send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


# --- the process -----------------------------------------------------------------------------------------------------
class Server(uvicorn.Server):
    """Says when it is ready; asked to stop, it ends streams and worker at once and the rest within a moment."""

    def __init__(self, hub: Hub, worker: Worker | None, ready: str):
        config = uvicorn.Config(
            House(hub),
            log_level="critical" if settings.TESTING else "warning",
            access_log=False,
            lifespan="on",
            ws="none",
            timeout_graceful_shutdown=1,
            proxy_headers=False,
            server_header=False,
        )
        super().__init__(config)
        self.hub, self.worker, self.ready = hub, worker, ready

    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        print(self.ready, flush=True)

    def handle_exit(self, sig, frame) -> None:
        if self.should_exit:
            self.force_exit = True
            return
        self.should_exit = True
        self.hub.stop()
        if self.worker:
            self.worker.stop()
        # Whatever still hangs then, hangs on somebody else; every step is whole in the database or not there.
        last_resort = threading.Timer(PATIENCE + 0.7, os._exit, [0])
        last_resort.daemon = True
        last_resort.start()


def open_port(host: str, port: int) -> socket.socket:
    """Take the port; OSError when somebody else has it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # else asyncio leaves Nagle on: 40 ms
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    listening.listen()  # from here on a second house is told that the port is taken
    listening.set_inheritable(True)
    return listening


def serve(listening: socket.socket, *, with_worker: bool, ready: str) -> None:
    """Serve until somebody says stop."""
    hub = Hub(listener=listener, listeners=listeners)
    worker = Worker() if with_worker else None
    working = threading.Thread(target=worker.run, name="worker", daemon=True) if worker else None
    if working:
        worker.give_sign_of_life(timezone.now())  # who asks for our health in the first second may know
        working.start()
    connection.close()
    Server(hub, worker, ready).run(sockets=[listening])
    if working:
        worker.stop()
        working.join(PATIENCE)
