"""Professionals: who is who, two roles that are two things, one hat a day, and the circle as far as each allows."""

import pytest
from django.urls import reverse

from kring.circle import inviting
from kring.circle.kinds import Mode, NotBothHats, WhichHat
from kring.circle.models import CircleMember
from kring.circle.professionals import who_is_who
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed

SEES = (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR)


def at(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


@pytest.fixture
def conference(cast):
    cast.marloes.works_at, cast.marloes.job = "Wijkteam Nunspeet", "gezinscoach"
    cast.marloes.save()
    return cast.conference()


@pytest.mark.rule("B26")
@pytest.mark.parametrize("role", SEES)
def test_professionals_and_circle_see_who_is_who_without_asking_anybody(cast, client, conference, role):
    page = cast.enter(client, role).get(at("who_is_who", conference)).content.decode()

    for word in (
        "Marloes van Dijk",
        "Wijkteam Nunspeet",
        "gezinscoach",
        "komt vertellen",
        "Stefan Kuiper",
        "stelt voorwaarden",
    ):
        assert word in page
    for secret in ("marloes@hulp.example", "stefan@bescherming.example"):
        assert secret not in page


@pytest.mark.rule("B26")
@pytest.mark.rule("A87")
@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_who_is_who_tells_a_professional_nothing_of_the_circle(cast, client, conference, role):
    cast.enter(client, role)

    assert "Fatma" not in client.get(at("who_is_who", conference)).content.decode()
    assert client.get(at("show", conference)).status_code == 404


@pytest.mark.rule("B26")
def test_a_professional_says_who_they_are_and_is_asked_until_they_did(cast, client, conference):
    show = reverse("conference:show", args=[conference.slug])
    cast.enter(client, cast.stefan)
    assert "Wie bent u voor de anderen?" in client.get(show).content.decode()
    assert "works_at" in client.post(at("introduce", conference), {}).context["form"].errors

    client.post(at("introduce", conference), {"works_at": "Jeugdbescherming Oost", "job": "jeugdbeschermer"})

    assert "Wie bent u voor de anderen?" not in client.get(show).content.decode()
    page = cast.enter(client, cast.marloes).get(at("who_is_who", conference)).content.decode()
    assert "Jeugdbescherming Oost" in page
    assert "jeugdbeschermer" in page


def test_who_said_no_is_no_longer_in_the_list(cast, conference):
    conference.members.get(person=cast.marloes).answer(mode=Mode.NOT, by=cast.marloes)
    conference.forget_seats()

    assert [one.name for one in who_is_who(conference, cast.naima)] == ["Stefan Kuiper"]


@pytest.mark.rule("A4")
def test_who_recommended_it_has_no_place_in_part_one_by_that_alone(cast, client, conference):
    cast.enter(client, Role.REQUESTER)

    assert "Tom de Wit" not in [one.name for one in who_is_who(conference, cast.naima)]
    for page in ("who_is_who", "introduce", "show", "messages"):
        assert client.get(at(page, conference)).status_code == 404


@pytest.mark.rule("A4")
def test_who_recommended_it_and_is_asked_to_tell_does_two_things(cast, conference):
    member = CircleMember.name_someone(
        conference, by=cast.naima, name="Tom de Wit", hat="professional", relation="teacher",
        works_at="De Wegwijzer", channel="mail", reach="tom@school.example",
    )  # fmt: skip
    inviting.invite(member, by=cast.joke)
    conference.forget_seats()

    assert conference.roles_of(cast.tom) == {Role.REQUESTER, Role.PROFESSIONAL}
    (tom,) = [one for one in who_is_who(conference, cast.naima) if one.name == "Tom de Wit"]
    assert tom.comes_to == "komt vertellen"


@pytest.mark.rule("B21")
def test_of_a_teacher_is_asked_which_hat_today_and_never_both(cast, conference):
    with pytest.raises(WhichHat):
        CircleMember.name_someone(conference, by=cast.naima, name="Juf Els", relation="teacher", hat="")
    in_circle = CircleMember.name_someone(conference, by=cast.naima, name="Juf Els", relation="teacher", hat="circle")

    assert not in_circle.is_professional


@pytest.mark.rule("R-INV-4")
@pytest.mark.parametrize("relation", ["helper", "lawyer"])
def test_a_helper_or_a_lawyer_is_a_professional(cast, conference, relation):
    with pytest.raises(NotBothHats):
        CircleMember.name_someone(conference, by=cast.naima, name="Mr. Bos", relation=relation, hat="circle")

    named = CircleMember.name_someone(conference, by=cast.naima, name="Mr. Bos", relation=relation, hat="")
    assert named.is_professional


@pytest.mark.rule("R-INV-5")
def test_professionals_are_optional(cast, client):
    conference = cast.conference(conditions=False)
    conference.unseat(cast.stefan)
    conference.unseat(cast.marloes)
    conference.members.filter(person=cast.marloes).delete()

    page = cast.enter(client, cast.naima).get(at("who_is_who", conference)).content.decode()
    preparation = cast.make_ready(conference)
    preparation.mark_ready(by=cast.joke)

    assert "Er komt geen professional. Dat hoeft ook niet." in page
    assert preparation.is_ready


@pytest.mark.parametrize("phase", [Phase.REFERRAL, Phase.MATCHING, Phase.CLOSED])
def test_before_and_after_nobody_is_listed(cast, client, phase):
    conference = cast.conference(phase=phase)

    assert cast.enter(client, cast.naima).get(at("who_is_who", conference)).status_code == 404


def test_in_private_time_a_professional_introduces_nobody(cast, conference):
    from kring.circle.professionals import introduce

    type(conference).objects.filter(pk=conference.pk).update(phase=Phase.PRIVATE_TIME)
    conference.refresh_from_db()

    with pytest.raises(NotAllowed):
        introduce(conference, works_at="x", job="y", by=cast.marloes)


@pytest.mark.parametrize("number", [1, 50])
def test_many_professionals_cost_no_more_questions(cast, client, conference, number, django_assert_max_num_queries):
    for n in range(number):
        conference.participants.create(person=cast.anyone_new(f"Prof {n}"), role=Role.PROFESSIONAL)
    cast.enter(client, cast.naima).get(at("who_is_who", conference))

    with django_assert_max_num_queries(12):
        client.get(at("who_is_who", conference))
