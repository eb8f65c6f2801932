"""The map of the circle: drawn and listed, with the same people and the same moves, for three people and for many."""

import re

import pytest
from django.urls import reverse

from kring.circle import drawing, inviting, placing
from kring.circle.kinds import HasDied, Hat, MoreThanNeeded, Relation, Ring, Side
from kring.circle.models import CircleMember
from kring.circle.ties import NoTieWithOneself, Tie, ties_among
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed

FAMILY = [("Oma Fatma", "family"), ("Bea", "neighbour"), ("Juf Els", "teacher"), ("Wim", "colleague")]
FAMILY += [("Saskia", "childhood_friend"), ("Trainer Ali", "club"), ("Imam Hassan", "faith"), ("Truus", "foster")]


def page(name, conference, *args):
    return reverse(f"circle:{name}", args=[conference.slug, *args])


def named(conference, by, name="Oom Karel", **about) -> CircleMember:
    return CircleMember.name_someone(conference, by=by, name=name, **about)


@pytest.fixture
def conference(cast):
    """Every kind of person that may be in a circle, on the list of Naima."""
    conference = cast.conference()
    for name, relation in FAMILY:
        named(conference, cast.naima, name, relation=relation, hat=Hat.CIRCLE)
    return conference


@pytest.mark.rule("B21")
@pytest.mark.rule("R-INV-1")
def test_the_map_shows_everybody_by_ring_and_side_without_any_family_tree(cast, client, conference):
    fatma, bea = conference.members.get(name="Oma Fatma"), conference.members.get(name="Bea")
    placing.place(fatma, ring="near", side="first", by=cast.naima)
    placing.place(bea, ring="far", side="second", by=cast.naima)
    cast.enter(client, Role.MAIN_PERSON)

    drawn = client.get(page("map", conference))
    spots = {spot.member.name: spot for spot in drawn.context["drawing"].spots}

    assert {name for name, _relation in FAMILY} <= set(spots)
    assert spots["Oma Fatma"].x < drawing.MIDDLE < spots["Bea"].x
    html = drawn.content.decode()
    assert "moeders kant" in html
    assert "vaders kant" in html
    for relation in ("buur", "leraar", "collega", "vriend of vriendin van vroeger", "pleegfamilie"):
        assert relation in html
    assert {"faith", "club"} <= set(Relation.values)
    assert not {field.name for field in CircleMember._meta.fields} & {"parent", "mother", "father", "married_to"}


