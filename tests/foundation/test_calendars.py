"""What an invitation puts in somebody's calendar."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from kring.foundation.calendars import invitation

STARTS = datetime(2027, 2, 13, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def event_in(text: str):
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    assert event.errors == []
    return calendar, event


@pytest.mark.rule("A41")
def test_an_invitation_has_a_beginning_and_no_end(db):
    text = invitation("dag-1@kring", 0, STARTS, place="Buurthuis De Wiek", description="Er is eten.")

    assert "DTEND" not in text
    assert "DURATION" not in text
    assert "\r\nDTSTART:20270213T130000Z\r\n" in text
    assert "Er is geen eindtijd" in str(event_in(text)[1]["description"])


@pytest.mark.rule("A41")
def test_a_changed_or_cancelled_invitation_has_no_end_either(db):
    for sequence, method in ((1, "REQUEST"), (2, "CANCEL")):
        text = invitation("dag-1@kring", sequence, STARTS, method=method)

        assert "DTEND" not in text
        assert "DURATION" not in text


def test_a_cancellation_is_about_the_same_meeting(db):
    _calendar, first = event_in(invitation("dag-1@kring", 0, STARTS))

    calendar, last = event_in(invitation("dag-1@kring", 2, STARTS, method="CANCEL"))

    assert calendar["method"] == "CANCEL"
    assert (last["uid"], last["sequence"], last["status"]) == (first["uid"], 2, "CANCELLED")


def test_the_calendar_of_a_family_does_not_say_what_it_is_about(db):
    _calendar, event = event_in(invitation("dag-1@kring", 0, STARTS, to="naima@thuis.example"))

    assert (event["summary"], event["class"]) == ("Afspraak", "PRIVATE")
    assert event["attendee"] == "mailto:naima@thuis.example"


@pytest.mark.rule("B4")
def test_names_of_places_stay_as_they_are_written(db):
    _calendar, event = event_in(
        invitation("dag-1@kring", 0, STARTS, place="Çay evi «Şirin», Beşikçistraat 1; achterom")
    )

    assert event["location"] == "Çay evi «Şirin», Beşikçistraat 1; achterom"


def test_what_is_typed_cannot_add_lines_of_its_own(db):
    hostile = "x\r\nDTEND:20270213T170000Z\r\nX:"

    text = invitation("dag-1@kring", 0, STARTS, summary=hostile, place=hostile, description=hostile, to=hostile)

    assert "\nDTEND" not in text
    assert "dtend" not in event_in(text)[1]


def test_a_moment_without_a_time_zone_is_refused(db):
    with pytest.raises(ValueError, match="time zone"):
        invitation("dag-1@kring", 0, datetime(2027, 2, 13, 14, 0))
