"""A question drawn up once gives what the queryset would give, whatever is asked, by its arguments alone."""

from datetime import timedelta

import pytest
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kring.circle import noticing
from kring.circle.models import CircleMember
from kring.conference.models import Conference
from kring.foundation.drawing_up import drawn_up_once
from kring.matching import standing
from kring.preparation import asking
from kring.preparation.noticing_quiet import lately


@pytest.fixture
def two(cast):
    """Two conferences, one of which is at rest since yesterday."""
    quiet, busy = cast.conference(), cast.conference()
    Conference.objects.filter(pk=quiet.pk).update(resting_since=timezone.now() - timedelta(days=1))
    return quiet, busy


def resting(conference: int, since):
    here = CircleMember.objects.filter(conference=OuterRef("pk"), person=conference)
    return Conference.objects.filter(pk=conference, resting_since__gt=since).annotate(is_strange=Exists(here))


def test_it_is_drawn_up_once_and_answers_each_as_the_queryset_does(two):
    drawn = []

    @drawn_up_once
    def again(conference, since):
        drawn.append(conference)
        return resting(conference, since)

    for conference in two:
        for days in (0, 3):
            asked = {"conference": conference.pk, "since": timezone.now() - timedelta(days=days)}
            assert again(**asked) == list(resting(**asked))
    assert len(drawn) == 2  # twice, to see that nothing else makes a difference


def test_what_also_depends_on_the_clock_is_refused(two):
    ask = drawn_up_once(lambda conference: resting(conference, timezone.now()))

    with pytest.raises(ValueError, match="depends on more"):
        ask(conference=two[0].pk)


def test_nothing_is_no_value(two):
    with pytest.raises(TypeError):
        drawn_up_once(resting)(conference=two[0].pk, since=None)


def test_the_questions_of_every_page_are_answered_as_their_querysets_do(cast, two):
    """Compared field by field, for somebody about whom there is something and for somebody else."""
    now, since = timezone.now(), lately()
    for conference in two:
        for person in (cast.naima, cast.joke):
            here = {"conference": conference.pk, "person": person.pk}
            assert noticing.around(**here) == list(noticing.around.__wrapped__(**here))
            of = {"conference": conference.pk, "coordinator": person.pk, "now": now}
            assert standing.asked(**of) == list(standing.asked.__wrapped__(**of))
            (found,), plain = (
                asking.there_is(**here, now=now, since=since),
                asking.there_is.__wrapped__(**here, now=now, since=since).get(),
            )
            for kept in (found.__dict__, plain.__dict__):
                kept.pop("_state")
            assert found.__dict__ == plain.__dict__
