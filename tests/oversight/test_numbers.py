"""Numbers without people: the office counts, and how long it takes until a coordinator is there is never silent."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from kring.conference.access import Phase
from kring.conference.models import Conference
from kring.matching.models import FirstContact
from kring.oversight.waiting import waiting_times
from kring.region.models import Region
from tests.oversight.scenes import desk, request_of, rest, waits_for


def office(cast, client) -> str:
    cache.clear()
    return desk(cast, client, "/werk/bureau/", cast.henk)


def contacted(cast, *days: int, ago: int = 3) -> None:
    """Requests whose first contact came so many days later."""
    for number in days:
        on = timezone.localdate() - timedelta(days=ago)
        conference = request_of(cast, "Ans", at=timezone.now() - timedelta(days=ago + number))
        waits_for(conference, "preparation", talked=timezone.now(), yes=timezone.now())
        FirstContact.objects.create(conference=conference, on=on)


def waiting(cast, many: int) -> None:
    for _number in range(many):
        waits_for(request_of(cast, "Bea"), "matching", talked=timezone.now(), yes=timezone.now())


@pytest.mark.rule("B29")
def test_the_office_counts_and_says_less_than_five_where_people_could_be_known(cast, client):
    for number in range(5):
        request_of(cast, f"Nummer{number}")
    cast.conference(phase=Phase.CLOSED)
    cast.enter(client, cast.henk)

    page = client.get("/werk/bureau/")
    counts = {str(name): number for _title, lines in page.context["figures"] for name, number in lines}

    assert counts["voor mijzelf of mijn gezin"] == "5 tot 9"
    assert counts["als professional"] == "minder dan 5"
    assert counts["afgerond"] == "minder dan 5"
    assert "/c/" not in page.content.decode()
    assert "Nummer" not in page.content.decode()


@pytest.mark.rule("A32")
def test_the_office_sees_how_many_requests_are_nobodys_and_not_which(cast, client):
    assert "nog van niemand" not in office(cast, client)

    request_of(cast, "Ans", municipality=None, place="Verweggistan")
    assert "nog van niemand zijn: minder dan 5" in office(cast, client)

    for _number in range(5):
        request_of(cast, "Ans", municipality=None, place="Verweggistan")
    page = office(cast, client)
    assert "nog van niemand zijn: 5 tot 9" in page
    assert "Verweggistan" not in page


# --- how long it takes -----------------------------------------------------------------------------------------------
@pytest.mark.rule("B2")
@pytest.mark.rule("R-TIM-1")
def test_how_long_it_took_is_the_median_of_this_region_and_how_many_wait_is_counted(cast):
    Region.objects.create(name="Drenthe", manager=cast.ayse)
    contacted(cast, 2, 30, 4, 8, 6)
    waiting(cast, 6)

    drenthe, here = waiting_times()

    assert (here.region, here.days, here.waiting) == ("Gelderland en Overijssel", 6, "5 tot 9")
    assert (drenthe.region, drenthe.days, drenthe.waiting) == ("Drenthe", None, "minder dan 5")


@pytest.mark.rule("B29")
def test_of_today_minus_yesterday_nothing_is_left(cast):
    waiting(cast, 6)
    yesterday = waiting_times()[0].waiting
    cache.clear()
    waiting(cast, 1)

    assert waiting_times()[0].waiting == yesterday == "5 tot 9"


@pytest.mark.rule("B2")
def test_of_fewer_than_five_people_nothing_is_said(cast, client):
    contacted(cast, 90, 90, 90, 90)
    waiting(cast, 4)

    page = office(cast, client)

    assert not re.search(r"\b90\b", page)
    assert "minder dan 5 keer, dus geen cijfer" in page
    assert waiting_times()[0].waiting == "minder dan 5"


@pytest.mark.rule("B2")
def test_what_was_long_ago_does_not_count_and_who_takes_it_easy_does_not_wait(cast):
    contacted(cast, 50, 50, 50, 50, 50, ago=200)
    waiting(cast, 6)
    for conference in Conference.objects.filter(phase="matching")[:2]:
        rest(conference)

    here = waiting_times()[0]

    assert (here.days, here.waiting) == (None, "minder dan 5")


@pytest.mark.rule("B2")
def test_everybody_can_read_how_long_it_takes(cast, client):
    contacted(cast, 11, 11, 11, 11, 11)

    page = client.get("/werk/wachttijden/").content.decode()

    assert "11 dagen" in page
    assert "Gelderland en Overijssel" in page


@pytest.mark.parametrize("many", [1, 40])
def test_waiting_times_cost_the_same_however_many_there_are(cast, client, django_assert_max_num_queries, many):
    contacted(cast, *range(many))
    for number in range(many):
        Region.objects.create(name=f"R{number}", manager=cast.ayse)
    cache.clear()

    with django_assert_max_num_queries(5):
        client.get("/werk/wachttijden/")
    with django_assert_max_num_queries(0):
        waiting_times()


def test_what_is_told_about_keeping_is_what_the_program_keeps_to(cast, client):
    from kring.oversight.models import KeepingPeriod

    assert "Tot 30 dagen na het belverzoek" in client.get("/werk/bewaartermijnen/").content.decode()
    KeepingPeriod.objects.create(kind="call_back", days=14)

    assert "Tot 14 dagen na het belverzoek" in client.get("/werk/bewaartermijnen/").content.decode()
