"""The words of Stefan's form, and how the tests find their way."""

import subprocess
from datetime import date

from django.urls import reverse

from kring.conditions.checking import Check, check

CONCERN = "De kinderen zijn vaak alleen thuis."
SCHOOL = "De kinderen zijn elke dag op school."
REACTION = "Dat van school klopt."
WATERMARK = "Voor alle genodigden van deze conferentie. Niet voor verdere verspreiding."
WHOLE = [CONCERN, SCHOOL, "Er is ’s avonds een volwassene.", "Dan ga ik naar de rechter.", REACTION]
TALK = {"discussed_on": date(2026, 11, 3), "discussed_how": "aan tafel", "discussed_with": "Naima en haar zus"}


def address(page, conference, *args):
    return reverse(f"conditions:{page}", args=[conference.slug, *args])


def look(cast, client, role, conference) -> str:
    page = cast.enter(client, role).get(address("show", conference))
    assert page.status_code == 200
    return page.content.decode()


def in_name(url: str, person, via: str = "phone") -> str:
    return f"{url}?namens={person.slug}&via={via}"


def approve(form, manager) -> None:
    """The manager ticks everything."""
    check(form, ticks={line.slug: Check.values for line in form.conditions.all()}, words={}, by=manager)


def words_on(pdf: bytes) -> str:
    """What stands on a paper, with lines and hyphens put together."""
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(found.stdout.decode().replace("\xad", "").split())
