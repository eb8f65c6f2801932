"""Letters in the office's own words: plain text around parts that must stay. What they write is never template code."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.conf import settings
from django.db import models, transaction
from django.template import Context, engines
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from template_partials.templatetags.partials import DefinePartialNode

from kring.foundation.own_words import choose, chosen
from kring.foundation.refusals import Refusal

PLACE = re.compile(r"\{([^{}\n]{1,40})\}")
NEVER = re.compile(r"cliënt|casus|dossier|traject|zelfredzaamheid", re.IGNORECASE)
UNTIL = re.compile(r"\btot\s+(ongeveer\s+)?\d{1,2}([.:]\d\d)?(\s+uur)?", re.IGNORECASE)
FREE = {  # may stand in every letter
    "voornaam": lambda values: values["person"].first_name,
    "organisatie": lambda values: values["organisation"].name,
    "telefoon": lambda values: values["organisation"].phone,
}
trying: ContextVar[dict[str, str]] = ContextVar("trying", default={})  # noqa: B039  (read only)


class NotThatPlace(Refusal):
    field = "text"


@dataclass(frozen=True)
class Rewordable:
    """One letter: its name on the screen, its parts by their Dutch names, and invented people for a preview."""

    letter: str
    title: str
    example: Callable[[], dict]
    parts: dict[str, str] = field(default_factory=dict)  # «wanneer» → partial of the letter
    words: dict[str, str] = field(default_factory=dict)  # «wie uitnodigt» → word of the letter

    @property
    def musts(self) -> set[str]:
        return {*self.parts, *self.words, *(["link"] if self.has_link else [])}

    @property
    def has_link(self) -> bool:
        return "{link}" in self.original()

    def original(self) -> str:
        """The words of the letter itself, in Dutch, with its parts between braces."""
        with translation.override("nl"):
            nodes = engines["django"].engine.get_template(f"{self.letter}#text").nodelist
            names = {partial: name for name, partial in self.parts.items()}
            known = {"link": "{link}"} | {word: f"{{{name}}}" for name, word in self.words.items()}
            return tidy("".join(self._shown(node, names, known) for node in nodes))

    def _shown(self, node, names: dict, known: dict) -> str:
        if isinstance(node, DefinePartialNode) and node.inline:
            return f"{{{names[node.partial_name]}}}"
        context = Context(known, autoescape=False)
        with context.bind_template(engines["django"].engine.from_string("")):
            return str(node.render_annotated(context))


LETTERS: dict[str, Rewordable] = {}


def rewordable(letter: Rewordable) -> None:
    LETTERS[letter.letter] = letter


def tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text.replace("\r\n", "\n"))).strip()


class LetterText(models.Model):
    """What a letter says from then on, who wrote that and when; empty is the original again. Nothing is overwritten."""

    letter = models.CharField(_("brief"), max_length=100)
    text = models.TextField(_("tekst"), blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(_("gewijzigd op"), default=timezone.now)

    class Meta:
        verbose_name = _("tekst van een brief")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["letter", "-id"], name="newest_text_of_a_letter")]

    @classmethod
    def now(cls, letter: str) -> str:
        """The words of this letter now; empty when they are the original ones."""
        if letter in trying.get():
            return trying.get()[letter]
        return chosen("letters").get(letter, "")

    @classmethod
    def write(cls, spec: Rewordable, *, text: str, by) -> "LetterText | None":
        """Say it in other words; the same words again are no change."""
        text = tidy(text)
        refuse_unless_whole(spec, text)
        return cls._keep(spec, "" if text == spec.original() else text, by)

    @classmethod
    def put_back(cls, spec: Rewordable, *, by) -> "LetterText | None":
        return cls._keep(spec, "", by)

    @classmethod
    @transaction.atomic
    def _keep(cls, spec: Rewordable, text: str, by) -> "LetterText | None":
        newest = cls.objects.filter(letter=spec.letter).first()
        if text == (newest.text if newest else ""):
            return None
        kept = cls.objects.create(letter=spec.letter, text=text, changed_by=by)
        choose("letters", spec.letter, text)
        return kept


def refuse_unless_whole(spec: Rewordable, text: str) -> None:
    """Every part that must stay stands there once; no other braces, no word we do not use, no end time."""
    found = PLACE.findall(text)
    if strange := [name for name in found if name not in spec.musts and name not in FREE]:
        raise NotThatPlace(_("«{%(name)s}» kennen we niet in deze brief.") % {"name": strange[0]})
    if re.search(r"[{}‹›]", PLACE.sub("", text)):
        raise NotThatPlace(_("Er staat een los haakje. Gebruik haakjes alleen om de vaste stukken heen."))
    if lost := sorted(name for name in spec.musts if found.count(name) != 1):
        raise NotThatPlace(
            _("Dit hoort er één keer in: %(names)s.") % {"names": ", ".join(f"{{{one}}}" for one in lost)}
        )
    if said := NEVER.search(text):
        raise NotThatPlace(_("Het woord «%(word)s» gebruiken we niet.") % {"word": said[0]})
    if UNTIL.search(text):
        raise NotThatPlace(_("Er is nooit een eindtijd. Haal het tijdstip na «tot» weg."))


def own_words(letter: str, values: dict, part: Callable[[str, str, dict], str]) -> str:
    """The letter in the office's words; empty when it has none, or the reader has another language than Dutch."""
    spec = LETTERS.get(letter)
    text = LetterText.now(letter) if spec and translation.get_language() == "nl" else ""
    return tidy(PLACE.sub(lambda place: filled(spec, place[1], values, part), text)) if text else ""


def filled(spec: Rewordable, name: str, values: dict, part: Callable) -> str:
    """What comes in one place; it is put in once and never read again."""
    if name in spec.parts:
        return part(spec.letter, spec.parts[name], values)
    if name in spec.words:
        return str(values.get(spec.words[name], ""))
    return str(values.get("link", "")) if name == "link" else str(FREE[name](values))


@contextmanager
def tried(letter: str, text: str) -> Iterator[None]:
    """As if these were the words, for a look beforehand."""
    token = trying.set({letter: text})
    try:
        yield
    finally:
        trying.reset(token)
