"""A bare Django page to compare with: session, person, the same number of rows in a plain template, the same bytes."""

import os
import sys

import django
from django.conf import settings
from django.http import HttpResponse, HttpResponseForbidden
from django.template import Context, Engine
from django.urls import path

PLAIN = Engine().from_string(
    "<!doctype html><title>{{ person }}</title><table>{% for row in rows %}<tr><td>{{ row.person.first_name }}</td>"
    "<td>{{ row.role }}</td><td>{{ row.since }}</td></tr>{% endfor %}</table>"
)


def page(request, rows: int, size: int, is_signed_in: int):
    """`rows` rows of the busiest table, filled up to `size` bytes."""
    from kring.conference.models import Participant

    if is_signed_in and not request.user.is_authenticated:
        return HttpResponseForbidden()
    person = request.user.first_name if is_signed_in else ""
    found = Participant.objects.select_related("person").order_by("pk")[:rows] if rows else []
    html = PLAIN.render(Context({"rows": found, "person": person}))
    return HttpResponse(html.ljust(size))


urlpatterns = [
    path("", page, {"rows": 0, "size": 1, "is_signed_in": 0}),
    path("<int:rows>/<int:size>/<int:is_signed_in>/", page),
]


def serve(port: int) -> None:
    """The same server and database settings, with nothing else of the house around the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kring.settings")
    django.setup()
    settings.ROOT_URLCONF, settings.MIDDLEWARE = (
        "bench.bare",
        [
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
    )
    from kring import serving

    serving.serve(serving.open_port("127.0.0.1", port), with_worker=False, ready="bare")


if __name__ == "__main__":
    serve(int(sys.argv[1]))
