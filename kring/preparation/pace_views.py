"""The page of the pace: how it goes by weeks and by days that matter, taking it easy, and tension for the coach."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted
from kring.preparation.models import Preparation
from kring.preparation.pace import GUIDE, Milestone, Tension, steps_taken, weeks_since_yes
from kring.preparation.pace_forms import MilestoneForm

PAGES = "preparation/pages/"


@fills_in("set_pace")
def show(request, conference):
    form = MilestoneForm(posted(request))
    if form.is_bound and form.carry(lambda **day: Milestone.note(conference, **day), by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "preparation:pace")
    about = {"form": form, "guide": GUIDE, "weeks": weeks_since_yes(conference), "steps": steps_taken(conference)}
    about |= {"milestones": conference.milestones.all(), "starts_at": Preparation.of(conference).starts_at}
    return render(request, PAGES + "pace.html", about | {"tension": getattr(conference, "tension", None)})


def milestone_of(conference, slug: str) -> Milestone:
    found = get_object_or_404(conference.milestones, slug=slug)
    found.conference = conference
    return found


@does("set_pace")
def take_over(request, conference, milestone):
    milestone_of(conference, milestone).take_over(by=request.hand)
    return go(request, "preparation:pace")


@does("set_pace")
def let_go(request, conference, milestone):
    milestone_of(conference, milestone).let_go(by=request.hand)
    return go(request, "preparation:pace")


@does("note_tension")
def note_tension(request, conference):
    Tension.note(conference, by=request.hand)
    said(request, _("Genoteerd. Alleen uw coach ziet dat het zo is, niet waar het over gaat."))
    return go(request, "preparation:pace")


@does("note_tension")
def settle_tension(request, conference):
    Tension.settle(conference, by=request.hand)
    return go(request, "preparation:pace")
