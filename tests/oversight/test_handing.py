"""Who answers: the national inbox, taking over, and giving over to a colleague."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference, NotAllowed, Overtaken
from kring.conference.words import ACTS, AT_THE_DESK
from kring.foundation.posting import Message
from kring.oversight.handing import NoRegionThere, NotAColleague, give_over, route, take
from kring.referral.models import Referral
from kring.region.models import Municipality, Region
from tests.oversight.scenes import desk, manager, request_of, top


@pytest.fixture
def lost(cast) -> Conference:
    """A request from a place nobody knows."""
    return request_of(cast, "Ans", municipality=None, place="Verweggistan")


def told(person) -> list[str]:
    return list(Message.objects.filter(recipient=person).order_by("pk").values_list("subject", flat=True))


# --- the national inbox ----------------------------------------------------------------------------------------------
@pytest.mark.rule("A32")
def test_a_request_of_nobody_stands_on_top_with_every_manager_until_one_takes_it(cast, client, lost):
    elsewhere = manager(cast)
    for who in (cast.ayse, elsewhere):
        page = top(desk(cast, client, who=who))
        assert "Verweggistan" in page
        assert not re.search(r"\bAns\b", page)

    cast.enter(client, cast.ayse)
    answer = client.post(f"/werk/neem-over/{lost.slug}/", {"region": cast.region.slug})

    assert answer["Location"] == f"/c/{lost.slug}/"
    assert "Verweggistan" not in desk(cast, client)
    assert "Rond Ans" in desk(cast, client)
    assert "Verweggistan" not in desk(cast, client, who=elsewhere)


@pytest.mark.rule("A32")
def test_the_oldest_request_of_nobody_comes_first_with_its_age(cast, client):
    for days in (1, 20, 8):
        asked = request_of(cast, f"N{days}", municipality=None, place=f"Plaats{days}")
        Conference.objects.filter(pk=asked.pk).update(created_at=timezone.now() - timedelta(days=days))

    page = top(desk(cast, client))

    assert page.index("Plaats20") < page.index("Plaats8") < page.index("Plaats1<")
    assert "werkdagen" in page


@pytest.mark.parametrize("region", ["", "abcdefghjkmn", "other"])
def test_a_request_is_not_taken_into_a_region_that_is_not_yours(cast, client, lost, region):
    other = Region.objects.create(name="Friesland", manager=manager(cast, "Sjoerd"))
    cast.enter(client, cast.ayse)

    client.post(f"/werk/neem-over/{lost.slug}/", {"region": other.slug if region == "other" else region})

    lost.refresh_from_db()
    assert lost.region is None


@pytest.mark.rule("A32")
def test_a_place_that_is_known_after_all_brings_it_to_the_manager_there(cast, client, lost):
    sjoerd = manager(cast, "Sjoerd")
    heerenveen = Municipality.objects.create(
        name="Heerenveen", places="Akkrum, Aldeboarn", region=Region.objects.create(name="Friesland", manager=sjoerd)
    )
    Municipality.objects.create(name="Akkrumerveld")
    cast.enter(client, cast.ayse)
    page = client.get(f"/werk/van-niemand/{lost.slug}/?plaats=akkrum").content.decode()
    assert "Stuur naar Friesland" in page
    assert "nog geen regio" in page

    client.post(f"/werk/van-niemand/{lost.slug}/gemeente/", {"gemeente": "Heerenveen"})

    lost = Conference.objects.get()
    assert (lost.region.name, lost.municipality, lost.manager) == ("Friesland", heerenveen, sjoerd)
    assert lost.journal.get().step == "route"
    assert told(sjoerd) == ["Een conferentie voor u"]
    assert Referral.objects.get().place == "Verweggistan"  # nothing else is remembered
    assert "Rond Ans" in desk(cast, client, who=sjoerd)
    assert not re.search(r"\bAns\b", desk(cast, client))


@pytest.mark.parametrize("gemeente", ["", "Nergenshuizen", "Leegte"])
def test_a_place_without_a_region_leaves_it_where_it_was(cast, client, lost, gemeente):
    Municipality.objects.create(name="Leegte")
    cast.enter(client, cast.ayse)

    client.post(f"/werk/van-niemand/{lost.slug}/gemeente/", {"gemeente": gemeente})

    lost.refresh_from_db()
    assert (lost.region, lost.municipality) == (None, None)
    with pytest.raises(NoRegionThere):
        route(lost, municipality=Municipality.objects.get(name="Leegte"), by=cast.ayse)


def test_of_two_colleagues_who_send_it_on_the_first_one_does(cast, lost):
    seen_by_another = Conference.objects.get(pk=lost.pk)
    route(lost, municipality=cast.municipality, by=cast.ayse)

    with pytest.raises(Overtaken):
        route(seen_by_another, municipality=cast.municipality, by=cast.ayse)
    assert [entry.step for entry in lost.journal.all()] == ["route"]


def test_the_inbox_says_no_more_than_the_place(cast, client, lost):
    cast.enter(client, cast.ayse)

    page = client.get(f"/werk/van-niemand/{lost.slug}/?plaats=xx").content.decode()

    assert "Verweggistan" in page
    assert "Die plaats kennen wij niet" in page
    for kept in ("Ans", "Geheim verhaal"):
        assert kept not in page


def test_a_request_that_has_a_region_has_no_page_in_the_inbox(cast, client, lost):
    take(lost, by=cast.ayse, region=cast.region)
    cast.enter(client, cast.ayse)

    assert client.get(f"/werk/van-niemand/{lost.slug}/").status_code == 404


@pytest.mark.parametrize("who", ["joke", "henk", "naima", "tom"])
def test_the_inbox_is_for_managers_alone(cast, client, lost, who):
    cast.enter(client, getattr(cast, who))

    assert client.get(f"/werk/van-niemand/{lost.slug}/").status_code == 404
    assert client.post(f"/werk/van-niemand/{lost.slug}/gemeente/", {"gemeente": "Nunspeet"}).status_code == 404


# --- taken over and given over ---------------------------------------------------------------------------------------
def test_who_answered_until_now_hears_that_a_colleague_took_it(cast):
    wouter = manager(cast)
    conference = request_of(cast, "Ans")
    Region.objects.update(stand_in=wouter)
    Message.objects.all().delete()

    take(conference, by=wouter)

    assert conference.manager == wouter
    assert told(cast.ayse) == ["Een collega nam een conferentie over"]
    assert told(wouter) == []


def test_a_conference_is_given_over_with_a_line_in_the_journal_and_both_are_told(cast, client):
    wouter = manager(cast)
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.ayse)
    assert "/werk/geef-over/" in client.get(f"/c/{conference.slug}/").content.decode()

    answer = client.post(f"/werk/geef-over/{conference.slug}/", {"to": wouter.slug})

    assert answer["Location"] == "/werk/"
    conference = Conference.objects.get()
    assert conference.manager == wouter
    assert cast.ayse not in conference.people(Role.REGIONAL_MANAGER, Role.COACH)
    entry = conference.journal.get()
    assert (entry.step, entry.taken_by) == ("give_over", cast.ayse)
    assert JournalEntry.first_break(conference) is None
    assert told(wouter) == ["Een conferentie voor u"]
    assert told(cast.ayse) == ["Uw conferentie is overgegeven"]
    assert not Message.objects.filter(text__contains="Naima").exists()
    assert client.get(f"/c/{conference.slug}/").status_code == 404
    cast.enter(client, wouter)
    assert client.get(f"/c/{conference.slug}/").status_code == 200


@pytest.mark.rule("A51")
def test_after_giving_over_every_professional_sees_whom_to_call_now(cast, client):
    wouter = manager(cast)
    wouter.phone, wouter.last_name = "06 22 00 00 09", "Hofstra"
    wouter.save()
    conference = cast.conference(phase=Phase.PREPARATION)

    give_over(conference, to=wouter, by=cast.ayse)

    for person in (cast.marloes, cast.stefan, cast.tom):
        cast.enter(client, person)
        page = client.get(f"/c/{conference.slug}/").content.decode()
        for known in ("Wouter Hofstra", "06 22 00 00 09", "wouter@kring.example"):
            assert known in page, person
        assert "Demirçi" not in page


def test_another_coach_stays_when_the_manager_changes(cast):
    wouter, greet = manager(cast), manager(cast, "Greet")
    conference = cast.conference(phase=Phase.PREPARATION)
    conference.participants.filter(role=Role.COACH).update(person=greet)
    conference.forget_seats()

    give_over(conference, to=wouter, by=cast.ayse)

    assert (conference.manager, conference.coach) == (wouter, greet)


@pytest.mark.parametrize("to", ["ayse", "joke", "henk", "naima"])
def test_it_is_given_to_another_manager_and_to_nobody_else(cast, client, to):
    conference = cast.conference(phase=Phase.PREPARATION)
    with pytest.raises(NotAColleague):
        give_over(conference, to=getattr(cast, to), by=cast.ayse)
    cast.enter(client, cast.ayse)

    client.post(f"/werk/geef-over/{conference.slug}/", {"to": getattr(cast, to).slug})

    assert Conference.objects.get().manager == cast.ayse
    assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["joke", "naima", "fatma", "tom", "marloes", "stefan"])
def test_nobody_else_gives_a_conference_away(cast, who):
    wouter = manager(cast)
    conference = cast.conference(phase=Phase.PREPARATION)

    with pytest.raises(NotAllowed):
        give_over(conference, to=wouter, by=getattr(cast, who))
    assert conference.manager == cast.ayse


def test_what_the_journal_calls_it_is_dutch():
    assert (ACTS["give_over"], AT_THE_DESK["route"]) == (
        "overgegeven aan een andere regiomanager",
        "naar de regio van de gemeente gestuurd",
    )
