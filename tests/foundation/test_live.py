"""A stream says only that something changed, and only to who may see the room at that moment."""

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.foundation import live
from kring.foundation.live import Hub, LiveEvent, forget_told, tell
from kring.people.links import PersonalLink
from kring.serving import listener, listeners

pytestmark = pytest.mark.django_db(transaction=True)
CHANGED = "data: changed"


class Stream:
    """A browser with one stream open."""

    def __init__(self, hub: Hub, slug: str, key: str | None, *, host="localhost:8000", method="GET"):
        cookie = f"{settings.SESSION_COOKIE_NAME}={key}" if key else "other=1"
        headers = [(b"host", host.encode()), (b"cookie", cookie.encode())]
        scope = {"type": "http", "method": method, "path": f"/live/{slug}/", "headers": headers}
        self.sent, self.left = asyncio.Queue(), asyncio.Event()
        self.task = asyncio.create_task(hub(scope, self.receive, self.sent.put))

    async def receive(self):
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def answer(self) -> dict:
        return await asyncio.wait_for(self.sent.get(), 5)

    async def status(self) -> int:
        return (await self.answer())["status"]

    async def hears(self) -> str:
        """What is said next; empty when the stream ended."""
        message = await self.answer()
        return message["body"].decode() if message.get("more_body") else ""

    async def opened(self) -> "Stream":
        assert await self.status() == 200
        assert CHANGED in await self.hears()
        return self

    async def is_silent(self, seconds: float = 0.8) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.sent.get(), seconds)
            return False
        return True


@asynccontextmanager
async def open_hub():
    hub = Hub(listener=listener, listeners=listeners)
    hub.start()
    try:
        yield hub
    finally:
        hub.stop()
        await asyncio.sleep(0.01)
        hub.checking.shutdown()
        hub.thread.join(5)
        connection.close()  # a scene in an event loop has a connection of its own


@pytest.fixture
def session_of(cast):
    """The key of a new session of this person."""

    def come_in(person) -> str:
        client = cast.enter(Client(), person)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    return come_in


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.PRIVATE_TIME)


def test_the_circle_hears_that_something_changed_and_nothing_else(cast, conference, session_of):
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            tell(conference.slug)
            assert await stream.hears() == "data: changed\n\n"

    asyncio.run(scene())


def test_a_stream_is_never_kept_and_never_guessed_at(cast, conference, session_of):
    key = session_of(cast[Role.MAIN_PERSON])

    async def scene():
        async with open_hub() as hub:
            headers = dict((await Stream(hub, conference.slug, key).answer())["headers"])
            assert headers[b"content-type"] == b"text/event-stream; charset=utf-8"
            assert headers[b"cache-control"] == b"no-store"
            assert headers[b"x-content-type-options"] == b"nosniff"

    asyncio.run(scene())


def test_another_conference_stays_silent(cast, conference, session_of):
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            tell("anotherone")
            assert await stream.is_silent()

    asyncio.run(scene())


def test_what_was_undone_is_not_told(cast, conference, session_of):
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            with transaction.atomic():
                tell(conference.slug)
                transaction.set_rollback(True)
            assert await stream.is_silent()

    asyncio.run(scene())


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER)])
def test_who_has_no_door_into_the_room_has_no_stream(cast, conference, session_of, role):
    key = session_of(cast[role])

    async def scene():
        async with open_hub() as hub:
            assert await Stream(hub, conference.slug, key).status() == 404

    asyncio.run(scene())


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase != Phase.PRIVATE_TIME])
def test_outside_private_time_there_is_no_stream(cast, session_of, phase):
    conference, key = cast.conference(phase=phase), session_of(cast[Role.MAIN_PERSON])

    async def scene():
        async with open_hub() as hub:
            assert await Stream(hub, conference.slug, key).status() == 404

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"key": None}, 404),
        ({"key": "wrong"}, 404),
        ({"slug": "doesnotexist"}, 404),
        ({"slug": "../gezond"}, 404),
        ({"host": "evil.example"}, 400),
        ({"host": ""}, 400),
        ({"method": "POST"}, 405),
    ],
)
def test_a_wrong_question_gets_a_short_answer(cast, conference, session_of, changes, status):
    asked = {"slug": conference.slug, "key": session_of(cast[Role.MAIN_PERSON])} | changes

    async def scene():
        async with open_hub() as hub:
            assert await Stream(hub, **asked).status() == status

    asyncio.run(scene())


