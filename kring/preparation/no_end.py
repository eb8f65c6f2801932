"""There is a start and never an end (A41): what looks like one is refused, in a form, an address or in words."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal

PARTS = frozenset({"end", "ends", "until", "eind", "einde", "eindtijd", "einduur", "duration", "duur", "tot", "dtend"})
HOUR = r"\d{1,2}(?:[.:]\d{2})?"
SPOKEN = re.compile(
    rf"\b{HOUR}\s*(?:uur|u|h)?\s*(?:-|–|—|tot|t/m)\s*{HOUR}\s*(?:uur|u|h)\b"  # 14.00 - 17.00 uur
    rf"|\b\d{{1,2}}[.:]\d{{2}}\s*(?:uur|u)?\s*(?:-|–|—|tot|t/m)\s*\d{{1,2}}[.:]\d{{2}}"  # 14.00-17.00
    rf"|\beindtijd\s*:?\s*{HOUR}"
    rf"|\b(?:eindigt|klaar|afgelopen|einde)\s+(?:om|rond|uiterlijk)\s+{HOUR}\s*(?:uur|u)\b",
    re.IGNORECASE,
)


class AnEnd(Refusal):
    message = _("Er is geen eindtijd. We nemen de tijd die nodig is. Haal het einde weg.")


def looks_like_an_end(name: str) -> bool:
    """Is a field, or a word of an address, about an end?"""
    return bool(PARTS & set(re.split(r"[_\-\s]+", name.lower())))


def names_an_end(names: Iterable[str]) -> bool:
    return any(looks_like_an_end(name) for name in names)


def speaks_of_an_end(text: str) -> bool:
    """«van 14.00 tot 17.00 uur» speaks of one, «tot ziens» and «open tot laat» do not."""
    return bool(SPOKEN.search(text))


def refuse_an_end(**texts: str) -> None:
    """Each text by the field it was typed in."""
    for field, text in texts.items():
        if speaks_of_an_end(text):
            raise AnEnd(field=field)
