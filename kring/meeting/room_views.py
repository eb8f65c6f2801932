"""The room behind the door as the server knows it: it passes sealed notes on, and can open none."""

import hashlib
import json
from functools import wraps
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from kring.conditions.models import Condition
from kring.conference.guards import does, go, sees
from kring.foundation.refusals import Refusal
from kring.meeting.calling import call_coordinator
from kring.meeting.destroying import wipe
from kring.meeting.models import Meeting
from kring.meeting.sealing import NoSuchRoom, NoteOvertaken, NotSealed, Sealed, SealedRoom, room_of

KEEPER = settings.HOUSE / "static" / "js" / "room-sw.js"


def by_script(view):
    """A view that the script of the room talks to: JSON in and out, also when it is refused."""

    @wraps(view)
    def talking(request, conference, **kwargs):
        meeting = Meeting.of(conference)
        if meeting is None:
            raise Http404
        try:
            return JsonResponse(view(request, meeting, told_in(request), **kwargs) or {})
        except NoteOvertaken as overtaken:
            return JsonResponse(overtaken.stored.as_json() if overtaken.stored else {"version": 0}, status=409)
        except Refusal as refusal:
            status = 400 if isinstance(refusal, NotSealed) else 410 if isinstance(refusal, NoSuchRoom) else 409
            return JsonResponse({"message": str(refusal.message)}, status=status)

    return talking


def told_in(request) -> dict:
    if request.content_type != "application/json":
        return {}
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError) as wrong:
        raise NotSealed from wrong
    if not isinstance(told, dict):
        raise NotSealed
    return told


@sees("see_room")
def private_time(request, conference):
    meeting = Meeting.of(conference)
    conditions = Condition.objects.filter(form__conference=conference, withdrawn_at=None).exclude(
        form__released_at=None
    )
    context = {"meeting": meeting, "conference": conference, "conditions": conditions, "places": range(1, 8)}
    return render(request, "meeting/pages/private_time.html", context | {"nobody": UUID(int=0)})


@sees("see_room")
@never_cache
def room(request, conference):
    """How the room stands, with an ETag; the seconds that run do not count as a change."""
    meeting = Meeting.of(conference)
    if meeting is None:
        raise Http404
    state = state_of(meeting, request.allowed)
    etag = '"' + hashlib.sha256(json.dumps(state).encode()).hexdigest()[:32] + '"'
    state["door"]["seconds_left"] = meeting.door_waits()
    same = request.headers.get("If-None-Match") == etag
    answer = HttpResponseNotModified() if same else JsonResponse(state)
    answer["ETag"] = etag
    return answer


def state_of(meeting: Meeting, allowed: frozenset[str]) -> dict:
    sealed = SealedRoom.objects.filter(meeting=meeting).first()
    asked = meeting.door_asked_at
    return {
        "room": sealed.slug if sealed else None,
        **(sealed.as_json() if sealed else {"notes": []}),
        "door": {"asked_at": asked.isoformat() if asked else None},
        "round": meeting.round,
        "point": meeting.point,
        "paper": meeting.on_paper,
        "called": meeting.coordinator_is_called,
        "may_wipe": "wipe_room" in allowed,
        "phase": meeting.conference.phase,
    }


@sees("see_room")
def page_keeper(request, conference):
    """The service worker that keeps the room page on a device; from here, so that it reaches this page alone."""
    return HttpResponse(KEEPER.read_bytes(), content_type="text/javascript")


@does("seal_note")
@by_script
def make_room(request, meeting, told):
    return {"room": SealedRoom.make(meeting, told, by=request.hand).slug}


@does("seal_note")
@by_script
def note(request, meeting, told, uuid):
    kept = room_of(meeting, told.get("room")).keep(uuid, told.get("version"), Sealed.read(told), by=request.hand)
    return {"version": kept.version}


@does("open_the_door")
@by_script
def ask_for_the_door(request, meeting, told):
    meeting.ask_for_the_door(by=request.hand)


@does("open_the_door")
@by_script
def take_back(request, meeting, told):
    meeting.take_back(by=request.hand)


@does("wipe_room")
@by_script
def wipe_room(request, meeting, told):
    wipe(meeting, by=request.hand)


@does("call_coordinator")
def call(request, conference):
    call_coordinator(Meeting.of(conference), by=request.hand)
    return done(request)


@does("seal_note")
def paper(request, conference):
    Meeting.of(conference).write_on_paper(by=request.hand)
    return done(request)


def done(request) -> HttpResponse:
    """These two also work without a script."""
    return JsonResponse({}) if request.content_type == "application/json" else go(request, "meeting:private_time")
