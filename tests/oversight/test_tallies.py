"""What counts of a conference is written down apart: without anybody in it, and it stays when all else goes."""

from datetime import date, timedelta

import pytest
from django.db import models
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome
from kring.conference.stopping import StopReason
from kring.followup.contacting import Contact
from kring.followup.evaluating import Evaluation, Group
from kring.followup.questions import QuestionSet
from kring.matching.models import FirstContact
from kring.oversight.erasing import forget
from kring.oversight.reckoning import counted, published
from kring.oversight.registering import register, tally
from kring.oversight.tallies import End, Tally
from kring.people.models import Person
from kring.plan.models import Agreement
from kring.referral.models import Referral
from tests.oversight.scenes import monday, request_of, waits_for

TODAY = date(2027, 6, 1)


def counted_of(conference: Conference) -> Tally:
    tally([conference.pk])
    return Tally.objects.get(conference=conference)


def ended(conference: Conference, outcome: str, *, on=None) -> Conference:
    at = on or monday(weeks=8)
    Conference.objects.filter(pk=conference.pk).update(phase=Phase.CLOSED, outcome=outcome, closed_at=at, moved_at=at)
    return conference


def test_what_counts_of_a_conference_with_a_plan(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    Conference.objects.filter(pk=conference.pk).update(created_at=monday())
    Referral.objects.filter(conference=conference).update(talked_on=monday(days=2).date(), answered_at=monday(days=7))
    FirstContact.objects.create(conference=conference, on=monday(days=9).date())
    conference.meetings.update(opened_at=monday(weeks=8), ended_at=monday(15, weeks=8))
    Agreement.objects.update(accepted_at=timezone.now())
    conference.plan.agreements.create(what="Nog niemand zei ja", who="Karel")
    Contact.objects.create(conference=conference, on=TODAY, runs="part", by=cast.joke)

    one = counted_of(conference)

    assert (one.end, one.kind, one.language, one.ground) == ("with", "professional", "nl", "youth_protection")
    assert (one.to_talk, one.to_yes, one.to_contact, one.to_meeting, one.kept_contact) == (2, 5, 2, 47, True)
    assert (one.own_agreements, one.asked_agreements) == (1, 0)  # what nobody said yes to does not count (B23)
    assert (one.called_first, one.runs_first, one.called_later) == (True, "part", False)
    assert (one.invited, one.minutes) == (1, 300)


@pytest.mark.rule("R-EVA-5")
def test_a_no_a_stop_and_what_was_over_before_the_talk_each_have_their_own_end(cast):
    no_talk, no, early, stopped = (request_of(cast, name, at=monday()) for name in ("Ans", "Bea", "Cas", "Dré"))
    for one, yes in ((no, monday(days=3)), (early, None), (stopped, monday(days=3))):
        waits_for(one, "preparation", talked=monday(days=1), yes=yes)
    ended(no, Outcome.DECLINED)
    for one in (no_talk, early, stopped):
        ended(one, Outcome.STOPPED)

    register(TODAY)

    found = {one.conference_id: one for one in Tally.objects.all()}
    ends = [found[one.pk].end for one in (no_talk, no, early, stopped)]
    assert ends == [End.NOT_OFFERED, End.DECLINED, End.DECLINED, End.STOPPED]
    assert {one.ended_on for one in found.values()} == {monday(weeks=8).date()}
    assert (found[no.pk].to_yes, found[stopped.pk].to_yes) == (None, 2)


def test_the_first_outcome_counts_also_when_it_was_stopped_afterwards(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    first = counted_of(conference)
    ended(conference, Outcome.STOPPED, on=timezone.now() + timedelta(days=90))

    again = counted_of(conference)

    assert (again.end, again.ended_on) == (End.WITH, first.ended_on)


@pytest.mark.rule("R-CON-3")
def test_why_it_stopped_is_said_only_by_who_wants_to_and_only_counted(cast, client):
    silent, said = cast.conference(), cast.conference()
    for conference, why in ((silent, ""), (said, "has_a_plan")):
        cast.enter(client, Role.MAIN_PERSON)
        client.post(f"/c/{conference.slug}/stoppen/", {"why": why})
        Referral.objects.filter(conference=conference).update(answered_at=timezone.now())

    assert StopReason.objects.get().conference == said
    assert [counted_of(one).why for one in (silent, said)] == ["", "has_a_plan"]
    for person in (cast.tom, cast.ayse, cast.naima):
        cast.enter(client, person)
        assert "er is al een oplossing" not in client.get(f"/c/{said.slug}/").text


def test_a_word_that_is_none_of_the_reasons_stops_just_as_well(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.MAIN_PERSON)
    client.post(f"/c/{conference.slug}/stoppen/", {"why": "Mijn man heet Jan"})

    conference.refresh_from_db()
    assert (conference.phase, StopReason.objects.exists()) == (Phase.CLOSED, False)


def test_when_everything_of_a_conference_goes_its_tally_stays_and_leads_nowhere(cast):
    conference = ended(cast.conference(phase=Phase.FOLLOW_UP), Outcome.PLAN_WITH_MEETING)
    conference.refresh_from_db()

    forget(conference, "plan", TODAY)

    one = Tally.objects.get()
    assert (one.conference, one.end, one.municipality) == (None, End.WITH, cast.municipality)


def test_nobody_stands_in_a_tally():
    told = {field.name: type(field) for field in Tally._meta.get_fields()}

    assert not [field for field in Tally._meta.fields if getattr(field, "related_model", None) is Person]
    assert models.TextField not in told.values()


# --- what professionals and families say ------------------------------------------------------------------------------
def answers(cast, many: int, **said) -> None:
    known = QuestionSet.objects.first() or QuestionSet.objects.create(number=1, tried_on=TODAY)
    Evaluation.objects.bulk_create(
        Evaluation(
            questions=known, year=2027, month=3, region=cast.region, phase=Phase.FOLLOW_UP, language="nl", **said
        )
        for _ in range(many)
    )


@pytest.mark.rule("B27")
def test_whether_professionals_feel_less_burdened_is_counted_and_is_no_target(cast):
    answers(cast, 6, group=Group.PROFESSIONAL, less_burdened="yes", meeting=8)
    answers(cast, 5, group=Group.PROFESSIONAL, less_burdened="partly", meeting=7)
    answers(cast, 5, group=Group.PROFESSIONAL, less_burdened="no", meeting=7)

    told = published(counted(2027))["land"]

    assert told["less_burdened"] == {"parts": {"yes": 38, "partly": 31, "no": 31}}
    assert told["professional_meeting"] == {"value": 7.4}


def test_a_mark_of_fewer_than_five_is_not_shown(cast):
    answers(cast, 4, group=Group.MINOR, meeting=9)
    answers(cast, 5, group=Group.ADULT, meeting=8)

    told = published(counted(2027))["land"]

    assert "minor_meeting" not in told
    assert told["adult_meeting"] == {"value": 8.0}
