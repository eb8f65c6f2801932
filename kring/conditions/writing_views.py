"""The setter at work: worries, conditions one by one, the talk with the client, handing in; later one fewer."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conditions import announcing
from kring.conditions.contradicting import Contradiction
from kring.conditions.forms import ConcernsForm, ConditionForm, HandInForm
from kring.conditions.models import Condition, ConditionsForm
from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted


def own_form(request, conference) -> ConditionsForm:
    """Own drawer: the setter's own form."""
    form = get_object_or_404(conference.conditions_forms, setter=request.hand.name_of)
    form.conference = conference
    return form


def own_condition(request, conference, slug) -> Condition:
    found = get_object_or_404(Condition, slug=slug, form=own_form(request, conference))
    found.form.conference = conference
    return found


def writing_page(request, form: ConditionsForm, **bound):
    """One page with three small forms; the ones not sent are empty or filled with what is kept."""
    page = {"concerns": ConcernsForm.of(form, None), "adding": ConditionForm(None), "hand_in": HandInForm(None)}
    conditions = form.conditions.all()
    known = {"conference": form.conference, "form": form, "conditions": conditions}
    known["contradictions"] = Contradiction.about(form)
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
    return writing_page(request, form, adding=condition)


@fills_in("write_conditions")
def reword(request, conference, condition):
    found = own_condition(request, conference, condition)
    form = ConditionForm(posted(request), initial={"text": found.text})
    if form.carry(found.reword, by=request.hand):
        said(request, _("Bewaard. Er is geen woord veranderd aan wat u schreef."))
        return go(request, "conditions:write")
    page = {"conference": conference, "condition": found, "form": form}
    return render(request, "conditions/pages/reword.html", page)


@does("write_conditions")
def remove(request, conference, condition):
    own_condition(request, conference, condition).remove(by=request.hand)
    said(request, _("Weggehaald. De nummers schuiven op."))
    return go(request, "conditions:write")


@fills_in("write_conditions")
def hand_in(request, conference):
    form = own_form(request, conference)
    when = HandInForm(posted(request))
    if when.carry(partial(announcing.hand_in, form), by=request.hand):
        said(request, _("Dank u. De hoofdpersoon leest het als eerste, en de regiomanager kijkt mee."))
        return go(request, "conditions:write")
    return writing_page(request, form, hand_in=when)


@fills_in("withdraw_condition")
def withdraw(request, conference, condition):
    """Asked once more: it does not come back."""
    found = own_condition(request, conference, condition)
    if request.method == "POST":
        announcing.withdraw(found, by=request.hand)
        said(request, _("Ingetrokken. Iedereen kan zien dat hij niet meer geldt."))
        return go(request, "conference:show")
    return render(request, "conditions/pages/withdraw.html", {"conference": conference, "condition": found})
