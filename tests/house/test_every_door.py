"""Every page × every role × every phase: a door opens exactly when the table says so."""

import pytest
from django.db import connection

from kring.conference.access import Phase, Role, allowed
from kring.conference.checks import every_page_has_a_doorkeeper, pages
from tests.house.doors import DOORS, address, ids, knock, params, stays_shut
from tests.house.on_every_page import is_a_page, lacking

# A word, somebody of the cast, an id the browser makes: no row of a conference.
SHARED = {"part", "person", "uuid", "kind"}

# Doors are plain data and one question; on PostgreSQL one phase shows that the question is answered alike.
PHASES = list(Phase) if connection.vendor == "sqlite" else [Phase.PREPARATION]


def test_no_page_stands_without_a_doorkeeper():
    assert every_page_has_a_doorkeeper(None) == []


def test_a_page_without_a_doorkeeper_keeps_the_house_from_starting(settings):
    settings.ROOT_URLCONF = "tests.house.open_house"

    found = every_page_has_a_doorkeeper(None)

    assert [problem.id for problem in found] == ["kring.E001"]


def test_a_doorkeeper_of_a_row_that_does_not_exist_is_refused():
    from kring.conference.guards import sees

    with pytest.raises(LookupError):
        sees("see_everything")


@pytest.mark.rule("A51")
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("role", Role)
def test_a_door_opens_exactly_when_the_table_says_so_on_a_page_with_all_it_must_have(cast, client, role, phase):
    conference = cast.conference(phase=phase)
    known, open_to_them = ids(conference), allowed({role}, phase)
    cast.enter(client, role)
    for name, act in one_of_each(role, phase):
        if act not in open_to_them:
            assert stays_shut(name, address(name, conference, known), cast[role]), name
    for name, act in DOORS:
        if act not in open_to_them:
            continue
        response = knock(client, name, address(name, conference, known))
        where = f"{name}: {response.status_code}"
        assert response.status_code < 500, where
        if all(param in known for param in params(name)):
            assert was_let_in(response, act), where
        if is_a_page(response):
            assert lacking(response.content.decode(), role, phase, cast) == [], where


def one_of_each(role, phase) -> list[tuple[str, str]]:
    """One door of each row: doors of a row share a doorkeeper, and everybody, every day, tries another one of them."""
    turn, rows = list(Role).index(role) + list(Phase).index(phase), {}
    for name, act in DOORS:
        rows.setdefault(act, []).append(name)
    return [(names[turn % len(names)], act) for act, names in rows.items()]


def was_let_in(response, act: str) -> bool:
    """The doorkeeper stepped aside. What lies behind may still be somebody else's drawer, or not there yet."""
    return act in getattr(response.wsgi_request, "allowed", ())


@pytest.mark.parametrize("phase", PHASES)
def test_strangers_the_office_and_a_superuser_find_no_door(cast, phase):
    conference = cast.conference(phase=phase)
    known = ids(conference)
    for role, outsider in zip(Role, (cast.stranger, cast.henk, cast.admin, None), strict=False):
        for name, _act in one_of_each(role, phase):
            assert stays_shut(name, address(name, conference, known), outsider), name


def test_a_door_that_stays_shut_looks_like_no_page_at_all(cast, client):
    conference = cast.conference(phase=Phase.PRIVATE_TIME)
    known = ids(conference)
    for outsider in (Role.COORDINATOR, cast.stranger):
        cast.enter(client, outsider)
        for name, act in DOORS:
            if outsider is cast.stranger or act not in allowed({outsider}, Phase.PRIVATE_TIME):
                assert knock(client, name, address(name, conference, known)).status_code == 404, name
    client.logout()
    for name, _act in DOORS:
        answer = knock(client, name, address(name, conference, known))
        assert answer.status_code == 404 or "/inloggen/" in answer["Location"], name


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("role", Role)
def test_an_id_of_another_conference_is_not_there(cast, client, role, phase):
    theirs = cast.conference(phase=phase)
    foreign = ids(theirs)
    theirs.participants.all().delete()
    ours = cast.conference(phase=phase)
    cast.enter(client, role)
    for name, act in DOORS:
        wanted = [param for param in params(name) if param in foreign and param not in SHARED]
        if wanted and act in allowed({role}, phase):
            assert knock(client, name, address(name, ours, foreign)).status_code in (400, 404), name


def test_every_page_has_a_name():
    assert [route for name, route, _view in pages() if name.endswith("None")] == []
