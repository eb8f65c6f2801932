"""The pages of being ready: what is missing, going on without it with a reason, and a plan without a meeting."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.preparation import ending
from kring.preparation.models import Preparation
from kring.preparation.preparing_forms import WaiverForm
from kring.preparation.preparing_views import somebody_here
from kring.preparation.waiving import Waiver

PAGES = "preparation/pages/"


@sees("mark_ready")
def ready(request, conference):
    preparation = Preparation.of(conference)
    lacks = preparation.lacks()
    waivers = Waiver.objects.filter(conference=conference).select_related("person")
    about = {"preparation": preparation, "lacks": lacks, "waivers": waivers if preparation.now.waived else []}
    about["has_slipped"] = preparation.now.was_ready and (bool(lacks) or not preparation.is_ready)
    return render(request, PAGES + "ready.html", about)


@does("mark_ready")
def mark_ready(request, conference):
    Preparation.of(conference).mark_ready(by=request.hand)
    said(request, _("Alles is klaar voor de dag."))
    return go(request, "preparation:ready")


@fills_in("waive")
def waive(request, conference, someone, what):
    person, form = somebody_here(conference, someone), WaiverForm(posted(request))
    give = lambda **about: Waiver.give(conference, person=person, what=what, **about)  # noqa: E731
    if form.is_bound and form.carry(give, by=request.hand):
        said(request, _("Bewaard, met de reden."))
        return go(request, "preparation:ready")
    return render(request, PAGES + "waive.html", {"form": form, "someone": person, "what": what})


@does("waive")
def take_waiver_back(request, conference, someone, what):
    get_object_or_404(conference.waivers, person__slug=someone, what=what).take_back(by=request.hand)
    return go(request, "preparation:ready")


@fills_in("plan_without_meeting")
def without_meeting(request, conference):
    if request.method == "POST":
        ending.go_on_without_meeting(Preparation.of(conference), by=request.hand)
        said(
            request,
            _("Er is al een plan, en dat telt net zo goed. Schrijf op wat er is afgesproken, en wie het doet."),
        )
        return go(request, "plan:show" if "see_plan" in conference.allowed_to(request.user) else "conference:show")
    return render(request, PAGES + "without_meeting.html", {"conference": conference})


@sees("rest")
def slow_down(request, conference):
    return render(request, PAGES + "slow_down.html", {"conference": conference})
