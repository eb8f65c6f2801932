"""The information round as the circle and the professionals see it on their own screen."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from kring.circle.safety import SafetyNote
from kring.conference.access import Phase
from kring.conference.guards import go, sees
from kring.meeting.models import Meeting
from kring.meeting.running_order import Turn
from kring.meeting.sitting_in import SitsIn

HEADINGS = (
    _("wat uw zorgen zijn"),
    _("wat goed gaat"),
    _("welke hulp al geboden is"),
    _("welke hulp verder mogelijk is"),
)


@sees("see_day")
def information_round(request, conference):
    """Who tells in which order; nothing of what is told."""
    meeting = Meeting.of(conference)
    if meeting is None or conference.phase != Phase.INFORMATION:
        return go(request, "conference:show")
    me = request.hand.name_of
    unheard = SafetyNote.kept_from(conference, me)
    turns = [turn for turn in Turn.order(meeting) if turn.professional_id not in unheard]
    known = {"meeting": meeting, "turns": turns, "headings": HEADINGS, "me": me, "sitting_in": SitsIn.of(conference)}
    return render(request, "meeting/pages/information_round.html", known)
