"""A day is chosen by people, after it was put to everybody; then everybody hears where and when."""

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from kring.circle.models import CircleMember, Mode
from kring.conference.access import Phase, Role
from kring.foundation.posting import Message
from kring.people.models import Channel
from kring.preparation import announcing
from kring.preparation.dates import IsChosen
from kring.preparation.fixing import MainPersonDecides
from kring.preparation.models import DateAnswer, DateOption, KeyPerson, NotAskedAll, NotProposed, Preparation
from tests.preparation.days import as_typed, at, everybody_can, soon


@pytest.mark.rule("A43")
def test_a_day_is_refused_until_it_was_put_to_everybody(cast):
    conference = cast.conference()
    preparation, moment = Preparation.of(conference), soon()

    with pytest.raises(NotProposed):
        announcing.fix_date(preparation, starts_at=moment, place="De Wiek", by=cast.joke)

    everybody_can(conference, moment)
    DateAnswer.objects.filter(person=cast.stefan).delete()
    with pytest.raises(NotAskedAll):
        announcing.fix_date(preparation, starts_at=moment, place="De Wiek", by=cast.joke)

    everybody_can(conference, soon(40))
    with pytest.raises(NotAskedAll):  # an answer about another day is no answer about this one
        announcing.fix_date(preparation, starts_at=moment, place="De Wiek", by=cast.joke)

    preparation.refresh_from_db()
    assert (preparation.starts_at, preparation.change) == (None, 0)
    assert not Message.objects.filter(about=conference).exists()


@pytest.mark.rule("A43")
def test_of_each_who_could_not_be_asked_it_is_written_down_why(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())
    DateAnswer.objects.filter(person__in=[cast.marloes, cast.fatma]).delete()
    why = {person: f"why_{person.slug}" for person in (cast.marloes, cast.fatma)}
    cast.enter(client, cast.joke)

    refused = client.post(at("fix_date", conference), as_typed(soon(), **{why[cast.fatma]: "Ligt in het ziekenhuis."}))
    assert why[cast.marloes] in refused.context["form"].errors
    assert refused.context["form"]["place"].value() == "Buurthuis De Wiek"
    reasons = {why[cast.fatma]: "Ligt in het ziekenhuis.", why[cast.marloes]: "Met verlof, niet te bereiken."}
    client.post(at("fix_date", conference), as_typed(soon(), **reasons))

    preparation = Preparation.of(conference)
    assert preparation.starts_at == soon()
    assert dict(preparation.without.values_list("person", "why")) == {
        cast.fatma.pk: "Ligt in het ziekenhuis.", cast.marloes.pk: "Met verlof, niet te bereiken.",
    }  # fmt: skip


@pytest.mark.rule("A43")
def test_the_main_person_chooses_too_and_no_reason_goes_over_her_head(cast):
    conference = cast.conference()
    preparation, reasons = Preparation.of(conference), {cast.naima.slug: "Dat komt wel goed."}
    everybody_can(conference, soon())
    for says in ("no", None):
        DateAnswer.objects.filter(person=cast.naima).delete()
        if says:
            DateAnswer.objects.create(option=conference.date_options.get(), person=cast.naima, says=says)
        with pytest.raises(MainPersonDecides):
            preparation.fix_date(starts_at=soon(), place="De Wiek", reasons=reasons, by=cast.joke)


@pytest.mark.rule("A43")
@pytest.mark.parametrize("who", ["stefan", "fatma"])
def test_who_must_be_there_is_not_left_out_without_a_word(cast, client, who):
    conference, person = cast.conference(), getattr(cast, who)
    everybody_can(conference, soon())
    DateAnswer.objects.filter(person=person).update(says="no")
    if person == cast.fatma:
        KeyPerson.choose(conference, [cast.fatma], by=cast.joke)
    cast.enter(client, cast.joke)
    (row,) = client.get(at("propose", conference)).context["rows"]
    assert row.missed == [person]

    client.post(at("fix_date", conference), as_typed(soon()))
    assert Preparation.of(conference).starts_at is None
    client.post(at("fix_date", conference), as_typed(soon(), **{f"why_{person.slug}": "Belt mee in het derde deel."}))

    assert Preparation.of(conference).starts_at == soon()


