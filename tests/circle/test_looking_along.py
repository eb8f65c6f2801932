"""Who sits at the table looks along on the screen: nothing stands there that is not theirs to see."""

import pytest
from django.urls import reverse

from kring.circle import inviting
from kring.circle.models import CircleMember
from kring.conference.access import Role

NUMBERS = ("06 55 00 00 01", "marloes@hulp.example")
NOT_THEIRS = ("post", "invite", "safety", "note_safety", "support")


def at(page, conference, who, via="beside", **more):
    slug = [conference.slug, *more.values()]
    return reverse(page, args=slug) + f"?namens={who.slug}&via={via}"


@pytest.fixture
def conference(cast):
    conference = cast.conference()
    karel = CircleMember.name_someone(conference, by=cast.naima, name="Karel Hendriks", reach="06 55 00 00 01")
    inviting.invite(karel, by=cast.joke)
    return conference


@pytest.mark.rule("R-SAF-1")
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL])
def test_who_sits_beside_the_coordinator_sees_nobodys_number(cast, client, conference, role):
    cast.enter(client, Role.COORDINATOR)
    for page in ("circle:show", "conference:show", "circle:map"):
        words = client.get(at(page, conference, cast[role])).content.decode()
        assert not [number for number in NUMBERS if number in words], page

    for page in NOT_THEIRS:
        assert client.get(at(f"circle:{page}", conference, cast[role])).status_code == 404, page
    karel = conference.members.get(name="Karel Hendriks")
    assert client.get(at("circle:move", conference, cast[role], member=karel.slug)).status_code == 404
    assert client.get(at("preparation:propose", conference, cast[role])).status_code == 404


def test_on_the_phone_nobody_looks_along(cast, client, conference):
    page = cast.enter(client, Role.COORDINATOR).get(at("circle:show", conference, cast.fatma, via="phone"))

    assert NUMBERS[0] in page.content.decode()


def test_beside_somebody_their_own_steps_are_taken(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)

    client.post(at("circle:answer", conference, cast.fatma), {"mode": "by_phone"})

    assert conference.members.get(person=cast.fatma).mode == "by_phone"
