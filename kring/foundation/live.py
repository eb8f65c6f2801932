"""Live streams: a page hears that something changed and fetches it; what changed is never said here."""

import asyncio
import logging
import random
import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.db import close_old_connections, connection, models
from django.http.cookie import parse_cookie
from django.http.request import split_domain_port, validate_host
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.working import every

log = logging.getLogger(__name__)

PATH = re.compile(r"/live/([a-z0-9]{1,60})/")
POLL = 0.25
HEARTBEAT = 15
RECHECK = 120  # a session may be over; who may hear is asked at every signal
MOST = 60  # streams a channel; a family has fewer screens
OVERLAP = timedelta(seconds=15)  # rows may come into sight later than their number says
KEPT = timedelta(minutes=10)
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-accel-buffering", b"no"),
]


class LiveEvent(models.Model):
    """Something changed in a channel."""

    channel = models.CharField(_("kanaal"), max_length=60)
    at = models.DateTimeField(_("op"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("seintje")

    def __str__(self) -> str:
        return self.channel


def tell(channel: str) -> None:
    """Say that something changed. In a transaction it is heard when that is kept, and never when it is not."""
    LiveEvent.objects.create(channel=channel)


@every(seconds=300, name="live")
def forget_told() -> None:
    LiveEvent.objects.filter(at__lt=timezone.now() - KEPT).delete()


@dataclass(eq=False)
class Ear:
    """One open stream."""

    channel: str
    person: int
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    is_open: bool = True
    may_hear: bool = True

    async def wakes(self, seconds: float) -> bool:
        """Wait until there is something to say; False when nothing came."""
        try:
            await asyncio.wait_for(self.woken.wait(), seconds)
        except TimeoutError:
            return False
        self.woken.clear()
        return True


class Hub:
    """Passes on what is told: one thread asks the database, all streams hear it in the event loop.

    `listener(session_key, channel)` is the id of who may hear this channel by that session, or None;
    `listeners(channel)` are the ids of all who may hear it now.
    """

    def __init__(self, *, listener: Callable[[str, str], int | None], listeners: Callable[[str], set[int]]):
        self.listener, self.listeners = listener, listeners
        self.ears: set[Ear] = set()
        self.seen: set[int] = set()
        self.stopping = threading.Event()
        self.checking = ThreadPoolExecutor(1, thread_name_prefix="live-check")
        self.thread = threading.Thread(target=self.listen, name="live", daemon=True)
        self.loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Begin, from inside the running event loop."""
        self.loop = asyncio.get_running_loop()
        self.thread.start()

    def stop(self) -> None:
        """End every stream; may be called from anywhere."""
        if not self.stopping.is_set():
            self.stopping.set()
            self.checking.submit(lambda: connection.close())  # that of its own thread
        if self.loop and self.loop.is_running():
            self.loop.call_soon_threadsafe(self.close_all)

    def close_all(self) -> None:
        for ear in self.ears:
            ear.is_open = False
            ear.woken.set()

    # --- in its own thread -------------------------------------------------------------------------------------------
    def listen(self) -> None:
        while not self.stopping.wait(POLL):
            if not self.ears:
                continue
            try:
                for channel in self.told() & {ear.channel for ear in list(self.ears)}:
                    self.loop.call_soon_threadsafe(self.ring, channel, self.listeners(channel))
            except Exception as wrong:
                log.warning("Live streams hear nothing for now: %s", type(wrong).__name__)
                connection.close()
            close_old_connections()
        connection.close()

    def told(self) -> set[str]:
        """The channels something was told in since the last time."""
        recent = dict(LiveEvent.objects.filter(at__gt=timezone.now() - OVERLAP).values_list("pk", "channel"))
        fresh = {channel for pk, channel in recent.items() if pk not in self.seen}
        self.seen = set(recent)
        return fresh

    # --- in the event loop -------------------------------------------------------------------------------------------
    def ring(self, channel: str, allowed: set[int]) -> None:
        for ear in self.ears:
            if ear.channel == channel:
                ear.may_hear = ear.person in allowed
                ear.woken.set()

    async def who_hears(self, key: str, channel: str) -> int | None:
        return await self.loop.run_in_executor(self.checking, self.checked, key, channel)

    def checked(self, key: str, channel: str) -> int | None:
        close_old_connections()
        try:
            return self.listener(key, channel)
        except Exception as wrong:
            log.warning("Nobody can be let in to a live stream: %s", type(wrong).__name__)
            connection.close()
            return None
        finally:
            close_old_connections()

    async def __call__(self, scope, receive, send) -> None:
        """Answer GET /live/<channel>/ with a stream, to who may hear it."""
        headers = dict(scope["headers"])
        found = PATH.fullmatch(scope["path"])
        key = parse_cookie(headers.get(b"cookie", b"").decode("latin1")).get(settings.SESSION_COOKIE_NAME)
        if not validate_host(split_domain_port(headers.get(b"host", b"").decode("latin1"))[0], settings.ALLOWED_HOSTS):
            return await refuse(send, 400)
        if scope["method"] != "GET":
            return await refuse(send, 405)
        person = await self.who_hears(key, found[1]) if found and key else None
        if person is None:
            return await refuse(send, 404)
        if sum(ear.channel == found[1] for ear in self.ears) >= MOST:
            return await refuse(send, 503)
        await self.stream(Ear(found[1], person), key, receive, send)

    async def stream(self, ear: Ear, key: str, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        self.ears.add(ear)
        hanging_up = asyncio.create_task(hung_up(receive, ear))
        try:
            # What changed between the page and this stream is told at once.
            await say(send, "retry: 2000\ndata: changed\n\n")
            await self.tell_on(ear, key, send)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except OSError:
            pass  # the other side is gone
        finally:
            self.ears.discard(ear)
            hanging_up.cancel()

    async def tell_on(self, ear: Ear, key: str, send) -> None:
        checked = self.loop.time() - random.uniform(0, RECHECK / 2)  # not all screens of a day at the same moment
        while not self.stopping.is_set():
            news = await ear.wakes(HEARTBEAT)
            if not ear.is_open:
                return
            if self.loop.time() - checked >= RECHECK:
                ear.may_hear = await self.who_hears(key, ear.channel) == ear.person
                checked = self.loop.time()
            await say(send, "data: changed\n\n" if news else ":\n\n")
            if not ear.may_hear:
                return


async def hung_up(receive, ear: Ear) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    ear.is_open = False
    ear.woken.set()


async def say(send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def refuse(send, status: int) -> None:
    headers = [(b"content-length", b"0"), (b"x-content-type-options", b"nosniff"), (b"cache-control", b"no-store")]
    headers += [(b"allow", b"GET")] if status == 405 else []
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
