"""Addresses in what people write: by their shape, and by where somebody lives whose address is secret."""

import re

from kring.circle.reaching import folded
from kring.people.models import Person

POSTCODE = re.compile(r"\b[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})\b")
STREETS = "straat|laan|plein|hof|kade|dijk|gracht|singel|steeg|dreef|weg|pad|street|road|avenue"
SHAPES = (
    POSTCODE,
    re.compile(rf"\b\w+(?:{STREETS})\s+(?:nr\.?\s*)?\d+\w?", re.IGNORECASE),
    re.compile(r"\b[A-Z]\w+(?:straat|laan|plein|gracht|kade|singel|steeg|dreef)\b"),
)
SHORTEST = 4  # a street of three letters is a word like any other


def addresses_in(text: str, secret: list[Person] = ()) -> list[str]:
    """What looks like an address, and what tells where one of these lives: said of both in the same way."""
    found = [match[0] for shape in SHAPES for match in shape.finditer(text)]
    found += [part for person in secret for part in home_of(person) if part in folded(text)]
    whole = [one for one in found if not any(is_part(one, other) for other in found)]
    return list({folded(one): one for one in whole}.values())


def is_part(one: str, other: str) -> bool:
    return folded(one) != folded(other) and folded(one) in folded(other)


def home_of(person: Person) -> list[str]:
    """The name of the street, and the postcode: either tells where somebody lives."""
    address = person.postal_address.strip()
    street = re.sub(r"\s+\d.*$", "", address.partition("\n")[0].partition(",")[0]).strip()
    return [folded(part) for part in (street, *POSTCODE.findall(address)) if len(part) >= SHORTEST]


def tells_where(person: Person, text: str) -> bool:
    return any(part in folded(text) for part in home_of(person))
