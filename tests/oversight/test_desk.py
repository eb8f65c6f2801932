"""The desk of the regiomanager: «Vandaag» on top, then everything; never what it is about, and the same cost always."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from kring.conditions.models import ConditionsForm
from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.posting import Message, Status, post
from kring.matching.coaching import CoachingTalk
from kring.matching.handing_over import HandOver, Why
from kring.matching.models import FirstContact, Offer
from kring.people.models import Channel
from kring.referral.models import Enquiry, Referral
from tests.oversight.scenes import desk, listed, manager, request_of, rest, top

SECRET = "Ditmagnooit"


# --- never what it is about ------------------------------------------------------------------------------------------
def fill_every_locked_field() -> int:
    """Everything that is kept locked says the same secret word."""
    filled = 0
    for model in apps.get_app_config("kring").get_models():
        fields = [field.name for field in model._meta.local_fields if isinstance(field, LockedTextField)]
        filled += sum(
            model.objects.update(**dict.fromkeys(fields, f"{SECRET} {model.__name__}")) for _once in fields[:1]
        )
    return filled


@pytest.mark.parametrize("phase", Phase)
def test_nothing_that_is_kept_locked_stands_on_the_desk_or_is_found_there(cast, client, phase):
    conference = cast.conference(phase=phase)
    Referral.objects.filter(conference=conference).update(talked_with="Tante Mien")
    assert fill_every_locked_field() >= 2

    for address in ("/werk/", f"/werk/?fase={phase}", "/werk/?zoek=naima", f"/werk/?fase={phase}&zoek=naima"):
        page = desk(cast, client, address)
        for kept in (SECRET, "Tante Mien", "Bouzid", "06 11 00 00 01"):
            assert kept not in page, address
    assert "Rond Naima" in desk(cast, client, f"/werk/?fase={phase}&zoek=naima")
    for typed in (SECRET, "school", "Bouzid", "Tom", "jeugdbescherming"):
        assert "Rond Naima" not in listed(desk(cast, client, f"/werk/?fase={phase}&zoek={typed}")), typed


def test_no_locked_field_is_even_read_for_the_desk(cast, client, django_assert_max_num_queries):
    for phase in (Phase.REFERRAL, Phase.MATCHING, Phase.PREPARATION, Phase.FOLLOW_UP):
        cast.conference(phase=phase)
    request_of(cast, "Ans", municipality=None, place="Verweggistan")
    cast.enter(client, cast.ayse)
    with django_assert_max_num_queries(12) as asked:
        client.get("/werk/")

    locked = [
        f'"{field.column}"'
        for model in (Referral, ConditionsForm)
        for field in model._meta.local_fields
        if isinstance(field, LockedTextField)
    ]
    read = "\n".join(query["sql"] for query in asked.captured_queries)
    assert [column for column in locked if column in read] == []


# --- what each line says ---------------------------------------------------------------------------------------------
def test_nobody_asked_yet_an_open_offer_and_no_yes_are_told_apart(cast, client):
    conference = cast.conference(phase=Phase.MATCHING)
    conference.participants.filter(role=Role.COORDINATOR).delete()
    assert "Nog niemand gevraagd: zoek een coördinator" in listed(desk(cast, client))

    offer = Offer.objects.create(conference=conference, coordinator=cast.coordinator, offered_by=cast.ayse)
    assert "Wacht op antwoord<" in listed(desk(cast, client))

    Offer.objects.filter(pk=offer.pk).update(expires_at=timezone.now() + timedelta(days=1))
    assert "Wacht op antwoord, tot morgen" in listed(desk(cast, client))

    Offer.objects.filter(pk=offer.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    page = desk(cast, client)
    assert "Nog geen ja: vraag iemand anders" in listed(page)
    assert "Nog geen coördinator" in page


def test_who_takes_it_easy_is_marked_and_asks_nothing(cast, client):
    rest(cast.conference(phase=Phase.MATCHING))

    page = desk(cast, client)

    assert "rustig aan" in listed(page)
    assert "Nog niemand gevraagd" not in page
    assert "tag-sun" not in page


@pytest.mark.rule("A53")
def test_urgency_is_seen_in_the_list_with_its_hour(cast, client):
    request_of(cast, "Ans", urgent=True)

    page = listed(desk(cast, client))

    assert "spoed" in page
    assert " uur</span>" in page


# --- «Vandaag» -------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A35")
def test_a_promise_that_comes_near_stands_on_top_and_one_with_time_does_not(cast, client):
    request_of(cast, "Nieuw")
    late = request_of(cast, "Laat", at=timezone.now() - timedelta(days=30))

    above = top(desk(cast, client))

    assert "Rond Laat" in above
    assert f"/c/{late.slug}/aanmelding/gesprek/" in above
    assert "Rond Nieuw" not in above


@pytest.mark.rule("A36")
def test_who_wants_to_talk_is_called_and_ticked_once(cast, client):
    enquiry = Enquiry.objects.create(first_name="Karel", phone="06 44 00 00 01", good_times="’s avonds")
    assert "06 44 00 00 01" in top(desk(cast, client))

    client.post(f"/werk/gebeld/{enquiry.slug}/")
    client.post(f"/werk/gebeld/{enquiry.slug}/")

    assert "06 44 00 00 01" not in desk(cast, client)
    assert Enquiry.objects.get().called_by == cast.ayse


@pytest.mark.rule("A50")
def test_a_coordinator_who_wants_to_talk_is_seen_by_the_coach_alone(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    conference.participants.filter(role=Role.COACH).delete()
    coach = manager(cast)
    conference.participants.create(person=coach, role=Role.COACH)
    CoachingTalk.objects.create(conference=conference, on=timezone.localdate(), asked_by_coordinator=True)

    assert "Joke wil sparren" in top(desk(cast, client, who=coach))
    assert "wil sparren" not in desk(cast, client, who=cast.ayse)

    CoachingTalk.objects.update(held_at=timezone.now())
    assert "wil sparren" not in desk(cast, client, who=coach)


def test_conditions_that_may_be_shared_stand_on_top_until_they_are(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    assert "Voorwaarden om na te kijken of te delen" not in desk(cast, client)

    ConditionsForm.objects.update(released_at=None, seen_at=timezone.now())
    assert f"/c/{conference.slug}/voorwaarden/" in top(desk(cast, client))

    ConditionsForm.objects.update(seen_at=None, checked_at=timezone.now())  # the main person reads first
    assert "Voorwaarden om na te kijken of te delen" not in desk(cast, client)


def test_who_waits_is_on_top_also_when_the_list_is_longer_than_a_page(cast, client):
    waits = cast.conference(phase=Phase.FOLLOW_UP)
    waits.participants.filter(role=Role.COACH).update(person=cast.ayse)
    CoachingTalk.objects.create(conference=waits, on=timezone.localdate(), asked_by_coordinator=True)
    for number in range(60):
        request_of(cast, f"Nummer{number}", at=timezone.now() - timedelta(days=20))

    page = desk(cast, client)

    assert "Joke wil sparren" in top(page)
    assert "Rond Naima" not in listed(page)
    assert top(page).count("Rond Nummer") == 10  # the rest stands right below


def test_a_family_that_would_rather_have_somebody_else_stands_on_top_also_at_rest(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    FirstContact.objects.create(conference=conference, on=timezone.localdate())
    HandOver.objects.create(conference=conference, first=cast.joke, why=Why.FAMILY)
    rest(conference)
    assert "Liever een andere coördinator" in top(desk(cast, client))

    HandOver.objects.update(why=Why.DESK)
    assert "Er komt een andere coördinator" in top(desk(cast, client))

    HandOver.objects.update(settled_at=timezone.now())
    assert "andere coördinator" not in desk(cast, client)


def test_a_message_to_be_called_or_posted_is_ticked_by_who_sent_it_alone(cast, client):
    letter = post(cast.fatma, "foundation/letters/ready.txt", key="x", sent_by=cast.ayse, channel=Channel.PHONE)
    assert letter.status == Status.BY_HAND
    cast.enter(client, cast.joke)
    assert client.post(f"/werk/post/{letter.slug}/gedaan/").status_code == 404
    assert "Fatma Bouzid" in top(desk(cast, client))

    client.post(f"/werk/post/{letter.slug}/gedaan/")

    assert Message.objects.get(pk=letter.pk).status == Status.DONE
    assert "Fatma Bouzid" not in desk(cast, client)


def test_a_letter_can_be_printed_by_who_sent_it(cast, client):
    cast.fatma.postal_address = "Dorpsstraat 1\n8071 AA Nunspeet"
    cast.fatma.save()
    letter = post(cast.fatma, "foundation/letters/ready.txt", key="x", sent_by=cast.ayse, channel=Channel.LETTER)
    cast.enter(client, cast.ayse)

    printed = client.get(f"/werk/post/{letter.slug}/brief.pdf")

    assert (printed["Content-Type"], printed.content[:5]) == ("application/pdf", b"%PDF-")
    cast.enter(client, cast.joke)
    assert client.get(f"/werk/post/{letter.slug}/brief.pdf").status_code == 404


def test_an_empty_day_and_an_empty_desk_say_so(cast, client):
    page = desk(cast, client)

    assert "Niets dat vandaag op u wacht" in page
    assert "komt vanzelf hier" in page
    assert "U hebt nog geen regio" in desk(cast, client, who=manager(cast))


def test_the_ways_to_other_work_stand_beside_the_heading(cast, client):
    page = top(desk(cast, client))

    for way in ("/werk/aanvraag/", "/werk/vervanger/", "/werk/coordinatoren/"):
        assert f'href="{way}"' in page


# --- what it costs ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("many", [1, 50])
def test_the_desk_costs_the_same_however_many_there_are(cast, client, django_assert_max_num_queries, many):
    for number in range(many):
        at = timezone.now() - timedelta(days=20)
        conference = request_of(cast, f"Nummer{number}", at=at if number % 2 else None)
        request_of(cast, f"Onbekend{number}", municipality=None)
        Enquiry.objects.create(first_name="Karel", phone=f"06 44 00 00 {number:02}")
        post(
            cast.anyone_new(), "foundation/letters/ready.txt", key=f"{number}", sent_by=cast.ayse, channel=Channel.PHONE
        )
        Offer.objects.create(conference=conference, coordinator=cast.coordinator, offered_by=cast.ayse)
    cast.enter(client, cast.ayse)
    client.get("/werk/")  # what is remembered for a minute is not asked each time

    for address in (
        "/werk/",
        "/werk/?zoek=nummer",
        "/werk/?gemeente=Nunspeet&spoed=on&belofte=on&wie=mij",
        "/werk/?fase=closed",
    ):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200


# --- who comes in ----------------------------------------------------------------------------------------------------
def test_the_desk_is_for_managers_the_numbers_for_the_office_and_neither_for_others(cast, client):
    for person, opened in ((cast.ayse, (200, 404)), (cast.joke, (404, 404)), (cast.naima, (404, 404))):
        cast.enter(client, person)
        assert (client.get("/werk/").status_code, client.get("/werk/bureau/").status_code) == opened
    cast.enter(client, cast.henk)
    assert client.get("/werk/")["Location"] == "/werk/bureau/"


def test_a_conference_behind_a_closed_door_says_nothing_more_than_that(cast, client):
    cast.conference(phase=Phase.PRIVATE_TIME)

    page = listed(desk(cast, client))

    assert "besloten tijd" in page
    assert Conference.objects.get().phase == Phase.PRIVATE_TIME
    assert "tag-sun" not in page
