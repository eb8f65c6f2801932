"""The letters whose words the office may choose: what must stay in each, and invented people to look at it with."""

from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kring.foundation.rewording import LETTERS, LetterText, Rewordable, refuse_unless_whole, rewordable, tidy, tried
from kring.foundation.writing import LINK, Words, paragraphs, write
from kring.people.models import Person

DAY = datetime(2027, 2, 13, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
QUESTION = "Hoe zorgen we samen dat Sem elke dag naar school gaat?"


def invitation() -> dict:
    said = {"name": "Sanne", "text": "Fijn als je erbij bent."}
    return {"sender": "Sanne", "own_words": [said], "question": QUESTION, "starts_at": DAY}


ASKED = {
    "eigen woorden": "own_words", "vraag": "question", "wanneer": "when", "hoe lang": "duration",
    "andere taal": "unchecked",
}  # fmt: skip

rewordable(
    Rewordable(
        "circle/letters/invitation.txt",
        _("Uitnodiging voor de kring"),
        invitation,
        parts=ASKED | {"alleen meedenken": "only_thinking", "ja of nee": "answer"},
        words={"wie uitnodigt": "sender"},
    )
)
rewordable(
    Rewordable(
        "circle/letters/invitation_child.txt",
        _("Uitnodiging voor een kind"),
        invitation,
        parts=ASKED
        | {
            "niets oplossen": "nothing_to_solve",
            "zelf kiezen": "choice",
            "vertrouwenspersoon": "confidant",
        },
        words={"wie uitnodigt": "sender"},
    )
)
rewordable(
    Rewordable(
        "circle/letters/invitation_professional.txt",
        _("Uitnodiging voor een professional"),
        invitation,
        parts={
            "vraag": "question",
            "eerste deel": "first_part",
            "kring alleen": "alone",
            "wanneer": "when",
            "hoe lang": "duration",
            "wie bellen": "whom_to_ask",
            "andere taal": "unchecked",
        },
        words={"wie uitnodigt": "sender"},
    )
)
rewordable(
    Rewordable(
        "referral/letters/asked.txt",
        _("Er is iets aangevraagd: aan de hoofdpersoon"),
        dict,
        parts={"nee is goed": "no_is_fine"},
    )
)
rewordable(
    Rewordable(
        "matching/letters/found.txt",
        _("Er is een coördinator"),
        lambda: {"coordinator": "Joke", "days": 3},
        parts={"wanneer contact": "soon", "liever iemand anders": "another"},
        words={"coördinator": "coordinator"},
    )
)
rewordable(Rewordable("matching/letters/welcome.txt", _("Welkom aan een nieuwe coördinator"), dict))
rewordable(Rewordable("followup/letters/goodbye.txt", _("Wij stappen terug"), dict, parts={"plan bewaren": "keep_it"}))


def called(spec: Rewordable) -> str:
    """The name of a letter in an address."""
    return spec.letter.replace("/letters/", "-").removesuffix(".txt").replace("_", "-")


def by_name(name: str) -> Rewordable | None:
    return next((spec for spec in LETTERS.values() if called(spec) == name), None)


def looked_at(spec: Rewordable, text: str) -> Words:
    """The whole letter with these words, as invented people would get it; refused when something is missing."""
    text = tidy(text)
    refuse_unless_whole(spec, text)
    with tried(spec.letter, text), translation.override("nl"):
        person = Person(first_name="Noor", language="nl")
        person.sits_nowhere()
        words = write(person, spec.letter, spec.example(), has_link=spec.has_link)
    address = f"{settings.BASE_URL}/voorbeeld/"
    return Words(words.subject, words.text.replace(LINK, address), words.short.replace(LINK, address))


@dataclass(frozen=True)
class Change:
    """One time somebody changed a letter: what went and what came, paragraph by paragraph."""

    kept: LetterText
    gone: list[str]
    came: list[str]


def history(spec: Rewordable) -> list[Change]:
    """Every change, the newest first."""
    rows = list(LetterText.objects.filter(letter=spec.letter).select_related("changed_by"))
    texts = [row.text or spec.original() for row in rows] + [spec.original()]
    return [changed(row, texts[place + 1], texts[place]) for place, row in enumerate(rows)]


def changed(row: LetterText, before: str, after: str) -> Change:
    old, new = paragraphs(before), paragraphs(after)
    steps = [step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"]
    gone = [line for _kind, first, last, _new, _end in steps for line in old[first:last]]
    came = [line for _kind, _old, _last, first, last in steps for line in new[first:last]]
    return Change(row, gone, came)
