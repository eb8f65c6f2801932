"""Who said nothing is reminded once in their own channel, others are called, and nobody while the family rests."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Role
from kring.conference.models import NotAllowed
from kring.foundation.posting import Message
from kring.preparation import announcing, reminding
from kring.preparation.dates import AlreadyOver, DateAnswer, Resting
from kring.preparation.models import OtherDay, Preparation
from tests.preparation.days import at, soon


def answer_by(days: int):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def asked(cast):
    conference = cast.conference()
    announcing.propose(conference, moments=[soon(30), soon(31)], answer_by=answer_by(10), by=cast.joke)
    DateAnswer.give(conference, {conference.date_options.first().slug: "yes"}, by=cast.marloes)
    return conference


def reminded(conference) -> set:
    return {message.recipient for message in Message.objects.filter(about=conference, key__startswith="days-again")}


# --- reminding
def test_the_day_an_answer_is_welcome_by_is_said_and_is_no_limit(cast, client, asked):
    assert all("Graag antwoord voor" in message.text for message in Message.objects.filter(about=asked))

    page = cast.enter(client, cast.joke).post(at("propose", asked), {"days": [], "answer_by": "2020-01-01"})

    assert page.context["form"].errors
    with pytest.raises(reminding.NotThatDay):
        announcing.propose(asked, moments=[soon(40)], answer_by=answer_by(45), by=cast.joke)


def test_shortly_before_it_each_who_said_nothing_is_reminded_once(cast, asked):
    reminding.remind_before_the_day(answer_by(7))
    assert reminded(asked) == set()

    for morning in (8, 9, 10):
        reminding.remind_before_the_day(answer_by(morning))

    assert reminded(asked) == {cast.naima, cast.stefan}  # Marloes answered, Fatma is called
    assert Message.objects.filter(about=asked, key__startswith="days-again").count() == 2


@pytest.mark.rule("A54")
def test_nobody_is_reminded_while_the_family_rests(cast, client, asked):
    asked.rest(by=cast.naima)

    reminding.remind_before_the_day(answer_by(9))
    with pytest.raises(Resting):
        reminding.remind(Preparation.of(asked), by=cast.joke)

    assert reminded(asked) == set()


def test_whom_to_call_stands_on_a_list_and_a_button_reminds_the_others_once(cast, client, asked):
    cast.enter(client, cast.joke)
    rows = client.get(at("to_call", asked)).context["rows"]
    assert [(row.person, row.is_whole) for row in rows] == [
        (cast.fatma, True), (cast.naima, True), (cast.stefan, True), (cast.marloes, False),
    ]  # fmt: skip

    for _twice in range(2):
        client.post(at("remind", asked))

    page = client.get(at("to_call", asked))
    assert cast.fatma.phone in page.text
    assert not page.context["can_be_written_to"]
    assert Message.objects.filter(about=asked, key__startswith="days-again").count() == 2


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.CONDITION_SETTER])
def test_the_list_is_the_coordinators_alone(cast, client, asked, who):
    cast.enter(client, who)

    for page in ("to_call", "key_people", "place"):
        assert client.get(at(page, asked)).status_code == 404, page


# --- «ik stel een andere dag voor»
def test_another_day_goes_to_the_coordinator_alone_who_puts_it_to_everybody(cast, client, asked):
    moment = soon(50)
    typed = {"starts_at_0": f"{moment:%Y-%m-%d}", "starts_at_1": f"{moment:%H:%M}", "words": "Dan ben ik vrij."}
    cast.enter(client, cast.marloes).post(at("other_day", asked), typed)
    wish = OtherDay.objects.get()
    for other in (cast.naima, cast.fatma, cast.stefan):
        assert "Dan ben ik vrij" not in cast.enter(client, other).get(at("dates", asked)).text

    home = cast.enter(client, cast.joke).get(reverse("conference:show", args=[asked.slug])).text
    assert "Iemand stelt een andere dag voor" in home
    assert "Dan ben ik vrij" in client.get(at("propose", asked)).text
    client.post(at("settle_other_day", asked, wish.slug), {"voorleggen": "ja"})

    assert asked.date_options.filter(starts_at=moment).exists()
    assert client.get(at("propose", asked)).context["other_days"] == []
    assert "Marloes" not in cast.enter(client, cast.naima).get(at("dates", asked)).text


def test_another_day_can_be_said_by_phone_and_not_by_who_organises(cast, client, asked):
    moment = soon(50)
    by_phone = f"{at('other_day', asked)}?namens={cast.fatma.slug}&via=phone"
    typed = {"starts_at_0": f"{moment:%Y-%m-%d}", "starts_at_1": f"{moment:%H:%M}"}

    for _twice in range(2):
        cast.enter(client, cast.joke).post(by_phone, typed)

    assert OtherDay.objects.get().person == cast.fatma
    with pytest.raises(NotAllowed):
        OtherDay.suggest(asked, starts_at=moment, by=cast.joke)
    with pytest.raises(AlreadyOver):
        OtherDay.suggest(asked, starts_at=soon(-1), by=cast.fatma)
