"""A new conference that grows from an old one."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said
from kring.followup import reopening
from kring.followup.anew_forms import AgainForm, AnewForm
from kring.foundation.forms import posted


@fills_in("begin_anew")
def begin_anew(request, conference):
    form = AnewForm(posted(request))
    if form.carry(lambda **told: reopening.begin_anew(conference, **told), by=request.hand):
        said(request, _("Gevraagd. De regiomanager belt je."))
        return go(request, "conference:show")
    return render(request, "followup/pages/begin_anew.html", {"form": form})


@fills_in("name_someone")
def name_again(request, conference):
    form = AgainForm(posted(request), reopening.those_of_then(conference))
    if form.carry(lambda **told: reopening.name_again(conference, **told), by=request.hand):
        said(request, _("Zij staan op de lijst. Er is nog niemand gevraagd."))
        return go(request, "conference:show")
    return render(request, "followup/pages/name_again.html", {"form": form})
