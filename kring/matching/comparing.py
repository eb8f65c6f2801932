"""Is this coordinator perhaps tied to somebody here? What is alike becomes a question (R-IND-1)."""

import re
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from kring.conference.access import Role
from kring.conference.models import STAFF, VISITORS, Conference
from kring.matching.register import Coordinator
from kring.people.models import Person
from kring.region.models import Municipality, searchable

WORD = re.compile(r"\w{3,}")
SO_GENERAL = frozenset(
    WORD.findall(
        """stichting vereniging school basisschool college gemeente gezondheidszorg zorg jeugdzorg wijkteam team bureau
    centrum nederland nederlandse instelling organisatie dienst regio regionale afdeling praktijk
    huisartsenpraktijk huis het een der van voor den dat die bij met obs cbs bso bakker chauffeur docent winkel
    bedrijf werk werkt"""
    )
)
PAYS_OR_DECIDES = frozenset({"gemeente", "gemeentehuis", "wethouder", "raadslid", "ambtenaar", "wijkteam"})


@dataclass(frozen=True)
class Tie:
    """Something that is alike. The question says nothing a coordinator may not know yet: no name of the family."""

    kind: str  # "work", "payer" or "own"
    own_words: str = ""

    @property
    def question(self) -> str:
        """To the coordinator, before anything is told."""
        if self.kind == "work":
            return _(
                "U schreef: «%(own)s». Die organisatie staat ook bij deze conferentie. Werkt u met deze mensen?"
            ) % {"own": self.own_words}
        if self.kind == "payer":
            return _("U schreef: «%(own)s». Die gemeente betaalt of beslist hier misschien. Werkt u daarvoor?") % {
                "own": self.own_words
            }
        return _(
            "Iets van u (naam, adres of nummer) lijkt op dat van iemand hier. "
            "Heeft een familielid, vriend of buur van u om een conferentie gevraagd?"
        )

    @property
    def for_the_desk(self) -> str:
        said = {
            "work": _("let op: de werkgever staat ook bij deze conferentie"),
            "payer": _("let op: werkt misschien voor wie betaalt"),
            "own": _("let op: naam, adres of nummer lijkt op dat van iemand hier"),
        }
        return said[self.kind]


@dataclass(frozen=True)
class Around:
    """Everything of a conference that a coordinator is compared with; gathered once."""

    organisations: list[set[str]]
    payers: list[set[str]]
    features: list[dict[str, set[str]]]

    @classmethod
    def of(cls, conference: Conference) -> "Around":
        """Everybody seated, the organisations they work for, and the municipalities that pay."""
        others = [seat.person for seat in conference.seated() if seat.role not in STAFF]
        near = conference.people(*(role for role in Role if role not in STAFF | VISITORS))
        return cls(
            organisations=[words for other in others if (words := own_words(other.works_at))],
            payers=[set(WORD.findall(searchable(name))) for name in payers(conference)],
            features=[features(person) for person in near],
        )


def payers(conference: Conference) -> set[str]:
    """The municipality, those that pay together with it, and what they call themselves together."""
    near = Q(pk=conference.municipality_id) | Q(funding_region__municipality=conference.municipality_id)
    found = Municipality.objects.filter(near).values_list("name", "funding_region__name")
    return {name for names in found for name in names if name} if conference.municipality_id else set()


def ties(one: Coordinator, around: Around) -> list[Tie]:
    """Each kind of likeness once."""
    works_as = f"{one.works_as} {one.person.works_at}"
    mine, said = own_words(works_as), set(WORD.findall(searchable(works_as)))
    known = [
        (Tie("work", one.works_as or one.person.works_at), any(words <= mine for words in around.organisations)),
        (Tie("payer", one.works_as), bool(said & PAYS_OR_DECIDES) and any(town <= said for town in around.payers)),
        (Tie("own"), any(is_alike(features(one.person), theirs) for theirs in around.features)),
    ]
    return [tie for tie, is_so in known if is_so]


def own_words(text: str) -> set[str]:
    """The words that make a name this name."""
    return set(WORD.findall(searchable(text))) - SO_GENERAL


def is_alike(mine: dict[str, set[str]], theirs: dict[str, set[str]]) -> bool:
    """The same last name, number, mailbox or address."""
    return any(mine[name] & theirs[name] for name in mine)


def features(person: Person) -> dict[str, set[str]]:
    digits = re.sub(r"\D", "", person.phone)[-9:]
    mails = {mail.lower() for mail in (person.email, person.login_email or "") if mail}
    home = searchable(" ".join(person.postal_address.split()))
    name = searchable(person.last_name)
    return {"name": {name} - {""}, "phone": {digits} - {""}, "mail": mails, "home": {home} - {""}}
