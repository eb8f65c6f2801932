"""What does not work out stays with the family: on no page and in no message of anybody else (A83)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.checks import pages
from kring.conference.models import Conference
from kring.followup import keeping_going
from kring.foundation.posting import Message
from kring.plan import sharing
from kring.plan.models import Plan
from tests.house.doors import address, ids, view_of

OUTSIDE = [Role.REQUESTER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR, Role.REGIONAL_MANAGER]
SIGNS = (
    "niet gelukt",
    ">weer vrij<",
    "te laat",
    "achterstand",
    "Hebben jullie elkaar gesproken",
    "wilden elkaar spreken",
)
PRINTED_SIGNS = ("niet gelukt", "weer vrij", "te laat", "achterstand")


@pytest.fixture
def a_plan_that_does_not_run(cast):
    """Adopted a while ago, shared with everybody the family can share it with; since then nothing went as agreed."""
    conference = cast.conference(phase=Phase.PRESENTATION)
    conference.give_consent("see_plan", [Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR], by=cast.naima)
    plan = Plan.of(conference)
    second = plan.agreements.create(what="De hond uitlaten", who="Naima", doer=cast.naima)
    sharing.adopt(plan, by=cast.naima)
    first = plan.agreements.first()
    first.accept(by=cast.fatma)
    keeping_going.went(first, went="not", by=cast.fatma)
    second.accept(by=cast.naima)
    keeping_going.hand_back(second, by=cast.naima)
    weeks_ago = timezone.now() - timedelta(weeks=10)
    Plan.objects.update(progress_on=timezone.localdate() - timedelta(weeks=3))
    Conference.objects.update(moved_at=weeks_ago)
    return Conference.objects.get(pk=conference.pk)


def looked_at(client, conference, allowed: frozenset[str]):
    """Every page that is open to this person, with what it says; what is shut says nothing (see every door)."""
    known = ids(conference)
    for name in sorted({name for name, _route, view in pages() if getattr(view, "guard", None) in allowed}):
        if "GET" in view_of(name).methods:
            answer = client.get(address(name, conference, known))
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                yield name, answer.content.decode()
    yield "oversight:desk", client.get(reverse("oversight:desk")).content.decode()


@pytest.fixture
def papers(monkeypatch):
    """What would be printed, as text, without printing it."""
    told = []
    monkeypatch.setattr("typst.compile", lambda *_args, sys_inputs, **_rest: told.append(str(sys_inputs)) or b"%PDF-")
    return told


@pytest.mark.rule("A83")
@pytest.mark.parametrize("role", OUTSIDE)
def test_nothing_that_failed_is_on_any_page_or_paper_of_an_outsider(
    cast, client, papers, a_plan_that_does_not_run, role
):
    cast.enter(client, role)
    seen = dict(looked_at(client, a_plan_that_does_not_run, a_plan_that_does_not_run.allowed_to(cast[role])))

    assert len(seen) > 2
    assert not [sign for sign in PRINTED_SIGNS if sign in " ".join(papers).lower()]
    assert {name: sign for name, page in seen.items() for sign in SIGNS if sign.lower() in page.lower()} == {}


@pytest.mark.rule("A83")
def test_the_circle_itself_does_see_it(cast, client, a_plan_that_does_not_run):
    page = cast.enter(client, Role.MAIN_PERSON).get(reverse("followup:how", args=[a_plan_that_does_not_run.slug]))

    assert "niet gelukt" in page.content.decode()
    assert ">weer vrij<" in page.content.decode()


@pytest.mark.rule("A83")
def test_nothing_that_failed_is_pushed_to_an_outsider(cast, a_plan_that_does_not_run):
    told = Message.objects.filter(key__startswith="followup:")

    assert {message.recipient for message in told} == {cast.naima, cast.fatma}
    outside = Message.objects.exclude(recipient__in=[cast.naima, cast.fatma])
    assert {message.key.split(":")[0] for message in outside} == {sharing.PLAN}
    for message in Message.objects.all():
        assert not [sign for sign in (*SIGNS, "hond", "school") if sign in message.full_text + message.full_short]


@pytest.mark.rule("A83")
def test_it_changes_nobodys_rights(cast, a_plan_that_does_not_run):
    fresh = cast.conference(phase=Phase.FOLLOW_UP)
    fresh.give_consent("see_plan", [Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR], by=cast.naima)

    for role in Role:
        assert a_plan_that_does_not_run.allowed_to(cast[role]) == fresh.allowed_to(cast[role])
    assert a_plan_that_does_not_run.phase == Phase.FOLLOW_UP


@pytest.mark.rule("A83")
def test_the_coordinator_who_acts_for_somebody_is_not_told_that_a_day_has_passed(
    cast, client, a_plan_that_does_not_run
):
    cast.enter(client, Role.COORDINATOR)

    page = client.get(
        reverse("conference:show", args=[a_plan_that_does_not_run.slug]) + f"?namens={cast.naima.slug}"
    ).content.decode()

    assert [sign for sign in SIGNS if sign in page] == []
    assert reverse("followup:progress", args=[a_plan_that_does_not_run.slug]) in page


def test_the_circle_hears_at_most_once_a_day_that_something_is_free(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    agreement = Plan.of(conference).agreements.get()
    for _time in range(3):
        agreement.accept(by=cast.fatma)
        keeping_going.hand_back(agreement, by=cast.fatma)

    assert [message.recipient for message in Message.objects.all()] == [cast.naima]


def test_who_rests_hears_nothing(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    conference.rest(by=cast.naima)

    keeping_going.hand_back(Plan.of(conference).agreements.get(), by=cast.fatma)

    assert Plan.of(conference).agreements.get().is_handed_back
    assert not Message.objects.filter(key__startswith="followup:").exists()
