"""The test of the plan: by who set a condition, of that condition, in part 3, and of nothing else."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conditions.models import Condition, ConditionsForm
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, NotAllowed
from kring.meeting.models import Meeting
from kring.plan.agreements import NotYours
from kring.plan.deciding_forms import TestForm as AnswerForm
from kring.plan.gaps import StillNotMet
from kring.plan.models import Plan
from kring.plan.testing import ConditionTest, NoPoint, conditions_of


def at(conference, name: str, *args) -> str:
    return reverse(f"plan:{name}", args=[conference.slug, *args])


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.PRESENTATION)


def answer(client, conference, number: int, meets: str, point: str = ""):
    slug = conditions_of(conference).get(number=number).slug
    return client.post(at(conference, "test_one", slug), {f"{slug}-meets": meets, f"{slug}-point": point})


def set_by_another(cast, conference):
    """A second setter with a condition of her own."""
    rianne = cast.anyone_new("Rianne", works_at="Reclassering")
    conference.seat(rianne, Role.CONDITION_SETTER)
    form = ConditionsForm.objects.get(conference=conference)
    form.pk, form.slug, form.setter = None, "anderformulier"[:12], rianne
    form.save()
    return form.conditions.create(number=1, text="Er is een meldplicht.")


@pytest.mark.rule("A74")
def test_who_set_conditions_says_of_each_own_one_whether_it_is_met(cast, client, conference):
    theirs = set_by_another(cast, conference)
    cast.enter(client, Role.CONDITION_SETTER)

    page = client.get(at(conference, "test")).content.decode()

    assert "De kinderen zijn elke dag op school." in page
    assert theirs.text not in page
    assert client.post(at(conference, "test_one", theirs.slug), {"meets": "yes"}).status_code == 404
    with pytest.raises(NotYours):
        ConditionTest.give(theirs, meets=True, by=cast.stefan)


@pytest.mark.rule("A74")
@pytest.mark.rule("R-PLN-1")
def test_the_result_is_there_at_once_for_the_circle(cast, client, conference):
    cast.enter(client, Role.CONDITION_SETTER)
    answer(client, conference, 1, "yes")
    answer(client, conference, 2, "not", "Op dinsdag is er nog niemand.")

    page = cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "show")).content.decode()

    assert "voldoet" in page
    assert "Op dinsdag is er nog niemand." in page


@pytest.mark.rule("A74")
@pytest.mark.parametrize("phase", sorted(set(Phase) - {Phase.PRESENTATION}))
def test_nothing_is_tested_outside_part_three(cast, client, phase):
    conference = cast.conference(phase=phase, conditions=False)
    then = "2026-11-03T12:00Z"
    talked = {"discussed_on": "2026-11-03", "handed_in_at": then, "released_at": then}
    form = conference.conditions_forms.create(setter=cast.stefan, ground="probation", **talked)
    condition = form.conditions.create(number=1, text="x")

    with pytest.raises(NotAllowed):
        ConditionTest.give(condition, meets=True, by=cast.stefan)
    assert cast.enter(client, Role.CONDITION_SETTER).get(at(conference, "test")).status_code == 404


@pytest.mark.rule("A74")
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CONDITION_SETTER}))
def test_nobody_else_tests(cast, client, conference, role):
    cast.enter(client, role)

    assert client.get(at(conference, "test")).status_code == 404
    assert answer(client, conference, 1, "yes").status_code == 404
    assert not ConditionTest.objects.exists()


@pytest.mark.rule("A74")
def test_a_condition_that_was_not_shared_cannot_be_tested(cast, client, conference):
    ConditionsForm.objects.update(released_at=None)
    condition = ConditionsForm.objects.get().conditions.first()

    page = cast.enter(client, Role.CONDITION_SETTER).get(at(conference, "test")).content.decode()

    assert condition.text not in page
    with pytest.raises(NotYours):
        ConditionTest.give(condition, meets=True, by=cast.stefan)


@pytest.mark.rule("A76")
def test_there_is_no_free_verdict_no_score_and_no_button_for_the_whole(cast, client, conference):
    page = cast.enter(client, Role.CONDITION_SETTER).get(at(conference, "test")).content.decode()

    assert list(AnswerForm.base_fields) == ["meets", "point"]
    assert page.count('value="not"') == 2
    assert {field.name for field in ConditionTest._meta.get_fields()} == {
        "id", "condition", "meeting", "round", "meets", "point", "how", "at"
    }  # fmt: skip
    assert client.post(at(conference, "test"), {"meets": "not", "point": "alles"}).status_code == 200
    assert not ConditionTest.objects.exists()


@pytest.mark.rule("A76")
def test_not_yet_points_at_something(cast, client, conference):
    cast.enter(client, Role.CONDITION_SETTER)

    page = answer(client, conference, 1, "not").content.decode()

    assert str(NoPoint.message) in page
    assert not ConditionTest.objects.exists()


@pytest.mark.rule("A77")
def test_the_page_says_that_it_is_about_lawful_and_safe(cast, client, conference):
    page = cast.enter(client, Role.CONDITION_SETTER).get(at(conference, "test")).content.decode()

    assert "wettig en veilig" in page


@pytest.mark.rule("A77")
def test_without_conditions_there_is_no_test(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION, conditions=False)
    cast.enter(client, Role.CONDITION_SETTER)

    page = client.get(at(conference, "test")).content.decode()

    assert "Er is dus niets te toetsen" in page
    assert 'type="radio"' not in page
    home = client.get(reverse("conference:show", args=[conference.slug])).content.decode()
    assert at(conference, "test") not in home
    Plan.of(conference).adopt(by=cast.naima)


@pytest.mark.rule("A75")
def test_a_standing_not_yet_keeps_the_plan_on_the_table(cast, client, conference):
    cast.enter(client, Role.CONDITION_SETTER)
    answer(client, conference, 2, "not", "Op dinsdag is er nog niemand.")

    with pytest.raises(StillNotMet):
        Plan.of(conference).adopt(by=cast.naima)
    page = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "show")).content.decode()
    assert at(conference, "adopt") not in page
    assert at(conference, "again") in page


@pytest.mark.rule("A75")
def test_the_circle_talks_again_about_that_point_with_the_doors_closed(cast, client, conference):
    cast.enter(client, Role.CONDITION_SETTER)
    answer(client, conference, 2, "not", "Op dinsdag is er nog niemand.")
    cast.enter(client, Role.CIRCLE_MEMBER)
    form = client.get(at(conference, "again"))
    point = form.context["form"]["point"].value()
    assert point == "Voorwaarde 2: Op dinsdag is er nog niemand."

    client.post(at(conference, "again"), {"point": point})

    assert Conference.objects.get(pk=conference.pk).phase == Phase.PRIVATE_TIME
    meeting = Meeting.of(conference)
    assert (meeting.round, meeting.point) == (2, point)
    for role in (Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR, Role.REGIONAL_MANAGER):
        assert cast.enter(client, role).get(at(conference, "show")).status_code == 404


@pytest.mark.rule("A75")
def test_after_talking_again_the_condition_is_tested_once_more(cast, client, conference):
    cast.enter(client, Role.CONDITION_SETTER)
    answer(client, conference, 2, "not", "Op dinsdag is er nog niemand.")
    Meeting.objects.update(round=2)

    answer(client, conference, 2, "yes")

    assert [(test.round, test.meets) for test in ConditionTest.objects.all()] == [(1, False), (2, True)]
    assert Plan.of(conference).unmet() == []
    Plan.of(conference).adopt(by=cast.naima)


@pytest.mark.rule("A75")
def test_a_plan_is_never_rejected_and_never_rewritten_by_who_tests(cast, client, conference):
    before = Plan.of(conference).told()["agreements"]
    cast.enter(client, Role.CONDITION_SETTER)
    answer(client, conference, 1, "not", "Anders.")

    assert Plan.of(conference).told()["agreements"] == before
    for page in ("test", "show"):
        words = client.get(at(conference, page)).content.decode().lower()
        assert not [word for word in ("afgekeurd", "goedgekeurd", "afkeuren", "aangepast door") if word in words]


@pytest.mark.rule("A77")
@pytest.mark.rule("R-PLN-2")
def test_silence_does_not_hold_the_plan_up_and_the_coordinator_sees_it_open(cast, client, conference):
    page = cast.enter(client, Role.COORDINATOR).get(at(conference, "show")).content.decode()
    assert "Nog geen antwoord op voorwaarde 1 van Stefan Kuiper. Zonder antwoord staat het plan." in page

    Plan.of(conference).adopt(by=cast.naima)


def test_how_the_plan_meets_a_condition_is_in_the_words_of_the_circle(cast, client, conference):
    condition = conditions_of(conference).get(number=1)
    cast.enter(client, Role.CIRCLE_MEMBER)

    client.post(at(conference, "how_met", condition.slug), {"how": "Oma brengt ze elke ochtend."})

    page = cast.enter(client, Role.CONDITION_SETTER).get(at(conference, "test")).content.decode()
    assert "Oma brengt ze elke ochtend." in page
    cast.enter(client, Role.CIRCLE_MEMBER).post(at(conference, "how_met", condition.slug), {"how": ""})
    assert not conditions_of(conference).get(number=1).how


def test_by_phone_the_coordinator_writes_down_what_the_setter_says(cast, client, conference):
    slug = conditions_of(conference).get(number=1).slug
    cast.enter(client, Role.COORDINATOR)

    client.post(at(conference, "test_one", slug) + f"?namens={cast.stefan.slug}&via=phone", {f"{slug}-meets": "yes"})

    assert ConditionTest.objects.get().meets
    entry = conference.journal.get(step="test_condition")
    assert (entry.taken_by, entry.in_name_of) == (cast.joke, cast.stefan)


def test_a_condition_that_was_let_go_is_not_tested_and_holds_nothing_up(cast, client, conference):
    cast.enter(client, Role.CONDITION_SETTER)
    answer(client, conference, 1, "not", "Op dinsdag niet.")
    gone = conditions_of(conference).get(number=1)
    Condition.objects.filter(pk=gone.pk).update(withdrawn_at=timezone.now())

    assert gone.text not in client.get(at(conference, "test")).content.decode()
    assert client.post(at(conference, "test_one", gone.slug), {"meets": "yes"}).status_code == 404
    gone.refresh_from_db()
    with pytest.raises(NotYours):
        ConditionTest.give(gone, meets=True, by=cast.stefan)
    assert Plan.of(conference).adopt(by=cast.naima).number == 1
