"""Accessible PDFs (PDF/UA-1) made by typst; what people wrote goes in as data, never as source."""

import json
import re
import unicodedata
from base64 import b64encode
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.template.defaultfilters import date as in_words
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from PIL import Image

from kring.foundation.writing import organisation

FONT_PACKAGES = ("justmytype_western_core", "justmytype_intl_rtl")
DOCUMENTS = "foundation/documents"
MADE_BY_US = ("link", "qr", "picture")  # goes in as it is
MISSING = "□"  # for a sign that no font has
TURNERS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # invisible signs that turn the reading order around
SOFT_HYPHEN, NO_WIDTH = "\u00ad", "\u200b"
LONG_WORD = re.compile(r"\S{25,}")
WORDS = {
    "letter": {
        "scan": _("Richt de camera van een telefoon op dit vierkant, of typ dit adres over:"),
        "code": _("Daar typ je deze code:"),
        "qr": _("QR-code"),
    },
    "plan": {
        "plan": _("Plan"),
        "for": _("Het plan van"),
        "question": _("Onze vraag"),
        "agreements": _("Wat we afspreken"),
        "number": _("Nr."),
        "what": _("Wat we doen"),
        "who": _("Wie"),
        "when": _("Wanneer"),
        "stand_in": _("Als het niet lukt"),
        "watcher": _("Wie let op"),
        "help": _("Hulp die wij vragen"),
        "from_whom": _("Van wie"),
        "by_when": _("Voor wanneer"),
        "answer": _("Antwoord"),
        "safety": _("Afspraken over veiligheid"),
        "conditions": _("Voorwaarden, en hoe ons plan eraan voldoet"),
        "condition": _("Voorwaarde"),
        "set_by": _("Gesteld door"),
        "how_met": _("Hoe ons plan eraan voldoet"),
        "tested": _("Getoetst"),
        "otherwise": _("Als het anders loopt"),
        "contact": _("Wie roept ons bij elkaar"),
        "initiator": _("Wie begint"),
        "on_change": _("Wie komen bij elkaar als het plan verandert"),
        "speaks": _("Met wie professionals praten"),
        "copies": _("Wie dit plan krijgt"),
        "professionals": _("Wat wij van professionals verwachten"),
        "expected": _("Wat wij verwachten"),
        "in_touch": _("Hoe we contact houden"),
        "progress": _("Ons eerste voortgangsgesprek"),
        "made_by": _("Gemaakt door"),
        "made_on": _("Gemaakt op"),
        "made_at": _("Waar"),
        "adopted_on": _("Vastgesteld op"),
        "version": _("Versie"),
        "page": _("bladzijde"),
    },
    "slip": {
        "mine": _("Mijn afspraken"),
        "of": _("Van"),
        "what": _("Wat ik doe"),
        "when": _("Wanneer"),
        "stand_in": _("Als het mij niet lukt"),
        "watcher": _("Wie let op"),
        "progress": _("Ons voortgangsgesprek"),
        "call": _("Bellen mag ook"),
        "version": _("Versie"),
        "page": _("bladzijde"),
    },
}


def pdf(template: str, payload: dict) -> bytes:
    """A document from a typst template, in the language of this moment.

    `template` is a path in the house, "plan/documents/card.typ", or one of the house's own: "letter", "plan", "slip";
    what each of those prints stands at the top of its file. The payload holds texts, numbers, lists and dicts; None
    and what is left out are printed as nothing. The template reads it as JSON, with `words`, `lang` and `dir` in it.
    """
    import typst  # 80 MiB: only who prints pays for it

    path = f"{DOCUMENTS}/{template}.typ" if template in WORDS else template
    words = {name: str(word) for name, word in WORDS.get(template, {}).items()}
    data = {
        "lang": translation.get_language(),
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "words": words,
        **printable(payload),
    }
    return typst.compile(
        str(settings.HOUSE / path),
        root=str(settings.HOUSE),
        format="pdf",
        pdf_standards="ua-1",
        font_paths=[str(folder) for folder in font_folders()],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )


def letter(
    *,
    to: list[str],
    subject: str,
    paragraphs: list[str],
    link: str,
    typed: str,
    language: str,
    day: date,
    code: str = "",
    pictures: list[dict] | None = None,
) -> bytes:
    """A letter on A4 for a window envelope; `link` becomes a QR code, `typed` is the address to type over."""
    house = organisation()
    with translation.override(language):
        payload = {
            "from": [house.name, *house.postal_address.splitlines(), house.phone],
            "to": [line for line in to if line.strip()],
            "date": in_words(day, "j F Y"),
            "subject": subject,
            "paragraphs": paragraphs,
            "link": typed,
            "code": code,
            "pictures": pictures or [],
            "logo": [{"picture": in_svg(house.logo.content()), "alt": house.name}] if house.logo else [],
            "qr": qr(link) if link else "",
        }
        return pdf("letter", payload)


def qr(text: str) -> str:
    """A QR code as SVG; for what is no secret between sender and printer."""
    import qrcode
    from qrcode.image.svg import SvgPathImage

    return qrcode.make(text, image_factory=SvgPathImage).to_string(encoding="unicode")


def in_svg(jpeg: bytes) -> str:
    """A picture that was made anew, wrapped so that it can stand between drawings."""
    with Image.open(BytesIO(jpeg)) as picture:
        width, height = picture.size
    data = b64encode(jpeg).decode()
    image = f'<image href="data:image/jpeg;base64,{data}" width="{width}" height="{height}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{image}</svg>'


def font_folders() -> list[Path]:
    """The fonts of our packages, and those an administrator put beside the data for scripts we do not bring."""
    extra = settings.DATA / "fonts"
    return [files(package) / "fonts" for package in FONT_PACKAGES] + ([extra] if extra.is_dir() else [])


@cache
def known_signs() -> frozenset[int]:
    """Every sign that one of our fonts can draw."""
    from fontTools.ttLib import TTFont

    found: set[int] = set()
    for folder in font_folders():
        for path in Path(str(folder)).rglob("*.[ot]tf"):
            with TTFont(path, lazy=True) as font:
                found |= font.getBestCmap().keys()
    return frozenset(found)


def printable(value):
    """The same value with texts that can be printed: known signs only, and no word wider than a line."""
    if isinstance(value, dict):
        return {name: part if name in MADE_BY_US else printable(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [printable(part) for part in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    return _printable_text(str(value))


def _printable_text(text: str) -> str:
    text = TURNERS.sub("", unicodedata.normalize("NFC", text))
    known = known_signs()
    text = "".join(
        sign if ord(sign) in known or sign in "\n\t" or unicodedata.category(sign) == "Cf" else MISSING
        for sign in text
        if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")
    )
    return LONG_WORD.sub(may_break, text)


def may_break(word: re.Match) -> str:
    """A word wider than a column may break anywhere, with a hyphen when it is made of letters."""
    seam = SOFT_HYPHEN if word[0].isalpha() else NO_WIDTH
    return seam.join(re.findall(".{1,12}", word[0]))