def test_when_the_door_opens_the_stream_says_so_once_and_ends(cast, conference, session_of):
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            with transaction.atomic():
                conference.take("open_the_door", by=cast[Role.MAIN_PERSON])
                tell(conference.slug)
            assert await stream.hears() == "data: changed\n\n"
            assert await stream.hears() == ""

    asyncio.run(scene())


def test_who_left_the_circle_hears_no_more(cast, conference, session_of):
    key, other_key = session_of(cast[Role.CIRCLE_MEMBER]), session_of(cast[Role.MAIN_PERSON])

    async def scene():
        async with open_hub() as hub:
            leaving = await Stream(hub, conference.slug, key).opened()
            staying = await Stream(hub, conference.slug, other_key).opened()
            conference.unseat(cast[Role.CIRCLE_MEMBER])
            for _note in range(2):
                tell(conference.slug)
                assert await staying.hears() == "data: changed\n\n"
            assert [await leaving.hears(), await leaving.hears()] == ["data: changed\n\n", ""]

    asyncio.run(scene())


def test_a_link_that_is_withdrawn_ends_its_stream_without_a_word(cast, conference, session_of, monkeypatch):
    monkeypatch.setattr(live, "HEARTBEAT", 0.1)
    monkeypatch.setattr(live, "RECHECK", 0.2)
    person = cast[Role.CIRCLE_MEMBER]
    key = session_of(person)

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            PersonalLink.of(person).revoke(by=cast[Role.MAIN_PERSON])
            heard = []
            while said := await stream.hears():
                heard.append(said)
            assert set(heard) == {":\n\n"}

    asyncio.run(scene())


def test_a_silent_stream_shows_that_it_lives(cast, conference, session_of, monkeypatch):
    monkeypatch.setattr(live, "HEARTBEAT", 0.1)
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            assert await stream.hears() == ":\n\n"

    asyncio.run(scene())


def test_stopping_ends_every_stream(cast, conference, session_of):
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            streams = [await Stream(hub, conference.slug, key).opened() for _device in range(3)]
            hub.stop()
            assert [await stream.hears() for stream in streams] == ["", "", ""]

    asyncio.run(scene())


def test_who_leaves_is_forgotten(cast, conference, session_of):
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            stream.left.set()
            await asyncio.wait_for(stream.task, 5)
            assert not hub.ears

    asyncio.run(scene())


def test_a_room_has_room_for_so_many_screens(cast, conference, session_of, monkeypatch):
    monkeypatch.setattr(live, "MOST", 1)
    key = session_of(cast[Role.CIRCLE_MEMBER])

    async def scene():
        async with open_hub() as hub:
            await Stream(hub, conference.slug, key).opened()
            assert await Stream(hub, conference.slug, key).status() == 503

    asyncio.run(scene())


def test_a_database_that_is_away_for_a_moment_is_heard_again(cast, conference, session_of, monkeypatch):
    key = session_of(cast[Role.CIRCLE_MEMBER])
    failures = [OSError(), OSError()]

    def told(hub, really=Hub.told):
        if failures:
            raise failures.pop()
        return really(hub)

    monkeypatch.setattr(Hub, "told", told)

    async def scene():
        async with open_hub() as hub:
            stream = await Stream(hub, conference.slug, key).opened()
            tell(conference.slug)
            assert await stream.hears() == "data: changed\n\n"
            assert not failures

    asyncio.run(scene())


def test_what_was_told_is_soon_forgotten():
    tell("old")
    LiveEvent.objects.update(at=timezone.now() - live.KEPT - timedelta(seconds=1))
    tell("new")

    forget_told()

    assert [event.channel for event in LiveEvent.objects.all()] == ["new"]
