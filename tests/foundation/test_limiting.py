"""Counting tries: enough for a family, too few for a guesser."""

import pytest
from django.core.cache import cache

from kring.foundation import limiting
from kring.foundation.limiting import TooOften, address_of, limited


@pytest.fixture(autouse=True)
def _nothing_counted():
    cache.clear()


@pytest.fixture
def moment(monkeypatch):
    """The clock, which a test may move."""

    class Clock:
        now = 1_700_000_000.0

    monkeypatch.setattr(limiting, "now", lambda: Clock.now)
    return Clock


def test_the_first_tries_pass_and_the_next_one_does_not(rf, moment):
    for _try in range(3):
        limited(rf.post("/"), "asking", per_address="3/h")

    with pytest.raises(TooOften) as refusal:
        limited(rf.post("/"), "asking", per_address="3/h")

    assert "038 000 00 00" in str(refusal.value)
    assert 0 < refusal.value.wait <= 3600


def test_each_address_and_each_thing_is_counted_by_itself(rf):
    for _try in range(3):
        limited(rf.post("/", REMOTE_ADDR="203.0.113.1"), "asking", per_address="3/h")

    limited(rf.post("/", REMOTE_ADDR="203.0.113.2"), "asking", per_address="3/h")
    limited(rf.post("/", REMOTE_ADDR="203.0.113.1"), "something else", per_address="3/h")


def test_a_key_is_counted_wherever_the_tries_come_from(rf):
    for number in range(2):
        limited(rf.post("/", REMOTE_ADDR=f"203.0.113.{number}"), "name", per_key="2/h", key="naima")

    with pytest.raises(TooOften):
        limited(rf.post("/", REMOTE_ADDR="203.0.113.9"), "name", per_key="2/h", key="naima")


def test_when_the_time_is_over_everything_is_forgotten(rf, moment):
    for _try in range(3):
        limited(rf.post("/"), "asking", per_address="3/15m")

    moment.now += 15 * 60

    limited(rf.post("/"), "asking", per_address="3/15m")


def test_looking_does_not_count_but_says_when_it_is_enough(rf):
    for _look in range(10):
        limited(rf.get("/"), "asking", per_address="1/h", by=0)
    limited(rf.post("/"), "asking", per_address="1/h")

    with pytest.raises(TooOften):
        limited(rf.get("/"), "asking", per_address="1/h", by=0)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.7", "203.0.113.1"),  # without proxies of our own nobody is believed
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "1.2.3.4, 198.51.100.7", "198.51.100.7"),  # what the visitor wrote there itself does not count
        (2, "198.51.100.7, 10.0.0.1", "198.51.100.7"),
        (2, "198.51.100.7", "203.0.113.1"),
        (1, "", "203.0.113.1"),
    ],
)
def test_the_address_is_that_of_the_visitor_past_our_own_proxies(rf, settings, proxies, forwarded, address):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    assert address_of(rf.get("/", REMOTE_ADDR="203.0.113.1", HTTP_X_FORWARDED_FOR=forwarded)) == address


def test_one_home_with_many_ipv6_numbers_is_one_address(rf):
    first = address_of(rf.get("/", REMOTE_ADDR="2001:db8:1:2::1"))
    second = address_of(rf.get("/", REMOTE_ADDR="2001:db8:1:2:ffff::9"))

    assert first == second == "2001:db8:1:2::/64"


def test_a_page_says_it_kindly_and_says_when_to_come_back(db, rf, settings):
    request = rf.get("/")
    request.user = type("Nobody", (), {"is_authenticated": False})()

    page = limiting.too_often(request, TooOften(300))

    assert page.status_code == 429
    assert page["Retry-After"] == "300"
    assert "Wacht 5 minuten" in page.content.decode()
