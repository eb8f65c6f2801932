"""Naming people: everybody may be named, the main person decides, and nothing more is asked than needed."""

import pytest
from django.urls import reverse

from kring.circle import widening
from kring.circle.forms import SomeoneForm
from kring.circle.kinds import AlreadyInvited, NotYours, Relation
from kring.circle.models import CircleMember
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed

KAREL = {"name": "Oom Karel", "relation": "family", "channel": "phone", "reach": "", "language": "nl"}


def name(conference, by, **about):
    return CircleMember.name_someone(conference, by=by, **{**KAREL, **about})


def address(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def test_naming_by_the_main_person_is_also_the_yes(cast):
    conference = cast.conference()

    karel = name(conference, cast.naima)

    assert karel.is_agreed
    assert karel.agreed_by == cast.naima


@pytest.mark.parametrize("role", [Role.CIRCLE_MEMBER, Role.COORDINATOR])
@pytest.mark.rule("R-INV-2")
def test_whom_others_name_waits_for_the_main_person(cast, client, role):
    conference = cast.conference()
    karel = name(conference, cast[role])
    assert list(conference.members.to_decide()) == [karel]
    page = cast.enter(client, Role.MAIN_PERSON).get(address("decide", conference))
    assert "Oom Karel" in page.content.decode()

    client.post(address("agree", conference, karel.slug))

    karel.refresh_from_db()
    assert karel.is_agreed
    assert karel.agreed_by == cast.naima


def test_the_main_person_leaves_somebody_out_and_may_think_better_of_it(cast, client):
    conference = cast.conference()
    karel = name(conference, cast.fatma)
    cast.enter(client, Role.MAIN_PERSON)

    client.post(address("leave_out", conference, karel.slug))
    karel.refresh_from_db()
    assert not karel.is_agreed
    assert not conference.members.to_decide().exists()

    client.post(address("agree", conference, karel.slug))
    karel.refresh_from_db()
    assert karel.is_agreed


@pytest.mark.parametrize("role", [Role.CIRCLE_MEMBER, Role.COORDINATOR, Role.PROFESSIONAL])
def test_only_the_main_person_says_who_may_be_asked(cast, role):
    karel = name(cast.conference(), cast.fatma)

    with pytest.raises(NotAllowed):
        karel.agree(by=cast[role])


def test_a_main_person_cannot_leave_out_the_people_of_another(cast):
    conference = cast.conference()
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)
    karel = name(conference, cast.naima)

    with pytest.raises(NotYours):
        karel.leave_out(by=sam)


def test_before_their_yes_no_more_is_asked_than_a_name_a_relation_and_one_way_to_reach_somebody():
    assert set(SomeoneForm.base_fields) == {"name", "relation", "hat", "works_at", "channel", "reach", "language"}
    required = {name for name, field in SomeoneForm.base_fields.items() if field.required}
    assert required == {"name", "relation", "channel", "language"}


@pytest.mark.rule("B22")
@pytest.mark.parametrize("number", [1, 40])
def test_eight_to_ten_is_said_as_what_is_usual_and_no_number_blocks(cast, client, number):
    conference = cast.conference()
    conference.members.all().delete()
    for n in range(number):
        name(conference, cast.naima, name=f"Persoon {n}", reach=f"06 33 00 {n:02} 00")

    page = cast.enter(client, Role.MAIN_PERSON).get(address("show", conference)).content.decode()
    cast.enter(client, Role.COORDINATOR)
    client.post(address("invite", conference), {"who": [member.slug for member in conference.members.all()]})

    assert "Vaak zijn het acht tot tien mensen. Minder mag, meer ook." in page
    assert conference.members.without_answer().count() == number


@pytest.mark.rule("B20")
def test_who_has_nobody_is_asked_further_and_not_turned_away(cast, client):
    conference = cast.conference(phase=Phase.MATCHING)
    cast.enter(client, Role.MAIN_PERSON)

    circle = client.get(address("show", conference)).content.decode()
    adding = client.get(address("add", conference)).content.decode()

    assert "Heb je het gevoel dat er niemand is?" in circle
    assert "Eén naam is genoeg om te beginnen." in circle
    assert str(widening.PROMPTS[0].question) in adding


@pytest.mark.rule("B21")
def test_a_teacher_is_asked_which_hat_and_wears_one(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.MAIN_PERSON)
    juf = KAREL | {"name": "Juf Els", "relation": "teacher"}

    page = client.post(address("add", conference), juf)
    assert "Wat is het vandaag?" in str(page.context["form"].errors["hat"])
    client.post(address("add", conference), juf | {"hat": "circle"})

    assert conference.members.get(name="Juf Els").hat == "circle"


@pytest.mark.rule("B21")
def test_a_helper_comes_as_a_professional_and_a_neighbour_as_a_neighbour(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.MAIN_PERSON)

    refused = client.post(address("add", conference), KAREL | {"relation": "helper", "hat": "circle"})
    client.post(address("add", conference), KAREL | {"name": "Marjan", "relation": "helper"})
    client.post(address("add", conference), KAREL | {"name": "Bea", "relation": "neighbour"})

    assert "hat" in refused.context["form"].errors
    assert conference.members.get(name="Marjan").hat == "professional"
    assert conference.members.get(name="Bea").hat == "circle"
    assert {"neighbour", "colleague", "teacher", "childhood_friend", "family", "foster", "club"} <= set(Relation.values)


