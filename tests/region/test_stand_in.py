"""«Mijn vervanger tot …»: a colleague answers for a while, everywhere and only so long."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.people.models import Desk, Seat
from kring.referral.models import Requester
from kring.referral.receiving import receive
from kring.referral.routing import regions_of
from kring.region.models import NotForOneself, Region, WrongPeriod
from kring.region.replacing import at_the_managers_desk

TODAY = timezone.localdate


@pytest.fixture
def sena(cast):
    person = cast.anyone_new("Şena", last_name="Çelik", login_email="sena@kring.example", phone="06 22 00 00 03")
    Seat.objects.create(person=person, desk=Desk.MANAGER)
    return person


@pytest.mark.rule("B4")
def test_a_manager_leaves_every_own_region_to_a_colleague_until_a_day(cast, client, sena):
    north = Region.objects.create(name="Friesland", manager=cast.ayse)
    cast.enter(client, cast.ayse)
    until = TODAY() + timedelta(days=10)

    answer = client.post(reverse("region:stand_in"), {"stand_in": sena.slug, "until": until.isoformat()})

    assert answer.status_code == 302
    cast.region.refresh_from_db()
    north.refresh_from_db()
    assert cast.region.answers == north.answers == sena
    page = client.get(reverse("region:stand_in")).content.decode()
    assert "Şena Çelik" in page
    message = Message.objects.get(recipient=sena)
    assert "Ayşe Demirçi" in message.text
    assert "Friesland" in message.text


@pytest.mark.rule("A90")
def test_the_finder_and_new_requests_follow_the_stand_in_on_those_days_only(cast, client, sena):
    cast.region.leave_to(sena, start=TODAY(), until=TODAY())
    assert "Şena Çelik" in client.get("/bij-u-in-de-buurt/", {"plaats": "8071"}).content.decode()
    asked = receive(kind=Requester.SELF, main_person={"first_name": "Zoë"}, municipality=cast.municipality)
    assert asked.conference.manager == sena

    Region.objects.update(stand_in_from=TODAY() - timedelta(days=3), stand_in_until=TODAY() - timedelta(days=1))
    assert "Ayşe Demirçi" in client.get("/bij-u-in-de-buurt/", {"plaats": "8071"}).content.decode()
    cast.municipality.refresh_from_db()
    cast.municipality.region.refresh_from_db()
    asked = receive(kind=Requester.SELF, main_person={"first_name": "Sam"}, municipality=cast.municipality)
    assert asked.conference.manager == cast.ayse


@pytest.mark.parametrize(
    ("first", "last", "stands_in"),
    [
        (None, None, True),
        (-1, 1, True),
        (0, 0, True),
        (1, 3, False),
        (-3, -1, False),
        (None, -1, False),
        (1, None, False),
    ],
)
def test_the_work_of_a_region_is_also_the_stand_ins_while_it_lasts(cast, sena, first, last, stands_in):
    days = [None if number is None else TODAY() + timedelta(days=number) for number in (first, last)]
    Region.objects.update(stand_in=sena, stand_in_from=days[0], stand_in_until=days[1])
    region = Region.objects.get()

    assert (region in regions_of(sena)) is stands_in
    assert region.is_left_on(TODAY()) is stands_in
    assert region.answers == (sena if stands_in else cast.ayse)
    assert region in regions_of(cast.ayse)


@pytest.mark.rule("B4")
def test_colleagues_stand_in_the_order_of_the_alphabet_whatever_signs_their_names_have(cast, sena):
    new = {cast.anyone_new(first_name) for first_name in ("Tom", "Çağla", "Roos", "Élise", "Dirk")} | {sena}
    for person in new - {sena}:
        Seat.objects.create(person=person, desk=Desk.MANAGER)

    shown = [person.first_name for person in at_the_managers_desk() if person in new]

    assert shown == ["Çağla", "Dirk", "Élise", "Roos", "Şena", "Tom"]


def test_who_is_back_answers_again(cast, client, sena):
    cast.region.leave_to(sena)
    cast.enter(client, cast.ayse)

    client.post(reverse("region:come_back"))

    cast.region.refresh_from_db()
    assert (cast.region.answers, cast.region.stand_in_until) == (cast.ayse, None)


def test_a_period_that_is_over_or_turned_around_and_oneself_are_refused(cast, sena):
    with pytest.raises(WrongPeriod):
        cast.region.leave_to(sena, until=TODAY() - timedelta(days=1))
    with pytest.raises(WrongPeriod):
        cast.region.leave_to(sena, start=date(2099, 2, 1), until=date(2099, 1, 1))
    with pytest.raises(NotForOneself):
        cast.region.leave_to(cast.ayse)


def test_only_a_colleague_at_the_same_desk_can_be_chosen_and_typed_words_stay(cast, client, sena):
    cast.enter(client, cast.ayse)
    for slug in (cast.joke.slug, cast.ayse.slug, "niemand"):
        page = client.post(reverse("region:stand_in"), {"stand_in": slug, "until": "2099-01-01"})
        assert page.status_code == 200
        assert 'value="2099-01-01"' in page.content.decode()

    cast.region.refresh_from_db()
    assert cast.region.stand_in is None


def test_a_manager_leaves_no_region_of_somebody_else(cast, client, sena):
    cast.enter(client, sena)

    page = client.post(reverse("region:stand_in"), {"stand_in": cast.ayse.slug})

    assert "U hebt nu geen eigen regio." in page.content.decode()
    cast.region.refresh_from_db()
    assert cast.region.stand_in is None


@pytest.mark.parametrize("who", ["henk", "joke", "naima", "stranger"])
def test_the_page_is_for_managers(cast, client, who):
    cast.enter(client, getattr(cast, who))

    assert client.get(reverse("region:stand_in")).status_code == 404
    assert client.post(reverse("region:come_back")).status_code == 404


def test_the_office_can_set_and_stop_it_for_a_manager_who_fell_ill(cast, client, sena):
    cast.enter(client, cast.henk)
    page = reverse("region:region", args=[cast.region.slug])

    client.post(page, {"stand_in": sena.slug})
    cast.region.refresh_from_db()
    assert cast.region.answers == sena
    assert "Şena Çelik" in client.get(page).content.decode()

    client.post(reverse("region:end_stand_in", args=[cast.region.slug]))
    cast.region.refresh_from_db()
    assert cast.region.answers == cast.ayse


@pytest.mark.rule("A51")
def test_a_professional_sees_and_hears_whom_to_call_while_the_manager_is_away(cast, client, sena):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.region.leave_to(sena, until=TODAY() + timedelta(days=3))
    cast.enter(client, Role.PROFESSIONAL)

    page = client.get(f"/c/{conference.slug}/").content.decode()

    assert 'href="tel:0622000003"' in page
    assert 'href="mailto:sena@kring.example"' in page
    conference = Conference.objects.get(pk=conference.pk)
    assert conference.whom_to_call(cast.marloes) == sena

    cast.region.come_back()

    assert Conference.objects.get(pk=conference.pk).whom_to_call(cast.marloes) == cast.ayse
