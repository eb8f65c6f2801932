"""One day for fourteen people: over a change of the clock, one abroad, one without a device, one forgotten at first."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from kring.circle import seating
from kring.circle.models import CircleMember
from kring.foundation.posting import Message
from kring.people.models import Channel, Person
from kring.preparation import announcing
from kring.preparation.models import DateAnswer, Preparation
from kring.preparation.own_clocks import there
from tests.preparation.days import AMSTERDAM, as_typed, at

SURINAME = "America/Paramaribo"
FAMILY = ["Karel", "Yusuf", "Samira", "Hassan", "Oma Bep", "Jamal", "Lina", "Rachid", "Noor"]


def change_of_the_clock() -> datetime:
    """Noon of the next Sunday on which the clock here is put forward or back."""
    day = timezone.localdate() + timedelta(days=20)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=AMSTERDAM)
    while noon.utcoffset() == (noon - timedelta(days=1)).utcoffset():
        noon += timedelta(days=1)
    return noon


def seated(cast, conference, name: str, **about) -> Person:
    how = {"channel": Channel.MAIL, "reach": f"{name.lower().replace(' ', '.')}@thuis.example"} | about
    member = CircleMember.name_someone(conference, name=name, by=cast.naima, **how)
    seating.seat_all(conference, [member], by=cast.joke)
    return CircleMember.objects.get(pk=member.pk).person


@pytest.fixture
def thirteen(cast):
    """The family and who helps, but for Ilse, of whom nobody thought."""
    conference = cast.conference()
    people = {name: seated(cast, conference, name) for name in FAMILY if name != "Oma Bep"}
    people["Oma Bep"] = seated(cast, conference, "Oma Bep", channel=Channel.LETTER, reach="Plein 3\n8071 AA Nunspeet")
    return conference, people


@pytest.mark.rule("A43")
def test_a_day_is_found_among_fourteen_people(cast, client, thirteen):
    conference, people = thirteen
    sunday = change_of_the_clock()
    saturday, next_saturday = sunday.replace(hour=14) - timedelta(days=1), sunday.replace(hour=14) + timedelta(days=6)
    saturday, next_saturday = (moment.astimezone(AMSTERDAM) for moment in (saturday, next_saturday))
    cast.enter(client, cast.joke)
    client.post(at("propose", conference), {"other_0": f"{saturday:%Y-%m-%d}", "other_1": "14:00"})
    client.post(at("propose", conference), {"other_0": f"{next_saturday:%Y-%m-%d}", "other_1": "14:00"})
    before, after = conference.date_options.order_by("starts_at")
    assert after.starts_at - before.starts_at != timedelta(days=7)  # seven days on the clock, not in hours

    # Yusuf is in Suriname, and reads both hours; the difference is not the same in both weeks.
    cast.enter(client, people["Yusuf"]).post(at("clock", conference), {"zone": SURINAME})
    page = client.get(at("dates", conference)).text
    assert there(before.starts_at, SURINAME) in page
    assert there(after.starts_at, SURINAME) in page
    assert there(before.starts_at, SURINAME) != there(after.starts_at, SURINAME)

    # Everybody with a device answers; Stefan, who set conditions, cannot come the first time.
    for person in [*people.values(), cast.naima, cast.fatma, cast.marloes, cast.stefan]:
        if person != people["Oma Bep"]:
            first = "no" if person == cast.stefan else "yes"
            cast.enter(client, person).post(at("dates", conference), {before.slug: first, after.slug: "yes"})

    # Oma Bep has no device: she is on the list to call.
    cast.enter(client, cast.joke)
    assert [row.person for row in client.get(at("to_call", conference)).context["rows"]] == [people["Oma Bep"]]
    by_phone = f"{at('dates', conference)}?namens={people['Oma Bep'].slug}&via=phone"
    client.post(by_phone, {before.slug: "yes", after.slug: "rather_not"})

    # Ilse was forgotten: now that she is invited, no day is chosen before she was asked.
    ilse = seated(cast, conference, "Ilse Bakker", hat="professional", relation="helper", works_at="Wijkteam")
    conference.forget_seats()
    assert len(Preparation.of(conference).expected()) == 14
    refused = client.post(at("fix_date", conference), as_typed(after.starts_at))
    assert f"why_{ilse.slug}" in refused.context["form"].errors
    client.post(at("tell_newcomers", conference))
    assert Message.objects.filter(about=conference, recipient=ilse).count() == 1
    assert Message.objects.filter(about=conference, recipient=cast.naima).count() == 2  # once for each time
    cast.enter(client, ilse).post(at("dates", conference), {before.slug: "yes", after.slug: "yes"})

    # The coordinator sees who would be missed, and the family and she choose the second.
    first, second = cast.enter(client, cast.joke).get(at("propose", conference)).context["rows"]
    assert (first.missed, second.missed, second.rather_not) == ([cast.stefan], [], [people["Oma Bep"]])
    client.post(at("fix_date", conference), as_typed(after.starts_at, two_rooms="on"))
    preparation = Preparation.of(conference)
    assert preparation.starts_at == after.starts_at == next_saturday

    told = {message.recipient: message for message in Message.objects.filter(about=conference, key__startswith="date-")}
    assert len(told) == 14
    assert told[people["Oma Bep"]].channel == Channel.LETTER
    assert told[cast.naima].channel == Channel.SMS
    assert there(after.starts_at, SURINAME).lower() in told[people["Yusuf"]].text.lower()
    for person in (people["Yusuf"], ilse):
        (event,) = Calendar.from_ical(told[person].calendar).walk("VEVENT")
        assert event["DTSTART"].dt == next_saturday.astimezone(UTC)
        assert not {"DTEND", "DURATION"} & set(event)


def test_a_day_added_later_loses_no_answer(cast, thirteen):
    conference, people = thirteen
    sunday = change_of_the_clock()
    announcing.propose(conference, moments=[sunday], by=cast.joke)
    for person in people.values():
        DateAnswer.give(conference, {conference.date_options.get().slug: "yes"}, by=person)

    announcing.propose(conference, moments=[sunday + timedelta(days=1)], by=cast.joke)

    assert DateAnswer.objects.filter(option__starts_at=sunday).count() == len(people)
    assert len(Preparation.of(conference).unasked(sunday)) == 4
