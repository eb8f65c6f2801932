"""The messages of this conference: how far each is, letters to print, calls to make."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.circle import carding
from kring.circle.kinds import Mode, Way
from kring.conference.guards import does, go, said, sees
from kring.foundation import channels, tongues
from kring.foundation.outbox import Message, Status
from kring.foundation.writing import LINK


def messages_for(request, conference):
    """Who may see how people are reached sees to all of them; a manager to what he sent himself."""
    about = Message.objects.filter(about=conference).select_related("recipient").order_by("-created_at", "-pk")
    return about if "see_reach" in request.allowed else about.filter(sent_by=request.user)


@sees("handle_post")
def post(request, conference):
    messages = list(messages_for(request, conference)[:300])
    ways = dict(conference.members.exclude(person=None).values_list("person", "way"))
    for message in messages:
        message.way = ways.get(message.recipient_id, "") if message.status == Status.BY_HAND else ""
    todo = [message for message in messages if message.status in (Status.BY_HAND, Status.FAILED)]
    page = {"conference": conference, "todo": todo, "done": [message for message in messages if message not in todo]}
    page["has_cards"] = any(message.way == Way.CARD for message in todo)
    return render(request, "circle/pages/post.html", page)


@sees("handle_post")
def message(request, conference, message):
    """What was written: to read out on the phone and tick the answer, or to copy into an app."""
    found = get_object_or_404(messages_for(request, conference), slug=message)
    member = conference.members.filter(person=found.recipient).first()
    found.way = member.way if member else ""
    text = found.text.replace(LINK, "").strip()
    page = {"conference": conference, "message": found, "text": text, "dir": tongues.direction(found.language)}
    page |= {"member": member, "app": app_of(found, member, request), "answers": answers_to(found, member)}
    page["may_app"] = may_app(found.recipient)
    return render(request, "circle/pages/message.html", page)


def app_of(message, member, request) -> dict | None:
    """The whole text with the personal link, to copy; shown when asked for, as the link lets one in."""
    if not member or not may_app(message.recipient) or not (message.way == Way.APP or "app" in request.GET):
        return None
    return {"text": message.full_text, "url": "https://wa.me/?" + urlencode({"text": message.full_short})}


def may_app(person) -> bool:
    """There is a number, and nothing was said against writing to it."""
    return bool(person.phone) and not channels.closed_to([person])


def answers_to(message, member) -> dict | None:
    """What can be ticked while somebody is on the phone."""
    if not member or member.has_answered or message.status != Status.BY_HAND:
        return None
    address = reverse("circle:answer", args=[member.conference.slug])
    return {"url": f"{address}?namens={member.person.slug}&via=phone", "modes": Mode.choices}


@sees("handle_post")
def letter(request, conference, message):
    """The letter as PDF, for a window envelope."""
    found = get_object_or_404(messages_for(request, conference), slug=message, channel="letter")
    return as_pdf(carding.letter(found))


@sees("handle_post")
def card(request, conference, message):
    """One card to hand over."""
    found = get_object_or_404(cards_for(request, conference), slug=message)
    return as_pdf(carding.cards([found], conference.names))


@sees("handle_post")
def cards(request, conference):
    """Every card that is still to be handed over."""
    found = list(
        cards_for(request, conference).filter(recipient__memberships__way=Way.CARD, status=Status.BY_HAND)[:40]
    )
    if not found:
        raise Http404
    return as_pdf(carding.cards(found, conference.names))


def cards_for(request, conference):
    """Invitations of people on the list; nobody who works here has a code."""
    return messages_for(request, conference).filter(recipient__memberships__conference=conference).exclude(link_path="")


def as_pdf(content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": "inline"})


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
