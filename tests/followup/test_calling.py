"""Calling (a part of) the circle together: a day is found among them, by link or by phone, and nobody else is in it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Role
from kring.followup import calling_together
from kring.followup.calling_together import Gathering
from kring.followup.finding_a_day import GatheringAnswer, days_to_choose_from, tally
from kring.followup.refusals import AlreadyChosen, CalledOff, NotAskedOfYou, OverAlready
from kring.followup.wording import for_their_app
from kring.foundation.posting import Message


@pytest.fixture
def called(cast, conference, karel):
    """Oma calls Naima and not Karel, and puts two days to them."""
    days = days_to_choose_from(timezone.localdate())[:2]
    return calling_together.call(conference, people=[cast.naima], days=days, place="bij oma", by=cast.fatma)


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


def home(client, conference, more: str = "") -> str:
    return client.get(reverse("conference:show", args=[conference.slug]) + more).content.decode()


@pytest.mark.rule("A81")
def test_one_tap_calls_everybody_and_puts_some_days_to_them(cast, client, conference, karel):
    cast.enter(client, Role.CIRCLE_MEMBER)
    form = client.get(at(conference, "call")).context["form"]

    client.post(at(conference, "call"), {name: form[name].value() for name in ("people", "days")})

    gathering = Gathering.objects.get()
    assert set(gathering.people.all()) == {cast.naima, cast.fatma, karel}
    assert gathering.days.count() == 4
    assert {message.recipient for message in Message.objects.all()} == {cast.naima, karel}


@pytest.mark.rule("A81")
def test_each_says_which_day_fits_by_link_or_by_phone_and_one_of_them_chooses(cast, client, conference, called, karel):
    first, second = called.days.all()
    cast.enter(client, Role.MAIN_PERSON)
    assert at(conference, "gathering", called.slug) in home(client, conference)
    client.post(at(conference, "gathering", called.slug), {first.slug: "no", second.slug: "yes"})
    on_the_phone = f"?namens={cast.fatma.slug}&via=phone"
    cast.enter(client, Role.COORDINATOR)
    assert at(conference, "gathering", called.slug) in home(client, conference, on_the_phone)
    client.post(at(conference, "gathering", called.slug) + on_the_phone, {second.slug: "yes"})
    assert [(day["yes"], day["no"]) for day in tally(called)] == [(0, 1), (2, 0)]

    cast.enter(client, Role.CIRCLE_MEMBER).post(at(conference, "choose", called.slug), {"day": second.slug})

    called.refresh_from_db()
    assert called.starts_at == second.starts_at
    assert not called.looks_for_a_day
    assert Message.objects.filter(key__startswith="followup:call:").get().recipient == cast.naima
    assert at(conference, "call_off", called.slug) in client.get(at(conference, "how")).content.decode()


def test_calling_without_a_day_or_on_one_that_was_asks_for_a_day(cast, client, conference, karel):
    cast.enter(client, Role.CIRCLE_MEMBER)
    for day in ({}, {"starts_at_0": "2020-01-01", "starts_at_1": "14:00"}):
        assert client.post(at(conference, "call"), {"people": [karel.slug], **day}).context["form"].errors

    assert not Gathering.objects.exists()


def test_who_was_not_called_and_who_is_no_circle_have_no_part_in_it(cast, client, conference, called, karel):
    day = called.days.first()

    for who in (karel, cast.marloes, cast.tom):
        assert cast.enter(client, who).get(at(conference, "gathering", called.slug)).status_code == 404
        assert client.post(at(conference, "choose", called.slug), {"day": day.slug}).status_code == 404
    with pytest.raises(NotAskedOfYou):
        GatheringAnswer.give(called, {day.slug: "yes"}, by=karel)
    with pytest.raises(NotAskedOfYou):
        called.choose(starts_at=day.starts_at, by=karel)
    assert "bij elkaar" not in home(cast.enter(client, cast.marloes), conference).lower()


def test_the_first_choice_counts_and_a_day_that_was_is_not_chosen(cast, called):
    day, stale = called.days.first(), Gathering.objects.get()
    stale.conference = called.conference
    with pytest.raises(OverAlready):
        called.choose(starts_at=day.starts_at, by=cast.naima, now=day.starts_at + timedelta(hours=1))
    called.choose(starts_at=day.starts_at, place="bij oma", by=cast.naima)

    with pytest.raises(AlreadyChosen):
        stale.choose(starts_at=day.starts_at, by=cast.fatma)
    with pytest.raises(AlreadyChosen):
        GatheringAnswer.give(called, {day.slug: "no"}, by=cast.fatma)


def test_it_is_called_off_without_a_reason(cast, client, conference, called):
    cast.enter(client, Role.MAIN_PERSON).post(at(conference, "call_off", called.slug))

    called.refresh_from_db()
    assert called.called_off_at
    assert "Dit gaat niet door" in client.get(at(conference, "gathering", called.slug)).content.decode()
    assert Message.objects.get(key__startswith="followup:off:").recipient == cast.fatma
    with pytest.raises(CalledOff):
        calling_together.call_off(Gathering.objects.get(), by=cast.fatma)


def test_the_text_for_their_own_app_holds_no_link(cast, client, conference, called):
    for gathering in (None, called, Gathering(starts_at=called.days.first().starts_at, place="bij oma")):
        text = for_their_app(gathering)
        assert "http" not in text
        assert "/" not in text
    assert "bij oma" in text
    page = cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "how")).content.decode()
    assert for_their_app(called) in page
