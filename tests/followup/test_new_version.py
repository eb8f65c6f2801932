"""The plan lives on: taken over in week two, changed in the open, and changed in private again in month three."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.followup.calling_together import Gathering
from kring.foundation.posting import Message
from kring.meeting.models import Meeting
from kring.plan.models import Plan
from kring.plan.sharing import adopt
from kring.plan.testing import AlreadyMeets, ConditionTest, PartIsTested, conditions_of

AT_SCHOOL, AT_NIGHT = 1, 2


@pytest.fixture
def conference(cast):
    """Adopted after Stefan said of both his conditions: voldoet."""
    conference = cast.conference(phase=Phase.PRESENTATION)
    karel = cast.anyone_new("Karel", phone="06 11 00 00 07", channel="sms")
    conference.seat(karel, Role.CIRCLE_MEMBER)
    plan = Plan.of(conference)
    for condition in conditions_of(conference):
        plan.say_how_met(condition, how="Oma is er", by=cast.naima)
        ConditionTest.give(condition, meets=True, by=cast.stefan)
    plan.agreements.get().accept(by=cast.fatma)
    adopt(plan, by=cast.naima)
    Message.objects.all().delete()
    return conference


@pytest.fixture
def karel(conference):
    return next(person for person in conference.people(Role.CIRCLE_MEMBER) if person.first_name == "Karel")


def at(conference, name: str, *args) -> str:
    return reverse(name, args=[conference.slug, *args])


def numbered(conference, number: int):
    return conditions_of(conference).get(number=number)


def test_in_week_two_an_agreement_is_handed_back_and_taken_over(cast, client, conference, karel):
    agreement = Plan.of(conference).agreements.get()
    cast.enter(client, Role.CIRCLE_MEMBER).post(at(conference, "followup:hand_back", agreement.slug))
    assert [message.recipient for message in Message.objects.all()] == [cast.naima]

    cast.enter(client, karel)
    assert "Nog geen ja" in client.get(at(conference, "followup:how")).content.decode()
    client.post(at(conference, "followup:take_on", agreement.slug))

    agreement.refresh_from_db()
    assert (agreement.doer, agreement.is_accepted, agreement.is_handed_back) == (karel, True, False)
    assert "Nog geen ja" not in client.get(at(conference, "followup:how")).content.decode()
    assert Plan.of(conference).versions.count() == 1


@pytest.mark.rule("A78")
@pytest.mark.rule("A80")
@pytest.mark.rule("A81")
def test_in_month_three_a_part_of_the_circle_makes_version_two_in_a_room_of_its_own_and_one_condition_is_tested_again(
    cast, client, conference
):
    cast.enter(client, Role.CIRCLE_MEMBER)
    moment = timezone.localtime() + timedelta(days=90)
    day = {"starts_at_0": moment.date(), "starts_at_1": "14:00"}
    client.post(at(conference, "followup:call"), {"people": [cast.naima.slug], **day})
    assert set(Gathering.objects.get().people.all()) == {cast.naima, cast.fatma}
    client.post(at(conference, "followup:reconvene"))
    meeting = Meeting.of(Conference.objects.get())
    assert (meeting.number, meeting.is_behind_the_door) == (2, True)
    meeting.ask_for_the_door(by=cast.fatma)
    meeting.open_the_door(by=cast.fatma, now=timezone.now() + timedelta(seconds=11))

    changed = numbered(conference, AT_NIGHT)
    client.post(at(conference, "plan:how_met", changed.slug), {"how": "Karel slaapt er op dinsdag"})
    page = cast.enter(client, Role.CONDITION_SETTER).get(at(conference, "plan:test")).content.decode()
    assert at(conference, "plan:test_one", changed.slug) in page
    assert at(conference, "plan:test_one", numbered(conference, AT_SCHOOL).slug) not in page
    client.post(at(conference, "plan:test_one", changed.slug), {f"{changed.slug}-meets": "yes"})
    cast.enter(client, Role.MAIN_PERSON).post(at(conference, "plan:adopt"), {"why": "Oma wordt geopereerd"})

    second, first = Plan.of(conference).versions.all()
    assert (second.number, second.why) == (2, "Oma wordt geopereerd")
    assert ConditionTest.objects.count() == 3
    assert "Oma is er" in client.get(at(conference, "plan:version", first.slug)).content.decode()
    assert "Oma wordt geopereerd" in client.get(at(conference, "plan:version", second.slug)).content.decode()
    assert Conference.objects.get().phase == Phase.FOLLOW_UP


@pytest.mark.rule("A80")
def test_a_part_that_did_not_change_is_not_tested_again_and_one_that_did_is_open_again(cast, conference):
    Meeting.reconvene(conference, by=cast.fatma)
    Conference.objects.update(phase=Phase.PRESENTATION)
    conference = Conference.objects.get()
    with pytest.raises(AlreadyMeets):
        ConditionTest.give(numbered(conference, AT_SCHOOL), meets=False, point="Toch niet", by=cast.stefan)

    Plan.of(conference).say_how_met(numbered(conference, AT_NIGHT), how="Karel is er", by=cast.naima)

    told = Plan.of(conference).told()["conditions"]
    assert [(it["meets"], it["tested_on"] is None) for it in told] == [(True, False), (None, True)]


@pytest.mark.rule("A74")
def test_in_the_open_a_tested_part_stays_as_it_was_tested(cast, client, conference):
    condition = numbered(conference, AT_SCHOOL)

    page = cast.enter(client, Role.CIRCLE_MEMBER).post(at(conference, "plan:how_met", condition.slug), {"how": "Nee"})

    assert str(PartIsTested.message) in page.content.decode()
    assert numbered(conference, AT_SCHOOL).how == "Oma is er"


@pytest.mark.rule("A80")
def test_something_small_changes_in_the_open_with_a_reason_for_the_circle_alone(cast, client, conference):
    conference.give_consent("see_plan", [Role.PROFESSIONAL], by=cast.naima)
    Plan.of(conference).agree(what="Zaterdag naar zwemles", by=cast.fatma)
    cast.enter(client, Role.MAIN_PERSON)
    assert 'name="why"' in client.get(at(conference, "plan:keep")).content.decode()

    client.post(at(conference, "plan:keep"), {"why": "Sam wil leren zwemmen"})

    version = Plan.of(conference).versions.first()
    page = at(conference, "plan:version", version.slug)
    assert "Sam wil leren zwemmen" in client.get(page).content.decode()
    assert "Sam wil leren zwemmen" not in cast.enter(client, Role.PROFESSIONAL).get(page).content.decode()
    assert version.number == 2
