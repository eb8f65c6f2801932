"""Whose, which and who: filters and search live in the address, find any way of writing, and leave nobody out."""

import pytest

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome
from kring.matching.models import Coordinator
from kring.oversight.listing import page_of, read_mark
from kring.oversight.narrowing import conferences_of, folded
from kring.oversight.promising import by_promise
from kring.people.models import Desk, Seat
from kring.region.models import Municipality, Region
from tests.oversight.scenes import desk, listed, manager, monday, request_of, rest, waits_for


def found(cast, client, query: str, *, who=None) -> set[str]:
    """The first names in the list."""
    cast.enter(client, who or cast.ayse)
    lines = client.get(f"/werk/?{query}").context["lines"]
    return {line.conference.names for line in lines}


def coordinated(cast, conference: Conference, first_name: str, last_name: str) -> None:
    person = cast.anyone_new(first_name, last_name=last_name)
    Coordinator.objects.create(person=person)
    conference.participants.create(person=person, role=Role.COORDINATOR)


# --- whose -----------------------------------------------------------------------------------------------------------
def test_a_manager_sees_own_regions_and_own_seats_and_no_others(cast):
    sjoerd = manager(cast, "Sjoerd")
    friesland = Region.objects.create(name="Friesland", manager=sjoerd)
    Conference.objects.create(region=friesland)
    elsewhere = Conference.objects.create(region=friesland)
    elsewhere.participants.create(person=cast.ayse, role=Role.REGIONAL_MANAGER)

    assert list(conferences_of(cast.ayse)) == [elsewhere]
    assert conferences_of(sjoerd).count() == 2


@pytest.mark.rule("A50")
def test_a_coach_sees_the_conference_whose_coordinator_is_coached(cast):
    sjoerd = manager(cast, "Sjoerd")
    conference = Conference.objects.create(region=cast.region)
    conference.participants.create(person=sjoerd, role=Role.COACH)

    assert list(conferences_of(sjoerd)) == [conference]


def test_whoever_was_here_once_sees_nothing_any_more(cast):
    sjoerd = manager(cast, "Sjoerd")
    conference = request_of(cast, "Ans")
    conference.seat(sjoerd, Role.REGIONAL_MANAGER)
    conference.unseat(sjoerd)

    assert not conferences_of(sjoerd).exists()


def test_a_stand_in_sees_for_whom_and_takes_a_conference_over_before_opening_it(cast, client):
    wouter = manager(cast)
    own = Region.objects.create(name="Drenthe", manager=wouter)
    Municipality.objects.create(name="Assen", region=own)
    request_of(cast, "Bea", municipality=Municipality.objects.get(name="Assen"))
    conference = request_of(cast, "Ans")
    Region.objects.filter(pk=cast.region.pk).update(stand_in=wouter)

    page = listed(desk(cast, client, who=wouter))
    assert "voor Ayşe" in page
    assert "Neem over" in page
    assert client.get(f"/c/{conference.slug}/").status_code == 404
    assert found(cast, client, "wie=vervanging", who=wouter) == {"Ans"}
    assert found(cast, client, "wie=mij", who=wouter) == {"Bea"}
    assert found(cast, client, "", who=wouter) == {"Ans", "Bea"}
    assert found(cast, client, "wie=vervanging", who=cast.ayse) == set()

    cast.enter(client, wouter)
    client.post(f"/werk/neem-over/{conference.slug}/")
    assert client.get(f"/c/{conference.slug}/").status_code == 200
    assert found(cast, client, "wie=mij", who=wouter) == {"Ans", "Bea"}


# --- which -----------------------------------------------------------------------------------------------------------
@pytest.fixture
def four(cast):
    """One asked, one urgent and looking for somebody, one preparing elsewhere, one at rest."""
    heerde = Municipality.objects.create(name="Heerde", region=cast.region)
    request_of(cast, "Ans")
    waits_for(request_of(cast, "Bea", urgent=True), "matching", talked=monday(), yes=monday())
    preparing = waits_for(request_of(cast, "Cor", municipality=heerde), "preparation", talked=monday(), yes=monday())
    coordinated(cast, preparing, "Şükrü", "Yılmaz")
    rest(waits_for(request_of(cast, "Dirk"), "preparation", talked=monday(), yes=monday()))
    return preparing


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"Ans", "Bea", "Cor", "Dirk"}),
        ("fase=referral", {"Ans"}),
        ("fase=preparation", {"Cor", "Dirk"}),
        ("gemeente=Heerde", {"Cor"}),
        ("gemeente=Nergens", set()),
        ("spoed=on", {"Bea"}),
        ("rust=on", {"Dirk"}),
        ("fase=preparation&rust=on", {"Dirk"}),
        ("coordinator=bestaatniet", set()),
        ("fase=onzin&wie=onzin", {"Ans", "Bea", "Cor", "Dirk"}),
        ("na=~~~", {"Ans", "Bea", "Cor", "Dirk"}),
    ],
)
def test_what_is_chosen_in_the_address_narrows_the_list(cast, client, four, query, names):
    assert found(cast, client, query) == names


def test_a_coordinator_is_chosen_from_those_who_work_here(cast, client, four):
    page = desk(cast, client)

    assert "Şükrü Yılmaz</option>" in page
    assert "Joke" not in page
    assert found(cast, client, f"coordinator={four.coordinator.slug}") == {"Cor"}


@pytest.mark.rule("A35")
def test_promises_at_risk_can_be_seen_alone(cast, client):
    request_of(cast, "Nieuw")
    request_of(cast, "Laat", at=monday(weeks=-20))
    rest(request_of(cast, "Rust", at=monday(weeks=-20)))

    assert found(cast, client, "belofte=on") == {"Laat"}


