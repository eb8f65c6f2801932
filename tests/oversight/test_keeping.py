"""Every stored field has its time, and what is past it is gone, with a register that says that and no more."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kring.circle.excluding import Exclusion
from kring.circle.models import CircleMember, Mode
from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome
from kring.foundation.posting import Message
from kring.oversight import keeping
from kring.oversight.erasing import erase
from kring.oversight.models import Erasure, KeepingPeriod
from kring.people.models import Person
from kring.plan.models import Plan
from kring.referral.models import Enquiry, Referral

SAID = "Dit staat alleen in het hart van deze familie"


def closed(cast, *, days_ago: int) -> Conference:
    conference = cast.conference(phase=Phase.CLOSED)
    when = timezone.now() - timedelta(days=days_ago)
    Conference.objects.filter(pk=conference.pk).update(closed_at=when, moved_at=when)
    conference.refresh_from_db()
    return conference


def today() -> date:
    return timezone.localdate()


def test_every_stored_field_has_a_keeping_time():
    assert keeping.without_a_row() == []


def test_the_table_speaks_of_nothing_that_is_not_stored():
    optional = {"socialaccount.SocialApp_sites.*"}

    assert set(keeping.rows_about_nothing()) - optional == set()


def test_a_new_column_without_a_row_keeps_the_house_from_starting(monkeypatch):
    monkeypatch.setattr(keeping, "TABLE", keeping.TABLE)
    shorter = keeping.TABLE.replace("Birth                register    *\n", "")
    monkeypatch.setattr(keeping, "read", lambda text=shorter, read=keeping.read: read(text))

    found = keeping.every_field_has_a_keeping_time(None)

    assert {problem.id for problem in found} == {"kring.E002"}
    assert any("Birth.is_demo" in problem.msg for problem in found)


def test_a_field_stands_in_the_table_once():
    with pytest.raises(ValueError, match="twice"):
        keeping.read("Birth register at\nBirth staff at")


@pytest.mark.rule("A36")
def test_a_request_to_be_called_is_gone_after_a_month(db):
    Enquiry.objects.create(first_name="Gerrit", phone="06 11 22 33 44", asked_at=timezone.now() - timedelta(days=31))
    Enquiry.objects.create(first_name="Nieuw", phone="06 11 22 33 45")

    erase(today())

    assert [enquiry.first_name for enquiry in Enquiry.objects.all()] == ["Nieuw"]


def test_safety_notes_and_wishes_are_gone_the_day_after_closing(cast):
    conference = closed(cast, days_ago=1)
    SafetyNote.objects.create(conference=conference, about=cast.naima, flag="no_contact", arrangement=SAID)
    Referral.objects.filter(conference=conference).update(wish_other=SAID)

    erase(today())

    assert not SafetyNote.objects.exists()
    assert Referral.objects.get(conference=conference).wishes == ""


def test_three_months_after_closing_nobody_can_be_reached_any_more(cast):
    conference = closed(cast, days_ago=91)

    erase(today())

    assert not conference.members.exclude(reach="").exists()
    cast.fatma.refresh_from_db()
    assert cast.fatma.phone == ""
    assert Plan.objects.filter(conference=conference).exists()  # the plan stays theirs for a year


def test_a_professional_in_another_conference_stays_in_reach(cast):
    closed(cast, days_ago=91)
    other = cast.conference(phase=Phase.PREPARATION)
    assert other.phase == Phase.PREPARATION

    erase(today())

    cast.marloes.refresh_from_db()
    assert cast.marloes.email


def test_a_year_after_closing_only_the_figures_remain(cast):
    conference = closed(cast, days_ago=366)
    naima, fatma, joke = cast.naima.pk, cast.fatma.pk, cast.joke.pk
    head = "" if not conference.journal.exists() else conference.journal.last().hash

    erase(today())

    remains = Conference.objects.get(pk=conference.pk)
    assert (remains.phase, remains.outcome, remains.municipality) == (
        Phase.CLOSED,
        Outcome.PLAN_WITH_MEETING,
        cast.municipality,
    )
    assert not Person.objects.filter(pk__in=[naima, fatma]).exists()
    assert Person.objects.filter(pk=joke).exists()
    for relation in Conference._meta.related_objects:
        assert not relation.related_model._base_manager.filter(**{relation.field.name: remains}).exists(), relation
    assert Erasure.objects.filter(kind="plan", conference=conference.slug, journal_head=head).exists()


def test_the_chain_goes_whole_and_its_head_stays_in_the_register(cast):
    conference = cast.conference(phase=Phase.PREPARATION)
    conference.rest(by=cast.naima)
    conference.stop(by=cast.naima)
    head = conference.journal.order_by("-number").first().hash
    long_ago = timezone.now() - timedelta(days=400)
    Conference.objects.filter(pk=conference.pk).update(closed_at=long_ago, moved_at=long_ago)

    erase(today())

    assert not conference.journal.exists()
    assert Erasure.objects.filter(conference=conference.slug, journal_head=head).exists()


def test_a_request_nobody_went_on_with_is_forgotten_after_half_a_year(cast):
    conference = cast.conference(phase=Phase.REFERRAL)
    Conference.objects.filter(pk=conference.pk).update(moved_at=timezone.now() - timedelta(days=184))

    erase(today())

    assert not Referral.objects.exists()
    assert Conference.objects.get(pk=conference.pk).outcome == Outcome.STOPPED


def test_who_said_no_leaves_no_trace_after_a_month(cast):
    conference = cast.conference(phase=Phase.PREPARATION)
    member = conference.members.get(person=cast.fatma)
    CircleMember.objects.filter(pk=member.pk).update(mode=Mode.NOT, answered_at=timezone.now() - timedelta(days=31))
    conference.unseat(cast.fatma, Role.CIRCLE_MEMBER)

    erase(today())

    assert not CircleMember.objects.filter(pk=member.pk).exists()
    assert not Person.objects.filter(first_name="Fatma").exists()


@pytest.mark.rule("R-SAF-4")
def test_that_somebody_was_left_out_stays_as_long_as_the_conference_and_why_only_until_it_closes(cast):
    conference = cast.conference()
    member = conference.members.get(person=cast.fatma)
    said = {"reason": SAID, "offered": SAID, "consulted_on": today()}
    Exclusion.propose(member, by=cast.joke, **said).agree(by=cast.anouk)

    erase(today() + timedelta(days=200))
    assert Exclusion.objects.get().reason == SAID

    Conference.objects.filter(pk=conference.pk).update(
        phase=Phase.CLOSED, closed_at=timezone.now(), outcome=Outcome.PLAN_WITH_MEETING
    )
    erase(today() + timedelta(days=200))
    decided = Exclusion.objects.get()
    assert (decided.reason, decided.offered) == ("", "")
    assert (decided.agreed_by, decided.member.name) == (cast.anouk, "Fatma Bouzid")

    erase(today() + timedelta(days=400))
    assert not Exclusion.objects.exists()
    assert not CircleMember.objects.filter(name="Fatma Bouzid").exists()


def test_the_words_of_a_message_go_a_month_after_it_went(cast):
    message = Message.objects.create(
        key="x", recipient=cast.fatma, channel="sms", language="nl", subject="Er is iets", text=SAID, short=SAID,
        status="sent", sent_at=timezone.now() - timedelta(days=31), message_id="<x@kring>",
    )  # fmt: skip

    erase(today())

    message.refresh_from_db()
    assert (message.text, message.short) == ("", "")


def test_erasing_twice_a_day_does_no_harm(cast):
    closed(cast, days_ago=366)
    erase(today())
    before = Erasure.objects.count()

    assert erase(today()) == 0
    assert Erasure.objects.count() == before


def test_the_register_never_holds_words(cast):
    conference = closed(cast, days_ago=366)
    Plan.objects.filter(conference=conference).update(title=SAID)

    erase(today())

    for row in Erasure.objects.values():
        assert SAID not in str(row)


def test_the_organisation_may_choose_another_period(cast):
    KeepingPeriod.objects.create(kind="plan", days=1000)
    conference = closed(cast, days_ago=366)

    erase(today())

    assert Plan.objects.filter(conference=conference).exists()


def test_nothing_of_a_running_conference_is_touched(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    Conference.objects.filter(pk=conference.pk).update(moved_at=timezone.now() - timedelta(days=2000))

    erase(today())

    assert Plan.objects.filter(conference=conference).exists()
    assert conference.participants.present().count() == len(Role)
