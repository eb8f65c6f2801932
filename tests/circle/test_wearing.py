"""Which hat today: a teacher is asked once more beside the answer, and into the circle only with the family's yes."""

import pytest
from django.urls import reverse

from kring.circle import inviting
from kring.circle.models import CircleMember
from kring.circle.wearing import OneHat, decide_hat, say_which_hat
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed

ELS = {"name": "Juf Els", "relation": "teacher", "channel": "phone", "reach": "06 44 00 00 09"}


@pytest.fixture
def conference(cast):
    return cast.conference()


def at(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def words(client, url) -> str:
    page = client.get(url)
    assert page.status_code == 200
    return page.content.decode()


def els_comes(cast, conference, hat: str) -> CircleMember:
    els = CircleMember.name_someone(conference, by=cast.naima, **ELS, hat=hat)
    inviting.invite(els, by=cast.joke)
    return els


def roles(conference, els) -> set:
    conference.forget_seats()
    return conference.roles_of(els.person)


@pytest.mark.rule("B21")
def test_a_teacher_is_asked_again_beside_the_answer_and_comes_as_a_professional_at_once(cast, client, conference):
    els = els_comes(cast, conference, "circle")
    assert "Als wie kom je?" in words(cast.enter(client, els.person), at("answer", conference))

    page = client.post(at("which_hat", conference), {"hat": "professional"}, follow=True)

    els.refresh_from_db()
    assert els.is_professional
    assert roles(conference, els) == {Role.PROFESSIONAL}
    assert "Nu: als professional." in page.content.decode()


@pytest.mark.rule("B21")
def test_into_the_circle_only_with_the_yes_of_the_main_person(cast, client, conference):
    els = els_comes(cast, conference, "professional")
    cast.enter(client, els.person).post(at("which_hat", conference), {"hat": "circle"})
    assert roles(conference, els) == {Role.PROFESSIONAL}

    shown = words(cast.enter(client, cast.naima), reverse("conference:show", args=[conference.slug]))
    assert "Mag deze leraar bij de kring?" in shown
    assert "Juf Els" in words(client, at("decide", conference))
    client.post(at("into_circle", conference, els.slug), {"hat": "circle"})

    els.refresh_from_db()
    assert (els.hat, els.hat_asked) == ("circle", "")
    assert roles(conference, els) == {Role.CIRCLE_MEMBER}


def test_the_main_person_may_leave_it_as_it_was(cast, client, conference):
    els = els_comes(cast, conference, "professional")
    say_which_hat(els, hat="circle", by=els.person)

    cast.enter(client, cast.naima).post(at("into_circle", conference, els.slug), {"hat": "professional"})

    els.refresh_from_db()
    assert (els.hat, els.hat_asked) == ("professional", "")
    assert roles(conference, els) == {Role.PROFESSIONAL}
    assert "Mag deze leraar" not in words(client, reverse("conference:show", args=[conference.slug]))


def test_nobody_else_is_asked_which_hat_and_nobody_says_it_for_another(cast, client, conference):
    fatma, els = conference.members.get(person=cast.fatma), els_comes(cast, conference, "professional")

    assert "Als wie" not in words(cast.enter(client, cast.fatma), at("answer", conference))
    with pytest.raises(OneHat):
        say_which_hat(fatma, hat="professional", by=cast.fatma)
    with pytest.raises(NotAllowed):
        say_which_hat(els, hat="circle", by=cast.fatma)
    with pytest.raises(NotAllowed):
        decide_hat(els, into_circle=True, by=cast.naima)  # nobody asked for it


@pytest.mark.rule("A62")
def test_behind_the_closed_door_nobody_changes_hats(cast, conference):
    els = els_comes(cast, conference, "professional")
    say_which_hat(els, hat="circle", by=els.person)
    type(conference).objects.filter(pk=conference.pk).update(phase=Phase.PRIVATE_TIME)
    conference.refresh_from_db()

    for who in (cast.naima, cast.fatma, cast.joke):
        with pytest.raises(NotAllowed):
            decide_hat(els, into_circle=True, by=who)
