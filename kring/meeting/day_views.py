"""The day as the coordinator leads it: one screen for a phone or a tablet, that also works without network."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.access import Phase
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.foundation.refusals import Refusal
from kring.meeting.door_views import closed_door, the_meeting
from kring.meeting.forms import EndForm, WaitingPlaceForm
from kring.meeting.later_ticking import catch_up, read
from kring.meeting.leading import announced, the_round, who_is_here
from kring.meeting.models import Meeting
from kring.meeting.running_order import Turn, Waits
from kring.meeting.ticking import Tick, carry
from kring.meeting.too_close import warning

PAGES = "meeting/pages/"
PLACES = {"same": "there", "paper": "door"}
KEEPER = settings.HOUSE / "static" / "js" / "list-sw.js"


@does("see_state")
def open_the_day(request, conference):
    """Pressed again, or by who looks at an older page: the day is open, and that is where it leads."""
    if "open_the_day" not in request.allowed:
        is_open = conference.phase == Phase.INFORMATION and "run_the_day" in request.allowed
        return go(request, "meeting:day" if is_open else "conference:show")
    Meeting.open(conference, by=request.hand)
    return go(request, "meeting:day")


@sees("run_the_day")
def day(request, conference):
    """With ?onderweg in the short form that a phone may keep for a working day."""
    meeting = the_meeting(conference)
    if meeting.is_behind_the_door:
        return closed_door(request, conference, meeting)
    part = part_asked(request, meeting)
    people, is_kept = who_is_here(meeting, part), "onderweg" in request.GET
    known = {"meeting": meeting, "part": part, "people": people, "is_kept": is_kept, "waits": Waits}
    if part == meeting.part == 1:
        known |= the_round(meeting, people) | {"waiting_place": WaitingPlaceForm(None, meeting)}
        known |= announced(conference)
    elif conference.phase == Phase.PRESENTATION:
        known |= {"turns": Turn.order(meeting)}
    return render(request, PAGES + "day.html", known)


def part_asked(request, meeting: Meeting) -> int:
    """The part that is held now, or an earlier one that is put right."""
    asked = request.GET.get("deel", "")
    return int(asked) if asked in ("1", "2", "3") and int(asked) <= meeting.part else meeting.part


@does("run_the_day")
def tick(request, conference):
    """One press of one button, and back to that place on the page."""
    meeting, pressed = the_meeting(conference), Tick.read(request.POST)
    carry(meeting, pressed, by=request.hand)
    if close := pressed.kind == "there" and warning(meeting, pressed.number, pressed.about):
        said(request, close)
    part = f"?deel={pressed.number}" if pressed.kind == "there" and 0 < pressed.number < meeting.part else ""
    return HttpResponseRedirect(
        f"{go(request, 'meeting:day')['Location']}{part}#{PLACES.get(pressed.kind, pressed.kind)}", status=303
    )


@does("run_the_day")
def catching_up(request, conference):
    """From the script of the list: what was pressed without network."""
    try:
        ticks = read(request.body if request.content_type == "application/json" else b"")
        return JsonResponse({"carried": catch_up(the_meeting(conference), ticks, by=request.hand)})
    except Refusal as refusal:
        return JsonResponse({"message": str(refusal.message)}, status=400)


@sees("run_the_day")
def list_keeper(request, conference):
    """The service worker that keeps the day screen on a phone; from here, so that it reaches this page alone."""
    return HttpResponse(KEEPER.read_bytes(), content_type="text/javascript")


@does("run_the_day")
def waiting_place(request, conference):
    form = WaitingPlaceForm(request.POST, meeting := the_meeting(conference))
    if form.carry(meeting.wait_in, by=request.hand):
        said(request, _("Bewaard."))
    return go(request, "meeting:day")


@fills_in("run_the_day")
def end(request, conference):
    meeting = the_meeting(conference)
    form = EndForm(posted(request), meeting)
    if form.carry(meeting.end, by=request.hand):
        said(request, _("Bewaard. Dank u wel."))
        return go(request, "conference:show")
    return render(request, PAGES + "end.html", {"form": form, "meeting": meeting})