def test_what_is_chosen_stays_in_the_form_and_in_the_way_on(cast, client):
    for number in range(60):
        conference = Conference.objects.create(region=cast.region, is_urgent=True)
        conference.participants.create(person=cast.anyone_new(f"N{number:03}"), role=Role.MAIN_PERSON)

    page = desk(cast, client, "/werk/?zoek=n0&spoed=on")

    assert 'value="n0"' in page
    assert "?zoek=n0&amp;spoed=on&amp;na=" in page
    assert "Wis filter" in page
    assert "Vandaag" not in page  # who looks for something finds nothing else in the way


def test_nothing_found_says_what_can_be_done(cast, client, four):
    page = desk(cast, client, "/werk/?zoek=xyz")

    assert "Niets gevonden" in page
    assert "Wis filter" in page
    assert "?zoek=xyz&amp;fase=closed" in page


# --- who -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("cor", {"Cor"}),
        ("COR", {"Cor"}),
        ("sukru", {"Cor"}),
        ("Şükrü yılmaz", {"Cor"}),
        ("yilm", {"Cor"}),
        ("heer", {"Cor"}),
        ("heerde sukru", {"Cor"}),
        ("nunsp", {"Ans", "Bea", "Dirk"}),
        ("nunspeet bea", {"Bea"}),
        ("nunspeet cor", set()),
        ("or", set()),  # the beginning of a name
        ("%", set()),
        ("_", set()),
        ("' OR 1=1 --", set()),
        ("   ", {"Ans", "Bea", "Cor", "Dirk"}),
        ("a" * 101, {"Ans", "Bea", "Cor", "Dirk"}),
    ],
)
def test_names_are_found_however_they_are_written(cast, client, four, typed, names):
    assert found(cast, client, f"zoek={typed}") == names


@pytest.mark.parametrize(
    "name", ["Zoë", "Gülşen", "Łukasz", "André-Marie", "’t Hart", "Søren", "İbrahim", "فاطمة", "Ngọc"]
)
def test_every_name_finds_itself_and_its_plain_spelling(cast, client, name):
    request_of(cast, name)

    assert found(cast, client, f"zoek={name}") == {name}
    assert found(cast, client, f"zoek={' '.join(folded(name))}") == {name}


def test_a_citizen_service_number_is_not_searched_for(cast, client, four):
    page = desk(cast, client, "/werk/?zoek=111222333")

    assert "lijkt" in page
    assert found(cast, client, "zoek=111222333") == {"Ans", "Bea", "Cor", "Dirk"}


def test_a_search_stays_within_what_the_manager_answers_for(cast, client, four):
    sjoerd = manager(cast, "Sjoerd")

    assert found(cast, client, "zoek=ans", who=sjoerd) == set()


def test_only_present_people_are_found(cast, client, four):
    four.unseat(four.coordinator)

    assert found(cast, client, "zoek=sukru") == set()


# --- page by page ----------------------------------------------------------------------------------------------------
def test_a_long_list_goes_on_page_by_page_and_leaves_nobody_out(cast, client):
    for number in range(120):
        conference = Conference.objects.create(region=cast.region, created_at=monday(), moved_at=monday())
        conference.participants.create(person=cast.anyone_new(f"N{number:03}"), role=Role.MAIN_PERSON)
    seen, mark = [], ""
    for _page in range(3):
        rows, mark = page_of(by_promise(conferences_of(cast.ayse)), mark)
        seen += [row.slug for row in rows]

    assert mark == ""
    assert len(seen) == len(set(seen)) == 120
    first = desk(cast, client)
    assert listed(first).count("Rond N") == 50
    assert "Volgende vijftig" in first


def test_pages_follow_each_other_by_link_and_lead_back(cast, client):
    for number in range(60):
        conference = Conference.objects.create(region=cast.region, created_at=monday(days=number), moved_at=monday())
        conference.participants.create(person=cast.anyone_new(f"N{number:03}"), role=Role.MAIN_PERSON)
    cast.enter(client, cast.ayse)
    following = client.get("/werk/").context["following"]

    page = client.get("/werk/", {"na": following})

    assert [line.conference.names for line in page.context["lines"]] == [f"N{number:03}" for number in range(50, 60)]
    assert "Terug naar het begin" in page.content.decode()
    assert "Vandaag" not in page.content.decode()


def test_what_ended_last_comes_first_and_pages_on(cast):
    for number in range(60):
        Conference.objects.create(
            region=cast.region, phase=Phase.CLOSED, outcome=Outcome.STOPPED, moved_at=monday(days=number)
        )
    ended = by_promise(conferences_of(cast.ayse, phases=[Phase.CLOSED]))

    first, mark = page_of(ended, "", newest_first=True)
    second, end = page_of(ended, mark, newest_first=True)

    days = [row.moved_at for row in first + second]
    assert days == sorted(days, reverse=True)
    assert (len(days), end) == (60, "")


@pytest.mark.parametrize(
    "mark", ["", "x", "1~2~3", "1~2027-01-01T10:00:00~abc", "~~", "9" * 400, "1~2027-01-01T10:00:00+00:00~'"]
)
def test_a_mark_that_makes_no_sense_is_the_first_page(mark):
    assert read_mark(mark) is None


def test_a_seat_at_the_desk_alone_opens_no_list_of_others(cast):
    newcomer = cast.anyone_new(login_email="n@kring.example")
    Seat.objects.create(person=newcomer, desk=Desk.MANAGER)
    request_of(cast, "Ans")

    assert not conferences_of(newcomer).exists()
