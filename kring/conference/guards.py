"""The doorkeepers: no page without one. They ask the table and hand the view its conference and its hand."""

from functools import wraps
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import resolve_url

from kring.conference.access import RULES, faces
from kring.conference.hands import Hand, Via
from kring.conference.models import STAFF, WRITES_FOR_OTHERS, Conference
from kring.foundation.doors import open_to_all, signed_in
from kring.foundation.drawing_up import drawn_up_once
from kring.foundation.refusals import Refusal
from kring.people.doors import at_desk

DOORKEEPERS_FROM_BELOW = (at_desk, open_to_all, signed_in)
LOOK, POST, PAGE = ("GET", "HEAD"), ("POST",), ("GET", "HEAD", "POST")


def sees(act: str):
    """A page that is looked at: the row must be open to this person in this phase."""
    return guard(act, LOOK)


def does(act: str):
    """A button: one verb by POST. What is refused is said on the page it came from."""
    return guard(act, POST)


def fills_in(act: str):
    """A page with a form: GET shows it, POST carries it."""
    return guard(act, PAGE)


def guard(act: str, methods: tuple[str, ...]):
    if act not in RULES:
        raise LookupError(f"{act!r} is not a row of the table")

    def decorate(view):
        @wraps(view)
        def guarded(request: HttpRequest, slug: str, **kwargs):
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
            let_in(request, slug)
            if act not in request.allowed:
                raise Http404  # not for you looks like not there
            try:
                return view(request, request.conference, **kwargs)
            except Refusal as refusal:
                return refused(request, refusal)

        guarded.guard, guarded.methods = act, methods
        return guarded

    return decorate


def let_in(request: HttpRequest, slug: str) -> None:
    """Find the conference for this person and note on the request who acts, in whose name, and what they may."""
    found = with_a_door_for(person=request.user.pk, slug=slug)
    if not found:
        raise Http404
    request.conference = conference = found[0]
    request.hand = hand_of(request, conference)
    request.allowed = conference.allowed_to(request.hand.by, request.hand.name_of)
    if request.hand.via == Via.BESIDE:
        request.allowed &= conference.allowed_to(request.hand.name_of)  # they look along at the same screen
    request.roles = conference.roles_of(request.user)
    request.face = faces(request.roles)


@drawn_up_once
def with_a_door_for(person: int, slug: str):
    """The conference, if this person has a door into it now."""
    return Conference.objects.of(person).filter(slug=slug).select_related("region", "municipality")


def hand_of(request: HttpRequest, conference: Conference) -> Hand:
    """The person at the screen; with ?namens=… a coordinator or regiomanager who does it for somebody."""
    wanted = request.GET.get("namens") or request.POST.get("namens")
    if not wanted:
        return Hand.of(request.user)
    if not conference.roles_of(request.user) & WRITES_FOR_OTHERS:
        raise Http404
    person = next((seat.person for seat in conference.seated() if seat.person.slug == wanted), None)
    if person is None or conference.roles_of(person) & STAFF:
        raise Http404
    via = request.GET.get("via") or request.POST.get("via") or Via.PHONE
    return Hand(request.user, person, via if via in (Via.PHONE, Via.PAPER, Via.BESIDE) else Via.PHONE)


def refused(request: HttpRequest, refusal: Refusal):
    messages.error(request, refusal.message)
    return go(request, "conference:show")


def in_name_of(request: HttpRequest) -> str:
    """The query that keeps acting in somebody's name from page to page; empty when acting for oneself."""
    hand = getattr(request, "hand", None)
    if hand is None or not hand.is_for_someone_else:
        return ""
    return "?" + urlencode({"namens": hand.name_of.slug, "via": hand.via})


def go(request: HttpRequest, name: str, *args):
    """Go on to a page of this conference, still in the same name."""
    return HttpResponseRedirect(resolve_url(name, request.conference.slug, *args) + in_name_of(request), status=303)


def said(request: HttpRequest, text) -> None:
    """A thank-you or a note for the next page."""
    messages.success(request, text)
