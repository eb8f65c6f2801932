"""bin/bench: its country can be built with the models of today, its pages answer, its figures can be read."""

import socket

import pytest
from django.test import Client

from bench import fridays, readers, rooms, weighing
from bench.circles import NOTES, Circle
from bench.country import Country
from bench.family import BusyFamily
from bench.filling import cookie_of, pages_of
from bench.telling import around, table
from kring.conference.access import Role
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference, Participant
from kring.referral.models import Referral
from kring.serving import open_port
from kring.stories.sending import FridayRound
from kring.stories.subscribing import Subscriber

HERE = {"status": 200, "p50": 10.0, "p95": 20.0, "cpu": 5.0}
BARE = HERE | {"cpu": 4.0}


@pytest.fixture
def copied(db, monkeypatch) -> Country:
    """A country of which most is copied."""
    monkeypatch.setattr("bench.country.PROTOTYPES", 100)
    country = Country(500)
    country.fill()
    return country


@pytest.fixture
def country(db) -> Country:
    country = Country(150)
    country.fill()
    return country


def test_every_page_that_is_measured_answers_with_a_few_queries(country, client, django_assert_max_num_queries):
    family = BusyFamily(country)
    family.move_in()
    for page in pages_of(country, family):
        client.cookies.clear()
        cookie = cookie_of(page["who"], client)
        client.get(page["path"])  # what is remembered for a minute is not asked each time
        with django_assert_max_num_queries(12):
            answer = client.get(page["path"])
        assert answer.status_code == 200, page["name"]
        assert bool(cookie) is (page["who"] is not None)


def test_every_device_of_a_room_that_is_measured_is_let_in(db, client):
    room = Circle(Country(1), devices=3).told(lambda person: cookie_of(person, Client()))

    for cookie in room["cookies"]:
        client.cookies.load(cookie)
        found = client.get(f"/c/{room['conference']}/besloten/kamer/").json()
        assert (found["room"], len(found["notes"])) == (room["room"], NOTES)


def test_how_soon_notes_were_seen_is_told_beside_the_goal():
    found = {"took": [0.2, 0.3, 0.9], "missing": 1, "refused": 0, "notes": 2, "looks": 9, "used": 0.5}
    found |= {"rooms": 1, "devices": 3, "memory": (100.0, None), "alone": HERE, "meanwhile": HERE | {"p95": 50.0}}

    told = rooms.told(found)

    for words in ("3 times on another screen, 1 never", "last 900 ms", "2.50 × (goal: 2)", "50 % of a core, 100 MiB"):
        assert words in told


def test_the_readers_of_the_story_are_told_and_none_gets_it_twice(cast, settings):
    settings.DEMO = True  # then a mail counts as sent without a server
    readers.a_story()
    readers.subscribe(range(3))
    found = {"readers": 3, "queued": 0.012, "mails": 3, "twice": 0, "took": 1.5, "early": 90.0, "late": 91.0}
    found |= {"names": ["home"], "alone": [10.0], "meanwhile": [15.0], "during": 2}

    assert readers.begin()["queued"] < fridays.QUEUED
    assert FridayRound.objects.get().send_some()
    assert not Subscriber.objects.exclude(last_friday=FridayRound.objects.get().friday).exists()
    for words in ("queued in 12 ms", "2 a second, 0 twice", "90 MiB at the first mail", "1.50 × (goal: 2)"):
        assert words in fridays.told(found)


def test_a_page_is_weighed_with_all_it_asks_for():
    phone = weighing.Phone(0, "")
    page = '<link rel="stylesheet" href="/a.css"><script src="/a.js"></script><img src="https://elders.example/b.png">'
    phone.known = {
        "/": (10, page + '<link rel="next" href="/more"><a href="/c.css">'), "/a.css": (20, '@import "b.css";'),
        "/b.css": (30, "i{background:url(data:image/png;)}"), "/a.js": (40, 'import { one } from "./b.js";'),
        "/b.js": (50, ""),
    }  # fmt: skip

    found = phone.weigh("home", "/")

    assert (found.all, found.without_script, found.depth) == (150, 60, 2)
    assert found.foreign == {"https://elders.example/b.png"}


def test_the_country_is_spread_as_years_of_use_leave_it(country):
    phases = list(Conference.objects.values_list("phase", flat=True))
    alone = Conference.objects.filter(participants=None)

    assert len(phases) == 150
    assert phases.count("closed") > 60
    assert alone.exists()
    assert not alone.exclude(phase="closed").exists()


def test_the_journals_of_the_country_are_whole(country):
    told = Conference.objects.filter(journal__isnull=False).first()

    assert JournalEntry.first_break(told) is None


def test_copies_stand_on_their_own_feet(copied):
    conferences = Conference.objects.all()
    people = list(Participant.objects.filter(role=Role.MAIN_PERSON).values_list("person_id", flat=True))

    assert conferences.count() == len(set(conferences.values_list("slug", flat=True))) == 500
    assert len(people) == len(set(people)) > 80
    assert Referral.objects.count() == conferences.exclude(participants=None).distinct().count()
    assert set(Participant.objects.filter(role=Role.REGIONAL_MANAGER).values_list("person", flat=True)) <= {
        manager.pk for manager in copied.managers
    }
    assert copied.someone(slug="free").save() is None  # new rows find free numbers


def test_the_figures_stand_beside_each_other():
    pages = [{"name": "home", "queries": 0, "house": HERE, "bare": BARE}]
    larger = [pages[0] | {"house": HERE | {"cpu": 10.0}}]
    around_it = {"start": 1.0, "idle": (90.0, 70.0), "after": (110.0, None), "file": None, "seconds": 3.0}
    found = [{"size": 100, "pages": pages} | around_it, {"size": 10_000, "pages": larger} | around_it]
    _head, _line, first, second = table(found).splitlines()

    assert first.split()[-3:] == ["1.00", "4.0", "0.80"]
    assert second.split()[-3:] == ["2.00", "4.0", "0.40"]
    assert around(found[0]).endswith("after the pages 110 MiB, filled in 3 s")


def test_a_page_that_does_not_answer_is_seen_at_once():
    pages = [{"name": "desk list", "queries": 3, "house": HERE | {"status": 404}, "bare": BARE}]

    assert "answers 404, bare 200" in table([{"size": 100, "pages": pages}])


def test_an_open_connection_is_answered_without_the_wait_of_small_packets():
    with open_port("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP  # asyncio switches Nagle's algorithm off for these alone
