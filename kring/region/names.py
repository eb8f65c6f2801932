"""Names of places as people type them: with and without accents, a postcode half or whole, the wrong letters."""

import re
import unicodedata

QUOTES = str.maketrans("", "", "'’‘`´\"")
# «8071», «8071 AB», «8071 AB Nunspeet», «8071 Nunspeet»
POSTCODE = re.compile(
    r"[1-9]\d{3}(?:\s*[a-z]{2})?|[1-9]\d{3}(?:\s*[a-z]{2}\s+|\s+(?=\D{4}))(?P<place>\D{2,})", re.IGNORECASE
)
MAP_SUFFIX = re.compile(r"\s*\([^)]*\)\s*$")


def searchable(text: str) -> str:
    """Lower case without accents, quotes and hyphens, so that «zoe» finds «Zoë» and «s gravenhage» «'s-Gravenhage»."""
    small = unicodedata.normalize("NFKD", text).casefold()
    plain = unicodedata.normalize("NFKD", small).translate(QUOTES)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.replace("-", " ").split())


def plainest(name: str) -> str:
    """The same without what tells two of one name apart: «Bergen (NH)» is «bergen»."""
    return searchable(MAP_SUFFIX.sub("", name))


def begins_like_a_postcode(typed: str) -> bool:
    """It begins with a digit, other than «1e Exloërmond»."""
    return bool(re.match(r"\s*[0-9](?!e\s)", typed))


def digits_of(typed: str) -> str:
    """The four digits of a postcode, also when what follows is no good; empty when there are not just four."""
    found = re.match(r"[1-9]\d{3}(?!\d)", typed.strip())
    return found[0] if found else ""


def place_after_postcode(typed: str) -> str:
    """«Nunspeet» in «8071 AB Nunspeet»."""
    found = POSTCODE.fullmatch(typed.strip())
    return (found["place"] or "").strip() if found else ""


def is_odd_postcode(typed: str) -> bool:
    """It begins as a postcode and is none: three digits, one letter, a sign too many."""
    return begins_like_a_postcode(typed) and not POSTCODE.fullmatch(typed.strip())


def split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def closeness(wanted: str, municipality: list[str], places: list[str]) -> int:
    """0: it is the municipality's name, 1: a place's, 2: a word in one of its names begins so, 3: somewhere in it."""
    if wanted in map(plainest, municipality) or wanted in map(searchable, municipality):
        return 0
    if wanted in map(plainest, places):
        return 1
    return 2 if any(f" {wanted}" in f" {searchable(name)}" for name in municipality + places) else 3
