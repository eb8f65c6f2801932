"""The one question: worded by the family and the coordinator, agreed by the main person, never rewritten."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kring.circle.carding import cards
from kring.circle.inviting import post_invitations, said_in_it
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.preparation.childs_say import ChildsSay, WhatDidTheySay
from kring.preparation.models import NotReady, Preparation, Question
from tests.conditions.scene import words_on

OPEN = "Wat is er voor nodig dat de kinderen elke dag naar school gaan?"


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


@pytest.mark.rule("A7")
def test_a_question_is_kept_word_for_word_however_closed_it_is(cast, client):
    conference = cast.conference()
    closed = "Kan Sam niet gewoon  bij oma wonen,   of anders in een pleeggezin??"

    answer = cast.enter(client, cast.fatma).post(at("question", conference), {"text": closed}, follow=True)

    assert conference.questions.get().text == closed
    assert "Op deze vraag past ja of nee" in answer.text
    assert "misschien al een antwoord" in answer.text
    assert "Het mag zo blijven" in answer.text


@pytest.mark.rule("A7")
def test_every_wording_is_kept_with_who_worded_it_and_the_main_person_chooses_one(cast, client):
    conference = cast.conference()
    by_joke = Question.word(conference, text="Hoe komt er rust in huis?", by=cast.joke)
    by_fatma = Question.word(conference, text=OPEN, by=cast.fatma)
    assert Preparation.of(conference).question is None

    cast.enter(client, cast.naima).post(at("agree_to_question", conference, by_fatma.slug))
    page = client.get(at("question", conference)).text

    assert Preparation.of(conference).question == by_fatma
    assert "Verwoord door Joke" in page
    assert "Verwoord door Fatma" in page

    by_joke.agree(by=cast.naima)

    assert Preparation.of(conference).question == by_joke
    assert conference.questions.exclude(agreed_at=None).count() == 1


@pytest.mark.rule("A7")
def test_no_conference_has_two_agreed_questions(cast):
    conference = cast.conference()
    Question.word(conference, text=OPEN, by=cast.naima)
    second = Question.word(conference, text="Hoe dan?", by=cast.fatma)

    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=second.pk).update(agreed_at=second.worded_at)


@pytest.mark.rule("A7")
def test_the_day_is_not_ready_without_an_agreed_question(cast):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    conference.questions.update(agreed_at=None, agreed_by=None)

    with pytest.raises(NotReady) as no:
        preparation.mark_ready(by=cast.joke)

    assert str(no.value.message) == "De vraag is nog niet afgesproken."


@pytest.mark.rule("A7")
@pytest.mark.parametrize("who", [Role.CIRCLE_MEMBER, Role.COORDINATOR, Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_nobody_but_the_main_person_agrees(cast, who):
    conference = cast.conference()
    worded = Question.word(conference, text=OPEN, by=cast.joke)

    with pytest.raises(NotAllowed):
        worded.agree(by=cast[who])

    assert Preparation.of(conference).question is None


@pytest.mark.parametrize("who", [Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REQUESTER, Role.REGIONAL_MANAGER])
def test_the_question_is_not_worded_by_who_stands_outside(cast, client, who):
    conference = cast.conference()

    assert cast.enter(client, who).post(at("question", conference), {"text": OPEN}).status_code == 404
    assert not conference.questions.exists()


def test_a_question_told_by_phone_is_the_main_persons_own(cast, client):
    conference = cast.conference()
    in_her_name = f"?namens={cast.naima.slug}&via=phone"

    cast.enter(client, cast.joke).post(at("question", conference) + in_her_name, {"text": OPEN})

    question = Preparation.of(conference).question
    assert (question.text, question.worded_by, question.agreed_by) == (OPEN, cast.naima, cast.naima)
    entry = conference.journal.latest("number")
    assert (entry.taken_by, entry.in_name_of, entry.via) == (cast.joke, cast.naima, "phone")


@pytest.mark.rule("A8")
def test_examples_and_starters_stand_beside_the_field(cast, client):
    conference = cast.conference()

    page = cast.enter(client, cast.naima).get(at("question", conference)).text

    assert "Wat is er voor nodig dat de kinderen veilig kunnen opgroeien?" in page
    assert "Wat is er voor nodig dat ik zelfstandig kan gaan wonen?" in page
    assert "Hoe voorkom ik dat ik vereenzaam, nu ik minder mobiel word?" in page
    begun = client.get(at("question", conference) + "?begin=2").context["form"]["text"].value()
    assert begun == "Hoe voorkom ik dat "


@pytest.mark.parametrize("begin", ["0", "99", "-1", "x", "²", "1e3"])
def test_a_starter_that_is_none_leaves_the_field_empty(cast, client, begin):
    conference = cast.conference()

    page = cast.enter(client, cast.naima).get(at("question", conference), {"begin": begin})

    assert page.context["form"]["text"].value() == ""


SAID = {"child": "Sam", "said": "Ik wil dat mama minder moe is.", "asked_by": "oma Fatma"}


@pytest.mark.rule("R-CHD-3")
def test_what_a_child_says_of_the_question_stands_in_its_own_words_with_who_asked(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.fatma)

    bare = client.post(at("childs_say", conference), SAID | {"said": "", "may_be_read": "on"})
    client.post(at("childs_say", conference), SAID | {"may_be_read": "on"})
    page = cast.enter(client, cast.naima).get(at("question", conference)).text

    assert bare.context["form"].errors["said"]
    assert "«Ik wil dat mama minder moe is.»" in page
    assert "Sam, gevraagd door oma Fatma" in page
    with pytest.raises(WhatDidTheySay):
        ChildsSay.note(conference, **SAID | {"asked_by": " "}, by=cast.naima)


def test_what_a_child_keeps_from_the_others_is_for_who_asked_and_the_coordinator(cast, client):
    conference = cast.conference()
    say = ChildsSay.note(conference, **SAID, by=cast.fatma)

    def reads(who) -> bool:
        return SAID["said"] in cast.enter(client, who).get(at("question", conference)).text

    assert (reads(cast.fatma), reads(cast.joke), reads(cast.naima)) == (True, True, False)
    with pytest.raises(NotAllowed):
        say.remove(by=cast.naima)
    cast.enter(client, cast.fatma).post(at("forget_say", conference, say.slug))
    assert not conference.childrens_says.exists()


@pytest.mark.rule("A7")
def test_a_yes_is_taken_back_before_the_day_and_nothing_is_ready_any_more(cast, client):
    conference = cast.conference()
    cast.make_ready(conference)
    Preparation.objects.update(ready_at=timezone.now())
    agreed = Question.agreed(conference)

    cast.enter(client, cast.naima).post(at("disagree", conference, agreed.slug))

    assert Question.agreed(conference) is None
    assert conference.questions.get().text == agreed.text
    assert not Preparation.of(conference).is_ready
    with pytest.raises(NotAllowed):
        agreed.disagree(by=cast.joke)


@pytest.mark.rule("A7")
def test_the_agreed_wording_is_on_every_invitation_from_then_on(cast, client):
    conference = cast.conference()
    member = conference.members.get(person=cast.fatma)
    Question.word(conference, text="Hoe dan?", by=cast.fatma)
    before = said_in_it(conference, member.hat)["question"]
    Question.word(conference, text=OPEN, by=cast.naima)

    letter = post_invitations(conference, [member], by=cast.joke)[0]
    page = cast.enter(client, cast.fatma).get(reverse("circle:answer", args=[conference.slug])).text

    assert before == ""
    assert OPEN in letter.text
    assert OPEN in page
    assert OPEN in words_on(cards([letter], "Naima"))


def test_the_question_on_paper_is_there_once_it_is_agreed(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.naima)
    assert client.get(at("question_paper", conference)).status_code == 404

    Question.word(conference, text=OPEN, by=cast.naima)

    assert OPEN in words_on(client.get(at("question_paper", conference)).content)


@pytest.mark.parametrize("wrong", ["", "   ", "x" * 601, "Bel 123456782"])
def test_a_question_that_cannot_be_kept_is_said_at_the_field_and_stays_there(cast, client, wrong):
    conference = cast.conference()

    page = cast.enter(client, cast.naima).post(at("question", conference), {"text": wrong})

    assert page.status_code == 200
    assert page.context["form"].errors["text"]
    assert page.context["form"]["text"].value() == wrong
    assert not conference.questions.exists()


def test_after_the_preparation_the_question_stands(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION)

    assert cast.enter(client, cast.naima).post(at("question", conference), {"text": OPEN}).status_code == 404
    assert conference.questions.count() == 1


def test_agreeing_twice_changes_nothing(cast, client):
    conference = cast.conference()
    question = Question.word(conference, text=OPEN, by=cast.naima)
    agreed_at, entries = question.agreed_at, conference.journal.count()

    cast.enter(client, cast.naima).post(at("agree_to_question", conference, question.slug))

    question.refresh_from_db()
    assert (question.agreed_at, conference.journal.count()) == (agreed_at, entries)


def test_a_wording_of_another_conference_is_not_there(cast, client):
    elsewhere = Question.word(cast.conference(), text=OPEN, by=cast.joke)
    conference = cast.conference()

    assert cast.enter(client, cast.naima).post(at("agree_to_question", conference, elsewhere.slug)).status_code == 404


def test_many_wordings_cost_no_more_queries(cast, client, django_assert_max_num_queries):
    conference = cast.conference()
    cast.enter(client, cast.naima)
    for count in (1, 49):
        for number in range(count):
            Question.word(conference, text=f"Wat is er nodig, poging {number}?", by=cast.fatma)
        with django_assert_max_num_queries(12):
            client.get(at("question", conference))
