"""The conditions on the screen: issued, written, read first by the main person, shared, and read by all."""

from functools import partial

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.conditions import issuing, reading
from kring.conditions.forms import ConcernsForm, ConditionForm, HandInForm, IssueForm, ReactionForm
from kring.conditions.models import Condition, ConditionsForm
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted


@sees("see_conditions")
def show(request, conference):
    me = request.hand.name_of
    forms = reading.forms_for(conference, request.user)
    released = [form for form in forms if form.is_released]
    page = {"conference": conference, "forms": forms, "released": released, "me": me}
    if "read_conditions" in request.allowed:
        page["has_read"] = reading.has_read_all(conference, me)
    if "prepare_person" in request.allowed and released:
        page["readers"] = reading.readers(conference, released)
    return render(request, "conditions/pages/show.html", page)


@fills_in("ask_conditions")
def issue(request, conference):
    form = IssueForm(posted(request), conference, issuing.known_professionals(conference))
    if form.carry(partial(issuing.issue, conference), by=request.hand):
        said(request, _("%(name)s krijgt het formulier.") % {"name": form.result.setter})
        return go(request, "conditions:show")
    return render(request, "conditions/pages/issue.html", {"conference": conference, "form": form})


def own_form(request, conference) -> ConditionsForm:
    """Own drawer: the setter's own form."""
    form = get_object_or_404(conference.conditions_forms, setter=request.hand.name_of)
    form.conference = conference
    return form


def writing_page(request, form, **bound):
    """The form on one page; what was typed in one part stays when it is not right yet."""
    page = {"concerns": ConcernsForm.of(form, None), "condition": ConditionForm(None), "hand_in": HandInForm(None)}
    conditions = form.conditions.all()
    known = {"conference": form.conference, "form": form, "conditions": conditions}
    return render(request, "conditions/pages/write.html", known | page | bound)


@fills_in("write_conditions")
def write(request, conference):
    form = own_form(request, conference)
    concerns = ConcernsForm.of(form, posted(request))
    if concerns.carry(form.write, by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "conditions:write")
    return writing_page(request, form, concerns=concerns)


@fills_in("write_conditions")
def add(request, conference):
    form = own_form(request, conference)
    condition = ConditionForm(posted(request))
    if condition.carry(form.add, by=request.hand):
        said(request, _("De voorwaarde staat erbij."))
        return go(request, "conditions:write")
    return writing_page(request, form, condition=condition)


@does("write_conditions")
def remove(request, conference, condition):
    found = get_object_or_404(Condition, slug=condition, form=own_form(request, conference))
    found.form.conference = conference
    found.remove(by=request.hand)
    said(request, _("Weggehaald. De nummers schuiven op."))
    return go(request, "conditions:write")


@fills_in("write_conditions")
def hand_in(request, conference):
    form = own_form(request, conference)
    when = HandInForm(posted(request))
    if when.carry(form.hand_in, by=request.hand):
        said(request, _("Dank u. De hoofdpersoon leest het eerst, daarna deelt de regiomanager het."))
        return go(request, "conditions:write")
    return writing_page(request, form, hand_in=when)


@fills_in("react_to_conditions")
def react(request, conference, form):
    """The main person reads it before anybody else (A49)."""
    found = get_object_or_404(conference.conditions_forms.select_related("setter"), slug=form)
    if not found.is_handed_in or found.is_released:
        raise Http404
    found.conference = conference
    reaction = ReactionForm(posted(request), initial={"reaction": found.reaction})
    if reaction.carry(found.react, by=request.hand):
        said(request, _("Dank je wel. Het staat genoteerd."))
        return go(request, "conference:show")
    page = {"conference": conference, "form": found, "reaction": reaction}
    return render(request, "conditions/pages/react.html", page)


@does("release_conditions")
def release(request, conference, form):
    found = get_object_or_404(conference.conditions_forms, slug=form)
    found.conference = conference
    found.release(by=request.hand)
    said(request, _("Gedeeld met iedereen die komt. Er verandert nu niets meer aan."))
    return go(request, "conditions:show")


@does("read_conditions")
def tick(request, conference):
    """«Gelezen» by oneself; the coordinator ticks «voorgelezen» or «verteld» in somebody's name."""
    reading.tick_all(conference, how=request.POST.get("how", "read"), by=request.hand)
    said(request, _("Genoteerd."))
    if "see_conditions" in request.allowed:
        return HttpResponseRedirect(reverse("conditions:show", args=[conference.slug]), status=303)
    return go(request, "conference:show")
