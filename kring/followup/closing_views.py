"""A good ending."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said
from kring.followup import closing


@fills_in("close")
def close(request, conference):
    if request.method == "POST":
        closing.close(conference, by=request.hand)
        said(request, _("Het is afgerond. Dank jullie wel."))
        return go(request, "conference:show")
    return render(request, "followup/pages/close.html")
