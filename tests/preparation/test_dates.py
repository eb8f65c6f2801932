"""A day that suits: put to everybody, answered for oneself, chosen by people, without an end."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from kring.circle.models import CircleMember, Mode
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.foundation.posting import Message
from kring.people.models import Channel
from kring.preparation import announcing
from kring.preparation import forms as forms_here
from kring.preparation.dates import AlreadyOver, AlreadyProposed, NoDay, Resting
from kring.preparation.models import DateAnswer, DateOption, NotAskedAll, NotProposed, Preparation
from kring.preparation.moments import evenings_and_weekends

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WORDS_FOR_AN_END = ("end", "until", "eind", "duration", "duur", "tot")


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


def soon(days: int = 30, hour: int = 14) -> datetime:
    day = timezone.localdate() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=AMSTERDAM)


def everybody_can(conference, moment: datetime) -> None:
    option = DateOption.objects.get_or_create(conference=conference, starts_at=moment)[0]
    for person in Preparation.of(conference).expected():
        DateAnswer.objects.update_or_create(option=option, person=person, defaults={"says": "yes"})


def as_typed(moment: datetime, place: str = "Buurthuis De Wiek", **more) -> dict:
    local = moment.astimezone(AMSTERDAM)
    return {"starts_at_0": f"{local:%Y-%m-%d}", "starts_at_1": f"{local:%H:%M}", "place": place} | more


# --- proposing
@pytest.mark.rule("A39")
def test_evenings_and_weekends_are_offered_first(cast, client):
    conference = cast.conference()

    page = cast.enter(client, cast.joke).get(at("propose", conference))
    offered = [datetime.fromisoformat(value) for value, _label in page.context["form"].fields["days"].choices]

    assert len(offered) == 21
    assert all(moment.hour >= 18 or moment.weekday() in (5, 6) for moment in offered)
    assert {moment.weekday() for moment in offered} == set(range(7))


@pytest.mark.rule("A39")
def test_office_hours_are_allowed_too(cast, client):
    conference = cast.conference()
    monday = soon() + timedelta(days=(7 - soon().weekday()) % 7)

    cast.enter(client, cast.joke).post(at("propose", conference), {"other_0": f"{monday:%Y-%m-%d}", "other_1": "10:00"})

    assert conference.date_options.get().starts_at == monday.replace(hour=10)


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


@pytest.mark.parametrize("day", [date(2027, 3, 26), date(2027, 10, 29)])
def test_the_hour_on_the_clock_stays_over_a_change_of_the_clock(day):
    for moment in evenings_and_weekends(day, weeks=1):
        local = moment.astimezone(AMSTERDAM)
        assert (local.hour, local.minute) == ((14, 0) if local.weekday() > 4 else (18, 30))
        assert moment.astimezone(UTC).astimezone(AMSTERDAM) == moment


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
    karel.become_invited(by=cast.joke)
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


# --- answering
def test_everybody_answers_for_themselves_per_day(cast, client):
    conference = cast.conference()
    first, second = (DateOption.propose(conference, starts_at=soon(n), by=cast.joke) for n in (30, 31))

    cast.enter(client, cast.marloes).post(at("dates", conference), {first.slug: "rather_not", second.slug: "no"})

    said = DateAnswer.objects.filter(person=cast.marloes).values_list("option__slug", "says")
    assert dict(said) == {first.slug: "rather_not", second.slug: "no"}


def test_an_answer_can_be_changed_and_left_open(cast, client):
    conference = cast.conference()
    first, second = (DateOption.propose(conference, starts_at=soon(n), by=cast.joke) for n in (30, 31))
    cast.enter(client, cast.fatma)

    client.post(at("dates", conference), {first.slug: "no"})
    client.post(at("dates", conference), {first.slug: "yes", second.slug: ""})

    assert list(DateAnswer.objects.values_list("person", "says")) == [(cast.fatma.pk, "yes")]
    assert client.get(at("dates", conference)).context["form"][first.slug].value() == "yes"


def test_an_answer_nobody_offered_is_said_at_the_field(cast, client):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)

    page = cast.enter(client, cast.fatma).post(at("dates", conference), {option.slug: "misschien"})

    assert page.context["form"].errors[option.slug]
    assert not DateAnswer.objects.exists()


def test_a_day_of_another_conference_is_not_answered(cast, client):
    elsewhere = DateOption.propose(cast.conference(), starts_at=soon(), by=cast.joke)
    conference = cast.conference()

    cast.enter(client, cast.fatma).post(at("dates", conference), {elsewhere.slug: "yes"})

    assert not DateAnswer.objects.exists()


def test_an_answer_by_phone_is_recorded_for_who_called(cast, client):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)
    cast.enter(client, cast.joke)
    overview = client.get(at("propose", conference)).text
    by_phone = f"{at('dates', conference)}?namens={cast.fatma.slug}&via=phone"
    assert by_phone.replace("&", "&amp;") in overview

    client.post(by_phone, {option.slug: "yes"})

    assert DateAnswer.objects.get().person == cast.fatma
    entry = conference.journal.latest("number")
    assert (entry.step, entry.taken_by, entry.in_name_of, entry.via) == ("answer_dates", cast.joke, cast.fatma, "phone")


@pytest.mark.rule("A43")
def test_the_coordinator_sees_per_day_who_would_be_missed(cast, client):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)
    DateAnswer.give(conference, {option.slug: "no"}, by=cast.marloes)
    DateAnswer.give(conference, {option.slug: "rather_not"}, by=cast.fatma)
    DateAnswer.give(conference, {option.slug: "yes"}, by=cast.naima)

    (row,) = cast.enter(client, cast.joke).get(at("propose", conference)).context["rows"]

    assert (row.yes, row.rather_not, row.no, row.silent) == ([cast.naima], [cast.fatma], [cast.marloes], [cast.stefan])


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_nobody_sees_what_another_answered(cast, client, who):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)
    for person in (cast.naima, cast.fatma, cast.marloes, cast.stefan):
        if person != cast[who]:
            DateAnswer.give(conference, {option.slug: "no"}, by=person)
    cast.enter(client, who)

    for name in ("dates", "show"):
        page = client.get(at(name, conference)).text
        assert not [
            other
            for other in ("Naima", "Fatma", "Marloes", "Stefan")
            if other in page and other != cast[who].first_name
        ]
    assert not client.get(at("dates", conference)).context["form"][option.slug].value()


# --- choosing
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
def test_why_somebody_could_not_be_asked_is_written_down_instead(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)
    refused = client.post(at("fix_date", conference), as_typed(soon()))
    assert refused.context["form"].errors["why_not_asked"]
    assert refused.context["form"]["place"].value() == "Buurthuis De Wiek"

    client.post(at("fix_date", conference), as_typed(soon(), why_not_asked="Spoed: iedereen is gebeld."))

    preparation = Preparation.of(conference)
    assert (preparation.starts_at, preparation.why_not_asked) == (soon(), "Spoed: iedereen is gebeld.")


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


# --- without an end
def looks_like_an_end(name: str) -> bool:
    return any(part in WORDS_FOR_AN_END for part in name.lower().split("_"))


@pytest.mark.rule("A41")
def test_an_end_that_is_posted_is_stored_nowhere(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())
    an_end = {
        "ends_at": "2030-01-01 17:00",
        "ends_at_0": "2030-01-01",
        "ends_at_1": "17:17",
        "end": "17:17",
        "eindtijd": "17:17",
    }

    cast.enter(client, cast.joke).post(at("fix_date", conference), as_typed(soon()) | an_end)

    preparation = Preparation.of(conference)
    assert preparation.starts_at == soon()
    assert not [name for name, value in vars(preparation).items() if "17:17" in str(value) or "2030" in str(value)]
    for message in Message.objects.filter(about=conference):
        assert "17:17" not in message.text + message.calendar
        assert "DTEND" not in message.calendar
        assert "DURATION" not in message.calendar
    file = client.get(at("calendar", conference)).content.decode()
    assert "DTSTART" in file
    assert "DTEND" not in file
    assert "DURATION" not in file


@pytest.mark.rule("A41")
def test_no_form_and_no_table_of_the_preparation_knows_an_end():
    forms = [form for form in vars(forms_here).values() if isinstance(form, type) and hasattr(form, "base_fields")]
    fields = {f"{form.__name__}.{name}" for form in forms for name in form.base_fields}
    tables = [model for model in apps.get_models() if model.__module__.startswith("kring.preparation")]
    columns = {f"{model.__name__}.{field.name}" for model in tables for field in model._meta.get_fields()}

    assert {"FixDateForm.starts_at", "ProposeForm.other"} <= fields
    assert {"Preparation.starts_at", "DateOption.starts_at"} <= columns
    assert not [name for name in fields | columns if looks_like_an_end(name.partition(".")[2])]


@pytest.mark.rule("A40")
@pytest.mark.rule("A41")
def test_five_hours_on_average_and_no_end_is_said_where_a_day_is_spoken_of(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())
    announcing.propose(conference, moments=[soon(33)], by=cast.joke)
    assert all("gemiddeld vijf uur" in message.text for message in Message.objects.filter(about=conference))
    cast.enter(client, cast.naima)
    assert "Gemiddeld vijf uur, geen eindtijd" in client.get(at("dates", conference)).text

    announcing.fix_date(Preparation.of(conference), starts_at=soon(), place="De Wiek", by=cast.joke)

    assert "Gemiddeld vijf uur, geen eindtijd" in client.get(at("show", conference)).text
    for message in Message.objects.filter(about=conference, key__startswith="date-"):
        assert "gemiddeld vijf uur" in message.text
        assert "geen eindtijd" in message.text
        assert "geen eindtijd" in Calendar.from_ical(message.calendar).walk("VEVENT")[0]["DESCRIPTION"]


# --- seeing
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
    for who, name in ((cast.joke, "propose"), (cast.naima, "dates"), (cast.joke, "fix_date"), (cast.joke, "people")):
        cast.enter(client, who).get(at(name, conference))
        with django_assert_max_num_queries(12):
            assert client.get(at(name, conference)).status_code == 200
