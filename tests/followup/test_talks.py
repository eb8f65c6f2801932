"""The progress talk: prepared in a few words of their own, held, the next one, and a day far away."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Role
from kring.followup.talks import ProgressTalk, TalkTopic, months_later
from kring.foundation.posting import Message
from kring.plan.models import Plan
from kring.plan.refusals import NotYours

FAR = "Het duurt lang voor de kring elkaar weer spreekt"


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


def home(client, conference, more: str = "") -> str:
    return client.get(reverse("conference:show", args=[conference.slug]) + more).content.decode()


def test_the_circle_prepares_its_talk_in_a_few_words_and_the_list_is_empty_afterwards(cast, client, conference):
    cast.enter(client, Role.CIRCLE_MEMBER).post(at(conference, "topic"), {"text": "De bus op dinsdag"})
    topic = TalkTopic.objects.get()
    cast.enter(client, Role.MAIN_PERSON)
    page = client.get(at(conference, "how")).content.decode()
    assert "De bus op dinsdag" in page
    assert at(conference, "topic_off", topic.slug) not in page
    assert client.post(at(conference, "topic_off", topic.slug)).status_code == 404
    with pytest.raises(NotYours):
        topic.take_off(by=cast.naima)

    client.post(at(conference, "progress"), {"held_on": timezone.localdate(), "next_on": "", "changes": "nothing"})

    assert not TalkTopic.objects.exists()
    assert ProgressTalk.next_for(Plan.of(conference)) is None


@pytest.mark.parametrize(("changes", "on_to"), [("small", "plan:show"), ("together", "followup:call")])
def test_what_changes_leads_on_to_how_that_is_done(cast, client, conference, changes, on_to):
    cast.enter(client, Role.MAIN_PERSON)

    answer = client.post(at(conference, "progress"), {"held_on": timezone.localdate(), "changes": changes})

    assert answer.url == reverse(on_to, args=[conference.slug])


def test_nobody_outside_the_circle_reads_what_they_want_to_talk_about(cast, client, conference):
    TalkTopic.add(conference, text="De bus op dinsdag", by=cast.fatma)

    for role in (Role.COORDINATOR, Role.PROFESSIONAL):
        cast.enter(client, role)
        for page in (home(client, conference), client.get(at(conference, "how")).content.decode()):
            assert "De bus op dinsdag" not in page


@pytest.mark.rule("R-REV-3")
@pytest.mark.parametrize(("months", "with_a_small_child"), [(6, True), (12, False)])
def test_a_day_far_away_is_noticed_by_the_coordinator_alone(cast, client, conference, months, with_a_small_child):
    today = timezone.localdate()
    cast.naima.birth_month = date(today.year - 6, 1, 1) if with_a_small_child else None
    cast.naima.save()
    limit = months_later(today, months)
    Plan.objects.update(progress_on=limit)
    assert FAR not in home(cast.enter(client, Role.COORDINATOR), conference)
    Plan.objects.update(progress_on=limit + timedelta(days=1))

    for role in Role:
        assert (FAR in home(cast.enter(client, role), conference)) == (role == Role.COORDINATOR), role
    assert FAR not in home(cast.enter(client, Role.COORDINATOR), conference, f"?namens={cast.naima.slug}&via=phone")
    assert not Message.objects.exists()


@pytest.mark.rule("R-REV-3")
def test_a_day_within_three_months_is_suggested_and_not_asked_for(cast, client, conference):
    page = cast.enter(client, Role.MAIN_PERSON).get(reverse("plan:part", args=[conference.slug, "voortgang"]))

    assert "Binnen drie maanden werkt vaak goed" in page.content.decode()


def test_months_are_counted_to_the_same_day_or_the_last_one():
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 11, 22), 12) == date(2027, 11, 22)
