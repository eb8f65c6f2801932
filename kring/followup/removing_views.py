"""Somebody gets no messages any more: said by who knows it, or by the person."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said
from kring.followup import removing
from kring.followup.removing_forms import LetGoForm
from kring.foundation.forms import posted


@fills_in("let_go")
def let_go(request, conference):
    form = LetGoForm(posted(request), removing.may_be_let_go(conference, request.hand))
    if form.carry(lambda person, **told: removing.let_go(conference, person, **told), by=request.hand):
        said(request, _("Het is geregeld. Er gaat geen bericht meer heen."))
        return go(request, "conference:show")
    return render(request, "followup/pages/let_go.html", {"form": form, "partings": removing.stopped(conference)})


@fills_in("step_out")
def step_out(request, conference):
    """The door shuts behind who leaves, so the thank-you stands on the page itself."""
    if request.method == "POST":
        removing.step_out(conference, by=request.hand)
        return render(request, "followup/pages/stepped_out.html")
    return render(request, "followup/pages/step_out.html")
