"""PDOK's location service helps where the own list does not; slow, wrong or gone it is as if it were off."""

import threading
import time

import pytest
from django.core.cache import cache

from kring.region import locating
from tests.region.location_service import LocationService

WRONG = ["broken", "strange", "angry", "elsewhere", "silently", "drop_by_drop", "endlessly"]


@pytest.fixture
def service(settings, monkeypatch):
    monkeypatch.setattr(locating, "SECONDS", 0.4)
    with LocationService() as made:
        settings.PLACES_URL = made.url
        cache.clear()
        yield made
    cache.clear()


def find(client, typed: str) -> str:
    return client.get("/bij-u-in-de-buurt/", {"plaats": typed}).content.decode().split("<footer")[0]


@pytest.mark.rule("A90")
def test_a_hamlet_that_only_the_service_knows_leads_to_the_regiomanager(cast, client, service):
    page = find(client, "Westeinde bij Nunspeet")

    assert "Ayşe Demirçi" in page
    assert 'href="tel:0622000002"' in page


def test_what_the_own_list_knows_is_asked_of_nobody(cast, client, service):
    find(client, "Vierhouten")
    find(client, "8071 AB")

    assert service.asked == []


def test_nothing_leaves_the_house_but_what_was_typed(cast, client, service):
    client.cookies["kring_language"] = "nl"

    find(client, "  Westeinde   bij de molen ")

    [(words, headers)] = service.asked
    assert words == {
        "q": ["Westeinde bij de molen"], "rows": ["10"], "fl": ["gemeentecode"], "fq": [locating.KINDS],
    }  # fmt: skip
    assert set(headers) <= {"Accept-Encoding", "Host", "User-Agent", "Accept", "Connection"}
    assert headers["User-Agent"] == "Kring"


@pytest.mark.parametrize("typed", ["123456782", "x" * 10_000, "8071 1", "ab"])
def test_what_is_no_place_never_leaves_the_house(cast, client, service, typed):
    find(client, typed)

    assert service.asked == []


@pytest.mark.parametrize("how", WRONG)
def test_whatever_is_wrong_with_it_the_finder_answers_soon_as_if_it_were_off(cast, client, service, how):
    service.behave = how
    begun = time.monotonic()

    page = find(client, "Westeinde")

    assert time.monotonic() - begun < 8  # the service itself takes ten
    assert "Die plaats kennen we niet" in page
    assert 'href="tel:0380000000"' in page
    assert len(service.asked) == 1  # a redirect is not followed


def test_nobody_listening_is_no_matter(cast, client, settings, service):
    settings.PLACES_URL = "http://127.0.0.1:9/free"

    assert "Die plaats kennen we niet" in find(client, "Westeinde")


def test_after_trouble_it_is_left_alone_for_a_minute(cast, client, service):
    service.behave = "angry"
    find(client, "Westeinde")
    service.behave = "well"

    assert "Die plaats kennen we niet" in find(client, "Oosteinde")
    assert len(service.asked) == 1

    cache.delete("places:quiet")
    assert "Ayşe" in find(client, "Oosteinde")


@pytest.mark.parametrize("how", ["well", "nothing_found"])
def test_an_answer_is_remembered(cast, client, service, how):
    service.behave = how

    for _time in range(3):
        find(client, "westeinde")
    find(client, "Westeinde")

    assert len(service.asked) == 1


def test_it_is_not_asked_without_end(cast, client, service, monkeypatch):
    monkeypatch.setattr(locating, "MOST_OFTEN", "3/m")

    pages = [find(client, f"Westeinde {number}") for number in range(6)]

    assert len(service.asked) == 3
    assert ["Die plaats kennen we niet" in page for page in pages] == [False] * 3 + [True] * 3


def test_many_at_once_while_it_is_silent_wait_no_longer_than_one(cast, service):
    service.behave = "silently"
    begun = time.monotonic()
    askers = [threading.Thread(target=locating.codes_for, args=(f"Westeinde {number}",)) for number in range(12)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    assert time.monotonic() - begun < 8  # twelve after one another would take longer


def test_it_is_off_unless_it_is_set(cast, client, service, settings):
    settings.PLACES_URL = ""

    find(client, "Westeinde")

    assert service.asked == []
