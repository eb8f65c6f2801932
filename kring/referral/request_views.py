"""Asking for a conference, by anybody: which door, one of three short routes, and what happens next."""

import time

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.referral import receiving
from kring.referral.drafts import Draft, days_kept
from kring.referral.models import Referral
from kring.referral.request_forms import ROUTES, CodeForm

FLOOD = "20/h"  # requests or call-backs from one place: a library or a school may be many people
GUESSES = {"per_address": "10/h"}  # wrong codes of begun requests
SHOWN_FOR = 15 * 60  # seconds that who asked can look at the own words again, in the same browser


@open_to_all
def ask(request):
    """Which of the three doors?"""
    return render(request, "referral/pages/ask.html")


@open_to_all
def ask_by(request, route: str):
    """One of the three short routes; what was typed stays until it is sent, or waits behind a code."""
    form = form_for(request, route)
    keep = wants_to_keep(request)
    if keep and form.carry(lambda **_given: counted(request, put_away, route=route, form=form)):
        return kept(request, route, form.result)
    if form.is_bound and not keep and form.carry(lambda **_: counted(request, receiving.receive, **form.request())):
        remember(request, form.result.form_token)
        return HttpResponseRedirect(reverse("referral:received", args=[form.result.form_token]), status=303)
    return render(request, f"referral/pages/ask_{form.kind}.html", {"form": form, "route": route})


def form_for(request, route: str):
    if route not in ROUTES:
        raise Http404
    return ROUTES[route](posted(request), language=translation.get_language(), is_kept=wants_to_keep(request))


def wants_to_keep(request) -> bool:
    """«Bewaar en ga later verder»: nothing is needed yet."""
    return request.method == "POST" and "keep" in request.POST


def put_away(route: str, form) -> str:
    return Draft.keep(route, form.typed(), form_token=form.cleaned_data["form_token"])


def kept(request, route: str, code: str):
    """The code, once; it stands on this page alone and in nobody's address bar."""
    context = {"code": code, "route": route, "days": days_kept()}
    return render(request, "referral/pages/kept.html", context)


@open_to_all
def go_on(request):
    """The code of a begun request opens it where it was left."""
    limited(request, "begun request", **GUESSES, by=0)
    form = CodeForm(posted(request))
    if form.is_valid():
        found = form.draft
        begun = ROUTES[found.route](language=translation.get_language(), started=found.words())
        address = reverse("referral:ask_by", args=[found.route])
        context = {"form": begun, "route": found.route, "address": address, "goes_on": True}
        return render(request, f"referral/pages/ask_{begun.kind}.html", context)
    if form.is_bound:
        limited(request, "begun request", **GUESSES)
    return render(request, "referral/pages/go_on.html", {"form": form})


def counted(request, verb, **given):
    """Do it, unless it was done very often from this place."""
    limited(request, "front door", per_address=FLOOD)
    return verb(**given)


@open_to_all
def received(request, token: str):
    """Thank you, and who will call; nothing of what was asked."""
    referral = asked_with(token)
    context = {"referral": referral, "region": referral.conference.region, "is_mine": is_remembered(request, token)}
    return render(request, "referral/pages/received.html", context)


@open_to_all
def summary(request, token: str):
    """The own words, to print; only in the browser that sent them, and for a short time."""
    if not is_remembered(request, token):
        raise Http404
    referral = asked_with(token)
    context = {"referral": referral, "region": referral.conference.region, "conference": referral.conference}
    return render(request, "referral/pages/summary.html", context)


def asked_with(token: str) -> Referral:
    known = ("requester", "conference__region__manager", "conference__region__stand_in")
    return get_object_or_404(Referral.objects.select_related(*known), form_token=token)


def remember(request, token: str) -> None:
    """This browser sent it just now. A visitor's session is over when the words may not be seen any more."""
    request.session["asked"] = [token, int(time.time())]
    if not request.user.is_authenticated:
        request.session.set_expiry(SHOWN_FOR)


def is_remembered(request, token: str) -> bool:
    known, at = request.session.get("asked") or ("", 0)
    return known == token and time.time() - at < SHOWN_FOR
