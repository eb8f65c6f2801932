"""Who asked to be left alone takes that back: on their own page, or by phone, and nobody does it for them."""

import pytest
from django.urls import reverse

from kring.circle import inviting
from kring.circle.leaving_alone import (
    LeaveAlone,
    LeftAlone,
    do_not_ask_again,
    is_left_alone,
    may_be_asked_again,
    may_be_named_again,
)
from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed

BEA = {"name": "Tante Bea Zomerdijk", "channel": "sms", "reach": "06 44 00 00 01"}


@pytest.fixture
def bea(cast):
    member = CircleMember.name_someone(cast.conference(), by=cast.naima, **BEA)
    inviting.invite(member, by=cast.joke)
    member.answer(mode="not", by=member.person)
    return member


def at(page, bea, *args):
    return reverse(f"circle:{page}", args=[bea.conference.slug, *args])


def test_on_their_own_page_somebody_asks_for_it_and_takes_it_back(cast, client, bea):
    cast.enter(client, bea.person)

    page = client.post(at("leave_alone", bea), follow=True).content.decode()
    assert "We vragen je niet meer." in page
    assert "Je mag mij toch weer vragen" in page
    page = client.post(at("ask_me_again", bea), follow=True).content.decode()

    assert "Vraag mij niet meer" in page
    assert not LeftAlone.objects.exists()


def test_on_the_phone_the_coordinator_notes_it_and_takes_it_back_for_them(cast, client, bea):
    cast.enter(client, Role.COORDINATOR)
    assert at("left_alone", bea, bea.slug) in client.get(at("show", bea)).content.decode()

    client.post(at("left_alone", bea, bea.slug))
    assert is_left_alone(bea)
    page = client.get(at("left_alone", bea, bea.slug)).content.decode()
    assert "Mag weer gevraagd worden" in page
    client.post(at("left_alone", bea, bea.slug), {"again": "1"})

    assert not LeftAlone.objects.exists()
    inviting.invite_again(bea, by=cast.joke)


def test_a_yes_of_somebody_has_no_such_page(cast, client, bea):
    fatma = bea.conference.members.get(person=cast.fatma)

    assert cast.enter(client, Role.COORDINATOR).get(at("left_alone", bea, fatma.slug)).status_code == 303


def test_when_nothing_else_is_kept_name_and_number_find_the_mark(cast, client, bea):
    conference = bea.conference
    do_not_ask_again(bea, by=bea.person)
    bea.delete()
    typed = {"name": "tante bea zomerdijk", "channel": "phone", "reach": "+31 6 44 00 00 01"}
    cast.enter(client, Role.COORDINATOR)

    assert client.post(at("ask_again", bea), typed).status_code == 200  # not without having called back
    assert LeftAlone.objects.exists()
    page = client.post(at("ask_again", bea), typed | {"asked": "on"}, follow=True).content.decode()

    assert "Deze persoon mag weer gevraagd worden." in page
    assert CircleMember.name_someone(conference, by=cast.naima, **BEA).is_agreed


def test_another_number_leaves_the_mark_and_is_told_nothing(cast, client, bea):
    do_not_ask_again(bea, by=bea.person)
    typed = {"name": "Iemand", "channel": "phone", "reach": "06 44 00 00 02", "asked": "on"}

    page = cast.enter(client, Role.COORDINATOR).post(at("ask_again", bea), typed, follow=True).content.decode()

    assert "Deze persoon mag weer gevraagd worden." in page
    with pytest.raises(LeaveAlone):
        CircleMember.name_someone(cast.conference(), by=cast.naima, **BEA)


def test_nobody_takes_it_back_for_another(cast, client, bea):
    do_not_ask_again(bea, by=bea.person)

    for by in (cast.naima, cast.joke, cast.fatma, Hand(cast.naima, bea.person, "phone")):
        with pytest.raises(NotAllowed):
            may_be_asked_again(bea, by=by)
    for by in (cast.naima, cast.fatma, cast.ayse, cast.marloes):
        with pytest.raises(NotAllowed):
            may_be_named_again(bea.conference, **BEA, by=by)
    for person in (cast.naima, cast.fatma):
        assert cast.enter(client, person).get(at("left_alone", bea, bea.slug)).status_code == 404
    assert is_left_alone(bea)
