"""Houses that run as processes of their own: one that started from nothing, and empty ones after its example."""

import os

import pytest

from tests.house.process import Estate


@pytest.fixture(scope="session")
def estate(tmp_path_factory):
    estate = Estate(tmp_path_factory.mktemp("estate"))
    yield estate
    estate.clear()


@pytest.fixture(scope="session")
def first_house(estate):
    """A house for real people that started from nothing; `seen` is what it showed."""
    house = estate.build()
    line = house.start()
    health, page = house.visit().get("/gezond/"), house.visit().get("/")
    code, seconds = house.stop()
    house.seen = {"line": line, "health": health, "page": page, "code": code, "seconds": seconds}
    return house


@pytest.fixture(scope="session")
def bare_house(estate, first_house):
    """Tables and nothing in them, not even of which kind it is."""
    house = estate.build(like=first_house)
    house.ask("Birth.objects.all().delete(); answer = None")
    return house


@pytest.fixture
def new_house(estate, bare_house):
    """A house with empty tables, to be born as one likes."""
    return lambda **how: estate.build(like=bare_house, **how)


@pytest.fixture(autouse=True)
def same_mask():
    """Commands that run in this process keep their files to themselves; what comes after them is as before."""
    mask = os.umask(0o022)
    yield
    os.umask(mask)
