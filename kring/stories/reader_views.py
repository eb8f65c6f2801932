"""Readers by mail: they begin with two yeses and stop with one; looking at a page changes nothing."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.stories import mailing, subscribing
from kring.stories.forms import AddressForm
from kring.stories.subscribing import Subscriber, fingerprint

FLOOD = {"per_address": "20/h", "per_key": "3/h"}


@open_to_all
def subscribe(request):
    """One address; the answer is the same for every address, and the mail tells its owner the rest."""
    form = AddressForm(posted(request))
    if form.is_bound and form.carry(lambda email: begin(request, email)):
        return HttpResponseRedirect(reverse("stories:look_in_mail"), status=303)
    return render(request, "stories/pages/subscribe.html", {"form": form})


def begin(request, email: str) -> None:
    limited(request, "friday-story", **FLOOD, key=fingerprint(email))
    reader = subscribing.subscribe(email)
    mailing.ask_to_confirm.enqueue(reader.pk, get_language())
    if settings.DEMO:
        request.session["friday_link"] = reader.confirm_address


@open_to_all
@require_safe
def look_in_mail(request):
    """In the demo no mail leaves, so the link stands here."""
    link = request.session.pop("friday_link", "") if settings.DEMO else ""
    return render(request, "stories/pages/look_in_mail.html", {"link": link})


@open_to_all
def confirm(request, code: str):
    """A mail scanner only looks; the button is the yes."""
    reader = Subscriber.at("confirm", code)
    if reader is None:
        return render(request, "stories/pages/confirm.html", {"reader": None}, status=404)
    if request.method == "POST":
        reader.confirm()
    is_in = request.method == "POST" or reader.confirmed_at is not None
    return render(request, "stories/pages/confirm.html", {"reader": reader, "is_in": is_in})


@open_to_all
def leave(request):
    """Where the link in the mail leads: it knows nobody, so a forwarded mail can stop nobody."""
    form = AddressForm(posted(request))
    if form.is_bound and form.carry(lambda email: ask_the_owner(request, email)):
        return HttpResponseRedirect(reverse("stories:leave_in_mail"), status=303)
    return render(request, "stories/pages/leave.html", {"form": form})


def ask_the_owner(request, email: str) -> None:
    limited(request, "friday-leave", **FLOOD, key=fingerprint(email))
    if reader := Subscriber.with_address(email):
        mailing.ask_whether_to_leave.enqueue(reader.pk, get_language())
        if settings.DEMO:
            request.session["friday_link"] = reader.leave_address


@open_to_all
@require_safe
def leave_in_mail(request):
    link = request.session.pop("friday_link", "") if settings.DEMO else ""
    return render(request, "stories/pages/leave_in_mail.html", {"link": link})


@csrf_exempt
@open_to_all
def leave_at_once(request, code: str):
    """The button of the mail program (RFC 8058) posts here without a session; who opens it finds a button."""
    reader = Subscriber.at("leave", code)
    if reader and request.method == "POST":
        reader.leave()
        reader = None
    return render(request, "stories/pages/leave_at_once.html", {"reader": reader})
