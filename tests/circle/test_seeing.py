"""Seeing the circle: to each what is for them."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.conference.access import Phase, Role

SECRETS = ["karel@post.example", "06 55 00 00 01", "Iets met noten", "nog geen antwoord", "uitgenodigd op"]


@pytest.fixture
def conference(cast):
    """Fatma and Yusuf come and may be seen, Karel comes unseen, Wim said no, Bea was suggested by Fatma."""
    conference = cast.conference()
    CircleMember.objects.filter(person=cast.fatma).update(may_be_seen=True)
    invite(cast, conference, "Karel Hendriks", Mode.IN_PERSON, channel="mail", reach="karel@post.example")
    yusuf = invite(cast, conference, "Yusuf Bouzid", Mode.BY_PHONE, channel="sms", reach="06 55 00 00 01")
    yusuf.say_more(aids=["food"], needs="Iets met noten", may_be_seen=True, by=yusuf.person)
    invite(cast, conference, "Wim Jansen", Mode.NOT, channel="phone", reach="06 55 00 00 02")
    CircleMember.name_someone(conference, by=cast.fatma, name="Tante Bea")
    return conference


def invite(cast, conference, name, mode, **about) -> CircleMember:
    member = CircleMember.name_someone(conference, by=cast.naima, name=name, **about)
    inviting.invite(member, by=cast.joke)
    member.answer(mode=mode, by=member.person)
    return member


def look(cast, client, who, conference) -> str:
    page = cast.enter(client, who).get(reverse("circle:show", args=[conference.slug]))
    assert page.status_code == 200
    return page.content.decode()


def test_the_main_person_reads_how_it_stands_in_warm_words(cast, client, conference):
    page = look(cast, client, Role.MAIN_PERSON, conference)

    assert "<bdi>Fatma Bouzid</bdi> komt" in page
    assert "<bdi>Yusuf Bouzid</bdi> doet mee per telefoon" in page
    assert "<bdi>Wim Jansen</bdi> doet nu niet mee" in page
    assert "<bdi>Tante Bea</bdi>: jij beslist nog" in page
    assert "genoemd door Fatma" in page
    assert [secret for secret in SECRETS if secret in page] == []


@pytest.mark.rule("A87")
def test_the_circle_sees_only_who_agreed_to_be_seen(cast, client, conference):
    page = look(cast, client, Role.CIRCLE_MEMBER, conference)

    assert "Fatma Bouzid" in page
    assert "Yusuf Bouzid" in page
    assert "Karel" not in page
    assert not re.search(r"\bWim\b", page)
    assert "En nog iemand, die liever niet genoemd wordt." in page
    assert [secret for secret in SECRETS if secret in page] == []


def test_the_circle_does_not_see_what_became_of_a_suggestion(cast, client, conference):
    before = look(cast, client, Role.CIRCLE_MEMBER, conference)
    conference.members.get(name="Tante Bea").leave_out(by=cast.naima)

    assert "Jij noemde: <bdi>Tante Bea</bdi>" in before
    assert without_tokens(look(cast, client, Role.CIRCLE_MEMBER, conference)) == without_tokens(before)


def without_tokens(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]


def test_nobody_but_the_main_person_and_the_coordinator_sees_who_suggested_whom(cast, client, conference):
    yusuf = conference.members.get(name="Yusuf Bouzid").person

    for viewer in (yusuf, cast.fatma):
        assert "genoemd door" not in look(cast, client, viewer, conference)
    assert "Tante Bea" not in look(cast, client, yusuf, conference)
    assert "genoemd door Fatma" in look(cast, client, Role.COORDINATOR, conference)


@pytest.mark.rule("A87")
@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_a_professional_sees_the_circle_only_when_the_family_allows_it_and_then_only_names(
    cast, client, conference, role
):
    closed = cast.enter(client, role).get(reverse("circle:show", args=[conference.slug]))
    conference.give_consent("see_circle", [role], by=cast.naima)
    page = look(cast, client, role, conference)

    assert closed.status_code == 404
    assert "Yusuf Bouzid" in page
    assert "familie" in page
    assert "Karel" not in page
    assert "per telefoon" not in page
    assert [secret for secret in SECRETS if secret in page] == []


@pytest.mark.rule("B26")
def test_professionals_and_circle_see_which_professionals_come(cast, client, conference):
    CircleMember.objects.filter(person=cast.marloes).update(works_at="Wijkteam Nunspeet")
    conference.give_consent("see_circle", [Role.CONDITION_SETTER], by=cast.naima)

    for role in (Role.CIRCLE_MEMBER, Role.CONDITION_SETTER):
        page = look(cast, client, role, conference)
        assert "Marloes van Dijk" in page
        assert "Wijkteam Nunspeet" in page


def test_the_coordinator_sees_how_to_reach_everybody_and_what_they_need(cast, client, conference):
    page = look(cast, client, Role.COORDINATOR, conference)

    assert "karel@post.example" in page
    assert 'href="tel:0655000001"' in page
    assert "ander eten, Iets met noten" in page
    assert "al uitgenodigd op" in page
    assert "Stefan Kuiper" in page
    assert "stelt voorwaarden" in page


def test_a_manager_does_not_see_who_is_in_the_circle(cast, client, conference):
    page = cast.enter(client, Role.REGIONAL_MANAGER).get(reverse("circle:show", args=[conference.slug]))

    assert page.status_code == 404


@pytest.mark.rule("A28")
def test_nobody_sees_how_people_of_another_side_are_reached(cast, client, conference):
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)

    for who in (sam, cast.naima, cast.fatma):
        page = look(cast, client, who, conference)
        assert [secret for secret in SECRETS if secret in page] == []


def crowd(conference, named_by, number: int) -> None:
    """A third waits for the yes, a third can be invited, a third comes."""
    now, name = timezone.now(), "Persoon " + "met een lange naam " * 4
    CircleMember.objects.bulk_create(
        CircleMember(
            conference=conference,
            name=f"{name}{n}",
            reach="06 11 11 11 11",
            named_by=named_by,
            agreed_at=now if n % 3 else None,
            invited_at=now if n % 3 == 2 else None,
            answered_at=now if n % 3 == 2 else None,
            mode=Mode.IN_PERSON if n % 3 == 2 else "",
            may_be_seen=True,
        )
        for n in range(number)
    )


PAGES = [
    (Role.MAIN_PERSON, "circle:show"),
    (Role.CIRCLE_MEMBER, "circle:show"),
    (Role.COORDINATOR, "circle:show"),
    (Role.MAIN_PERSON, "circle:decide"),
    (Role.COORDINATOR, "circle:invite"),
    (Role.MAIN_PERSON, "circle:add"),
    (Role.MAIN_PERSON, "conference:show"),
    (Role.COORDINATOR, "conference:show"),
]


@pytest.mark.parametrize(("role", "name"), PAGES)
def test_a_hundred_and_fifty_people_cost_no_more_questions_than_three(
    cast, client, django_assert_max_num_queries, role, name
):
    conference = cast.conference()
    cast.enter(client, role)
    url = reverse(name, args=[conference.slug])
    limit = 12 if name != "conference:show" else 25  # many rooms ask something there

    counts = []
    for number in (3, 147):
        crowd(conference, cast.naima, number)
        with django_assert_max_num_queries(limit) as asked:
            assert client.get(url).status_code == 200
        counts.append(len(asked))

    assert counts[1] <= counts[0]


@pytest.mark.parametrize("phase", Phase)
def test_the_full_list_opens_only_where_the_circle_does(phase):
    from kring.conference.access import RULES

    assert RULES["see_invitees"].roles[phase] <= RULES["see_circle"].roles[phase]
    assert RULES["see_reach"].roles[phase] <= {Role.COORDINATOR}
