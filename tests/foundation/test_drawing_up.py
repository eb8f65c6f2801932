"""A question drawn up once gives what the queryset would give, whatever is asked, by its arguments alone."""

from datetime import timedelta
from itertools import product

import pytest
from django.db.models import Exists, OuterRef
from django.utils import timezone

from kring.circle import noticing
from kring.circle.models import CircleMember
from kring.conditions.asking import forms_and_whether_read
from kring.conference.guards import with_a_door_for
from kring.conference.models import Conference, seats_of
from kring.followup.asking import told_and_asked
from kring.followup.what_is_new import known_afterwards
from kring.foundation.drawing_up import drawn_up_once
from kring.matching import standing
from kring.people.links import PersonalLink
from kring.people.signing_in import live_links
from kring.plan.models import Plan
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


def read(rows) -> list[dict]:
    """Every column of every row, those that were added too."""
    rows = [row if isinstance(row, dict) else row.__dict__ for row in rows]
    return [{name: value for name, value in row.items() if name != "_state"} for row in rows]


def test_the_questions_of_every_page_are_answered_as_their_querysets_do(cast, two):
    """For somebody about whom there is something to tell, and for somebody else."""
    PersonalLink.of(cast.naima)
    Plan.of(two[0])
    now, since = timezone.now(), lately()
    for conference, person in product(two, (cast.naima, cast.joke)):
        here, who = {"conference": conference.pk, "person": person.pk}, {"person": person.pk, "now": now}
        for question, values in (
            (noticing.around, here),
            (noticing.numbers, {"conference": conference.pk}),
            (standing.asked, {"conference": conference.pk, "coordinator": person.pk, "now": now}),
            (asking.there_is, here | {"now": now, "since": since}),
            (forms_and_whether_read, here),
            (live_links, who),
            (with_a_door_for, {"person": person.pk, "slug": conference.slug}),
            (seats_of, {"conference": conference.pk}),
            (told_and_asked, here | {"now": now}),
            (known_afterwards, here | {"today": timezone.localdate()}),
        ):
            assert read(question(**values)) == read(question.__wrapped__(**values)), question.__name__
    assert live_links(person=cast.naima.pk, now=now)
