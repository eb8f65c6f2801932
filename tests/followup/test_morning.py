"""The daily round of the months after: twice, a week late, a year long; each message once, outsiders left alone."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.foundation.working import Slot, morning_round
from kring.people.links import PersonalLink
from kring.plan.agreements import Agreement
from tests.followup.asked import tried

CAUSES = {"evaluation", "contact", "contact-late", "goes-soon", "link"}


class Undone(Exception):
    """Rolls a try back."""


@pytest.fixture
def scene(cast):
    """One that was decided three days ago, one of five weeks, one that closed two months ago; and a link that ends."""
    now = timezone.now()
    tried(cast.henk)
    decided, running, closed = [cast.conference(phase=p) for p in (Phase.FOLLOW_UP, Phase.FOLLOW_UP, Phase.CLOSED)]
    for conference, days in ((decided, 3), (running, 39), (closed, 65)):
        when = now - timedelta(days=days)
        Conference.objects.filter(pk=conference.pk).update(moved_at=when, created_at=when - timedelta(weeks=8))
    Conference.objects.filter(pk=closed.pk).update(closed_at=now - timedelta(days=65))
    link = PersonalLink.of(cast.naima)
    PersonalLink.objects.filter(pk=link.pk).update(last_used_at=now, expires_at=now + timedelta(days=20))
    return decided


def rounds(*days: date) -> list[tuple]:
    """Who got what of the months after; a key may hold an id of the moment, so only its cause is looked at."""
    for day in days:
        assert all(morning_round(day).values())
    sent = Message.objects.values_list("recipient__first_name", "key")
    return sorted((who, cause) for who, key in sent if (cause := key.split(":")[0]) in CAUSES)


def test_a_round_that_is_done_again_sends_nothing_again(scene):
    today = timezone.localdate()
    first = rounds(today)
    assert {cause for _who, cause in first} == CAUSES

    Slot.objects.all().delete()  # as if nobody knew that it was done

    assert rounds(today) == first


def test_a_week_that_was_missed_is_made_up_for_and_each_message_comes_once(scene):
    today, seen = timezone.localdate(), []
    for days in ((0, 3, 5, 7), (0, 7), (7,)):
        try:
            with transaction.atomic():
                seen.append(rounds(*[today + timedelta(days=day) for day in days]))
                raise Undone
        except Undone:
            pass

    most_mornings, a_week_missed, only_then = seen
    assert most_mornings == a_week_missed == only_then


@pytest.mark.rule("A83")
@pytest.mark.rule("A86")
def test_in_a_year_of_mornings_no_outsider_is_reminded_of_anything(cast, scene):
    Agreement.objects.update(until_on=timezone.localdate(), accepted_at=timezone.now(), went="not")
    scene.plan.agreements.create(what="Bellen", who="Marloes", doer=cast.marloes, kind="professional")

    outside = [cast[role] for role in (Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REQUESTER, Role.REGIONAL_MANAGER)]
    got = set()

    for days in (0, 25, 160, 320, 400):  # what was sent is erased in time, so it is looked at each morning
        rounds(timezone.localdate() + timedelta(days=days))
        got |= set(Message.objects.filter(recipient__in=outside).values_list("recipient", "key"))

    assert {key.split(":")[0] for _who, key in got} == {"evaluation"}
    assert {who for who, _key in got} == {cast.marloes.pk, cast.stefan.pk}
