"""«Nu even niet», a word to the circle, and a message on the day one likes: each for who wants it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Role
from kring.followup import calling_together, keeping_going
from kring.followup.refusals import AtRest, TooOften
from kring.followup.reminding import Reminder, remind
from kring.followup.saying import CircleWord
from kring.followup.standing_in import StandIn
from kring.foundation.posting import Message
from kring.plan.models import Plan
from kring.plan.refusals import NotYours

MONDAY = date(2027, 3, 1)


@pytest.fixture
def agreement(cast, conference, karel):
    """Oma brings the children, uncle Karel stands in and Naima keeps an eye on it."""
    agreement = Plan.of(conference).agreements.get()
    agreement.change(stand_in="Oom Karel", watcher="Naima", by=cast.naima)
    agreement.accept(by=cast.fatma)
    return agreement


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


def seen(client, conference, name: str = "mine") -> str:
    return client.get(at(conference, name)).content.decode()


@pytest.mark.rule("B23")
def test_who_stands_in_takes_over_after_an_own_yes_until_it_is_over(cast, client, conference, agreement, karel):
    cast.enter(client, Role.CIRCLE_MEMBER)
    client.post(at(conference, "not_now", agreement.slug))
    asked = StandIn.objects.get()
    assert [message.recipient for message in Message.objects.all()] == [karel]
    assert "Er is nog geen ja." in seen(client, conference)

    cast.enter(client, karel)
    assert "Doe jij het zolang?" in seen(client, conference)
    client.post(at(conference, "stand_in", asked.slug), {"says": "yes"})

    assert "Karel doet dit zolang" in seen(client, conference, "how")
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "Karel doet dit zolang voor jou." in seen(client, conference)
    client.post(at(conference, "stand_in", asked.slug), {"says": "over"})
    assert not StandIn.objects.open().exists()
    agreement.refresh_from_db()
    assert agreement.doer == cast.fatma
    assert agreement.is_accepted


def test_rather_not_is_one_tap_and_only_the_two_say_something_about_it(cast, client, conference, agreement, karel):
    asked = StandIn.ask(agreement, by=cast.fatma)
    with pytest.raises(NotYours):
        StandIn.ask(agreement, by=cast.naima)
    with pytest.raises(NotYours):
        asked.answer(takes=True, by=cast.naima)
    with pytest.raises(NotYours):
        asked.end(by=cast.marloes)

    cast.enter(client, karel).post(at(conference, "stand_in", asked.slug), {"says": "no"})

    assert not StandIn.objects.open().exists()
    assert "Karel doet dit" not in seen(client, conference, "how")


def test_what_is_given_back_is_free_for_the_stand_in_and_the_old_word_goes_with_the_new_doer(
    cast, conference, agreement, karel
):
    StandIn.ask(agreement, by=cast.fatma)
    CircleWord.say(agreement, text="Mijn knie doet zeer", by=cast.fatma)
    Message.objects.all().delete()

    keeping_going.hand_back(agreement, by=cast.fatma)
    assert {message.recipient for message in Message.objects.all()} == {cast.naima, karel}
    assert not StandIn.objects.open().exists()
    keeping_going.take_on(agreement, by=karel)

    agreement.refresh_from_db()
    assert (agreement.doer, agreement.is_accepted) == (karel, True)
    assert not CircleWord.objects.exists()


def test_what_ran_until_a_day_that_is_past_asks_for_nothing_any_more(cast, client, conference, agreement):
    yesterday = timezone.localdate() - timedelta(days=1)
    Plan.of(conference).agreements.update(until_on=yesterday, accepted_at=None)

    for page in (seen(cast.enter(client, Role.CIRCLE_MEMBER), conference), seen(client, conference, "how")):
        assert "klaar" in page
        assert "Zeg je ja?" not in page
        assert "Nog geen ja" not in page


@pytest.mark.rule("A54")
def test_at_rest_nobody_is_asked_and_who_asks_is_told_so(cast, conference, agreement):
    conference.rest(by=cast.naima)
    agreement.plan.conference = conference

    with pytest.raises(AtRest):
        StandIn.ask(agreement, by=cast.fatma)
    with pytest.raises(AtRest):
        calling_together.call(conference, people=[cast.naima], by=cast.fatma)


@pytest.mark.rule("R-PLN-4")
def test_who_watches_reads_how_it_goes_on_the_own_page(cast, client, conference, agreement):
    agreement.tell(went="not", by=cast.fatma)
    assert "Waar jij op let" not in seen(cast.enter(client, Role.CIRCLE_MEMBER), conference)

    page = seen(cast.enter(client, Role.MAIN_PERSON), conference)

    assert "Waar jij op let" in page
    assert "niet gelukt" in page


@pytest.mark.rule("A83")
def test_a_professional_who_is_named_as_watcher_is_shown_nothing_of_how_it_goes(cast, client, conference, agreement):
    agreement.change(watcher="Marloes", by=cast.naima)
    agreement.accept(by=cast.fatma)
    agreement.tell(went="not", by=cast.fatma)

    page = seen(cast.enter(client, Role.PROFESSIONAL), conference)

    assert "school" not in page
    assert "niet gelukt" not in page


@pytest.mark.rule("A83")
def test_who_fills_it_in_for_somebody_on_the_phone_reads_nothing_of_how_it_goes(cast, client, conference, agreement):
    agreement.tell(went="not", by=cast.fatma)
    CircleWord.say(agreement, text="Mijn knie doet zeer", by=cast.fatma)
    cast.enter(client, Role.COORDINATOR)

    for person in (cast.fatma, cast.naima):
        for page in (at(conference, "mine"), at(conference, "word", agreement.slug), at(conference, "call")):
            words = client.get(f"{page}?namens={person.slug}&via=phone").content.decode()
            assert not [it for it in ("niet gelukt", "Mijn knie", "In het plan staat") if it in words]


def test_a_tap_is_taken_back_in_one_tap(cast, client, conference, agreement):
    cast.enter(client, Role.CIRCLE_MEMBER)
    for tap in ("not", "undo"):
        client.post(at(conference, "went", agreement.slug), {"went": tap})

    agreement.refresh_from_db()
    assert (agreement.went, agreement.went_at) == ("", None)
    assert "Toch niet" not in seen(client, conference)


def test_a_word_to_the_circle_is_read_by_the_circle_and_goes_when_it_is_emptied(cast, client, conference, agreement):
    cast.enter(client, Role.CIRCLE_MEMBER)
    client.post(at(conference, "word", agreement.slug), {"text": "Dinsdag rijdt de bus niet"})
    assert "Dinsdag rijdt de bus niet" in seen(cast.enter(client, Role.MAIN_PERSON), conference, "how")
    for role in (Role.MAIN_PERSON, Role.PROFESSIONAL):
        assert cast.enter(client, role).post(at(conference, "word", agreement.slug), {"text": "x"}).status_code == 404

    cast.enter(client, Role.CIRCLE_MEMBER).post(at(conference, "word", agreement.slug), {"text": ""})

    assert not CircleWord.objects.exists()


def test_a_reminder_comes_on_the_day_and_in_the_rhythm_somebody_chose():
    days = {"day": [0, 1, 2, 7, 14, 28], "week": [0, 7, 14, 28], "fortnight": [0, 14, 28], "month": [0]}

    for rhythm, chosen in days.items():
        reminder = Reminder(rhythm=rhythm, weekday=0, since=MONDAY + timedelta(days=2))
        assert [day for day in days["day"] if reminder.is_for(MONDAY + timedelta(days=day))] == chosen


def test_only_who_asked_is_reminded_once_a_day_in_the_own_channel_and_in_neutral_words(
    cast, client, conference, agreement, karel
):
    remind(MONDAY)
    assert not Message.objects.exists()
    keeping_going.hand_back(agreement, by=cast.fatma)
    keeping_going.take_on(agreement, by=karel)
    Message.objects.all().delete()
    cast.enter(client, karel).post(at(conference, "reminder"), {"rhythm": "week", "weekday": "0"})

    for day in (MONDAY, MONDAY, MONDAY + timedelta(days=1)):
        remind(day)

    message = Message.objects.get()
    assert (message.recipient, message.channel) == (karel, "sms")
    assert not [word for word in ("school", "afspra", "Naima", "Fatma") if word in message.text + message.short]
    client.post(at(conference, "reminder"), {"off": "yes"})
    remind(MONDAY + timedelta(days=7))
    assert Message.objects.count() == 1


def test_nobody_is_reminded_at_rest_or_when_there_is_nothing_to_do(cast, conference, agreement):
    Reminder.choose(conference, rhythm="week", weekday=0, by=cast.fatma)
    with pytest.raises(TooOften):
        Reminder.choose(conference, rhythm="day", weekday=0, by=cast.fatma)
    Plan.of(conference).agreements.update(starts_on=MONDAY + timedelta(days=1))
    remind(MONDAY)
    conference.rest(by=cast.naima)
    remind(MONDAY + timedelta(days=7))

    assert not Message.objects.filter(key__startswith="followup:reminder").exists()


@pytest.mark.rule("A86")
def test_a_professional_is_reminded_of_nothing(cast, client, conference):
    Plan.of(conference).agreements.create(what="Mee naar school", doer=cast.marloes, kind="professional")
    cast.enter(client, Role.PROFESSIONAL)

    assert at(conference, "reminder") not in seen(client, conference)
    client.post(at(conference, "reminder"), {"rhythm": "week", "weekday": "0"})

    assert not Reminder.objects.exists()
