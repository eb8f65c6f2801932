"""Two layers of every text page: the whole text, and «kort»; by address, and remembered only when the reader asks."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

SHORT, WHOLE = "kort", "gewoon"
COOKIE = "kring_kort"
A_YEAR = 365 * 24 * 3600


def wants_short(request: HttpRequest) -> bool:
    """What the address says goes before what was remembered."""
    if SHORT in request.GET:
        return True
    return WHOLE not in request.GET and is_remembered(request)


def is_remembered(request: HttpRequest) -> bool:
    return request.COOKIES.get(COOKIE) == "1"


def layered(request: HttpRequest, template: str, context: dict | None = None, status: int = 200) -> HttpResponse:
    """A page in the layer this reader wants; its links keep to what the address said."""
    short = wants_short(request)
    chosen = f"?{SHORT}" if short and not is_remembered(request) else ""
    layer = {"is_short": short, "is_remembered": is_remembered(request), "stay": chosen}
    return render(request, template, layer | (context or {}), status=status)


def onward(request: HttpRequest, url: str) -> HttpResponse:
    """Go on to another page of the site, in the layer the address named."""
    return HttpResponseRedirect(f"{url}?{SHORT}" if SHORT in request.GET else url, status=303)


def remember(request: HttpRequest) -> HttpResponse:
    """Read «kort» from now on, or no longer: the only thing that keeps this choice."""
    asked = request.POST.get("next", "")
    where = asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else "/"
    response = HttpResponseRedirect(where, status=303)
    if request.POST.get("keep") == "1":
        response.set_cookie(COOKIE, "1", max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.PRODUCTION)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