def test_of_two_tabs_the_second_hears_that_somebody_was_first(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon(30))
    everybody_can(conference, soon(37))
    seen = cast.enter(client, cast.joke).get(at("fix_date", conference)).context["form"]["seen"].value()

    client.post(at("fix_date", conference), as_typed(soon(30), seen=seen))
    late = client.post(at("fix_date", conference), as_typed(soon(37), seen=seen))

    assert "Iemand anders was u net voor" in late.text
    assert Preparation.of(conference).starts_at == soon(30)


def test_a_day_that_was_withdrawn_keeps_its_answers_and_is_not_chosen(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())
    option = conference.date_options.get()
    cast.enter(client, cast.joke).post(at("withdraw", conference, option.slug))
    assert client.get(at("propose", conference)).context["rows"] == []
    with pytest.raises(NotProposed):
        Preparation.of(conference).fix_date(starts_at=soon(), place="De Wiek", by=cast.joke)

    announcing.propose(conference, moments=[soon(), soon(40)], by=cast.joke)

    assert Preparation.of(conference).unasked(soon()) == []
    assert Message.objects.filter(about=conference).count() == 4  # once more, for the day that came back


def test_the_chosen_day_is_not_simply_taken_off_the_table(cast):
    conference = cast.conference()
    everybody_can(conference, soon())
    announcing.fix_date(Preparation.of(conference), starts_at=soon(), place="De Wiek", by=cast.joke)

    with pytest.raises(IsChosen):
        conference.date_options.get().withdraw(by=cast.joke)


def test_another_day_keeps_what_everybody_said_of_the_days(cast):
    conference = cast.conference()
    preparation = Preparation.of(conference)
    for moment in (soon(30), soon(37)):
        everybody_can(conference, moment)
        announcing.fix_date(preparation, starts_at=moment, place="De Wiek", by=cast.joke)

    last = Message.objects.filter(about=conference, recipient=cast.naima).latest("pk")
    assert "veranderd" in last.short
    assert DateAnswer.objects.filter(option__conference=conference).count() == 8


def test_everybody_hears_the_day_in_their_own_channel_and_the_same_again_is_silent(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())
    cast.enter(client, cast.joke)

    for _twice in range(2):
        client.post(at("fix_date", conference), as_typed(soon(), practical="Oma kookt."))

    told = {message.recipient: message for message in Message.objects.filter(about=conference)}
    assert Message.objects.filter(about=conference).count() == 4
    assert {person: told[person].channel for person in (cast.naima, cast.fatma, cast.marloes)} == {
        cast.naima: Channel.SMS, cast.fatma: Channel.PHONE, cast.marloes: Channel.MAIL,
    }  # fmt: skip
    assert Preparation.of(conference).change == 1


def test_the_place_stands_in_no_message_that_others_might_read(cast):
    conference = cast.conference()
    everybody_can(conference, soon())

    announcing.fix_date(Preparation.of(conference), starts_at=soon(), place="De Wiek", practical="", by=cast.joke)

    told = {message.recipient: message for message in Message.objects.filter(about=conference)}
    assert "De Wiek" in told[cast.fatma].text  # she is called
    for person in (cast.naima, cast.marloes, cast.stefan):
        assert "De Wiek" not in told[person].text + told[person].short + told[person].calendar


def test_another_day_is_told_anew_and_moves_the_same_entry_in_the_calendar(cast):
    conference = cast.conference()
    preparation = Preparation.of(conference)
    for moment in (soon(30), soon(37)):
        everybody_can(conference, moment)
        announcing.fix_date(preparation, starts_at=moment, place="De Wiek", by=cast.joke)

    first, second = Message.objects.filter(about=conference, recipient=cast.marloes).order_by("pk")
    events = [Calendar.from_ical(message.calendar).walk("VEVENT")[0] for message in (first, second)]
    assert events[0]["UID"] == events[1]["UID"]
    assert [event["SEQUENCE"] for event in events] == [1, 2]
    assert [event["DTSTART"].dt for event in events] == [soon(30), soon(37)]


