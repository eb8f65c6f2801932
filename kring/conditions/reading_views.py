"""Reading: the main person first, then everybody; by oneself, or read aloud by the coordinator."""

from functools import partial

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.conditions import reading
from kring.conditions.forms import ReactionForm
from kring.conditions.reading_forms import TellForm
from kring.conditions.views import one_form
from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted


@fills_in("react_to_conditions")
def react(request, conference, form):
    """The main person reads it before anybody else (A49)."""
    found = one_form(conference, form)
    if not found.is_handed_in or found.is_released:
        raise Http404
    reaction = ReactionForm(posted(request), initial={"reaction": found.reaction})
    if reaction.carry(found.react, by=request.hand):
        said(request, _("Dank je wel. Het staat genoteerd."))
        return go(request, "conference:show")
    page = {"conference": conference, "form": found, "reaction": reaction}
    return render(request, "conditions/pages/react.html", page)


@does("read_conditions")
def tick(request, conference):
    """By oneself: read, or somebody read it to me; the coordinator ticks in somebody's name."""
    reading.tick_all(conference, how=request.POST.get("how", "read"), by=request.hand)
    said(request, _("Genoteerd."))
    return back_to_list(request, conference)


@does("read_conditions")
def untick(request, conference):
    reading.take_back(conference, by=request.hand)
    said(request, _("Het staat weer open."))
    return back_to_list(request, conference)


def back_to_list(request, conference):
    if "see_conditions" in request.allowed:
        return HttpResponseRedirect(reverse("conditions:show", args=[conference.slug]), status=303)
    return go(request, "conference:show")


@fills_in("tell_conditions")
def tell(request, conference):
    """The whole table in a few taps."""
    people = reading.not_reached(conference)
    form = TellForm(posted(request), people, everybody="allen" in request.GET)
    if form.carry(partial(reading.tell_many, conference), by=request.hand):
        said(request, _("Genoteerd."))
        return go(request, "conditions:show")
    return render(request, "conditions/pages/tell.html", {"conference": conference, "form": form, "people": people})
