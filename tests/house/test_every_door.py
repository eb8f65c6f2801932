"""Every page × every role × every phase: a door opens exactly when the table says so."""

import pytest

from kring.conference.access import Phase, Role, allowed
from kring.conference.checks import every_page_has_a_doorkeeper, pages
from tests.house.doors import DOORS, address, ids, knock, params


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


@pytest.mark.parametrize("name", [name for name, _act in DOORS])
def test_a_door_opens_exactly_when_the_table_says_so(cast, client, name):
    act = dict(DOORS)[name]
    for phase in Phase:
        conference = cast.conference(phase=phase)
        known = ids(conference)
        for role in Role:
            cast.enter(client, role)
            response = knock(client, name, address(name, conference, known))
            may = act in allowed({role}, phase)
            where = f"{name} for {role.name} in {phase}: {response.status_code}"
            assert response.status_code < 500, where
            if not may:
                assert response.status_code == 404, where
            elif all(param in known for param in params(name)):
                assert was_let_in(response, act), where
        conference.participants.all().delete()


def was_let_in(response, act: str) -> bool:
    """The doorkeeper stepped aside. What lies behind may still be somebody else's drawer, or not there yet."""
    return act in getattr(response.wsgi_request, "allowed", ())


@pytest.mark.parametrize("name", [name for name, _act in DOORS])
def test_strangers_the_office_and_a_superuser_find_no_door(cast, client, name):
    act = dict(DOORS)[name]
    phase = next(phase for phase in reversed(Phase) if any(act in allowed({role}, phase) for role in Role))
    conference = cast.conference(phase=phase)
    url = address(name, conference, ids(conference))

    for outsider in (cast.stranger, cast.henk, cast.admin):
        cast.enter(client, outsider)
        assert knock(client, name, url).status_code == 404
    client.logout()
    answer = knock(client, name, url)
    assert answer.status_code == 404 or "/inloggen/" in answer["Location"]


@pytest.mark.parametrize("name", [name for name, _act in DOORS if params(name)])
def test_an_id_of_another_conference_is_not_there(cast, client, name):
    act = dict(DOORS)[name]
    for phase in Phase:
        roles = [role for role in Role if act in allowed({role}, phase)]
        if not roles:
            continue
        theirs = cast.conference(phase=phase)
        foreign = {param: known for param, known in ids(theirs).items() if param in params(name)}
        theirs.participants.all().delete()
        ours = cast.conference(phase=phase)
        for role in roles:
            cast.enter(client, role)
            assert knock(client, name, address(name, ours, foreign)).status_code in (400, 404), (name, role, phase)
        ours.participants.all().delete()


def test_every_page_has_a_name():
    assert [route for name, route, _view in pages() if name.endswith("None")] == []
