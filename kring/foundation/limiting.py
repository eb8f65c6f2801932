"""Counts tries, so that nobody can guess or flood, and nobody has to wait long."""

import hashlib
import ipaddress
from time import time as now

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal

UNITS = {"m": 60, "h": 3600}


class TooOften(Refusal):
    """Too many tries in a short time. At a form it stands at the form, anywhere else it becomes a page."""

    def __init__(self, wait: int):
        self.wait = wait
        words = {"minutes": max(1, round(wait / 60)), "phone": settings.NATIONAL_PHONE}
        super().__init__(_("Dat ging te vaak achter elkaar. Wacht %(minutes)s minuten, of bel %(phone)s.") % words)


def limited(
    request: HttpRequest, name: str, *, per_address: str = "30/h", per_key: str = "", key: str = "", by: int = 1
) -> None:
    """Count one try of `name`; raises TooOften when this address, or this key, had too many.

    A rate is «10/h», «5/15m». With `by=0` it only looks. What is counted is forgotten when the time is over.
    """
    for rate, whose in ((per_address, address_of(request)), (per_key, key)):
        if rate and whose:
            count(name, whose, rate, by)


def count(name: str, whose: str, rate: str, by: int = 1) -> None:
    most, seconds = read(rate)
    window, past = divmod(int(now()), seconds)
    place = "limit:" + hashlib.sha256(f"{name} {rate} {window} {whose}".encode()).hexdigest()
    tries = cache.get_or_set(place, 0, timeout=seconds)
    if by:
        tries = raised(place, by)
    if tries > most - (by == 0):
        raise TooOften(seconds - past)


def raised(place: str, by: int) -> int:
    try:
        return cache.incr(place, by)
    except ValueError:  # forgotten in this very moment: then this is the first one
        cache.set(place, by, timeout=3600)
        return by


def read(rate: str) -> tuple[int, int]:
    """How many, in how many seconds: «5/15m» is (5, 900)."""
    most, period = rate.split("/")
    return int(most), int(period[:-1] or 1) * UNITS[period[-1]]


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: past our own proxies, and of IPv6 the network, as one home has many numbers."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    found = hops[-proxies] if proxies and len(hops) >= proxies else request.META.get("REMOTE_ADDR", "")
    try:
        number = ipaddress.ip_address(found)
    except ValueError:
        return found
    return str(ipaddress.ip_network(f"{number}/64", strict=False)) if number.version == 6 else str(number)


def too_often(request: HttpRequest, refusal: TooOften | None = None) -> HttpResponse:
    """The page that says so, and when one can go on."""
    refusal = refusal or TooOften(15 * 60)
    context = {"title": _("Even wachten"), "text": refusal.message}
    response = render(request, "foundation/pages/sorry.html", context, status=429)
    response["Retry-After"] = str(refusal.wait)
    return response
