"""A good ending: the organisation steps back, the circle keeps its plan."""

import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.followup.models import FollowUp
from kring.foundation.posting import Message


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.FOLLOW_UP)


@pytest.mark.rule("B9")
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.COORDINATOR])
def test_it_is_closed_with_a_goodbye_and_the_circle_keeps_its_plan(cast, client, conference, role):
    cast.enter(client, role)
    assert client.get(at(conference, "close")).status_code == 200
    assert Conference.objects.get(pk=conference.pk).phase == Phase.FOLLOW_UP

    client.post(at(conference, "close"))

    conference = Conference.objects.get(pk=conference.pk)
    assert conference.phase == Phase.CLOSED
    assert FollowUp.of(conference).closed_well_at
    letters = Message.objects.all()
    assert {letter.recipient for letter in letters} == {cast.naima, cast.fatma} - {cast[role]}
    assert all("Bewaar het ook zelf" in letter.text for letter in letters)
    for who in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER):
        page = cast.enter(client, who).get(reverse("plan:show", args=[conference.slug]))
        assert "De kinderen naar school brengen" in page.content.decode()
