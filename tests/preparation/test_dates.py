"""Days are put to everybody: evenings and weekends first, once, and never while the family rests."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle import seating
from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.conference.models import NotAllowed
from kring.foundation.posting import Message
from kring.people.models import Channel
from kring.preparation import announcing
from kring.preparation.dates import AlreadyOver, AlreadyProposed, NoDay, Resting
from kring.preparation.models import Preparation
from tests.preparation.days import at, soon


def when(choice: tuple[str, str]) -> datetime:
    return datetime.fromisoformat(choice[0])


@pytest.mark.rule("A39")
def test_evenings_and_weekends_are_offered_first(cast, client):
    conference = cast.conference()

    page = cast.enter(client, cast.joke).get(at("propose", conference))
    offered = [datetime.fromisoformat(value) for value, _label in page.context["form"].fields["days"].choices]

    assert len(offered) == 27
    assert all(moment.hour >= 18 or moment.weekday() in (5, 6) for moment in offered)
    assert {moment.weekday() for moment in offered} == set(range(7))


@pytest.mark.rule("A39")
def test_office_hours_are_allowed_too(cast, client):
    conference = cast.conference()
    monday = soon() + timedelta(days=(7 - soon().weekday()) % 7)

    cast.enter(client, cast.joke).post(at("propose", conference), {"other_0": f"{monday:%Y-%m-%d}", "other_1": "09:15"})
    by_day = client.get(at("propose", conference)).context["form"].fields["by_day"].choices
    client.post(at("propose", conference), {"by_day": by_day[0][0]})

    assert {moment.weekday() < 5 and moment.hour in (10, 14) for moment in map(when, by_day)} == {True}
    assert set(conference.date_options.values_list("starts_at", flat=True)) == {
        monday.replace(hour=9, minute=15), when(by_day[0]),
    }  # fmt: skip


def test_in_an_emergency_days_begin_tomorrow(cast, client):
    conference = cast.conference()
    conference.is_urgent = True
    conference.save()

    form = cast.enter(client, cast.joke).get(at("propose", conference)).context["form"]

    assert form.since == timezone.localdate() + timedelta(days=1)


def test_later_weeks_are_a_click_away_and_can_be_chosen(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    later = client.get(at("propose", conference)).context["form"].later
    address = at("propose", conference) + f"?vanaf={later}"
    chosen = client.get(address).context["form"].fields["days"].choices[0][0]

    client.post(address, {"days": [chosen]})

    assert timezone.localdate(conference.date_options.get().starts_at) == later


@pytest.mark.parametrize("since", ["", "gisteren", "0001-01-01", "2026-02-31", "9999-12-31"])
def test_odd_weeks_in_the_address_break_nothing(cast, client, since):
    conference = cast.conference()

    assert cast.enter(client, cast.joke).get(at("propose", conference), {"vanaf": since}).status_code == 200


def test_an_hour_that_does_not_exist_on_that_day_is_said_at_the_field(cast, client):
    conference = cast.conference()

    page = cast.enter(client, cast.joke).post(at("propose", conference), {"other_0": "2027-03-28", "other_1": "02:30"})

    assert page.context["form"].errors["other"]
    assert not conference.date_options.exists()


@pytest.mark.rule("A43")
def test_a_proposal_reaches_everybody_once_professionals_too(cast):
    conference = cast.conference()

    announcing.propose(conference, moments=[soon(30), soon(31)], by=cast.joke)

    told = Message.objects.filter(about=conference)
    assert {message.recipient for message in told} == {cast.naima, cast.fatma, cast.marloes, cast.stefan}
    assert told.count() == 4
    assert all("geen eindtijd" in message.text for message in told)


def test_the_same_days_again_tell_nobody_anything(cast):
    conference = cast.conference()
    announcing.propose(conference, moments=[soon()], by=cast.joke)

    with pytest.raises(AlreadyProposed):
        announcing.propose(conference, moments=[soon()], by=cast.joke)

    assert Message.objects.filter(about=conference).count() == 4


def test_who_comes_later_is_told_by_a_button_and_the_others_hear_nothing_twice(cast, client):
    conference = cast.conference()
    announcing.propose(conference, moments=[soon()], by=cast.joke)
    karel = CircleMember.name_someone(
        conference, name="Karel", channel=Channel.PHONE, reach="06 12 34 56 78", by=cast.naima
    )
    seating.seat_all(conference, [karel], by=cast.joke)
    preparation = Preparation.of(conference)
    assert announcing.untold(preparation, preparation.expected()) == [karel.person]

    cast.enter(client, cast.joke)
    client.post(at("tell_newcomers", conference))
    client.post(at("tell_newcomers", conference))

    assert Message.objects.filter(about=conference).count() == 5
    assert announcing.untold(preparation, preparation.expected()) == []


def test_with_nothing_to_tell_nobody_is_told_anything(cast, client):
    conference = cast.conference()

    cast.enter(client, cast.joke).post(at("tell_newcomers", conference))

    assert not Message.objects.filter(about=conference).exists()


def test_no_days_and_days_gone_by_are_refused(cast):
    conference = cast.conference()

    with pytest.raises(NoDay):
        announcing.propose(conference, moments=[], by=cast.joke)
    with pytest.raises(AlreadyOver):
        announcing.propose(conference, moments=[soon(), soon(-1)], by=cast.joke)

    assert not conference.date_options.exists()
    assert not Message.objects.filter(about=conference).exists()


@pytest.mark.rule("A54")
def test_while_the_family_rests_no_day_is_put_to_anybody(cast, client):
    conference = cast.conference()
    conference.rest(by=cast.naima)

    with pytest.raises(Resting):
        announcing.propose(conference, moments=[soon()], by=cast.joke)

    assert not Message.objects.filter(about=conference).exists()
    conference.go_on(by=cast.naima)
    announcing.propose(conference, moments=[soon()], by=cast.joke)
    conference.rest(by=cast.naima)
    assert (
        "Welke dag past?"
        not in cast.enter(client, cast.fatma).get(reverse("conference:show", args=[conference.slug])).text
    )


@pytest.mark.parametrize("who", [role for role in Role if role is not Role.COORDINATOR])
def test_only_the_coordinator_proposes_and_sees_the_answers(cast, client, who):
    conference = cast.conference()

    assert cast.enter(client, who).get(at("propose", conference)).status_code == 404
    with pytest.raises(NotAllowed):
        announcing.propose(conference, moments=[soon()], by=cast[who])
