"""The circle spoke about how it goes, or sits together now to change its plan."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said
from kring.followup.talk_forms import TalkForm
from kring.followup.talks import ProgressTalk
from kring.foundation.forms import posted
from kring.meeting.models import Meeting


@fills_in("hold_progress_talk")
def progress(request, conference):
    form = TalkForm(posted(request))
    if form.carry(lambda **told: ProgressTalk.hold(conference, **told), by=request.hand):
        said(request, _("Bewaard. Goed dat jullie elkaar spraken."))
        return go(request, "conference:show")
    return render(request, "followup/pages/progress.html", {"form": form})


@fills_in("reconvene")
def reconvene(request, conference):
    """Together again: a new meeting begins behind the door."""
    if request.method == "POST":
        Meeting.reconvene(conference, by=request.hand)
        return go(request, "conference:show")
    return render(request, "followup/pages/reconvene.html")
