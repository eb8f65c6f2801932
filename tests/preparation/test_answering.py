"""Everybody says for themselves which day suits; only the coordinator sees it all."""

import pytest

from kring.conference.access import Role
from kring.preparation.models import DateAnswer, DateOption
from tests.preparation.days import at, soon


def test_everybody_answers_for_themselves_per_day(cast, client):
    conference = cast.conference()
    first, second = (DateOption.propose(conference, starts_at=soon(n), by=cast.joke) for n in (30, 31))

    cast.enter(client, cast.marloes).post(at("dates", conference), {first.slug: "rather_not", second.slug: "no"})

    said = DateAnswer.objects.filter(person=cast.marloes).values_list("option__slug", "says")
    assert dict(said) == {first.slug: "rather_not", second.slug: "no"}


def test_an_answer_can_be_changed_and_left_open(cast, client):
    conference = cast.conference()
    first, second = (DateOption.propose(conference, starts_at=soon(n), by=cast.joke) for n in (30, 31))
    cast.enter(client, cast.fatma)

    client.post(at("dates", conference), {first.slug: "no"})
    client.post(at("dates", conference), {first.slug: "yes", second.slug: ""})

    assert list(DateAnswer.objects.values_list("person", "says")) == [(cast.fatma.pk, "yes")]
    assert client.get(at("dates", conference)).context["form"][first.slug].value() == "yes"


def test_an_answer_nobody_offered_is_said_at_the_field(cast, client):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)

    page = cast.enter(client, cast.fatma).post(at("dates", conference), {option.slug: "misschien"})

    assert page.context["form"].errors[option.slug]
    assert not DateAnswer.objects.exists()


def test_a_day_of_another_conference_is_not_answered(cast, client):
    elsewhere = DateOption.propose(cast.conference(), starts_at=soon(), by=cast.joke)
    conference = cast.conference()

    cast.enter(client, cast.fatma).post(at("dates", conference), {elsewhere.slug: "yes"})

    assert not DateAnswer.objects.exists()


def test_an_answer_by_phone_is_recorded_for_who_called(cast, client):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)
    cast.enter(client, cast.joke)
    overview = client.get(at("propose", conference)).text
    by_phone = f"{at('dates', conference)}?namens={cast.fatma.slug}&via=phone"
    assert by_phone.replace("&", "&amp;") in overview

    client.post(by_phone, {option.slug: "yes"})

    assert DateAnswer.objects.get().person == cast.fatma
    entry = conference.journal.latest("number")
    assert (entry.step, entry.taken_by, entry.in_name_of, entry.via) == ("answer_dates", cast.joke, cast.fatma, "phone")


@pytest.mark.rule("A43")
def test_the_coordinator_sees_per_day_who_would_be_missed(cast, client):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)
    DateAnswer.give(conference, {option.slug: "no"}, by=cast.marloes)
    DateAnswer.give(conference, {option.slug: "rather_not"}, by=cast.fatma)
    DateAnswer.give(conference, {option.slug: "yes"}, by=cast.naima)

    (row,) = cast.enter(client, cast.joke).get(at("propose", conference)).context["rows"]

    assert (row.yes, row.rather_not, row.no, row.silent) == ([cast.naima], [cast.fatma], [cast.marloes], [cast.stefan])


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_nobody_sees_what_another_answered(cast, client, who):
    conference = cast.conference()
    option = DateOption.propose(conference, starts_at=soon(), by=cast.joke)
    for person in (cast.naima, cast.fatma, cast.marloes, cast.stefan):
        if person != cast[who]:
            DateAnswer.give(conference, {option.slug: "no"}, by=person)
    cast.enter(client, who)

    for name in ("dates", "show"):
        page = client.get(at(name, conference)).text
        assert not [
            other
            for other in ("Naima", "Fatma", "Marloes", "Stefan")
            if other in page and other != cast[who].first_name
        ]
    assert not client.get(at("dates", conference)).context["form"][option.slug].value()
