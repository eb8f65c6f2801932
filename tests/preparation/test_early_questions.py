"""Questions before the day: to a professional, without who asked; and a wish that becomes somebody with a name."""

import pytest
from django.urls import reverse

from kring.conference.access import Role
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from kring.preparation.early_questions import AnsweredAlready, EarlyQuestion

ASKS = "Hoe lang duurt een traject bij jullie?"


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


@pytest.mark.rule("A9")
@pytest.mark.rule("A59")
def test_a_professional_sees_the_question_and_not_who_asked(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.fatma).post(at("ask_early", conference), {"of_whom": cast.marloes.slug, "text": ASKS})

    page = cast.enter(client, cast.marloes).get(at("early", conference)).text
    letter = Message.objects.get(recipient=cast.marloes)

    assert ASKS in page
    assert not any("Fatma" in text for text in (page, letter.text, letter.subject))
    assert letter.sent_by is None
    for who in (cast.naima, cast.joke):
        assert "Fatma" not in cast.enter(client, who).get(at("early", conference)).text


@pytest.mark.rule("A59")
def test_who_wants_it_is_named(cast, client):
    conference = cast.conference()
    asked = {"of_whom": cast.marloes.slug, "text": ASKS, "shows_asker": "on"}
    cast.enter(client, cast.fatma).post(at("ask_early", conference), asked)

    assert "gevraagd door Fatma Bouzid" in cast.enter(client, cast.marloes).get(at("early", conference)).text


@pytest.mark.rule("A9")
def test_it_is_answered_there_and_another_professional_has_no_part_in_it(cast, client):
    conference = cast.conference()
    question = EarlyQuestion.ask(conference, text=ASKS, of_whom=cast.marloes, by=cast.fatma)

    assert ASKS not in cast.enter(client, cast.stefan).get(at("early", conference)).text
    assert client.post(at("answer_early", conference, question.slug), {"answer": "Nee"}).status_code == 404
    cast.enter(client, cast.marloes).post(at("answer_early", conference, question.slug), {"answer": "Zes weken."})

    assert "Zes weken." in cast.enter(client, cast.naima).get(at("early", conference)).text
    assert Message.objects.filter(recipient=cast.fatma, key=f"answered {question.slug}").exists()
    with pytest.raises(AnsweredAlready):
        question.take_back(by=cast.fatma)


def test_the_coordinator_sees_what_is_open_and_passes_it_on_by_phone(cast, client):
    conference = cast.conference()
    question = EarlyQuestion.ask(conference, text=ASKS, of_whom=cast.marloes, by=cast.fatma)
    home = reverse("conference:show", args=[conference.slug])

    open_then = cast.enter(client, cast.joke).get(home).text
    client.post(at("pass_on", conference, question.slug))
    passed_on = client.get(at("early", conference)).text

    assert "De kring vraagt iets vooraf" in open_then
    assert "doorgegeven, antwoord op de dag" in passed_on
    assert "De kring vraagt iets vooraf" not in client.get(home).text
    client.post(at("pass_on", conference, question.slug))  # not passed on after all
    question.refresh_from_db()
    assert question.is_open


@pytest.mark.rule("A9")
def test_a_wish_for_somebody_who_knows_becomes_a_name_the_main_person_decides_about(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.fatma).post(at("ask_early", conference), {"of_whom": "somebody", "text": "Over schulden."})
    wish = EarlyQuestion.objects.get()
    pien = {"name": "Pien Bos", "works_at": "Schuldhulp Nunspeet", "channel": "phone", "reach": "06 12 34 56 70"}

    cast.enter(client, cast.joke).post(at("name_somebody", conference, wish.slug), pien)

    wish.refresh_from_db()
    assert (wish.member.name, wish.member.is_professional, wish.member.is_agreed) == ("Pien Bos", True, False)
    assert "Pien Bos is genoemd" in cast.enter(client, cast.fatma).get(at("early", conference)).text


def test_one_takes_back_only_the_own_question(cast, client):
    conference = cast.conference()
    question = EarlyQuestion.ask(conference, text=ASKS, of_whom=cast.marloes, by=cast.fatma)

    assert cast.enter(client, cast.naima).post(at("take_back_early", conference, question.slug)).status_code == 404
    cast.enter(client, cast.fatma).post(at("take_back_early", conference, question.slug))

    assert not EarlyQuestion.objects.exists()
    with pytest.raises(NotAllowed):
        EarlyQuestion.ask(conference, text=ASKS, of_whom=cast.naima, by=cast.fatma)
    with pytest.raises(NotAllowed):
        EarlyQuestion.ask(conference, text=ASKS, of_whom=cast.stefan, by=cast[Role.PROFESSIONAL])


def test_fifty_questions_cost_no_more_queries_than_one(cast, client, django_assert_max_num_queries):
    conference = cast.conference()
    cast.enter(client, cast.naima)
    for count in (1, 49):
        for _number in range(count):
            conference.early_questions.create(asker=cast.fatma, of_whom=cast.marloes, text=ASKS)
        with django_assert_max_num_queries(12):
            client.get(at("early", conference))
