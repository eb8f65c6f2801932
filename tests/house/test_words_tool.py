"""bin/words: what it gathers, and what it does not let pass."""

import shutil
from pathlib import Path

import polib
import pytest

from tests.house.words import CATALOGUE, checked, faults, gather

pytestmark = pytest.mark.skipif(not shutil.which("xgettext"), reason="bin/words installs gettext")
PAGE = """{% translate "Wie komt er?" %}
{% blocktranslate count n=people %}{{ n }} mens komt.{% plural %}{{ n }} mensen komen.{% endblocktranslate %}
"""
ENGLISH = {"Wie komt er?": "Who is coming?", "Dag %(name)s": "Hello %(name)s"}


@pytest.fixture
def house(tmp_path) -> Path:
    """A house of one page and one sentence, all of it in English too."""
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "words.py").write_text('from django.utils.translation import gettext as _\n_("Dag %(name)s")\n')
    gather(tmp_path)
    say(tmp_path, ENGLISH)
    return tmp_path


def say(house: Path, english: dict[str, str]) -> None:
    catalogue = polib.pofile(str(house / CATALOGUE))
    for entry in catalogue:
        entry.msgstr = english.get(entry.msgid, entry.msgstr)
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "%(n)s person is coming.", 1: "%(n)s people are coming."}
    catalogue.save()


def test_a_house_with_all_its_english_passes_and_stays_as_it_is(house):
    before = (house / CATALOGUE).read_bytes()
    assert checked(house) == []
    assert (house / CATALOGUE).read_bytes() == before


def test_gathering_twice_changes_nothing(house):
    gather(house)
    before = (house / CATALOGUE).read_text()
    gather(house)
    assert (house / CATALOGUE).read_text() == before
    assert "POT-Creation-Date" not in before


def test_a_new_sentence_must_be_gathered_and_then_translated(house):
    (house / "page.html").write_text(PAGE + '{% translate "Tot vrijdag" %}')
    assert checked(house) == ["new, run bin/words: 'Tot vrijdag'"]
    gather(house)
    assert checked(house) == ["no English: 'Tot vrijdag'"]


def test_a_sentence_that_is_no_longer_said_must_go(house):
    (house / "words.py").write_text("")
    assert checked(house) == ["gone, run bin/words: 'Dag %(name)s'"]


def test_a_guess_is_not_english(house):
    (house / "page.html").write_text(PAGE.replace("Wie komt er?", "Wie komt er dan?"))
    gather(house)
    assert checked(house) == ["a guess, not yet English: 'Wie komt er dan?'"]


@pytest.mark.parametrize("english", ["Hello", "Hello %(nam)s", "Hello %(name)s {name}"])
def test_english_fills_in_exactly_what_dutch_does(house, english):
    say(house, {"Dag %(name)s": english})
    assert list(faults(polib.pofile(str(house / CATALOGUE)))) == ["other placeholders in English: 'Dag %(name)s'"]


def test_a_plural_keeps_its_number(house):
    catalogue = polib.pofile(str(house / CATALOGUE))
    [people] = [entry for entry in catalogue if entry.msgid_plural]
    people.msgstr_plural[1] = "People are coming."
    assert list(faults(catalogue)) == [f"other placeholders in English: {people.msgid!r}"]
