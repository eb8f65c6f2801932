"""A regiomanager writes a request down for somebody who calls, from the beginning or from a code."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kring.conference.access import Role
from kring.conference.hands import Via
from kring.foundation.forms import posted
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.referral import receiving
from kring.referral.request_forms import ROUTES, CodeForm
from kring.referral.request_views import days_kept, put_away, wants_to_keep

FORM = "referral/pages/desk_form.html"


@at_desk(Desk.MANAGER)
def begin(request):
    """Somebody calls: with a code, or from the beginning."""
    form = CodeForm(posted(request))
    if form.is_valid():
        found = form.draft
        begun = ROUTES[found.route](started=found.words())
        return render(request, FORM, {"form": begun, "route": found.route, "goes_on": True})
    return render(request, "referral/pages/desk_begin.html", {"form": form})


@at_desk(Desk.MANAGER)
def write_down(request, route: str):
    """The same form as the public one, with the caller on the phone."""
    if route not in ROUTES:
        raise Http404
    form = ROUTES[route](posted(request), is_kept=wants_to_keep(request))
    if wants_to_keep(request) and form.is_valid():
        context = {"code": put_away(route, form), "days": days_kept()}
        return render(request, "referral/pages/desk_kept.html", context)
    if form.is_bound and not wants_to_keep(request) and form.carry(lambda **given: taken_down(request, form)):
        return written(request, form.result)
    return render(request, FORM, {"form": form, "route": route})


def taken_down(request, form):
    return receiving.receive(written_by=request.user, via=Via.PHONE, **form.request())


def written(request, referral):
    """On to the conference when it is one's own; else it is with the colleague of that region."""
    conference = referral.conference
    if Role.REGIONAL_MANAGER in conference.roles_of(request.user):
        messages.success(request, _("De aanvraag is opgeschreven."))
        return redirect("conference:show", conference.slug)
    name = conference.manager and conference.manager.get_full_name()
    text = _("De aanvraag is opgeschreven. %(name)s belt verder.") % {"name": name}
    messages.success(request, text if name else _("De aanvraag is opgeschreven. Zij is nog van niemand."))
    return redirect("oversight:desk")