def test_a_later_meeting_of_the_circle_has_its_own_entry(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    preparation = Preparation.of(conference)
    before = Calendar.from_ical(announcing.calendar_entry(preparation)).walk("VEVENT")[0]["UID"]
    conference.take("reconvene", by=cast.naima)

    after = Calendar.from_ical(announcing.calendar_entry(preparation)).walk("VEVENT")[0]["UID"]

    assert before != after


def test_two_who_fix_the_day_at_once_do_not_lose_a_change(cast):
    conference = cast.conference()
    everybody_can(conference, soon(30))
    everybody_can(conference, soon(37))
    one, other = Preparation.of(conference), Preparation.of(conference)

    one.fix_date(starts_at=soon(30), place="De Wiek", by=cast.joke)
    other.fix_date(starts_at=soon(37), place="De Wiek", by=cast.joke)

    assert Preparation.of(conference).change == 2


def test_of_a_later_meeting_the_circle_chooses_the_day_and_sees_nobodys_answers(cast, client):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    Preparation.objects.filter(conference=conference).update(starts_at=soon(-30))
    page = cast.enter(client, cast.naima).post(at("fix_date", conference), as_typed(soon()))
    assert [name for name in page.context["form"].fields if name.startswith("why_")] == ["why_not_asked"]
    assert page.context["form"].errors["why_not_asked"]

    client.post(at("fix_date", conference), as_typed(soon(), why_not_asked="We belden iedereen."))

    assert Preparation.of(conference).starts_at == soon()
    told = Message.objects.filter(about=conference, recipient=cast.fatma).latest("pk")
    assert "De dag is bekend" in told.text  # the day of the first meeting was not moved


@pytest.mark.parametrize("who", [Role.REQUESTER, Role.REGIONAL_MANAGER])
def test_where_and_when_is_not_for_who_does_not_come(cast, client, who):
    conference = cast.conference(phase=Phase.INFORMATION)
    cast.enter(client, who)

    assert client.get(at("show", conference)).status_code == 404
    assert "De Wiek" not in client.get(reverse("conference:show", args=[conference.slug])).text


def test_a_calendar_without_a_day_says_so(cast, client):
    conference = cast.conference()

    assert (
        "Er is nog geen dag gekozen."
        in cast.enter(client, cast.naima).get(at("calendar", conference), follow=True).text
    )


def test_who_said_no_is_asked_nothing_more(cast):
    conference = cast.conference()
    CircleMember.objects.filter(conference=conference, person=cast.fatma).update(mode=Mode.NOT)

    announcing.propose(conference, moments=[soon()], by=cast.joke)

    assert not Message.objects.filter(recipient=cast.fatma).exists()


@pytest.mark.parametrize("rows", [1, 50])
def test_many_days_and_people_cost_no_more_queries(cast, client, rows, django_assert_max_num_queries):
    conference = cast.conference()
    for number in range(rows):
        option = DateOption.objects.create(conference=conference, starts_at=soon(10 + number))
        someone = cast.anyone_new(f"Gast {number}")
        CircleMember.objects.create(
            conference=conference,
            person=someone,
            name=f"Gast {number}",
            agreed_at=timezone.now(),
            invited_at=timezone.now(),
        )
        DateAnswer.objects.create(option=option, person=someone, says="yes")
    of_the_coordinator = ("propose", "fix_date", "to_call", "key_people", "place")
    for who, name in ((cast.naima, "dates"), *((cast.joke, name) for name in of_the_coordinator)):
        cast.enter(client, who).get(at(name, conference))
        with django_assert_max_num_queries(12):
            assert client.get(at(name, conference)).status_code == 200
