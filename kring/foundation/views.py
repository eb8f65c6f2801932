"""Pages about the house itself: its health, and what is said when something is not there."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from kring.foundation import health


def healthy(request):
    """GET /gezond/: 200 with the state of database, migrations and worker; 503 when one is down."""
    parts = health.parts()
    return JsonResponse(parts, status=200 if all(part["ok"] for part in parts.values()) else 503)


def sorry(request, status: int, title, text):
    return render(request, "foundation/pages/sorry.html", {"title": title, "text": text}, status=status)


def not_there(request, exception=None):
    return sorry(request, 404, _("Deze pagina is er niet"), _("Misschien is de link oud, of is hij niet voor u."))


def not_allowed(request, exception=None):
    return sorry(request, 403, _("Deze pagina is er niet"), _("Misschien is de link oud, of is hij niet voor u."))


def bad_request(request, exception=None):
    return sorry(request, 400, _("Dat begrepen we niet"), _("Ga terug en probeer het nog eens."))


def broken(request):
    """Asks nothing of the database: perhaps that is what broke."""
    page = render_to_string("foundation/pages/broken.html", {"phone": settings.NATIONAL_PHONE})
    return HttpResponse(page, status=500)


def forged(request, reason=""):
    return sorry(
        request,
        403,
        _("Probeer het nog eens"),
        _("De pagina stond te lang open. Ga terug, ververs haar en probeer het opnieuw."),
    )
