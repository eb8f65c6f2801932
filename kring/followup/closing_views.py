"""A good ending, everything to take along, and the door that stays: open again, or begin anew."""

from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said, sees
from kring.followup import closing, reopening
from kring.followup.downloading import own_copy as own_zip
from kring.foundation.giving import given


@fills_in("close")
def close(request, conference):
    if request.method == "POST":
        closing.close(conference, by=request.hand)
        said(request, _("Het is afgerond. Dank jullie wel."))
        return go(request, "conference:show")
    return render(request, "followup/pages/close.html", {"goes": closing.goes(conference)})


@sees("see_own_copy")
def own_copy(request, conference):
    return render(request, "followup/pages/own_copy.html", {"goes": closing.goes(conference)})


@sees("see_own_copy")
def download(request, conference):
    """Everything in one file, which opens without us."""
    return given(own_zip(conference, request.hand.name_of), f"ons-plan-{slugify(conference.names) or 'kring'}.zip")


@fills_in("reopen")
def reopen(request, conference):
    if request.method == "POST":
        reopening.reopen(conference, by=request.hand)
        said(request, _("Het is weer open."))
        return go(request, "conference:show")
    return render(request, "followup/pages/reopen.html")
