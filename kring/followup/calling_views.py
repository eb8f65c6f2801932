"""Calling (a part of) the circle together, and the question of a professional whether it would."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said
from kring.followup import calling_together
from kring.followup.calling_forms import CallForm
from kring.foundation.forms import posted


@fills_in("call_together")
def call(request, conference):
    form = CallForm(posted(request), conference, request.hand.name_of)
    if form.carry(lambda **told: calling_together.call(conference, **told), by=request.hand):
        said(request, _("Zij krijgen bericht."))
        return go(request, "conference:show")
    return render(request, "followup/pages/call.html", {"form": form})


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
