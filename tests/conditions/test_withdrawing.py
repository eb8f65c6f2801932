"""Withdrawing: one condition fewer, by who set it, until it is tested; never one more."""

import pytest

from kring.conditions.refusals import AlreadyTested, NotSharedYet
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from kring.plan.agreements import NotYours
from kring.plan.testing import ConditionTest, conditions_of
from tests.conditions.scene import SCHOOL, address, look


def test_a_setter_lets_one_condition_go_and_everybody_can_see_it(cast, client, released):
    conference, line = released.conference, released.conditions.get(number=1)
    where = address("withdraw", conference, line.slug)

    assert "Terugzetten kan niet" in cast.enter(client, Role.CONDITION_SETTER).get(where).text
    client.post(where)
    page = look(cast, client, Role.CIRCLE_MEMBER, conference)

    assert f'<del class="words">{SCHOOL}</del>' in page
    assert [line.number for line in conditions_of(conference)] == [2]
    heard = Message.objects.filter(link_path=address("show", conference), key__startswith="fewer")
    assert {message.recipient for message in heard} == {cast.naima, cast.joke}


@pytest.mark.rule("A76")
def test_what_was_withdrawn_is_not_tested_and_what_was_tested_is_not_withdrawn(cast):
    conference = cast.conference(phase=Phase.PRESENTATION)
    gone, stays = conference.conditions_forms.get().conditions.all()
    gone.withdraw(by=cast.stefan)
    ConditionTest.give(stays, meets=True, by=cast.stefan)

    with pytest.raises(AlreadyTested):
        stays.withdraw(by=cast.stefan)
    with pytest.raises(NotYours):
        ConditionTest.give(gone, meets=False, point="Toch", by=cast.stefan)


def test_only_its_setter_withdraws_and_only_what_was_shared(cast, released, second):
    with pytest.raises(NotAllowed):
        released.conditions.first().withdraw(by=second.setter)
    with pytest.raises(NotAllowed):
        released.conditions.first().withdraw(by=cast.ayse)
    with pytest.raises(NotSharedYet):
        second.conditions.get().withdraw(by=second.setter)
