"""How a session begins, whose language it speaks, and what somebody at a desk must show before going on."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY, login
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode

from kring.foundation import tongues
from kring.foundation.drawing_up import drawn_up_once
from kring.people import proving
from kring.people.links import PersonalLink
from kring.people.models import Person

BY_LINK = "kring.people.signing_in.LinkBackend"
BY_CODE = "allauth.account.auth_backends.AuthenticationBackend"
OPEN_TO_HALF = {"people:language", "people:gone", "people:come_in", "people:leave", "account_logout", "healthy"}


class LeanArgon2(Argon2PasswordHasher):
    """Argon2 as OWASP advises it for small machines: 19 MiB a hash instead of 100."""

    memory_cost = 19456
    parallelism = 1


class LinkBackend(BaseBackend):
    """Finds the person of a session that came in by a personal link, with the link itself, in one query."""

    def get_user(self, user_id) -> Person | None:
        links = live_links(person=int(user_id), now=timezone.now())
        return links[0].visitor() if links else None


@drawn_up_once
def live_links(person: int, now: datetime):
    """At most one."""
    return PersonalLink.objects.live(now).select_related("person").filter(person=person)


def come_in_by(link: PersonalLink, request: HttpRequest) -> None:
    """Begin a session by personal link: a new one, for as long as a family may stay away."""
    request.session.flush()
    login(request, link.visitor(), backend=BY_LINK)
    request.session.set_expiry(timedelta(days=settings.FAMILY_SESSION_DAYS))
    link.note_use()


def come_in_to_work(request: HttpRequest, person: Person) -> None:
    """Begin a session at a desk; it ends with the working day, however busy it is."""
    request.session.cycle_key()
    login(request, person, backend=BY_CODE)
    request.session.set_expiry(timezone.now() + timedelta(hours=settings.STAFF_SESSION_HOURS))


def come_in_as(request: HttpRequest, person: Person) -> None:
    """One click and you are somebody else: in the demo only."""
    if not settings.DEMO:
        raise RuntimeError("Nobody becomes somebody else outside the demo.")
    if not person.is_at_a_desk:
        return come_in_by(PersonalLink.of(person), request)
    request.session.flush()
    come_in_to_work(request, person)
    return proving.mark(request, person, "demo")


class PatientSessions(SessionMiddleware):
    """A late answer to a session that is over takes away no cookie: by then it may be that of the next one."""

    def process_response(self, request: HttpRequest, response):
        response = super().process_response(request, response)
        if not request.session.modified:
            response.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        return response


class EndedSessions:
    """A session whose link was withdrawn, or whose person is gone, leaves nothing behind for who comes next."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        if SESSION_KEY in request.session and not request.user.is_authenticated:
            request.session.flush()
        return self.get_response(request)


class TheirLanguage:
    """Speak the language of the person, unless another one was chosen in this browser since it was opened."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and request.user.is_authenticated:
            translation.activate(tongues.of_house(request.user.language))
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)


class SecondFactor:
    """Whoever works at a desk shows or makes a second factor before anything else; a superuser too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs):
        first = proving.first_to(request)
        if not first or request.resolver_match.view_name in OPEN_TO_HALF | proving.PAGES[first]:
            return None
        query = "?" + urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return HttpResponseRedirect(reverse(first) + query)
