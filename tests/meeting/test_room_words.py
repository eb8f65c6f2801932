"""The words of a room: 2,048, plain, and no two that can be mistaken for each other."""

import re
from hashlib import sha256
from itertools import pairwise

from tests.meeting.sealed import word_list

WORDS = word_list()


def test_there_are_2048_different_words_in_order():
    assert len(set(WORDS)) == len(WORDS) == 2048
    assert sorted(WORDS) == WORDS


def test_words_are_short_and_typed_with_plain_letters():
    assert [word for word in WORDS if not re.fullmatch("[a-z]{3,8}", word)] == []


def test_no_word_is_the_beginning_of_another():
    assert [(word, after) for word, after in pairwise(WORDS) if after.startswith(word)] == []


def test_one_wrong_letter_never_makes_another_word():
    known = set(WORDS)

    assert [(word, other) for word in WORDS for other in one_edit_from(word) if other in known and other != word] == []


def one_edit_from(word: str):
    """Every word with one letter more, less or other, or with two letters swapped."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word) + 1):
        before, after = word[:i], word[i:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]


def test_no_two_words_sound_the_same():
    heard: dict[str, list[str]] = {}
    for word in WORDS:
        heard.setdefault(sound_of(word), []).append(word)

    assert [words for words in heard.values() if len(words) > 1] == []


def sound_of(word: str) -> str:
    """ij as ei, au as ou, g as ch, c as k or s, a final d as t, double letters once."""
    changes = [
        ("ij|y", "ei"), ("au", "ou"), ("sch", "s¡"), ("ch", "g"), ("s¡", "sg"), ("c(?=[ei])", "s"), ("c|q", "k"),
        ("x", "ks"), ("dt?$", "t"), ("b$", "p"), ("z", "s"), ("v|ph", "f"), ("th", "t"), (r"(.)\1+", r"\1"),
    ]  # fmt: skip
    for letters, heard in changes:
        word = re.sub(letters, heard, word)
    return word


HURTFUL = {"dom", "dik", "dood", "gek", "god", "kerk", "slaan", "straf", "bloed", "ziek", "schuld", "wapen", "drank"}


def test_no_word_hurts():
    assert HURTFUL & set(WORDS) == set()


def test_the_list_is_the_same_for_ever():
    """Another list is another room: words on a paper would open it no longer."""
    assert sha256(" ".join(WORDS).encode()).hexdigest() == FINGERPRINT


FINGERPRINT = "3f68744141962b3994e172fd37f1334486d104e595da93a6cf649d2acc78e445"
