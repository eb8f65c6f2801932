"""bin/rules: which tests prove which rule."""

from tests.house.rules import ROOT, marked, proofs, rules, unknown

SCENES = """
import pytest

@pytest.mark.rule("A1", "B2")
def test_two_rules(): ...

@pytest.mark.parametrize("who", [pytest.param("Aylin", marks=pytest.mark.rule("A3"))])
def test_a_rule_for_one_of_the_cast(who): ...

@pytest.mark.rule("A4")
class TestTogether:
    async def test_inherits(self): ...

@pytest.mark.rule("A5")
def a_helper(): ...

def test_without(): ...
"""


def test_marks_are_found_wherever_they_can_stand():
    assert list(marked(SCENES)) == [
        ("A1", "test_two_rules"),
        ("B2", "test_two_rules"),
        ("A3", "test_a_rule_for_one_of_the_cast"),
        ("A4", "test_inherits"),
    ]


def test_a_mark_on_the_module_counts_for_each_test():
    assert list(marked('def test_a(): ...\npytestmark = pytest.mark.rule("A6")\ndef test_b(): ...')) == [
        ("A6", "test_a"),
        ("A6", "test_b"),
    ]


def test_the_table_gives_each_rule_its_meaning_in_order():
    text = "| Rule | Meaning |\n|---|---|\n| A2 | The circle decides. |\n| A1 | One page |\n\nA3 is told elsewhere."
    assert list(rules(text).items()) == [("A2", "The circle decides."), ("A1", "One page")]


def test_a_mark_that_names_no_rule_is_a_mistake():
    assert unknown({"A1": "One page"}, {"A1": ["t.py::test_a"], "A11": ["t.py::test_b"]}) == [
        "t.py::test_b proves A11, which is no rule"
    ]


def test_every_rule_of_the_two_lists_stands_in_the_table():
    expected = [f"A{number}" for number in range(1, 95)] + [f"B{number}" for number in range(1, 33)]
    listed = list(rules((ROOT / "docs" / "rules.md").read_text()))

    assert listed[: len(expected)] == expected
    assert all(rule.startswith("R-") for rule in listed[len(expected) :])


def test_every_mark_in_this_house_names_a_rule():
    assert unknown(rules((ROOT / "docs" / "rules.md").read_text()), proofs(ROOT / "tests")) == []