def test_the_list_can_do_all_that_the_map_can(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    bea = conference.members.get(name="Bea")

    html = client.get(page("map_list", conference)).content.decode()
    for name, _relation in FAMILY:
        assert name in html
    for how in ("nearer", "farther", "first", "second", "both"):
        assert f'value="{bea.slug}:{how}"' in html

    for how, ring, side in [
        ("nearer", "near", ""),
        ("nearer", "near", ""),
        ("farther", "middle", ""),
        ("second", "middle", "second"),
    ]:
        answer = client.post(page("move_spot", conference), {"step": f"{bea.slug}:{how}"})
        assert answer["Location"].endswith(f"{page('map_list', conference)}#{bea.slug}")
        bea.refresh_from_db()
        assert (bea.ring, bea.side) == (ring, side)


def test_a_tap_on_the_map_puts_somebody_in_a_ring_and_at_a_side(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    bea = conference.members.get(name="Bea")

    answer = client.post(
        page("move_spot", conference), {"who": bea.slug, "ring": "far", "side": "first", "back": "map"}
    )

    bea.refresh_from_db()
    assert (bea.ring, bea.side) == (Ring.FAR, Side.FIRST)
    assert answer["Location"].endswith("#kaart")


@pytest.mark.parametrize("sent", [{"who": "x"}, {"step": "nobody:nearer"}, {"step": ":"}, {}])
def test_a_tap_on_nobody_does_nothing(cast, client, conference, sent):
    assert cast.enter(client, Role.MAIN_PERSON).post(page("move_spot", conference), sent).status_code == 404


def test_a_ring_or_a_side_that_does_not_exist_changes_nothing(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    bea = conference.members.get(name="Bea")

    client.post(page("move_spot", conference), {"who": bea.slug, "ring": "moon", "side": "third"})
    client.post(page("move_spot", conference), {"step": f"{bea.slug}:up"})

    bea.refresh_from_db()
    assert (bea.ring, bea.side) == (Ring.MIDDLE, "")


@pytest.mark.parametrize("role", [Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER])
def test_the_map_is_for_the_main_person_and_the_coordinator_alone(cast, client, conference, role):
    cast.enter(client, role)
    for name in ("map", "map_list", "empty_map"):
        assert client.get(page(name, conference)).status_code == 404
    with pytest.raises(NotAllowed):
        placing.place(conference.members.first(), ring="near", by=cast[role])


def test_in_private_time_the_family_looks_and_nobody_moves(cast, client):
    conference = cast.conference(phase=Phase.PRIVATE_TIME)
    cast.enter(client, Role.MAIN_PERSON)

    assert "<button name" not in client.get(page("map_list", conference)).content.decode()
    assert client.get(page("map", conference)).status_code == 200
    with pytest.raises(NotAllowed):
        placing.place(conference.members.first(), ring="near", by=cast.joke)


@pytest.mark.rule("B15")
def test_who_died_stays_on_the_map_and_no_letter_goes_there(cast, client, conference):
    father = named(conference, cast.naima, "Papa Rachid", has_died=True)
    cast.enter(client, Role.MAIN_PERSON)

    html = client.get(page("map", conference)).content.decode()
    assert re.search(r'spot-died"[^>]*aria-label="Papa Rachid', html)
    assert "Papa Rachid" in client.get(page("show", conference)).content.decode()
    assert father not in conference.members.to_invite()
    with pytest.raises(HasDied):
        inviting.invite(father, by=cast.joke)
    invite = cast.enter(client, Role.COORDINATOR).get(page("invite", conference)).content.decode()
    assert "Papa Rachid" not in invite


@pytest.mark.rule("B15")
def test_somebody_who_was_invited_and_dies_is_left_in_peace(cast, client, conference):
    karel = named(conference, cast.naima, reach="038 422 25 26", channel="phone")
    inviting.invite(karel, by=cast.joke)
    person = karel.person
    cast.enter(client, Role.MAIN_PERSON)

    client.post(page("remember", conference, karel.slug))

    karel.refresh_from_db()
    assert karel.has_died
    assert karel.reach == ""
    assert karel.invited_at is None
    assert not conference.members.without_answer().filter(pk=karel.pk).exists()
    assert not person.messages.filter(about=conference).exists()
    assert not conference.participants.present().filter(person=person).exists()
    client.post(page("correct", conference, karel.slug))
    karel.refresh_from_db()
    assert not karel.has_died


def test_a_wish_to_find_somebody_again_shows_on_the_map_and_in_the_list(cast, client, conference):
    wim = conference.members.get(name="Wim")
    cast.enter(client, Role.MAIN_PERSON)

    client.post(page("place", conference, wim.slug), {"ring": "far", "side": "", "lost_touch": "on"})

    wim.refresh_from_db()
    assert wim.lost_touch
    assert "spot-lost" in client.get(page("map", conference)).content.decode()
    assert "contact verloren" in client.get(page("map_list", conference)).content.decode()


def test_a_tie_is_drawn_changed_and_loosened(cast, client, conference):
    bea, wim = conference.members.get(name="Bea"), conference.members.get(name="Wim")
    cast.enter(client, Role.MAIN_PERSON)

    client.post(page("tie", conference, wim.slug), {"other": bea.slug, "kind": "friends"})
    client.post(page("tie", conference, bea.slug), {"other": wim.slug, "kind": "lost"})

    assert [tie.kind for tie in ties_among([bea, wim])] == ["lost"]
    assert "tie-lost" in client.get(page("map", conference)).content.decode()
    assert "hebben het contact verloren" in client.get(page("place", conference, bea.slug)).content.decode()
    with pytest.raises(NoTieWithOneself):
        Tie.tie(bea, other=bea, kind="friends", by=cast.naima)

    client.post(page("loosen", conference, bea.slug, wim.slug))
    assert not Tie.objects.exists()


def test_what_is_between_people_is_locked_in_the_database(cast, conference):
    from django.db import connection

    bea, wim = conference.members.get(name="Bea"), conference.members.get(name="Wim")
    Tie.tie(bea, other=wim, kind="lost", by=cast.naima)

    with connection.cursor() as cursor:
        cursor.execute("select kind from kring_tie")
        assert "lost" not in cursor.fetchone()[0]


def test_before_a_yes_the_list_refuses_to_know_more(cast):
    conference = cast.conference()

    for more in ({"needs": "een rolstoel"}, {"aids": "lift"}, {"may_be_seen": True}, {"mode": "in_person"}):
        with pytest.raises(MoreThanNeeded):
            named(conference, cast.naima, **more)
    karel = named(conference, cast.naima)
    with pytest.raises(MoreThanNeeded):
        karel.complete(needs="een rolstoel", by=cast.naima)


def test_the_empty_map_prints_with_rings_and_questions(cast, client, conference):
    from kring.circle.empty_map import payload

    answer = cast.enter(client, Role.MAIN_PERSON).get(page("empty_map", conference))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    printed = payload(conference)
    assert printed["rings"] == ["dichtbij", "in het midden", "verder weg"]
    assert len(printed["questions"]) > 12
    assert not any(name in str(printed) for name, _relation in FAMILY)


def crowd(conference, by, number: int, ring="") -> None:
    CircleMember.objects.bulk_create(
        CircleMember(
            conference=conference, name=f"Persoon Langenaam {n}", named_by=by,
            ring=ring or list(Ring)[n % 3], side=["first", "second", ""][n % 3],
        )
        for n in range(number)
    )  # fmt: skip


@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.COORDINATOR])
@pytest.mark.parametrize("name", ["map", "map_list"])
def test_a_hundred_and_fifty_people_fit_on_a_phone(cast, client, django_assert_max_num_queries, role, name):
    conference = cast.conference()
    cast.enter(client, role).get(page(name, conference))
    counts = []

    for more in (1, 49, 100):
        crowd(conference, cast.naima, more)
        with django_assert_max_num_queries(12) as asked:
            answer = client.get(page(name, conference))
        counts.append(len(asked))

    assert counts[0] == counts[1] == counts[2]
    assert len(answer.content) < 100_000


@pytest.mark.parametrize("number", [1, 3, 10, 50, 150])
@pytest.mark.parametrize("zoom", ["", "near"])
def test_nobody_stands_on_top_of_another_and_all_stand_inside(cast, number, zoom):
    people = [CircleMember(pk=n, name=f"P {n}", ring=list(Ring)[n % 3], side=[*Side, ""][n % 4]) for n in range(number)]

    spots = drawing.draw(people, [], zoom=zoom).spots

    assert len(spots) == len([who for who in people if not zoom or who.ring == zoom])
    for spot in spots:
        assert ((spot.x - 200) ** 2 + (spot.y - 200) ** 2) ** 0.5 + spot.r <= 200
        others = [other for other in spots if other is not spot]
        assert all((spot.x - o.x) ** 2 + (spot.y - o.y) ** 2 >= (spot.r + o.r) ** 2 for o in others)


def test_one_ring_drawn_large_holds_fifty_names_in_letters_that_can_be_read(cast, client):
    conference = cast.conference()
    crowd(conference, cast.naima, 50, ring="near")
    cast.enter(client, Role.MAIN_PERSON)

    assert client.get(page("map_ring", conference, "near")).context["drawing"].has_letters
    assert client.get(page("map_ring", conference, "moon")).status_code == 303


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Oom Karel", "OK"), ("Naima Bouzid", "NB"), ("🌸", ""), ("Ştefan", "Ş"), ("فاطمة", "ف"), ("(Jan)", "")],
)
def test_initials_in_any_script(name, letters):
    assert drawing.initials(CircleMember(name=name)) == letters


@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.COORDINATOR])
def test_no_number_or_address_stands_on_the_map_in_the_list_or_on_paper(cast, client, role):
    conference = cast.conference()
    secret = named(conference, cast.naima, channel="letter", reach="Geheimlaan 12\n8071 AA Nunspeet")
    cast.enter(client, role)

    pages = [page(name, conference) for name in ("map", "map_list")] + [page("place", conference, secret.slug)]
    seen = "".join(client.get(url).content.decode() for url in pages)

    assert "Oom Karel" in seen
    assert "Geheimlaan" not in seen
    assert "8071" not in seen
