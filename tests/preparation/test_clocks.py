"""The right day and hour, whatever clock somebody reads and whatever is done to that clock meanwhile."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from icalendar import Calendar

from kring.foundation.calendars import invitation
from kring.foundation.posting import Message
from kring.preparation import announcing
from kring.preparation.models import OwnClock
from kring.preparation.moments import begins, evenings_and_weekends, is_weekend, office_hours
from kring.preparation.own_clocks import CLOCKS, NoSuchClock, on_both_clocks, there
from tests.preparation.days import AMSTERDAM, at, soon

AUTUMN = datetime(2027, 10, 30, 14, 0, tzinfo=AMSTERDAM)
DAYS = some.dates(date(2025, 1, 1), date(2035, 12, 31))
FEW = settings(max_examples=25, deadline=None)


# --- what always holds
@FEW
@given(DAYS)
def test_the_parts_of_a_day_stay_on_the_clock_over_every_change_of_it(start):
    for moment in evenings_and_weekends(start, weeks=1) + office_hours(start, weeks=1):
        local = moment.astimezone(AMSTERDAM)
        assert (local.hour, local.minute) in {(10, 0), (14, 0), (18, 30)}
        assert moment.astimezone(UTC).astimezone(AMSTERDAM) == moment
    days = {moment.astimezone(AMSTERDAM).date() for moment in evenings_and_weekends(start, weeks=1)}
    assert days == {start + timedelta(days=n) for n in range(7)}
    assert not any(is_weekend(moment.astimezone(AMSTERDAM).date()) for moment in office_hours(start, weeks=1))


@FEW
@given(DAYS, some.times(time(8), time(21)), some.sampled_from(sorted(CLOCKS)))
def test_both_clocks_say_the_same_moment(day, hour, zone):
    moment = begins(day, hour.replace(second=0, microsecond=0))
    away = moment.astimezone(ZoneInfo(zone))

    said = there(moment, zone)

    assert on_both_clocks(moment, zone).startswith(on_both_clocks(moment, ""))
    if said:
        assert f"{away:%H.%M} uur" in said
        assert (str(away.year) in said) == (away.date() != day)  # another day is said, the same one is not
    else:
        assert away.utcoffset() == moment.astimezone(AMSTERDAM).utcoffset()


@pytest.mark.django_db
@FEW
@given(moment=some.datetimes(datetime(2025, 1, 1), datetime(2036, 1, 1), timezones=some.timezones()))
def test_a_calendar_file_says_the_moment_it_was_given_and_no_other(moment):
    (event,) = Calendar.from_ical(invitation("dag@kring", 0, moment)).walk("VEVENT")

    assert event["DTSTART"].dt == moment.astimezone(UTC).replace(microsecond=0)


# --- around one weekend in October
def test_the_hour_here_and_there_differ_by_another_number_a_week_later():
    assert there(AUTUMN, "America/Paramaribo") == "in Suriname is het dan 09.00 uur"
    assert there(AUTUMN + timedelta(days=7), "America/Paramaribo") == "in Suriname is het dan 10.00 uur"


def test_another_day_there_is_said_and_the_same_clock_is_not_said_twice():
    evening = datetime(2027, 10, 29, 18, 30, tzinfo=AMSTERDAM)

    assert (
        there(evening, "Australia/Sydney")
        == "in Australië, het zuidoosten is het dan zaterdag 30 oktober 2027, 03.30 uur"
    )
    assert on_both_clocks(AUTUMN, "Europe/Warsaw") == "zaterdag 30 oktober 2027, vanaf 14.00 uur"


# --- on somebody's own page
def test_family_abroad_sees_both_times_on_the_page_and_in_the_message(cast, client):
    conference = cast.conference()
    OwnClock.keep(conference, zone="America/Paramaribo", by=cast.fatma)
    announcing.propose(conference, moments=[soon()], by=cast.joke)

    page = cast.enter(client, cast.fatma).get(at("dates", conference)).text

    assert there(soon(), "America/Paramaribo") in page
    told = {message.recipient: message.text for message in Message.objects.filter(about=conference)}
    assert "in Suriname is het dan" in told[cast.fatma]
    assert "Suriname" not in told[cast.naima] + told[cast.marloes]


def test_the_own_clock_is_chosen_on_the_page_or_by_phone_and_let_go_at_home(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.fatma).post(at("clock", conference), {"zone": "Africa/Casablanca"})
    assert OwnClock.zone_of(cast.fatma) == "Africa/Casablanca"

    by_phone = f"{at('clock', conference)}?namens={cast.fatma.slug}&via=phone"
    cast.enter(client, cast.joke).post(by_phone, {"zone": "Europe/Istanbul"})
    assert OwnClock.zone_of(cast.fatma) == "Europe/Istanbul"
    client.post(by_phone, {"zone": "Europe/Amsterdam"})

    assert not OwnClock.objects.exists()
    with pytest.raises(NoSuchClock):
        OwnClock.keep(conference, zone="Mars/Olympus", by=cast.fatma)
