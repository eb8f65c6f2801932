"""How a message is worded: a small letter in its frame, in the language of who gets it, without the link itself."""

import re
import unicodedata
from dataclasses import dataclass

from django.apps import apps
from django.template import Context, TemplateDoesNotExist, engines
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import mark_safe

from kring.foundation import tongues
from kring.foundation.rewording import own_words

LINK = "‹link›"  # stands in the text where the personal link comes when it is sent or shown
FRAME = "foundation/letters/frame.txt"
PAGE = "foundation/letters/page.html"


@dataclass(frozen=True)
class Words:
    """What a message says: a neutral subject, the whole text, and a short one for an SMS."""

    subject: str
    text: str
    short: str
    language: str = "nl"


def organisation():
    """Who runs this house; its table stands in the room above."""
    return apps.get_model("kring", "Organisation").current()


def one_line(text: str) -> str:
    """Fit for a header: no line ends, no signs that cannot be seen."""
    return "".join(sign for sign in " ".join(text.split()) if unicodedata.category(sign) != "Cc")


def write(person, letter: str, context: dict, *, about=None, has_link: bool = False) -> Words:
    """Fill in a letter: partials `text` and, when the usual words do not fit, `subject` and `short`."""
    contact = about and about.whom_to_call(person)
    if contact == person:
        contact = None  # then the number of the organisation
    language = tongues.of_letter(person.language, letter)
    with translation.override(language):
        values = {
            "person": person,
            "organisation": organisation(),
            "contact": contact,
            "is_at_work": bool(person.works_at or person.is_at_a_desk),
            "link": LINK if has_link else "",
            "not_in_theirs": "" if language == person.language else tongues.message_is_dutch(person.language),
            **context,
        }
        values["body"] = own_words(letter, values, part) or part(letter, "text", values)
        values["brief"] = part(letter, "short", values)
        if not values["body"]:
            raise ValueError(f"{letter} has no text")
        subject = part(letter, "subject", values) or part(FRAME, "subject", values)
        short = one_line(part(FRAME, "short", values))
        return Words(one_line(subject)[:200], part(FRAME, "text", values), short, language)


def part(letter: str, name: str, values: dict) -> str:
    """One named part of a letter, as plain text; empty when the letter has no such part."""
    try:
        found = engines["django"].engine.get_template(f"{letter}#{name}")
    except TemplateDoesNotExist as missing:
        if missing.tried != [letter]:
            raise
        return ""
    text = found.render(Context(values, autoescape=False))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip()


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def as_html(text: str, link: str, *, subject: str, language: str) -> str:
    """The same words as a simple page."""
    with translation.override(language):
        anchor = render_to_string(f"{PAGE}#anchor", {"link": link}).strip()
        parts = [
            mark_safe(escape(part).replace("\n", "<br>").replace(LINK, anchor))  # what people typed is escaped first
            for part in paragraphs(text)
        ]
        return render_to_string(PAGE, {"subject": subject, "parts": parts})
