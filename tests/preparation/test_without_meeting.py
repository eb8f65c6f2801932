"""The family solves it on the way: a full ending with a plan, and nobody has to come."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase
from kring.conference.models import Outcome
from kring.foundation.posting import Message
from kring.plan import sharing
from kring.plan.models import Plan


def at(name: str, conference, *args) -> str:
    return reverse(name, args=[conference.slug, *args])


@pytest.mark.rule("R-PLN-7")
def test_who_would_come_hears_that_nobody_has_to_and_nothing_of_what_is_agreed(cast, client):
    conference = cast.conference()
    cast.make_ready(conference)

    page = cast.enter(client, cast.naima).post(at("preparation:without_meeting", conference), follow=True)

    assert page.redirect_chain[0][0] == at("plan:show", conference)  # there she writes down what they agreed
    letters = {letter.recipient: letter.text for letter in Message.objects.filter(subject__contains="niet door")}
    assert set(letters) == {cast.fatma, cast.marloes, cast.stefan}
    assert "De familie heeft" not in letters[cast.fatma]
    assert not any("Naima" in text or "school" in text for text in letters.values())


@pytest.mark.rule("R-PLN-7")
def test_the_plan_is_written_kept_copied_and_followed_as_after_a_meeting(cast, client, monkeypatch):
    conference = cast.conference()
    cast.enter(client, cast.naima).post(at("preparation:without_meeting", conference))
    conference.refresh_from_db()
    plan = Plan.of(conference)
    plan.agree(what="Oma haalt de kinderen op", who="Oma Fatma", doer=cast.fatma, when="elke dag", by=cast.naima)
    soon = timezone.localdate() + timedelta(days=40)
    plan.fill_in(progress_on=soon, initiator="Naima", who_on_change="Naima en oma", by=cast.naima)

    version = sharing.keep_as_new_version(plan, by=cast.naima)

    assert version.number == 1
    assert Plan.of(conference).is_adopted
    assert Message.objects.filter(recipient=cast.fatma).exclude(subject__contains="niet door").exists()  # her copy
    assert (conference.phase, conference.outcome) == (Phase.FOLLOW_UP, Outcome.PLAN_WITHOUT_MEETING)
    in_five_weeks = timezone.now() + timedelta(weeks=5)
    monkeypatch.setattr(timezone, "now", lambda: in_five_weeks)
    home = cast.enter(client, cast.joke).get(at("conference:show", conference)).text
    assert "hoe gaat het?" in home  # somebody phones after four to six weeks
