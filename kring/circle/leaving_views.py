"""Leaving alone on the screen: asked for and taken back by the person, on the page or on the phone."""

from functools import partial

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.circle import leaving_alone
from kring.circle.answering_views import invited_here
from kring.circle.forms import AgainForm
from kring.circle.kinds import Mode
from kring.circle.views import member_of, to_the_list
from kring.conference.guards import fills_in, said
from kring.conference.hands import Hand, Via
from kring.foundation.doors import signed_in
from kring.foundation.forms import posted
from kring.foundation.limiting import limited


@signed_in
@require_POST
def leave_alone(request, slug):
    """«Vraag mij niet meer», after a no."""
    leaving_alone.do_not_ask_again(invited_here(request, slug, mode=Mode.NOT), by=request.user)
    return HttpResponseRedirect(reverse("circle:invitation", args=[slug]), status=303)


@signed_in
@require_POST
def ask_me_again(request, slug):
    leaving_alone.may_be_asked_again(invited_here(request, slug, mode=Mode.NOT), by=request.user)
    return HttpResponseRedirect(reverse("circle:invitation", args=[slug]), status=303)


@fills_in("see_reach")
def left_alone(request, conference, member):
    """The same on the phone: the coordinator notes what somebody said after their no."""
    member = member_of(conference, member)
    if member.mode != Mode.NOT or member.person is None:
        return to_the_list(request)
    if request.method == "POST":
        return note_what_they_said(request, member)
    page = {"conference": conference, "member": member, "is_left_alone": leaving_alone.is_left_alone(member)}
    return render(request, "circle/pages/left_alone.html", page)


def note_what_they_said(request, member):
    hand, names = Hand(request.user, member.person, Via.PHONE), {"name": member.name}
    if "again" in request.POST:
        leaving_alone.may_be_asked_again(member, by=hand)
        said(request, _("%(name)s mag weer gevraagd worden.") % names)
    else:
        leaving_alone.do_not_ask_again(member, by=hand)
        said(request, _("We vragen %(name)s niet meer.") % names)
    return to_the_list(request)


@fills_in("see_reach")
def ask_again(request, conference):
    """Somebody of whom nothing is kept but a mark calls. Whether there was one, the page does not tell."""
    form = AgainForm(posted(request))
    if request.method == "POST":
        limited(request, "ask again", per_key="10/h", key=request.user.slug)
    verb = partial(leaving_alone.may_be_named_again, conference)
    if form.carry(lambda asked, **about: verb(**about), by=request.hand):
        said(request, _("Goed. Deze persoon mag weer gevraagd worden."))
        return to_the_list(request)
    return render(request, "circle/pages/ask_again.html", {"conference": conference, "form": form})
