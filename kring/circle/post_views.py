"""The messages of this conference: how far each is, letters to print, calls to make."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, go, said, sees
from kring.foundation.outbox import Message
from kring.foundation.writing import LINK


def messages_for(request, conference):
    """Who may see how people are reached sees to all of them; a manager to what he sent himself."""
    about = Message.objects.filter(about=conference).select_related("recipient").order_by("-created_at", "-pk")
    return about if "see_reach" in request.allowed else about.filter(sent_by=request.user)


@sees("handle_post")
def post(request, conference):
    messages = list(messages_for(request, conference)[:300])
    todo = [message for message in messages if message.status in ("by_hand", "failed")]
    page = {"conference": conference, "todo": todo, "done": [message for message in messages if message not in todo]}
    return render(request, "circle/pages/post.html", page)


@sees("handle_post")
def message(request, conference, message):
    """What was written, to read out on the phone."""
    found = get_object_or_404(messages_for(request, conference), slug=message)
    text = found.text.replace(LINK, "").strip()
    return render(request, "circle/pages/message.html", {"conference": conference, "message": found, "text": text})


@sees("handle_post")
def letter(request, conference, message):
    """The letter as PDF, for a window envelope."""
    found = get_object_or_404(messages_for(request, conference), slug=message, channel="letter")
    return HttpResponse(found.as_pdf(), content_type="application/pdf", headers={"Content-Disposition": "inline"})


@does("handle_post")
def tick_off(request, conference, message):
    get_object_or_404(messages_for(request, conference), slug=message).tick_off()
    said(request, _("Afgevinkt."))
    return go(request, "circle:post")


@does("handle_post")
def try_again(request, conference, message):
    found = get_object_or_404(messages_for(request, conference), slug=message)
    found.try_again(channel=found.recipient.channel)
    said(request, _("Het bericht gaat opnieuw weg."))
    return go(request, "circle:post")
