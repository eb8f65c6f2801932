"""Every public page there is, found by walking the addresses of the house, and how to read one."""

import re
from html.parser import HTMLParser

from django.urls import reverse

from kring.conference.checks import pages

ON_PAPER = {"referral:leaflet", "referral:cards", "complaints:paper"}
NOT_TO_READ = {"healthy", "stories:feed"}  # for machines
LAYERED = [
    "home", "how_it_works", "for_professionals", "for_municipalities", "your_right", "promises", "private_time",
    "privacy", "accessible", "when_no", "who_we_are", "pass_on", "for_me", "anbi", "talk_first",
]  # fmt: skip
TEXTS = [reverse(f"referral:{name}") for name in LAYERED] + [reverse("complaints:complain")]


def open_pages() -> list[str]:
    """The address of every page that is open to all and asks for no id."""
    found = [(name, view) for name, route, view in pages() if "<" not in route and not route.startswith("demo/")]
    return [
        reverse(name)
        for name, view in found
        if getattr(view, "guard", "") == "open_to_all" and name not in ON_PAPER | NOT_TO_READ
    ]


class Words(HTMLParser):
    """The words on a page, a line for each paragraph; without what somebody can type over or said themselves."""

    ASIDE = ("textarea", "blockquote", "svg")

    def __init__(self):
        super().__init__()
        self.aside, self.lines = "", [""]

    def handle_starttag(self, tag, attrs):
        self.aside = self.aside or (tag if tag in self.ASIDE else "")
        if tag not in ("a", "strong", "span"):
            self.lines.append("")

    def handle_endtag(self, tag):
        self.aside = "" if tag == self.aside else self.aside
        if tag not in ("a", "strong", "span"):
            self.lines.append("")

    def handle_data(self, text):
        if not self.aside:
            self.lines[-1] += text


def sentences(response) -> list[str]:
    """Every sentence in the middle of this page."""
    reader = Words()
    reader.feed(f"<main{main_of(response)}")
    lines = [" ".join(line.split()) for line in reader.lines]
    return [one for line in lines for one in re.split(r"(?<=[.?:])\s+", line) if one]


def main_of(response) -> str:
    html = response.content.decode()
    return html.split("<main")[1].split("</main>")[0]


def words_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
