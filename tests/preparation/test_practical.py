"""The practical list: gathered from what people asked, seen to by somebody, and never a word too much."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.kinds import Side
from kring.circle.models import CircleMember
from kring.circle.needing import Particulars
from kring.circle.sides import TwoSides
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, NotAllowed
from kring.oversight.erasing import erase
from kring.preparation.appointing import Appointment
from kring.preparation.gathering_needs import gather
from kring.preparation.pace import Tension
from kring.preparation.practical import Kind, PracticalItem
from kring.preparation.practical_refusals import (
    HowMuch,
    NeededInside,
    NoAddress,
    NotNeutral,
    Taken,
    WhoInterprets,
)


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


def needs(conference, person, aids="", **particulars) -> CircleMember:
    member = conference.members.get(person=person)
    member.aids, member.particulars = aids, Particulars(**particulars).written()
    member.save()
    return member


def item_of(conference, kind: str, member=None) -> PracticalItem:
    found = conference.practical_items.get(kind=kind, member=member)
    found.conference = conference
    return found


@pytest.mark.rule("A27")
def test_what_people_asked_at_their_answer_stands_on_the_list_by_itself(cast, client):
    conference = cast.conference()
    needs(
        conference, cast.fatma, "interpreter wheelchair childcare lift",
        tongue="Tamazight", dialect="Rif", interpreter="woman", brought_interpreter="haar dochter van 12",
        eats_no="varkensvlees",
    )  # fmt: skip
    page = cast.enter(client, cast.joke).get(at("practical", conference)).text

    for words in (
        "eet geen varkensvlees", "tolk, Tamazight (Rif), een vrouw", "zoek ook een tolk van buiten",
        "plek voor een rolstoel", "oppas voor de kinderen", "wil meerijden", "Eten en drinken voor iedereen",
        "Hoe komt iedereen thuis als het laat wordt?",
    ):  # fmt: skip
        assert words in page, words
    count = conference.practical_items.count()
    client.get(at("practical", conference))
    assert conference.practical_items.count() == count  # looking again adds nothing


def test_who_says_no_takes_the_needs_along_unless_somebody_saw_to_it(cast):
    conference = cast.conference()
    member = needs(conference, cast.fatma, "childcare lift")
    gather(conference)
    item_of(conference, Kind.CHILDCARE, member).finish(by=cast.joke)

    needs(conference, cast.fatma, "")

    assert [item.kind for item in gather(conference) if item.member_id] == [Kind.CHILDCARE]


@pytest.mark.rule("A27")
@pytest.mark.parametrize(
    ("refusal", "about"),
    [
        (NoAddress, {"kind": Kind.TRAVEL, "text": "Oom Karel haalt op bij Dorpsstraat 12"}),
        (NoAddress, {"kind": Kind.TRAVEL, "text": "Taxi naar 8071 AB"}),
        (NotNeutral, {"kind": Kind.INTERPRETER, "who": "Fatma Bouzid"}),
        (NotNeutral, {"kind": Kind.INTERPRETER, "who": "zoontje van 12 jaar"}),
        (NeededInside, {"kind": Kind.CHILDCARE, "who": "Naima Bouzid"}),
        (HowMuch, {"kind": Kind.BUDGET, "text": "Taxi"}),
    ],
)
def test_the_list_refuses_what_does_not_belong_on_it(cast, refusal, about):
    conference = cast.conference()

    with pytest.raises(refusal):
        PracticalItem.add(conference, by=cast.joke, **about)

    assert not conference.practical_items.exists()


def test_an_interpreter_is_arranged_only_when_it_is_known_who(cast):
    conference = cast.conference()
    item = PracticalItem.add(conference, kind=Kind.INTERPRETER, text="Tigrinya", by=cast.joke)
    with pytest.raises(WhoInterprets):
        item.finish(by=cast.joke)

    item.change(who="Tolkenbureau Zuid", is_sworn=True, by=cast.joke)
    item.finish(by=cast.joke)

    assert item.is_done
    item.reopen(by=cast.joke)
    assert not item.is_done


def test_money_has_an_amount_a_purpose_and_the_word_of_the_manager(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)

    client.post(at("add_practical", conference, "budget"), {"text": "Taxi naar huis", "amount": "42,50"})
    client.post(at("add_practical", conference, "budget"), {"text": "Zaal", "amount": "60", "agreed_on": "2026-11-20"})

    page = client.get(at("practical", conference)).text
    assert "€ 102,50" in page
    assert "nog niet met de regiomanager" in page
    zaal = conference.practical_items.get(kind="budget", agreed_on=date(2026, 11, 20))
    assert zaal.amount == Decimal("60.00")


def test_something_to_eat_and_a_way_home_stay_on_the_list_and_what_was_added_can_go(cast, client):
    conference = cast.conference()
    chair = PracticalItem.add(conference, kind=Kind.AID, text="Stoel met leuning", by=cast.joke)
    gather(conference)
    cast.enter(client, cast.joke)

    for item in (chair, item_of(conference, Kind.FOOD)):
        client.post(at("remove_practical", conference, item.slug))

    assert {item.kind for item in conference.practical_items.all()} == {Kind.FOOD, Kind.TRAVEL}


@pytest.mark.rule("A27")
def test_somebody_of_the_family_cooks_and_may_give_it_back(cast, client):
    conference = cast.conference()
    gather(conference)
    food = item_of(conference, Kind.FOOD)
    page = cast.enter(client, cast.fatma).get(at("helping", conference)).text
    assert "Eten en drinken voor iedereen" in page

    client.post(at("take_practical", conference, food.slug))
    food.refresh_from_db()
    assert food.taken_by == cast.fatma
    with pytest.raises(Taken):
        item_of(conference, Kind.FOOD).take_on(by=cast.naima)
    assert "Iemand doet dit al." in cast.enter(client, cast.naima).get(at("helping", conference)).text
    assert "Fatma Bouzid" in cast.enter(client, cast.joke).get(at("practical", conference)).text

    cast.enter(client, cast.fatma).post(at("hand_back_practical", conference, food.slug))
    food.refresh_from_db()
    assert food.taken_by is None


def test_nobody_of_the_family_sees_what_another_needs(cast, client):
    conference = cast.conference()
    member = needs(conference, cast.fatma, "wheelchair")
    gather(conference)
    assert "rolstoel" not in cast.enter(client, cast.naima).get(at("helping", conference)).text
    with pytest.raises(NotAllowed):
        item_of(conference, Kind.AID, member).take_on(by=cast.naima)

    item_of(conference, Kind.AID, member).change(is_shared=True, by=cast.joke)

    page = client.get(at("helping", conference)).text
    assert "rolstoel" in page
    assert "Fatma" not in page


@pytest.mark.rule("A27")
def test_a_lift_is_asked_within_one_side_only(cast, client):
    conference = cast.conference()
    karel = cast.anyone_new("Karel")
    conference.seat(karel, Role.MAIN_PERSON)
    TwoSides.objects.create(conference=conference, first=cast.naima, second=karel)
    CircleMember.objects.filter(person=cast.fatma).update(side=Side.FIRST)
    member = needs(conference, cast.fatma, "lift")
    gather(conference)
    item_of(conference, Kind.TRAVEL, member).change(is_shared=True, by=cast.joke)

    lift = item_of(conference, Kind.TRAVEL, member)

    assert lift in PracticalItem.objects.seen_by(conference, cast.naima)
    assert lift not in PracticalItem.objects.seen_by(conference, karel)
    with pytest.raises(NotAllowed):
        lift.take_on(by=karel)
    page = cast.enter(client, cast.joke).get(at("add_practical", conference, "travel")).text
    assert "De familie mag dit oppakken" not in page  # a lift nobody asked for has no side


@pytest.mark.parametrize("guests", [1, 50])
def test_the_list_costs_the_same_for_many_guests(cast, client, guests, django_assert_max_num_queries):
    conference = cast.conference()
    for number in range(guests):
        PracticalItem.objects.create(conference=conference, kind=Kind.AID, text=f"Kussen {number}", is_shared=True)
    gather(conference)
    for who, name in ((cast.joke, "practical"), (cast.fatma, "helping")):
        cast.enter(client, who)
        with django_assert_max_num_queries(12):
            assert client.get(at(name, conference)).status_code == 200


def test_what_somebody_needed_goes_some_months_after_the_end(cast):
    conference = cast.conference(phase=Phase.CLOSED)
    PracticalItem.objects.create(conference=conference, kind=Kind.FOOD, text="Geen noten")
    Appointment.objects.create(conference=conference, person=cast.stefan, reachable="na vijven")
    Tension.objects.create(conference=conference)
    Conference.objects.update(closed_at=timezone.now() - timedelta(days=100))

    erase(timezone.localdate())

    assert not PracticalItem.objects.exists()
    assert not Tension.objects.exists()
    assert Appointment.objects.get().reachable == ""
