"""The place: two rooms, asked of who lives there, never a secret address; a register that coordinators share."""

from datetime import date

import pytest
from django.urls import reverse

from kring.circle.safety import SafetyNote
from kring.conference.access import Role
from kring.foundation.posting import Message
from kring.preparation import announcing
from kring.preparation.models import MeetingPlace, NotReady, Preparation, Venue
from tests.preparation.days import as_typed, at, everybody_can, soon

WIEK = {"name": "Buurthuis De Wiek", "address": "Dorpsstraat 12, Nunspeet", "cost": "€ 40 per dagdeel"}


@pytest.fixture
def wiek(cast) -> Venue:
    venue = Venue()
    venue.tell(region=cast.region, has_two_rooms=True, has_kitchen=True, is_step_free=True, by=cast.joke, **WIEK)
    return venue


# --- of this conference
@pytest.mark.rule("B18")
def test_ready_is_refused_until_the_circle_can_be_alone(cast):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    MeetingPlace.objects.filter(conference=conference).update(has_two_rooms=False)

    with pytest.raises(NotReady, match="geen twee kamers"):
        preparation.mark_ready(by=cast.joke)
    place = {"where": preparation.place, "why_one_room": "De anderen wachten in het café ernaast."}
    announcing.settle_place(preparation, by=cast.joke, **place)

    preparation.mark_ready(by=cast.joke)


def test_two_rooms_are_asked_where_the_day_is_chosen(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())

    cast.enter(client, cast.joke).post(at("fix_date", conference), as_typed(soon(), two_rooms="on"))

    assert MeetingPlace.of(conference).has_two_rooms


def test_a_place_of_the_register_brings_what_is_known_of_it(cast, client, wiek):
    conference = cast.conference()
    page = cast.enter(client, cast.joke).get(at("place", conference), {"plek": wiek.slug}).context["form"]
    typed = {name: page[name].value() for name in page.fields if page[name].value() not in (None, False)}

    for _twice in range(2):
        client.post(f"{at('place', conference)}?plek={wiek.slug}", typed | {"key_holder": "Mevrouw Bos"})

    place = MeetingPlace.of(conference)
    assert (place.venue, place.has_two_rooms, place.key_holder) == (wiek, True, "Mevrouw Bos")
    assert Preparation.of(conference).place == "Buurthuis De Wiek\nDorpsstraat 12, Nunspeet"
    wiek.refresh_from_db()
    assert wiek.booked == 1


def test_at_home_only_after_who_lives_there_was_asked(cast, client):
    conference = cast.conference()
    typed = {"where": "Bij oma Fatma", "kind": "home", "has_two_rooms": "on"}
    cast.enter(client, cast.joke)

    assert "whose_home" in client.post(at("place", conference), typed).context["form"].errors
    typed["whose_home"] = cast.fatma.slug
    assert "home_asked_on" in client.post(at("place", conference), typed).context["form"].errors
    client.post(at("place", conference), typed | {"home_asked_on": "2026-11-02"})

    place = MeetingPlace.of(conference)
    assert (place.whose_home, place.home_asked_on) == (cast.fatma, date(2026, 11, 2))


def test_a_secret_address_is_never_the_place(cast, client):
    conference = cast.conference()
    SafetyNote.note(conference, about=cast.fatma, flag="secret_address", by=cast.joke)
    typed = {"where": "Bij oma", "kind": "home", "whose_home": cast.fatma.slug, "home_asked_on": "2026-11-02"}

    page = cast.enter(client, cast.joke).post(at("place", conference), typed)

    assert "adres dat geheim is" in page.text
    assert not MeetingPlace.objects.filter(conference=conference).exists()


def test_another_place_is_told_to_everybody_when_the_day_is_known(cast):
    conference = cast.conference()
    everybody_can(conference, soon())
    preparation = Preparation.of(conference)
    announcing.fix_date(preparation, starts_at=soon(), place="De Wiek", by=cast.joke)

    announcing.settle_place(preparation, where="De Bron", has_two_rooms=True, by=cast.joke)

    told = {message.recipient: message for message in Message.objects.filter(about=conference).order_by("pk")}
    assert "De dag blijft" in told[cast.marloes].text
    assert "De Bron" in told[cast.fatma].text  # she is called
    assert "De Bron" not in told[cast.marloes].text + told[cast.marloes].calendar
    assert preparation.change == 2


# --- the register
def test_coordinators_and_managers_keep_the_register_together(cast, client, wiek):
    cast.enter(client, cast.ayse).post(
        reverse("venues:venue", args=[wiek.slug]),
        WIEK | {"region": cast.region.pk, "call_name": "Gerda", "call_phone": "0341 12 34 56", "has_toilet": "on"},
    )

    page = cast.enter(client, cast.joke).get(reverse("venues:register"), {"zoek": "wiek nunsp"}).text

    assert "Gerda" in page
    assert "0341 12 34 56" in page
    assert client.get(reverse("venues:register"), {"zoek": "elders"}).context["rows"] == []
    client.post(reverse("venues:stop", args=[wiek.slug]))
    assert not Venue.objects.for_use().exists()


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.PROFESSIONAL, "henk"])
def test_the_register_is_not_there_for_others(cast, client, who, wiek):
    cast.enter(client, getattr(cast, who) if who == "henk" else who)

    assert client.get(reverse("venues:register")).status_code == 404
    assert client.post(reverse("venues:venue", args=[wiek.slug]), WIEK).status_code == 404


@pytest.mark.parametrize("rows", [1, 50])
def test_a_long_register_goes_a_page_at_a_time(cast, client, rows, django_assert_max_num_queries):
    names = [f"Zaal {number:03}" for number in range(rows + 2)]
    Venue.objects.bulk_create(Venue(region=cast.region, name=name, address="Plein 1", search="zaal") for name in names)
    cast.enter(client, cast.joke)

    with django_assert_max_num_queries(12):
        first = client.get(reverse("venues:register")).context

    rest = client.get(reverse("venues:register"), {"na": first["following"]}).context["rows"]
    assert [venue.name for venue in first["rows"] + (rest if first["following"] else [])] == names


# --- each for themselves
def test_another_door_is_read_by_that_person_alone(cast, client):
    from kring.circle.arriving import ArrivingApart

    conference = cast.conference()
    cast.make_ready(conference)
    ArrivingApart.arrange(conference, person=cast.fatma, how="Achterom, langs de tuin", by=cast.joke)

    assert "Achterom" in cast.enter(client, cast.fatma).get(at("show", conference)).text
    for other in (cast.naima, cast.marloes, cast.stefan):
        page = cast.enter(client, other).get(at("show", conference)).text
        assert "Buurthuis De Wiek" in page
        assert "Achterom" not in page
