"""In a calendar that others may see: a start, no end, no names; a change moves the entry, calling off removes it."""

from datetime import time

import pytest
from icalendar import Calendar

from kring.circle.arriving import ArrivingApart
from kring.conference.access import Role
from kring.foundation.posting import Message
from kring.preparation import announcing
from kring.preparation.ending import go_on_without_meeting
from kring.preparation.models import DateAnswer, Preparation
from tests.preparation.days import AMSTERDAM, at, everybody_can, soon


class Agenda:
    """What a calendar program keeps: of one UID the entry with the highest SEQUENCE, and none that was cancelled."""

    def __init__(self):
        self.entries = {}

    def read(self, text: str) -> "Agenda":
        calendar = Calendar.from_ical(text)
        (event,) = calendar.walk("VEVENT")
        assert event.errors == []
        uid = str(event["UID"])
        if uid in self.entries and event["SEQUENCE"] < self.entries[uid]["SEQUENCE"]:
            return self
        self.entries[uid] = event
        if calendar["METHOD"] == "CANCEL":
            assert event["STATUS"] == "CANCELLED"
            del self.entries[uid]
        return self

    @property
    def only(self):
        (entry,) = self.entries.values()
        return entry


def sent(conference, person) -> list[str]:
    found = Message.objects.filter(about=conference, recipient=person).exclude(calendar="").order_by("pk")
    return [message.calendar for message in found]


@pytest.fixture
def fixed(cast):
    conference = cast.conference()
    everybody_can(conference, soon(30))
    announcing.fix_date(Preparation.of(conference), starts_at=soon(30), place="De Wiek", by=cast.joke)
    return conference


@pytest.mark.rule("A41")
def test_a_real_calendar_keeps_one_entry_that_moves_and_goes(cast, fixed):
    agenda, preparation = Agenda(), Preparation.of(fixed)
    first = agenda.read(sent(fixed, cast.marloes)[-1]).only
    assert first["DTSTART"].dt == soon(30)
    assert not {"DTEND", "DURATION", "LOCATION"} & set(first)
    assert first["SUMMARY"] == "Afspraak"
    assert "geen eindtijd" in first["DESCRIPTION"]

    everybody_can(fixed, soon(37))
    announcing.fix_date(preparation, starts_at=soon(37), place="De Wiek", by=cast.joke)
    moved = agenda.read(sent(fixed, cast.marloes)[-1]).only
    assert (moved["UID"], moved["DTSTART"].dt) == (first["UID"], soon(37))
    assert moved["SEQUENCE"] > first["SEQUENCE"]

    announcing.call_off(preparation, by=cast.joke)
    assert agenda.read(sent(fixed, cast.marloes)[-1]).entries == {}

    announcing.fix_date(preparation, starts_at=soon(30), place="De Wiek", by=cast.joke)
    assert agenda.read(sent(fixed, cast.marloes)[-1]).only["DTSTART"].dt == soon(30)


def test_an_invitation_by_mail_names_nobody_else(cast, fixed):
    (text,) = sent(fixed, cast.marloes)

    others = (cast.naima, cast.fatma, cast.stefan, cast.joke)
    assert "METHOD:REQUEST" in text
    assert text.count("ATTENDEE") == 1
    assert not [name for other in others for name in (other.first_name, other.email or "-@-") if name in text]


def test_a_file_to_download_invites_nobody_and_is_the_same_entry(cast, client, fixed):
    file = cast.enter(client, cast.marloes).get(at("calendar", fixed)).content.decode()

    assert "METHOD:PUBLISH" in file
    assert "ATTENDEE" not in file
    agenda = Agenda().read(sent(fixed, cast.marloes)[0]).read(file)
    assert agenda.only["DTSTART"].dt == soon(30)


def test_called_off_everybody_hears_it_and_all_answers_stay(cast, client, fixed):
    cast.enter(client, cast.joke).post(at("call_off", fixed))

    told = Message.objects.filter(about=fixed, key__startswith="off-")
    assert {message.recipient for message in told} == {cast.naima, cast.fatma, cast.marloes, cast.stefan}
    assert DateAnswer.objects.filter(option__conference=fixed).count() == 4
    assert Preparation.of(fixed).starts_at is None
    client.post(at("call_off", fixed))
    assert told.count() == 4


@pytest.mark.parametrize("ending", ["stop", "plan_without_meeting"])
def test_what_ends_before_the_day_leaves_the_calendars(cast, fixed, ending):
    if ending == "stop":
        fixed.stop(by=cast.naima)
    else:
        go_on_without_meeting(Preparation.of(fixed), by=cast.naima)

    agenda = Agenda()
    for text in sent(fixed, cast.marloes):
        agenda.read(text)
    assert agenda.entries == {}


def test_who_arrives_apart_has_the_own_hour_and_nobody_else(cast, client, fixed):
    ArrivingApart.arrange(fixed, person=cast.fatma, at=time(13, 15), by=cast.joke)

    own = Agenda().read(cast.enter(client, cast.fatma).get(at("calendar", fixed)).content.decode()).only
    other = Agenda().read(cast.enter(client, Role.MAIN_PERSON).get(at("calendar", fixed)).content.decode()).only

    assert own["DTSTART"].dt.astimezone(AMSTERDAM).time() == time(13, 15)
    assert other["DTSTART"].dt == soon(30)


def test_who_arrives_apart_hears_the_own_hour_and_not_the_others(cast):
    conference = cast.conference()
    everybody_can(conference, soon(30))
    ArrivingApart.arrange(conference, person=cast.marloes, at=time(13, 15), by=cast.joke)
    announcing.fix_date(Preparation.of(conference), starts_at=soon(30), place="De Wiek", by=cast.joke)

    told = {m.recipient: m.text for m in Message.objects.filter(about=conference, key__startswith="date-")}

    assert "13.15" in told[cast.marloes]
    assert "14.00" not in told[cast.marloes]
    assert "13.15" not in told[cast.naima] + told[cast.stefan]
