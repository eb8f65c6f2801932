"""Every door of the house, and how to knock on it with real ids."""

import uuid
from functools import cache

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve, reverse

from kring.conference.access import RULES
from kring.conference.checks import pages

DOORS = sorted({(name, view.guard) for name, _route, view in pages() if getattr(view, "guard", None) in RULES}, key=str)


class Undone(Exception):
    """Rolls back what a knock did."""


@cache
def view_of(name: str):
    return next(view for found, _route, view in pages() if found == name)


@cache
def params(name: str) -> list[str]:
    """The names of the ids a page takes besides the conference."""
    route = next(route for found, route, _view in pages() if found == name)
    found = [part.split(">")[0].split(":")[-1] for part in route.split("<")[1:]]
    return [param for param in found if param != "slug"]


def ids(conference) -> dict[str, object]:
    """A real id of this conference for every name a page may ask for."""
    from kring.circle.models import CircleMember
    from kring.circle.safety import SafetyNote
    from kring.conditions.models import ConditionsForm

    form = ConditionsForm.objects.filter(conference=conference).first()
    plan = getattr(conference, "plan", None)
    found = {
        "member": CircleMember.objects.filter(conference=conference, hat="circle").first(),
        "form": form,
        "condition": form and form.conditions.first(),
        "option": conference.date_options.first(),
        "wish": conference.other_days.first(),
        "agreement": plan and plan.agreements.first(),
        "help": plan and plan.help_asked.first(),
        "version": plan and plan.versions.first(),
        "message": conference.messages.first(),
        "question": conference.questions.first(),
        "person": conference.people("K")[0] if conference.people("K") else None,
        "asking": conference.reconvene_requests.first(),
        "called": conference.gatherings.first(),
        "topic": conference.talk_topics.first(),
        "offer": conference.offers.first(),
        "own": conference.own_messages.first(),
        "picture": conference.invitation_pictures.first(),
        "beside": conference.beside.first(),
        "exclusion": conference.exclusions.first(),
        "note": SafetyNote.objects.filter(conference=conference).first(),
    }
    fixed = {"uuid": uuid.uuid4(), "part": "anders", "kind": "tekening"}
    return {name: row.slug for name, row in found.items() if row} | fixed


def address(name: str, conference, known: dict[str, object], missing: object = "bestaatniet") -> str:
    wanted = [known.get(param, missing) for param in params(name)]
    return reverse(name, args=[conference.slug, *wanted])


def knock(client, name: str, url: str):
    """Ask for the page as a browser would; whatever it changed is undone."""
    method = client.get if "GET" in view_of(name).methods else client.post
    try:
        with transaction.atomic():
            response = method(url)
            raise Undone
    except Undone:
        return response


def stays_shut(name: str, url: str, person) -> bool:
    """Whether the doorkeeper of this page sends this person away: without the walk through the hall before it."""
    ask = RequestFactory()
    request = ask.get(url) if "GET" in view_of(name).methods else ask.post(url)
    request.user = person or AnonymousUser()
    found = resolve(url)
    try:
        answer = found.func(request, *found.args, **found.kwargs)
    except Http404:
        return True
    return answer.status_code == 302 and "/inloggen/" in answer["Location"] and not request.user.is_authenticated
