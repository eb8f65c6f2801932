"""A text page on paper: the very words of the page, as a document takes them (A1, A94)."""

import hashlib
import json
from html.parser import HTMLParser

from django.conf import settings
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kring.foundation import printing
from kring.people.models import Organisation

LEAFLETS = {"voor-professionals": "for_professionals", "zo-werkt-het": "how_it_works"}
BLOCKS = {"h1": "title", "h2": "heading", "p": "text", "li": "item", "dt": "fact"}
LEFT_OUT = {"no-print", "buttons"}
EMPTY = {"br", "img", "input", "path", "circle", "rect", "line"}
AN_HOUR = 3600


class Reader(HTMLParser):
    """Takes headings, paragraphs, lists and facts out of a page; skips what is for the screen alone."""

    def __init__(self):
        super().__init__()
        self.blocks: list[dict] = []
        self.open = ""  # the tag of the block that is being read
        self.skipping = 0

    def handle_starttag(self, tag, attrs):
        classes = set((dict(attrs).get("class") or "").split())
        if tag in EMPTY:
            return
        if self.skipping or tag == "svg" or classes & LEFT_OUT:
            self.skipping += 1
        elif tag == "dd":
            self.open = tag
        elif tag in BLOCKS and self.open != "li":
            self.open = tag
            self.blocks.append({"kind": "lead" if "lead" in classes else BLOCKS[tag], "head": "", "text": ""})

    def handle_endtag(self, tag):
        if self.skipping:
            self.skipping -= tag not in EMPTY
        elif tag == "dt" or (tag == "strong" and self.open == "li"):
            block = self.blocks[-1]
            block["head"], block["text"] = block["text"], ""
        elif tag == self.open:
            self.open = ""

    def handle_data(self, text):
        if self.open and not self.skipping:
            self.blocks[-1]["text"] += text


def read(html: str) -> list[dict]:
    """What stands on the page: [{kind, head, text}] in the order of reading."""
    reader = Reader()
    reader.feed(html)
    tidy = [{name: " ".join(part.split()) for name, part in block.items()} for block in reader.blocks]
    return [block for block in tidy if block["text"]]


def leaflet(page: str, *, short: bool) -> bytes:
    """One sheet of A4 with the whole text of this page, or with its «kort»."""
    layer = "short_text" if short else "whole_text"
    html = render_to_string(f"referral/pages/{page}.html#{layer}", {"organisation": Organisation.current()})
    return printed("referral/documents/leaflet.typ", {"blocks": read(html), "is_large": short})


def cards() -> bytes:
    """Eight cards on a sheet, to cut out and hand over (A12)."""
    lines = [
        _("Samen met je eigen mensen een plan maken"),
        _("Jij kiest wie er meedenkt. Jij beslist."),
        _("Het kost niets. Nee zeggen mag altijd."),
    ]
    return printed("referral/documents/cards.typ", {"title": _("Kaartjes"), "lines": lines})


def printed(template: str, more: dict) -> bytes:
    """A document of the house with who we are on it; the same words are printed once an hour."""
    house = Organisation.current()
    payload = more | {
        "name": house.name, "phone": house.phone, "email": house.email, "address": house.postal_address,
        "link": settings.BASE_URL, "qr": printing.qr(settings.BASE_URL),
    }  # fmt: skip
    known = hashlib.sha256(json.dumps([get_language(), template, payload]).encode()).hexdigest()
    return cache.get_or_set(f"printed:{known}", lambda: printing.pdf(template, payload), AN_HOUR)
