"""The office hands a region over to another manager: what runs there goes along, each of it written down."""

import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference, NotAllowed
from kring.foundation.posting import Message
from kring.foundation.working import work_off
from kring.people.models import Desk, Seat
from kring.referral import routing
from kring.region.models import NotAtTheDesk, Region


@pytest.fixture
def wouter(cast):
    person = cast.anyone_new("Wouter", last_name="de Graaf", login_email="wouter@kring.example", phone="06 22 00 00 03")
    Seat.objects.create(person=person, desk=Desk.MANAGER)
    return person


def page(cast) -> str:
    return reverse("referral:hand_over_region", args=[cast.region.slug])


def seats(conference: Conference, role: Role) -> list:
    return Conference.objects.get(pk=conference.pk).people(role)


@pytest.mark.rule("A32")
def test_a_region_and_what_runs_in_it_go_to_the_new_manager(cast, client, wouter):
    running, closed = cast.conference(phase=Phase.PREPARATION), cast.conference(phase=Phase.CLOSED)
    cast.enter(client, cast.henk)

    answer = client.post(page(cast), {"to": wouter.slug})

    assert answer.status_code == 302
    assert Region.objects.get().manager == wouter
    assert seats(running, Role.REGIONAL_MANAGER) == [wouter]
    assert seats(closed, Role.REGIONAL_MANAGER) == [cast.ayse]
    assert list(routing.regions_of(wouter)) == [cast.region]
    assert not routing.regions_of(cast.ayse).exists()


def test_it_is_written_in_the_journal_of_each_by_whom(cast, wouter):
    conference = cast.conference(phase=Phase.PREPARATION)

    routing.hand_over_region(cast.region, to=wouter, by=cast.henk)

    entry = conference.journal.get(step="hand_over_region")
    assert (entry.taken_by, entry.phase_before, entry.phase_after) == (cast.henk, "preparation", "preparation")
    assert JournalEntry.first_break(conference) is None


def test_the_new_manager_hears_how_many_and_no_names(cast, wouter):
    cast.conference(phase=Phase.PREPARATION)

    routing.hand_over_region(cast.region, to=wouter, by=cast.henk)

    message = Message.objects.get(recipient=wouter)
    assert "1 lopende conferentie mee" in message.text
    assert "Naima" not in message.text


def test_a_large_region_goes_along_in_the_worker(cast, wouter, monkeypatch):
    monkeypatch.setattr(routing, "AT_ONCE", 2)
    conferences = [cast.conference(phase=Phase.REFERRAL) for _number in range(5)]

    assert routing.hand_over_region(cast.region, to=wouter, by=cast.henk) == 5
    assert [seats(one, Role.REGIONAL_MANAGER) == [wouter] for one in conferences] == [True, True, False, False, False]
    work_off()

    assert all(seats(one, Role.REGIONAL_MANAGER) == [wouter] for one in conferences)
    assert all(one.journal.filter(step="hand_over_region").count() == 1 for one in conferences)


def test_work_that_comes_late_does_not_undo_a_newer_hand_over(cast, wouter):
    conference = cast.conference(phase=Phase.REFERRAL)
    routing.hand_over_region(cast.region, to=wouter, by=cast.henk)
    routing.hand_over_region(cast.region, to=cast.ayse, by=cast.henk)

    routing.bring_along(cast.region.pk, [conference.pk], [cast.ayse.pk], wouter.pk, cast.henk.pk)

    assert seats(conference, Role.REGIONAL_MANAGER) == [cast.ayse]


def test_a_conference_in_which_the_new_manager_takes_part_otherwise_stays_where_it_was(cast, wouter):
    conference = cast.conference(phase=Phase.PREPARATION)
    conference.seat(wouter, Role.PROFESSIONAL)

    routing.hand_over_region(cast.region, to=wouter, by=cast.henk)

    assert seats(conference, Role.REGIONAL_MANAGER) == [cast.ayse]
    assert not conference.journal.filter(step="hand_over_region").exists()


def test_what_a_colleague_already_answers_for_stays_there_and_what_the_stand_in_had_goes_along(cast, wouter):
    given, stood_in, nobodys = (cast.conference(phase=Phase.REFERRAL) for _number in range(3))
    colleague, stand_in = cast.anyone_new("Roos"), cast.anyone_new("Dirk")
    for person in (colleague, stand_in):
        Seat.objects.create(person=person, desk=Desk.MANAGER)
    for conference, person in ((given, colleague), (stood_in, stand_in), (nobodys, None)):
        conference.unseat(cast.ayse, Role.REGIONAL_MANAGER)
        if person:
            conference.seat(person, Role.REGIONAL_MANAGER)
    cast.region.leave_to(stand_in)

    assert routing.hand_over_region(cast.region, to=wouter, by=cast.henk) == 2

    assert seats(given, Role.REGIONAL_MANAGER) == [colleague]
    assert seats(stood_in, Role.REGIONAL_MANAGER) == seats(nobodys, Role.REGIONAL_MANAGER) == [wouter]


def test_who_coached_as_manager_is_followed_in_that_too_and_another_coach_stays(cast, wouter):
    by_manager, by_other = cast.conference(phase=Phase.PREPARATION), cast.conference(phase=Phase.PREPARATION)
    for conference in (by_manager, by_other):
        for coach in conference.people(Role.COACH):
            conference.unseat(coach, Role.COACH)
    other = cast.anyone_new("Coach")
    by_manager.seat(cast.ayse, Role.COACH)
    by_other.seat(other, Role.COACH)

    routing.hand_over_region(cast.region, to=wouter, by=cast.henk)

    assert seats(by_manager, Role.COACH) == [wouter]
    assert seats(by_other, Role.COACH) == [other]


def test_a_stand_in_of_the_former_manager_stops(cast, wouter):
    cast.region.leave_to(wouter)

    routing.hand_over_region(cast.region, to=wouter, by=cast.henk)

    assert (Region.objects.get().stand_in, Region.objects.get().answers) == (None, wouter)


def test_to_oneself_or_to_who_is_no_manager_is_refused(cast, wouter):
    with pytest.raises(routing.AlreadyTheirs):
        routing.hand_over_region(cast.region, to=cast.ayse, by=cast.henk)
    with pytest.raises(NotAtTheDesk):
        routing.hand_over_region(cast.region, to=cast.joke, by=cast.henk)


@pytest.mark.parametrize("who", ["ayse", "joke", "naima", "stranger"])
def test_only_the_office_hands_a_region_over(cast, client, wouter, who):
    person = getattr(cast, who)
    with pytest.raises(NotAllowed):
        routing.hand_over_region(cast.region, to=wouter, by=person)
    cast.enter(client, person)

    assert client.get(page(cast)).status_code == 404
    assert client.post(page(cast), {"to": wouter.slug}).status_code == 404
    assert Region.objects.get().manager == cast.ayse
