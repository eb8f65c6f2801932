"""The progress talk, before and after; and sitting together now to change the plan."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said
from kring.followup.talk_forms import TalkForm, TopicForm
from kring.followup.talks import ProgressTalk, TalkTopic
from kring.foundation.forms import posted
from kring.meeting.models import Meeting

AFTER = {"small": "plan:show", "together": "followup:call"}


@fills_in("hold_progress_talk")
def progress(request, conference):
    form = TalkForm(posted(request))
    if form.carry(lambda **told: ProgressTalk.hold(conference, **told), by=request.hand):
        said(request, _("Bewaard. Goed dat jullie elkaar spraken."))
        return go(request, after(request, form.result))
    return render(request, "followup/pages/progress.html", {"form": form})


def after(request, talk: ProgressTalk) -> str:
    """On to what changes; whoever types this for somebody on the phone goes back."""
    page = AFTER.get(talk.changes, "conference:show")
    return "conference:show" if page == "plan:show" and "see_plan" not in request.allowed else page


@fills_in("hold_progress_talk")
def topic(request, conference):
    form = TopicForm(posted(request))
    if form.carry(lambda **told: TalkTopic.add(conference, **told), by=request.hand):
        said(request, _("Het staat op het lijstje."))
        return go(request, "followup:how" if request.face == "family" else "conference:show")
    return render(request, "followup/pages/topic.html", {"form": form})


@does("hold_progress_talk")
def topic_off(request, conference, topic):
    found = get_object_or_404(conference.talk_topics, slug=topic, person=request.hand.name_of)
    found.conference = conference
    found.take_off(by=request.hand)
    return go(request, "followup:how" if request.face == "family" else "conference:show")


@fills_in("reconvene")
def reconvene(request, conference):
    """Together again: a new meeting begins behind the door."""
    if request.method == "POST":
        Meeting.reconvene(conference, by=request.hand)
        return go(request, "conference:show")
    return render(request, "followup/pages/reconvene.html")
