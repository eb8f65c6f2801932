"""The gentle look at the wording of a question."""

import pytest

from kring.preparation.wording import EXAMPLES, remarks


@pytest.mark.rule("A7")
@pytest.mark.parametrize(
    "closed",
    [
        "Kan Sam bij oma wonen?",
        "moet Naima verhuizen?",
        "Wil Gerrit hulp?",
        "  «Mogen de kinderen naar huis?»",
        "Is het thuis veilig genoeg?",
    ],
)
def test_a_question_with_yes_or_no_for_an_answer_gets_a_remark(closed):
    assert "ja of nee" in str(remarks(closed)[0])


@pytest.mark.rule("A7")
def test_a_question_that_holds_its_answer_gets_a_remark():
    (remark,) = remarks("Hoe zorgen we dat Sam in een pleeggezin rustig kan wonen?")

    assert "al een antwoord" in str(remark)


@pytest.mark.rule("A7")
def test_two_questions_in_one_get_a_remark():
    (remark,) = remarks("Hoe komt er rust? En wie kookt er?")

    assert "twee vragen" in str(remark)


@pytest.mark.rule("A8")
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_folder_get_no_remark_also_in_the_first_person(example):
    assert remarks(str(example)) == []


@pytest.mark.parametrize(
    "open_question",
    ["Wat is er nodig zodat ik weer kan slapen?", "Kinderen naar school: hoe lukt dat elke dag?", "", "Hoe?", "؟كيف"],
)
def test_an_open_question_gets_no_remark(open_question):
    assert remarks(open_question) == []
