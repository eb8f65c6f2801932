"""Asking for a conference, by anybody: which door, one of three short routes, and what happens next."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.referral import receiving
from kring.referral.models import Referral
from kring.referral.request_forms import ROUTES

FLOOD = "20/h"  # requests or call-backs from one place: a library or a school may be many people


@open_to_all
def ask(request):
    """Which of the three doors?"""
    return render(request, "referral/pages/ask.html")


@open_to_all
def ask_by(request, route: str):
    """One of the three short routes; what was typed stays until it is sent."""
    if route not in ROUTES:
        raise Http404
    form = ROUTES[route](posted(request), language=translation.get_language())
    if form.is_bound and form.carry(lambda **given: counted(request, receiving.receive, **form.request())):
        return HttpResponseRedirect(reverse("referral:received", args=[form.result.form_token]), status=303)
    return render(request, f"referral/pages/ask_{form.kind}.html", {"form": form, "route": route})


def counted(request, verb, **given):
    """Do it, unless it was done very often from this place."""
    limited(request, "front door", per_address=FLOOD)
    return verb(**given)


@open_to_all
def received(request, token: str):
    """Thank you, and who will call; nothing of what was asked."""
    asked = Referral.objects.select_related("conference__region__manager", "conference__region__stand_in")
    referral = get_object_or_404(asked, form_token=token)
    return render(request, "referral/pages/received.html", {"referral": referral, "region": referral.conference.region})
