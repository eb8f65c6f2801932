"""Asking PDOK's location service which municipality a place is in; slow, wrong or absent is the same as no answer."""

import hashlib
import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from django.conf import settings
from django.core.cache import cache

from kring.foundation.limiting import TooOften, count

log = logging.getLogger(__name__)

SECONDS = 2
LARGEST = 64 * 1024  # bytes of an answer
LONGEST = 80  # signs that are sent
MOST_OFTEN = "60/m"  # for the whole house
KEPT = 7 * 24 * 3600
QUIET = 60  # seconds without asking after it did not answer
KINDS = "type:(gemeente OR woonplaats OR postcode)"


class NoRedirect(HTTPRedirectHandler):
    """What was typed goes to the address that was set and nowhere else."""

    def redirect_request(self, *args, **kwargs):
        return None


OPENER = OpenerDirector()
for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler, NoRedirect):
    OPENER.add_handler(handler())  # http and https, nothing else
ASKING = ThreadPoolExecutor(max_workers=4, thread_name_prefix="places")  # also a slow name server holds nobody up


def codes_for(typed: str) -> list[str]:
    """The CBS codes of the municipalities this can be in, remembered for a week; none when it is off or not well."""
    typed = " ".join(typed.split())[:LONGEST]
    if not settings.PLACES_URL or len(typed) < 3:
        return []
    key = "places:" + hashlib.sha256(f"{settings.PLACES_URL} {typed.casefold()}".encode()).hexdigest()
    if (kept := cache.get(key)) is not None:
        return kept
    if cache.get("places:quiet"):
        return []
    try:
        count("places", "the house", MOST_OFTEN)
        found = ASKING.submit(ask, typed).result(timeout=SECONDS)
    except TooOften:
        return []
    except Exception as wrong:  # whatever it is, the own list stands
        log.warning("The location service did not answer: %s", type(wrong).__name__)
        cache.set("places:quiet", True, QUIET)
        return []
    cache.set(key, found, KEPT)
    return found


def ask(typed: str) -> list[str]:
    """One question, with nothing in it but what was typed."""
    until = time.monotonic() + SECONDS
    query = urlencode({"q": typed, "rows": 10, "fl": "gemeentecode", "fq": KINDS})
    request = Request(f"{settings.PLACES_URL}?{query}", headers={"Accept": "application/json", "User-Agent": "Kring"})
    with OPENER.open(request, timeout=SECONDS) as answer:
        said = json.loads(read(answer, until))
    codes = [f"GM{str(row['gemeentecode']).removeprefix('GM'):0>4}" for row in said["response"]["docs"]]
    return list(dict.fromkeys(codes))


def read(answer, until: float) -> bytes:
    """The whole answer, unless it is too long or comes too slowly."""
    parts, size = [], 0
    while part := answer.read1(8192):
        parts.append(part)
        size += len(part)
        if size > LARGEST or time.monotonic() > until:
            raise URLError("too long or too slow")
    return b"".join(parts)
