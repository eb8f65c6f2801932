"""Ticks made without network: carried once, never over what somebody else changed, and said when they cannot."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.preparation.models import PersonalPreparation

TODAY = "2026-01-05"


def tick(person, *, how="phone", on=TODAY, seen="", mark=None) -> dict:
    return {"id": str(mark or uuid4()), "person": person.slug, "how": how, "on": on if how else "", "seen": seen}


def send(client, conference, *ticks):
    url = reverse("preparation:catch_up", args=[conference.slug])
    return client.post(url, json.dumps({"ticks": ticks}), content_type="application/json")


@pytest.mark.rule("A26")
def test_ticks_that_arrive_twice_are_carried_once(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    first, second = tick(cast.fatma), tick(cast.marloes, how="visit")

    assert send(client, conference, first, second).json() == {
        "carried": [{"id": first["id"], "said": ""}, {"id": second["id"], "said": ""}]
    }
    assert send(client, conference, first).json() == {"carried": [{"id": first["id"], "said": ""}]}

    assert {(talk.person, str(talk)) for talk in conference.preparations.all()} == {
        (cast.fatma, f"phone:{TODAY}"), (cast.marloes, f"visit:{TODAY}"),
    }  # fmt: skip
    assert conference.journal.filter(step="prepare_person").count() == 2


def test_a_tick_that_comes_again_after_it_was_taken_away_stays_away(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    first = tick(cast.fatma)
    send(client, conference, first)

    send(client, conference, tick(cast.fatma, how="", seen=f"phone:{TODAY}"))
    send(client, conference, first)

    assert not conference.preparations.exists()


def test_what_somebody_changed_meanwhile_stays_and_is_said(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    PersonalPreparation.tick(conference, person=cast.fatma, how="visit", on=timezone.localdate(), by=cast.joke)

    other = send(client, conference, tick(cast.fatma)).json()["carried"][0]["said"]
    gone = send(client, conference, tick(cast.naima, how="", seen="visit:2026-01-01")).json()["carried"][0]["said"]
    same = send(client, conference, tick(cast.fatma, how="visit", on=f"{timezone.localdate()}")).json()

    assert "Fatma: er stond intussen al «bezoek" in other
    assert "Naima" in gone or same["carried"][0]["said"] == ""
    assert conference.preparations.get().how == "visit"


def test_who_left_and_a_day_to_come_are_refused_in_a_sentence(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)

    said = [
        it["said"]
        for it in send(client, conference, tick(cast.stranger), tick(cast.fatma, on="2999-01-01")).json()["carried"]
    ]

    assert "doet niet meer mee" in said[0]
    assert said[1] == "Fatma: Deze dag moet nog komen. Vink het pas aan als u elkaar gesproken heeft."
    assert not conference.preparations.exists()


def test_nonsense_is_refused_and_others_find_no_door(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    for body in ({"ticks": [{}]}, {"ticks": "x"}, [], {"ticks": [tick(cast.fatma, how="mail")]}):
        url = reverse("preparation:catch_up", args=[conference.slug])
        assert client.post(url, json.dumps(body), content_type="application/json").status_code == 400
    assert client.post(url, {"ticks": "een formulier"}).status_code == 400
    for role in (Role.MAIN_PERSON, Role.REGIONAL_MANAGER):
        assert send(cast.enter(client, role), conference, tick(cast.fatma)).status_code == 404


def test_when_the_day_began_the_list_is_closed(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION)

    assert send(cast.enter(client, cast.joke), conference, tick(cast.fatma)).status_code == 404


def test_what_a_phone_keeps_is_short(cast, client):
    conference = cast.conference()
    url = reverse("preparation:people", args=[conference.slug])
    page = cast.enter(client, cast.joke).get(url + "?onderweg=1").text

    assert "Fatma B" in page
    assert "Bouzid" not in page
    assert "06 11 00 00 02" in page
    PersonalPreparation.tick(conference, person=cast.fatma, how="visit", on=timezone.localdate(), by=cast.joke)
    assert "06 11 00 00 02" not in client.get(url + "?onderweg=1").text  # spoken with: no number left to keep