def test_the_same_person_named_twice_stays_one_person(cast):
    conference = cast.conference()

    first = name(conference, cast.naima)
    again = name(conference, cast.naima, name="oom  KAREL", reach="06 33 00 00 01")
    by_another = name(conference, cast.fatma, reach="+31 6 33 00 00 01")

    assert first.pk == again.pk == by_another.pk
    again.refresh_from_db()
    assert again.reach == "06 33 00 00 01"


def test_two_people_of_the_same_name_stay_two(cast):
    conference = cast.conference()

    one = name(conference, cast.naima, name="Jan", reach="06 33 00 00 01")
    other = name(conference, cast.naima, name="Jan", reach="06 33 00 00 02")

    assert one.pk != other.pk


def test_two_clicks_at_once_put_somebody_on_the_list_once(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.MAIN_PERSON)

    answers = [client.post(address("add", conference), KAREL).status_code for _click in range(2)]

    assert answers == [303, 303]
    assert conference.members.filter(name="Oom Karel").count() == 1


def test_naming_who_was_left_out_does_not_ask_the_main_person_again(cast):
    conference = cast.conference()
    karel = name(conference, cast.fatma, reach="06 33 00 00 01")
    karel.leave_out(by=cast.naima)

    name(conference, cast.fatma, reach="06 33 00 00 01")

    assert not conference.members.to_decide().exists()


HOSTILE = [
    "<script>alert(1)</script>",
    "\u202eلرا\u202c ש Ж",
    "🌸🌸",
    "{{ conference }}{% if %}",
    "Ş" * 100,
    "a b\r\nBcc: x",
]


@pytest.mark.parametrize("wild", HOSTILE)
def test_any_name_is_shown_as_a_name_and_nothing_more(cast, client, wild):
    conference = cast.conference()
    cast.enter(client, Role.MAIN_PERSON)

    client.post(address("add", conference), KAREL | {"name": wild})
    page = client.get(address("show", conference)).content.decode()

    kept = conference.members.last().name
    assert "\n" not in kept
    assert "<script>alert" not in page
    assert page.count("<bdi>") >= conference.members.count()


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("name", "\u200e \u200e"),
        ("name", "x" * 101),
        ("name", "123456782"),
        ("reach", "geen nummer"),
        ("relation", "vijand"),
        ("channel", "postduif"),
        ("language", "xx"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_what_was_typed_stays(cast, client, field, wrong):
    conference = cast.conference()
    before = conference.members.count()

    page = cast.enter(client, Role.MAIN_PERSON).post(address("add", conference), KAREL | {field: wrong})

    assert page.status_code == 200
    assert field in page.context["form"].errors
    assert page.context["form"]["name"].value() == (wrong if field == "name" else "Oom Karel")
    assert conference.members.count() == before


@pytest.mark.parametrize(
    ("channel", "reach", "fits"),
    [
        ("mail", "karel@post.example", True),
        ("mail", "karel@", False),
        ("mail", "k" * 250 + "@post.example", False),
        ("sms", "06 33 00 00 01", True),
        ("sms", "038 422 25 26", False),
        ("phone", "038 422 25 26", True),
        ("phone", "karel@post.example", False),
        ("letter", "Dorpsstraat 1\n8071 AA Nunspeet", True),
        ("letter", "", True),
    ],
)
def test_an_address_must_fit_its_channel(cast, client, channel, reach, fits):
    conference = cast.conference()
    typed = KAREL | {"channel": channel, "reach": reach}

    cast.enter(client, Role.MAIN_PERSON).post(address("add", conference), typed)

    assert conference.members.filter(name="Oom Karel").exists() is fits


def test_who_named_somebody_and_the_coordinator_fill_in_the_rest(cast, client):
    conference = cast.conference()
    karel = name(conference, cast.naima)

    cast.enter(client, Role.COORDINATOR)
    client.post(address("edit", conference, karel.slug), KAREL | {"reach": "06 33 00 00 01"})

    karel.refresh_from_db()
    assert karel.reach == "06 33 00 00 01"


def test_the_people_of_another_are_not_shown_or_changed(cast, client):
    conference = cast.conference()
    karel = name(conference, cast.naima, reach="06 33 00 00 01")

    page = cast.enter(client, Role.CIRCLE_MEMBER).get(address("edit", conference, karel.slug), follow=True)

    assert "06 33 00 00 01" not in page.content.decode()
    with pytest.raises(NotYours):
        karel.complete(name="Karel van hiernaast", by=cast.fatma)


def test_who_is_invited_cannot_be_changed_or_left_out_any_more(cast):
    conference = cast.conference()
    fatma = conference.members.get(person=cast.fatma)

    with pytest.raises(AlreadyInvited):
        fatma.complete(name="Iemand anders", by=cast.naima)
    with pytest.raises(AlreadyInvited):
        fatma.leave_out(by=cast.naima)


def test_somebody_on_the_phone_is_named_on_behalf(cast, client):
    conference = cast.conference(phase=Phase.MATCHING)
    cast.enter(client, Role.REGIONAL_MANAGER)

    client.post(f"{address('add', conference)}?namens={cast.naima.slug}&via=phone", KAREL, follow=True)

    karel = conference.members.get()
    assert karel.named_by == cast.naima
    entry = conference.journal.get(step="name_someone")
    assert (entry.taken_by, entry.in_name_of, entry.via) == (cast.ayse, cast.naima, "phone")


def test_a_hand_on_the_phone_decides_as_the_main_person(cast):
    karel = name(cast.conference(), cast.fatma)

    karel.agree(by=Hand(cast.joke, cast.naima, "phone"))

    assert karel.agreed_by == cast.naima
