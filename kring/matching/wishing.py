"""What the main person wishes of a coordinator, and how far somebody meets it; never about who the person is."""

import re
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Value, When
from django.utils.translation import gettext as _

from kring.conference.models import Conference
from kring.matching.register import Coordinator
from kring.referral.asking import referral_of
from kring.referral.wishes import WishKind
from kring.region.models import searchable

KINDS = dict(WishKind.choices)
ASKS_OF = {"language": "l", "culture": "b", "background": "b", "gender": "g"}  # where the register says it
WORD = re.compile(r"\w{3,}")
SMALL = frozenset(
    WORD.findall(
        """een het der den van met niet liefst graag spreekt spreken moet wel als kan zijn haar geen voorkeur maakt uit
    liever iemand coordinator taal die dat dan ook bij naar want heb heeft ben mag zou hij wij wens achtergrond
    cultuur"""
    )
)
MOST_WORDS = 12


@dataclass(frozen=True)
class Wish:
    """One wish: of which kind, in the words it was said."""

    kind: str
    words: str

    @property
    def label(self) -> str:
        return f"{self.words} ({KINDS[self.kind]})" if self.kind != "other" else self.words

    def asks(self) -> list[str]:
        """The words of it that could be found in the register."""
        found = dict.fromkeys(WORD.findall(searchable(self.words)))
        return [word for word in found if word not in SMALL][:MOST_WORDS]

    def signs(self) -> dict[str, str]:
        """For each word, what stands in the register of who meets it."""
        place = f"|{ASKS_OF[self.kind]}" if self.kind in ASKS_OF else ""
        return {word: f"{place}:{whole(word)}" for word in self.asks()}


@dataclass(frozen=True)
class Met:
    """How far one coordinator meets one wish: yes, no, or for people to judge."""

    wish: Wish
    how: str  # "yes", "no" or "judge"

    @property
    def in_words(self) -> str:
        said = {"yes": _("past bij de wens: %s"), "no": _("past niet bij de wens: %s"), "judge": _("bekijk zelf: %s")}
        return said[self.how] % self.wish.label


def whole(word: str) -> str:
    """A long word also finds its other endings (Marokko, Marokkaanse); a short one only itself."""
    return word[: max(5, len(word) - 3)] if len(word) > 6 else f"{word}|"


def wishes_of(conference: Conference) -> list[Wish]:
    """The wishes as the request keeps them; none when there is no preference."""
    referral = referral_of(conference)
    if referral is None:
        return []
    return [Wish(kind, words) for kind, words in referral.wish_list()]


def how_met(one: Coordinator, wishes: list[Wish]) -> list[Met]:
    return [Met(wish, meets(one, wish)) for wish in wishes]


def meets(one: Coordinator, wish: Wish) -> str:
    """A free sentence, or what somebody did not tell, is for people to judge; the program never says «no» to those."""
    found = [sign in one.search for sign in wish.signs().values()]
    if any(found):
        return "yes"
    is_told = wish.kind in ASKS_OF and f"|{ASKS_OF[wish.kind]}:" in one.search
    return "no" if found and is_told else "judge"


def worth(wishes: list[Wish]):
    """How many words of the wishes somebody meets, asked of the database."""
    signs = [sign for wish in wishes for sign in wish.signs().values()][:MOST_WORDS]
    met = (Case(When(search__contains=sign, then=1), default=0, output_field=IntegerField()) for sign in signs)
    return sum(met, Value(0, IntegerField()))
