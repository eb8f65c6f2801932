"""The gentle look at the wording of a condition."""

import pytest

from kring.conditions.wording import remarks


@pytest.mark.rule("R-SAF-6")
@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("De kinderen gaan naar school en moeder heeft werk.", "twee dingen"),
        ("De kinderen slapen thuis. Vader komt niet binnen.", "twee dingen"),
        ("De kinderen gaan naar een pleeggezin.", "oplossing"),
        ("Vader volgt een training.", "oplossing"),
        ("Er is voldoende toezicht.", "«voldoende»"),
        ("Het gezin start met Triple P.", "«Triple P»"),
    ],
)
def test_what_could_be_thought_over_gets_a_remark(text, part):
    assert part in " ".join(str(remark) for remark in remarks(text))


@pytest.mark.parametrize(
    "text",
    [
        "De kinderen slapen nergens waar X alleen met hen is.",
        "Sam en Lina zijn elke schooldag op school.",
        "Er is dag en nacht een volwassene in huis.",
        "",
        "الأطفال في المدرسة كل يوم",
    ],
)
def test_an_outcome_gets_no_remark(text):
    assert remarks(text) == []
