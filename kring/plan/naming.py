"""Who is meant by a name that somebody wrote down: a participant when it fits exactly one, otherwise nobody."""

from collections.abc import Iterable

from kring.people.models import Person

CALLED = {"oma", "opa", "tante", "oom", "mama", "papa", "moeder", "vader", "zus", "broer", "nicht", "neef"}
CALLED |= {"buurman", "buurvrouw", "juf", "meester", "mevrouw", "meneer"}
CALLED |= {"grandma", "grandpa", "aunt", "uncle", "mum", "dad", "mrs", "mr"}


def plain(name: str) -> str:
    """«Oma  Fatma» → «fatma»: without capitals, extra spaces and the word somebody is called by."""
    words = name.casefold().replace(".", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in CALLED else words)


def recognise(name: str, people: Iterable[Person]) -> Person | None:
    """The one person with this first name or full name."""
    wanted = plain(name)
    found = [person for person in people if wanted in (plain(person.first_name), plain(person.get_full_name()))]
    return found[0] if wanted and len(found) == 1 else None
