"""Sharing: one list numbered through, checked and without contradictions; frozen; a new version while unread."""

import pytest

from kring.conditions.contradicting import Contradiction
from kring.conditions.models import ConditionsForm, Reading
from kring.conditions.refusals import (
    AlreadyRead,
    NotChecked,
    NotDiscussed,
    NotSeenFirst,
    TheyClash,
    TooLate,
    WhyAgain,
)
from kring.conditions.sharing import reopen, share
from kring.conference.access import Role
from kring.conference.models import NotAllowed
from tests.conditions.scene import SCHOOL, TALK, address, approve, look


@pytest.mark.rule("A44")
@pytest.mark.parametrize("role", [role for role in Role if role != Role.REGIONAL_MANAGER])
def test_only_the_manager_shares_them(cast, ready, role):
    with pytest.raises(NotAllowed):
        share(ready.conference, by=cast[role])


@pytest.mark.rule("A48")
def test_several_forms_are_one_list_numbered_through(cast, client, ready, second):
    share(ready.conference, by=cast.ayse)

    page = look(cast, client, Role.CIRCLE_MEMBER, ready.conference)

    assert [line.number for line in ready.conditions.all()] == [1, 2]
    assert [line.number for line in second.conditions.all()] == [3]
    assert '<li value="3"><span class="words">Er is een meldplicht.' in page


@pytest.mark.rule("A49")
@pytest.mark.parametrize(
    ("undone", "refusal"),
    [
        ({"seen_at": None}, NotSeenFirst), ({"checked_at": None}, NotChecked), ({"handed_in_at": None}, NotDiscussed),
    ],
)  # fmt: skip
def test_one_form_that_is_not_ready_holds_back_the_whole_list(cast, ready, second, undone, refusal):
    ConditionsForm.objects.filter(pk=second.pk).update(**undone)

    with pytest.raises(refusal):
        share(ready.conference, by=cast.ayse)

    assert not ConditionsForm.objects.exclude(released_at=None).exists()


def test_what_contradicts_is_solved_before_anything_is_shared(cast, client, ready, second):
    conference, (one, _other), three = ready.conference, ready.conditions.all(), second.conditions.get()
    cast.enter(client, Role.REGIONAL_MANAGER)
    client.post(address("contradict", conference), {"first": one.slug, "second": three.slug, "what": "Zelfde uur."})
    clash = Contradiction.objects.get()

    with pytest.raises(TheyClash):
        share(conference, by=cast.ayse)
    assert "Zelfde uur." in client.get(address("show", conference)).text
    assert "Zelfde uur." in cast.enter(client, Role.CONDITION_SETTER).get(address("write", conference)).text
    cast.enter(client, Role.REGIONAL_MANAGER)
    client.post(address("solve", conference, clash.slug))
    client.post(address("solve", conference, clash.slug))  # solved too soon
    with pytest.raises(TheyClash):
        share(conference, by=cast.ayse)
    client.post(address("solve", conference, clash.slug))
    client.post(address("release", conference))

    assert not conference.conditions_forms.filter(released_at=None).exists()


def test_a_condition_does_not_contradict_itself(cast, client, ready):
    same = ready.conditions.first().slug
    cast.enter(client, Role.REGIONAL_MANAGER)

    page = client.post(address("contradict", ready.conference), {"first": same, "second": same, "what": "x"})

    assert page.context["form"].errors["second"]


@pytest.mark.rule("A48")
def test_once_shared_it_is_frozen(cast, released):
    for change in (
        lambda: released.add(text="Nog een", by=cast.stefan),
        lambda: released.write(concerns="Anders", by=cast.stefan),
        lambda: released.conditions.first().reword(text="Anders", by=cast.stefan),
        lambda: released.conditions.first().remove(by=cast.stefan),
        lambda: released.react(reaction="Anders", by=cast.naima),
        lambda: released.take_back(by=cast.ayse),
        lambda: share(released.conference, by=cast.ayse),
    ):
        with pytest.raises(TooLate):
            change()


@pytest.mark.rule("A48")
def test_somebody_who_still_had_the_page_open_changes_nothing_after_sharing(cast, ready):
    open_elsewhere = ConditionsForm.objects.get(pk=ready.pk)
    share(ready.conference, by=cast.ayse)

    with pytest.raises(TooLate):
        open_elsewhere.add(text="Net te laat", by=cast.stefan)


@pytest.mark.rule("A46")
def test_a_change_while_nobody_has_read_it_is_a_new_version_and_the_old_one_stays_to_be_read(cast, client, released):
    conference = released.conference
    where = address("reopen", conference, released.slug)
    assert cast.enter(client, Role.REGIONAL_MANAGER).post(where, {"why": ""}).context["why"].errors

    client.post(where, {"why": "Een datum klopte niet."})
    meanwhile = look(cast, client, Role.CIRCLE_MEMBER, conference)
    released.refresh_from_db()
    released.conditions.first().reword(text="De kinderen zijn elke lesdag op school.", by=cast.stefan)
    with pytest.raises(NotDiscussed):
        share(conference, by=cast.ayse)
    released.hand_in(**TALK, by=cast.stefan)
    approve(released, cast.ayse)
    released.react(by=cast.naima)
    share(conference, by=cast.ayse)
    page = look(cast, client, Role.CIRCLE_MEMBER, conference)

    assert SCHOOL in meanwhile
    assert "geldt niet meer" in meanwhile
    assert "Een datum klopte niet." in page
    assert SCHOOL in page
    assert "De kinderen zijn elke lesdag op school." in page
    assert ConditionsForm.objects.get().version == 2


@pytest.mark.rule("A46")
def test_once_somebody_has_read_it_nothing_is_opened_again(cast, released):
    with pytest.raises(WhyAgain):
        reopen(released, why="", by=cast.ayse)
    Reading.tick(released, by=cast.fatma)

    with pytest.raises(AlreadyRead):
        reopen(released, why="Toch nog iets.", by=cast.ayse)


@pytest.mark.rule("A46")
def test_a_late_form_is_not_shared_any_more_once_the_first_was_read(cast, released, second):
    Reading.tick(released, by=cast.fatma)

    with pytest.raises(AlreadyRead):
        share(released.conference, by=cast.ayse)
