"""The page of a conference: for everybody their own face of it."""

from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from kring.conference.access import Phase, Role
from kring.conference.forms import ConsentForm, ForSomeoneForm, StopForm
from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.journal import JournalEntry
from kring.conference.models import STAFF
from kring.conference.prompting import prompts
from kring.conference.stopping import StopReason
from kring.conference.words import STONES
from kring.foundation.forms import posted
from kring.people.links import revoke_all


def stones(conference) -> list[dict]:
    """Where we are in the story, in words."""
    order = list(Phase)
    here = order.index(Phase(conference.phase))
    states = {True: "done", False: ""}
    return [
        {"name": name, "state": "now" if phase == conference.phase else states[order.index(phase) < here]}
        for phase, name in STONES.items()
    ]


@sees("see_state")
def show(request, conference):
    asked = prompts(conference, request.hand, request.allowed)
    page = f"conference/pages/show_{request.face}.html"
    return render(request, page, {"conference": conference, "prompts": asked, "stones": stones(conference)})


@sees("see_people")
def for_someone(request, conference):
    """A coordinator or regiomanager chooses in whose name the next steps are taken."""
    form = ForSomeoneForm(request.GET or None, conference)
    if form.is_valid():
        chosen = urlencode({"namens": form.cleaned_data["person"], "via": form.cleaned_data["via"]})
        return HttpResponseRedirect(f"{reverse('conference:show', args=[conference.slug])}?{chosen}")
    context = {"conference": conference, "form": form, "linked": linked(conference)}
    return render(request, "conference/pages/for_someone.html", context)


def linked(conference) -> list:
    """Those who come in by a personal link."""
    return [person for person in conference.people(*Role) if conference.roles_of(person).isdisjoint(STAFF)]


@does("withdraw_link")
def withdraw_link(request, conference, person):
    """A phone was lost, or a link was passed on: it opens nothing any more. The next message brings a new one."""
    found = next((one for one in linked(conference) if one.slug == person), None)
    if found is None:
        raise Http404
    with transaction.atomic():
        conference.write_down("withdraw_link", by=request.hand)
        revoke_all(found, request.user)
    said(request, _("De link van %(name)s werkt niet meer. Een volgend bericht brengt een nieuwe.") % {"name": found})
    return go(request, "conference:for_someone")


@fills_in("stop")
def stop(request, conference):
    if request.method == "POST":
        conference.stop(by=request.hand)
        StopReason.note(conference, request.POST.get("why", ""))
        said(request, _("Het is gestopt. Er gebeurt niets meer, en niemand hoort waarom."))
        return go(request, "conference:show")
    return render(request, "conference/pages/stop.html", {"conference": conference, "form": StopForm()})


@does("rest")
def rest(request, conference):
    change = conference.go_on if conference.resting_since else conference.rest
    change(by=request.hand)
    return go(request, "conference:show")


@fills_in("give_consent")
def consent(request, conference):
    form = ConsentForm(posted(request), conference)
    if form.is_valid():
        form.carry_out(conference, by=request.hand)
        said(request, _("Bewaard. Je kunt dit altijd weer veranderen."))
        return go(request, "conference:show")
    return render(request, "conference/pages/consent.html", {"conference": conference, "form": form})


@sees("see_people")
def journal(request, conference):
    """Who did what and when, newest first; for who organises."""
    entries = conference.journal.select_related("taken_by", "in_name_of").order_by("-number")[:200]
    whole = JournalEntry.first_break(conference) is None
    return render(
        request, "conference/pages/journal.html", {"conference": conference, "entries": entries, "whole": whole}
    )
