"""Three clocks: from the request, from the talk and from the yes; in working days, with urgency in waking hours."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from kring.conference.access import Phase
from kring.foundation.posting import Message
from kring.foundation.workdays import working_days_after
from kring.matching.models import FirstContact
from kring.oversight.clocks import latest_start, working_days_between
from kring.oversight.narrowing import conferences_of
from kring.oversight.promising import AT_RISK_NOW, by_promise, promise, waited, weeks_of_preparation
from kring.people.models import Organisation
from kring.referral.models import Referral
from tests.oversight.scenes import AMSTERDAM, monday, request_of, rest, row, rows, waits_for


def told(cast, conference, *, now: datetime):
    """What, until when, whether it comes near and whether it is over."""
    found = promise(row(cast, conference, now=now), now=now)
    return (found.what, str(found), found.is_at_risk, found.is_over)


# --- how days are counted --------------------------------------------------------------------------------------------
@pytest.mark.rule("A35")
@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2027, 1, 11), 3, date(2027, 1, 14)),  # Monday to Thursday
        (date(2027, 1, 14), 3, date(2027, 1, 19)),  # over a weekend
        (date(2027, 3, 25), 3, date(2027, 4, 1)),  # over Good Friday and Easter
        (date(2027, 1, 16), 1, date(2027, 1, 18)),  # asked on a Saturday
        (date(2026, 12, 24), 2, date(2026, 12, 29)),  # over Christmas, of which one day is a Saturday
        (date(2027, 5, 4), 2, date(2027, 5, 7)),  # over Ascension Day
    ],
)
def test_a_promise_is_counted_in_working_days(start, days, due):
    assert working_days_after(start, days) == due
    assert working_days_between(start, due) == days


def test_working_days_are_counted_alike_forwards_and_between_whatever_the_days():
    for offset in range(0, 800, 7):
        start = date(2026, 1, 1) + timedelta(days=offset)
        for days in (0, 1, 3, 10):
            due = working_days_after(start, days)
            assert working_days_between(start, due) == days
            assert working_days_after(latest_start(due, days), days) <= due
            assert working_days_after(latest_start(due, days) + timedelta(days=1), days) > due
    assert working_days_between(date(2027, 1, 14), date(2027, 1, 11)) == 0


# --- the three clocks ------------------------------------------------------------------------------------------------
@pytest.mark.rule("A35")
def test_from_the_request_the_clock_runs_until_the_talk(cast):
    ans = request_of(cast, "Ans", at=monday())

    what = "gesprek over de aanvraag"
    assert told(cast, ans, now=monday(days=1)) == (what, "uiterlijk donderdag 14 januari", False, False)
    assert told(cast, ans, now=monday(days=2)) == (what, "uiterlijk morgen", True, False)
    assert told(cast, ans, now=monday(days=3)) == (what, "uiterlijk vandaag", True, False)
    assert told(cast, ans, now=monday(days=4)) == (what, "was gisteren", True, True)


@pytest.mark.rule("A35")
def test_from_the_talk_the_clock_runs_until_the_main_person_answered(cast):
    ans = waits_for(request_of(cast, "Ans", at=monday()), "referral", talked=monday(days=2))

    what = "horen of de vraag is aangekomen"
    assert told(cast, ans, now=monday(days=3)) == (what, "uiterlijk maandag 18 januari", False, False)
    assert told(cast, ans, now=monday(days=5)) == (what, "uiterlijk maandag 18 januari", True, False)  # a Saturday
    assert told(cast, ans, now=monday(days=8)) == (what, "was gisteren", True, True)


@pytest.mark.rule("A35")
@pytest.mark.parametrize("phase", [Phase.MATCHING, Phase.PREPARATION])
def test_from_the_yes_the_clock_runs_until_the_first_contact(cast, phase):
    ans = waits_for(request_of(cast, "Ans", at=monday()), phase, talked=monday(days=1), yes=monday(weeks=2))

    what = "eerste contact door een coördinator"
    assert told(cast, ans, now=monday(weeks=2)) == (what, "uiterlijk donderdag 28 januari", False, False)
    assert told(cast, ans, now=monday(weeks=2, days=2)) == (what, "uiterlijk morgen", True, False)
    assert told(cast, ans, now=monday(weeks=2, days=4)) == (what, "was gisteren", True, True)

    FirstContact.objects.create(conference=ans, on=monday(weeks=2, days=1).date())
    assert promise(row(cast, ans, now=monday(weeks=2, days=4))) is None


@pytest.mark.rule("A35")
def test_all_three_clocks_are_measured_as_far_as_they_started(cast):
    ans = request_of(cast, "Ans", at=monday())
    assert waited(row(cast, ans, now=monday(days=4)), now=monday(days=4)) == [("aanvraag", 4)]

    waits_for(ans, Phase.MATCHING, talked=monday(days=1), yes=monday(days=4))
    now = monday(weeks=1, days=1)
    assert waited(row(cast, ans, now=now), now=now) == [("aanvraag", 6), ("gesprek", 5), ("ja", 2)]


@pytest.mark.rule("A35")
def test_the_days_are_those_the_organisation_chose(cast):
    Organisation(contact_days=5).save()
    ans = request_of(cast, "Ans", at=monday())

    found = promise(row(cast, ans, now=monday()), now=monday())
    assert found.due == date(2027, 1, 18)


@pytest.mark.rule("A35")
def test_the_list_and_the_line_agree_on_what_is_at_risk_on_every_day(cast):
    made = [
        request_of(cast, f"N{day}", at=datetime(2027, 3, 22, 23, 30, tzinfo=AMSTERDAM) + timedelta(days=day))
        for day in range(9)
    ]
    for day, conference in enumerate(made[:4]):
        waits_for(conference, "matching" if day % 2 else "referral", talked=monday(weeks=10, days=day), yes=None)
    for day in range(16):
        now = datetime(2027, 3, 22, 0, 30, tzinfo=AMSTERDAM) + timedelta(days=day)
        found = by_promise(conferences_of(cast.ayse), now=now)
        at_risk = set(found.filter(AT_RISK_NOW).values_list("pk", flat=True))
        assert at_risk == {one.pk for one in found if promise(one, now=now).is_at_risk}, now


# --- urgency ---------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A35")
@pytest.mark.rule("A53")
@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (monday(10), "vandaag voor 14.00 uur"),
        (monday(19), "morgen voor 10.00 uur"),  # the night does not count
        (monday(23), "morgen voor 12.00 uur"),
        (monday(3), "vandaag voor 12.00 uur"),
        (monday(10, days=5), "zaterdag 16 januari voor 14.00 uur"),  # the weekend does
    ],
)
def test_with_urgency_hours_count_while_people_are_awake(cast, asked, words):
    ans = request_of(cast, "Ans", at=asked, urgent=True)
    now = monday(0)

    assert told(cast, ans, now=now) == ("gesprek over de aanvraag", words, True, False)


@pytest.mark.rule("A53")
def test_an_urgent_promise_is_over_after_its_hour_on_all_three_clocks(cast):
    Organisation(urgent_hours=6).save()
    ans = request_of(cast, "Ans", at=monday(), urgent=True)
    assert told(cast, ans, now=monday(15))[1:] == ("vandaag voor 16.00 uur", True, False)
    assert told(cast, ans, now=monday(17))[1:] == ("was vandaag voor 16.00 uur", True, True)

    waits_for(ans, "referral", talked=monday(11))
    assert told(cast, ans, now=monday(15))[1:] == ("morgen voor 14.00 uur", True, False)

    waits_for(ans, "matching", talked=monday(11), yes=monday(13))
    assert told(cast, ans, now=monday(15))[1:] == ("vandaag voor 19.00 uur", True, False)
    assert told(cast, ans, now=monday(20))[1:] == ("was vandaag voor 19.00 uur", True, True)


@pytest.mark.rule("A53")
def test_urgent_ones_stand_before_all_then_who_is_at_risk_then_who_waits(cast):
    request_of(cast, "Later", at=monday(weeks=1, days=4))
    request_of(cast, "Eerder", at=monday())
    request_of(cast, "Spoed", at=monday(weeks=1, days=4), urgent=True)
    rest(request_of(cast, "Rust", at=monday()))
    rest(request_of(cast, "Spoedrust", at=monday(), urgent=True))
    FirstContact.objects.create(
        conference=waits_for(request_of(cast, "Gebeld"), "preparation", talked=monday(), yes=monday()),
        on=monday().date(),
    )

    assert rows(cast, now=monday(weeks=1, days=4))[:4] == ["Spoed", "Eerder", "Later", "Gebeld"]
    assert set(rows(cast, now=monday(weeks=1, days=4))[4:]) == {"Rust", "Spoedrust"}


# --- the family's pace -----------------------------------------------------------------------------------------------
@pytest.mark.rule("A35")
@pytest.mark.parametrize("phase", [Phase.REFERRAL, Phase.MATCHING, Phase.PREPARATION])
@pytest.mark.parametrize("urgent", [True, False])
def test_who_takes_it_easy_has_no_clock(cast, phase, urgent):
    ans = waits_for(request_of(cast, "Ans", at=monday(), urgent=urgent), phase, talked=monday(), yes=monday())
    now = monday(weeks=20)
    assert promise(row(cast, ans, now=now), now=now).is_over

    rest(ans)

    assert promise(row(cast, ans, now=now), now=now) is None
    assert not by_promise(conferences_of(cast.ayse), now=now).filter(AT_RISK_NOW).exists()


@pytest.mark.rule("A52")
def test_weeks_of_preparation_are_shown_and_nothing_ever_follows_from_them(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    FirstContact.objects.create(conference=conference, on=timezone.localdate())
    yes = timezone.now() - timedelta(weeks=14, days=2)
    Referral.objects.filter(conference=conference).update(answered_at=yes)
    cast.enter(client, cast.ayse)

    page = client.get("/werk/").content.decode()

    assert "14 weken sinds het ja, meestal 6 tot 10" in page
    found = row(cast, conference, now=timezone.now())
    assert (found.phase, promise(found)) == (Phase.PREPARATION, None)  # no alarm at the desk either
    assert not Message.objects.exists()
    for person in (cast.naima, cast.fatma):
        cast.enter(client, person)
        assert "14 weken" not in client.get(f"/c/{conference.slug}/").content.decode()


@pytest.mark.rule("A52")
def test_no_job_of_the_house_ends_a_preparation_that_takes_long(cast, django_capture_on_commit_callbacks):
    from kring.foundation.working import JOBS

    conference = cast.conference(phase=Phase.PREPARATION)
    long_ago = timezone.now() - timedelta(weeks=30)
    Referral.objects.filter(conference=conference).update(answered_at=long_ago)
    type(conference).objects.update(moved_at=long_ago, created_at=long_ago)

    for job in [job for job in JOBS.values() if not job.seconds]:
        job.work(timezone.localdate())

    conference.refresh_from_db()
    assert conference.phase == Phase.PREPARATION
    assert not Message.objects.filter(recipient__in=[cast.naima, cast.fatma]).exists()


@pytest.mark.rule("A52")
def test_weeks_count_from_the_yes_and_not_while_it_rests(cast):
    ans = waits_for(request_of(cast, "Ans", at=monday()), "preparation", talked=monday(), yes=monday(weeks=1))
    now = monday(weeks=8, days=3)
    assert weeks_of_preparation(row(cast, ans, now=now), now=now) == 7

    rest(ans)
    assert weeks_of_preparation(row(cast, ans, now=now), now=now) is None
