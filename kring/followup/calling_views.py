"""Calling (a part of) the circle together, finding a day, and the question of a professional whether it would."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said
from kring.followup import calling_together
from kring.followup.calling_forms import CallForm, ChooseForm, FitsForm
from kring.followup.finding_a_day import GatheringAnswer
from kring.foundation.forms import posted
from kring.plan.models import Plan


@fills_in("call_together")
def call(request, conference):
    form = CallForm(posted(request), conference, request.hand.name_of, named=named_in_the_plan(request))
    if form.carry(lambda **told: calling_together.call(conference, **told), by=request.hand):
        said(request, _("Zij krijgen bericht."))
        return go(request, "conference:show")
    return render(request, "followup/pages/call.html", {"form": form})


def named_in_the_plan(request) -> str:
    """Who comes when the plan has to change, for who may read the plan."""
    if "see_plan" not in request.allowed:
        return ""
    plans = Plan.objects.filter(conference=request.conference)
    return plans.values_list("who_on_change", flat=True).first() or ""


def among_the_called(request, conference, slug: str):
    """Only who was asked to come has this page."""
    found = get_object_or_404(conference.gatherings, slug=slug, people=request.hand.name_of)
    found.conference = conference
    return found


@fills_in("answer_dates")
def gathering(request, conference, called):
    """Which day fits; everybody who was asked sees how many can, and no names."""
    found = among_the_called(request, conference, called)
    form = FitsForm(posted(request), found, request.hand.name_of)
    if form.carry(lambda *, by, **answers: GatheringAnswer.give(found, answers, by=by), by=request.hand):
        said(request, _("Bewaard, dank je wel."))
        return go(request, "followup:gathering", called)
    return render(request, "followup/pages/gathering.html", {"form": form, "gathering": found})


@fills_in("call_together")
def choose(request, conference, called):
    found = among_the_called(request, conference, called)
    form = ChooseForm(posted(request), found)
    if form.carry(lambda **chosen: calling_together.choose(found, **chosen), by=request.hand):
        said(request, _("De dag staat vast. Zij krijgen bericht."))
        return go(request, "conference:show")
    return render(request, "followup/pages/choose_day.html", {"form": form, "gathering": found})


@does("call_together")
def call_off(request, conference, called):
    calling_together.call_off(among_the_called(request, conference, called), by=request.hand)
    said(request, _("Afgezegd. Zij krijgen bericht."))
    return go(request, "conference:show")


@does("ask_to_reconvene")
def ask(request, conference):
    calling_together.ask_to_reconvene(conference, by=request.hand)
    said(request, _("Uw vraag is bij de kring. Zij beslissen, en u krijgt bericht."))
    return go(request, "conference:show")


@fills_in("hold_progress_talk")
def asked(request, conference, asking):
    """A professional asks whether the circle comes together; the circle says."""
    found = get_object_or_404(conference.reconvene_requests.select_related("asked_by"), slug=asking)
    if request.method == "POST":
        found.conference = conference
        calling_together.answer(found, is_coming=request.POST.get("says") == "yes", by=request.hand)
        return go(request, "followup:call" if found.is_coming else "conference:show")
    return render(request, "followup/pages/asked.html", {"asked": found})
