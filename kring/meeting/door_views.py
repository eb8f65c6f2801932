"""The door: who closes it, who waits before it, and who sits behind it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.circle.safety import SafetyNote
from kring.conference.access import Phase
from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import VISITORS, Conference
from kring.foundation.forms import posted
from kring.meeting.calling import call_coordinator as call
from kring.meeting.forms import CallForm, CloseForm
from kring.meeting.leading import who_is_here
from kring.meeting.models import Meeting, NoMeeting
from kring.meeting.running_order import Turn, Waits
from kring.meeting.sitting_in import SitsIn
from kring.meeting.standing import standing
from kring.meeting.staying import stay_in

PAGES = "meeting/pages/"


def the_meeting(conference: Conference) -> Meeting:
    if (meeting := Meeting.of(conference)) is None:
        raise NoMeeting
    return meeting


# --- the door closes
@fills_in("see_state")
def close_the_door(request, conference):
    """Pressed again, or by a second screen: the door is closed, and that is where it leads."""
    if "close_the_door" not in request.allowed:
        return go(request, "meeting:door" if conference.phase == Phase.PRIVATE_TIME else "conference:show")
    meeting = the_meeting(conference)
    form = CloseForm(posted(request), initial={"on_paper": meeting.on_paper})
    if form.carry(meeting.close_the_door, by=request.hand):
        return go(request, "meeting:door")
    unheard = SafetyNote.kept_from(conference, request.hand.name_of)
    leaving = [str(person) for person in conference.people(*VISITORS) if person.pk not in unheard]
    known = {"form": form, "leaving": leaving, "sitting_in": SitsIn.of(conference)}
    return render(request, PAGES + "close_the_door.html", known)


@sees("see_state")
def door(request, conference):
    """Where private time is waited for. The circle goes through; when the door is open, so does everybody."""
    if "see_room" in request.allowed:
        return go(request, "meeting:behind_the_door")
    if conference.phase != Phase.PRIVATE_TIME:
        return go(request, "conference:show")
    return closed_door(request, conference, Meeting.of(conference))


def closed_door(request, conference: Conference, meeting: Meeting | None):
    known = {"meeting": meeting, "now": timezone.now(), "standing": standing(conference, meeting, request.allowed)}
    if meeting and "run_the_day" in request.allowed:
        known |= {"people": who_is_here(meeting, meeting.part), "part": meeting.part, "turns": Turn.order(meeting)}
        known |= {"waits": Waits, "is_kept": "onderweg" in request.GET, "sitting_in": SitsIn.of(conference)}
    known["is_visiting"] = bool(request.roles & VISITORS)
    return render(request, PAGES + "door.html", known)


@sees("see_state")
def state(request, conference):
    """For a screen that waits: has anything changed?"""
    word = standing(conference, Meeting.of(conference), request.allowed)
    return HttpResponse(word, content_type="text/plain; charset=utf-8")


@does("run_the_day")
def come(request, conference):
    the_meeting(conference).come(by=request.hand)
    return go(request, "meeting:door")


@fills_in("record_their_call")
def record_call(request, conference):
    meeting, form = the_meeting(conference), CallForm(posted(request), conference)
    if form.carry(meeting.record_their_call, by=request.hand):
        said(request, _("De deur is open. De kring vertelt het plan."))
        return go(request, "meeting:day")
    return render(request, PAGES + "record_call.html", {"form": form, "meeting": meeting})


# --- behind the door, for the circle
@sees("see_room")
def behind_the_door(request, conference):
    stay_in(request)
    meeting = the_meeting(conference)
    known = {"meeting": meeting, "standing": standing(conference, meeting, request.allowed)}
    known |= {"sitting_in": SitsIn.of(conference)}
    return render(request, PAGES + "behind_the_door.html", known)


@does("seal_note")
def on_paper(request, conference):
    the_meeting(conference).write_on_paper(by=request.hand)
    return go(request, "meeting:behind_the_door")


@does("call_coordinator")
def call_coordinator(request, conference):
    call(the_meeting(conference), by=request.hand)
    return go(request, "meeting:behind_the_door")


@does("open_the_door")
def say_ready(request, conference):
    the_meeting(conference).ask_for_the_door(by=request.hand)
    return go(request, "meeting:behind_the_door")


@does("open_the_door")
def not_yet(request, conference):
    the_meeting(conference).take_back(by=request.hand)
    return go(request, "meeting:behind_the_door")
