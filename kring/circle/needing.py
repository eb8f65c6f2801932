"""Needing something to be there: an interpreter and which, what somebody does not eat, who brings them."""

import json
import re
from dataclasses import asdict, dataclass, fields

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

CHILD = re.compile(
    r"\b(kind|kinder|kleinkind|zoontje|dochtertje|jongetje|meisje|puber|tiener|child|kid)(en|eren|s)?\b"
    r"|\b(?:[4-9]|1[0-7])\s*(?:jaar|jr|years?)\b|\bvan (?:[4-9]|1[0-7])\b",
    re.IGNORECASE,
)
GROWN_UP = 18


class Wish(models.TextChoices):
    """By whom somebody would like to be interpreted."""

    NONE = "", gettext_lazy("maakt niet uit")
    WOMAN = "woman", gettext_lazy("een vrouw")
    MAN = "man", gettext_lazy("een man")


@dataclass(frozen=True)
class Particulars:
    """What belongs to the aids that were ticked; all of it may stay empty."""

    tongue: str = ""
    dialect: str = ""
    interpreter: str = ""
    brought_interpreter: str = ""
    eats_no: str = ""
    brought_by: str = ""

    @classmethod
    def read(cls, text: str) -> "Particulars":
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in json.loads(text or "{}").items() if name in known})

    def written(self) -> str:
        said = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(said, ensure_ascii=False) if said else ""

    def in_words(self) -> list[str]:
        """For who arranges it."""
        spoken = " ".join(filter(None, [self.tongue, f"({self.dialect})" if self.dialect else ""]))
        wish = f", {Wish(self.interpreter).label}" if self.interpreter else ""
        found = [
            _("taal van de tolk: %(what)s") % {"what": (spoken or "–") + wish} if spoken or wish else "",
            _("brengt zelf een tolk mee: %(what)s") % {"what": self.brought_interpreter}
            if self.brought_interpreter
            else "",
            _("eet geen %(what)s") % {"what": self.eats_no} if self.eats_no else "",
            _("komt met %(what)s") % {"what": self.brought_by} if self.brought_by else "",
        ]
        return [words for words in found if words]


NOTHING = Particulars()


def is_a_child(conference, who: str) -> bool:
    """Does this sound like a child, or is it the name of somebody here who is not 18 yet?"""
    if not who or CHILD.search(who):
        return bool(who)
    words = set(re.findall(r"\w+", who.casefold()))
    today = timezone.localdate()
    young = [seat.person for seat in conference.seated() if (seat.person.age_on(today) or GROWN_UP) < GROWN_UP]
    return any(person.first_name.casefold() in words for person in young)
