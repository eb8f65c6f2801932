"""The conditions on the screen: looked at, printed, issued, shared together, and changed again."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conditions import issuing, printing, reading, sharing
from kring.conditions.checking_forms import ReopenForm
from kring.conditions.contradicting import Contradiction
from kring.conditions.forms import IssueForm
from kring.conditions.models import ConditionsForm
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.foundation.uploads import served


def one_form(conference, slug) -> ConditionsForm:
    form = get_object_or_404(conference.conditions_forms.select_related("setter"), slug=slug)
    form.conference = conference
    return form


@sees("see_conditions")
def show(request, conference):
    known = reading.every_form(conference)
    forms = reading.forms_for(conference, request.user, known)
    released = [form for form in forms if form.is_released]
    page = {"conference": conference, "forms": forms, "released": released, "me": request.hand.name_of}
    page |= {"changed": reading.changed(known)} | for_a_reader(request, conference)
    page |= for_the_coordinator(request, conference, released) | for_the_manager(request, conference, forms)
    return render(request, "conditions/pages/show.html", page)


def for_a_reader(request, conference) -> dict:
    me = request.hand.name_of
    if "read_conditions" not in request.allowed or not reading.shared(conference, me).exists():
        return {}
    return {"mine_to_read": True, "has_read": reading.has_read_all(conference, me)}


def for_the_coordinator(request, conference, released: list) -> dict:
    tells = released and "tell_conditions" in request.allowed
    return {"readers": reading.readers(conference, released)} if tells else {}


def for_the_manager(request, conference, forms: list) -> dict:
    if "check_conditions" not in request.allowed:
        return {}
    waiting = [form for form in forms if not form.is_released]
    clashes = list(Contradiction.open_in(conference))
    can_go = waiting and not clashes and all(form.is_ready for form in waiting)
    return {"contradictions": clashes, "to_share": can_go and "release_conditions" in request.allowed}


@sees("see_conditions")
def paper(request, conference):
    """The whole list with the name of who gets it; a draft only for who may read it already."""
    reader = request.hand.name_of
    reads_first = "react_to_conditions" in request.allowed
    forms = reading.forms_for(conference, reader if reads_first else request.user)
    if not forms:
        raise Http404
    is_large = "groot" in request.GET
    content = printing.conditions(conference, forms, of_whom=reader, is_large=is_large)
    return HttpResponse(content, content_type="application/pdf")


@sees("see_conditions")
def sent_along(request, conference, words):
    """The photo or the voice of an explanation, for who may read the form itself."""
    for form in reading.forms_for(conference, request.user):
        for found in form.in_other_words.all():
            if found.slug == words and found.upload:
                return served(found.upload, request)
    raise Http404


@fills_in("ask_conditions")
def issue(request, conference):
    form = IssueForm(posted(request), conference, issuing.known_professionals(conference))
    if form.carry(partial(issuing.issue, conference), by=request.hand):
        said(request, _("%(name)s krijgt het formulier.") % {"name": form.result.setter})
        return go(request, "conditions:show")
    return render(request, "conditions/pages/issue.html", {"conference": conference, "form": form})


@fills_in("ask_conditions")
def take_back(request, conference, form):
    """Asked once more, because what was written goes with it."""
    found = one_form(conference, form)
    if request.method == "POST":
        found.take_back(by=request.hand)
        said(request, _("Het formulier is teruggenomen. Er is niets gedeeld."))
        return go(request, "conditions:show")
    return render(request, "conditions/pages/take_back.html", {"conference": conference, "form": found})


@does("release_conditions")
def release(request, conference):
    sharing.share(conference, by=request.hand)
    said(request, _("Gedeeld met iedereen die komt. Er verandert nu niets meer aan."))
    return go(request, "conditions:show")


@fills_in("ask_conditions")
def reopen(request, conference, form):
    found = one_form(conference, form)
    why = ReopenForm(posted(request))
    if why.carry(partial(sharing.reopen, found), by=request.hand):
        said(request, _("%(name)s kan het formulier weer veranderen.") % {"name": found.setter})
        return go(request, "conditions:show")
    return render(request, "conditions/pages/reopen.html", {"conference": conference, "form": found, "why": why})
