"""The manager checks each condition, and marks which two contradict each other."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conditions.checking_forms import CheckForm, ContradictionForm
from kring.conditions.contradicting import Contradiction
from kring.conditions.views import one_form
from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted


@fills_in("check_conditions")
def check(request, conference, form):
    found = one_form(conference, form)
    checked = CheckForm(posted(request), found)
    if checked.check(by=request.hand):
        words = (
            _("Nagekeken. Dit is in orde.") if checked.result else _("Teruggegeven aan %(name)s, met uw woord erbij.")
        )
        said(request, words % {"name": found.setter})
        return go(request, "conditions:show")
    page = {"conference": conference, "form": found, "checked": checked}
    return render(request, "conditions/pages/check.html", page)


@fills_in("check_conditions")
def contradict(request, conference):
    form = ContradictionForm(posted(request), conference)
    if form.note(by=request.hand):
        said(request, _("Genoteerd. Bel de professionals, en los het samen op."))
        return go(request, "conditions:contradict")
    marked = conference.contradictions.select_related("first__form__setter", "second__form__setter")
    page = {"conference": conference, "form": form, "marked": marked}
    return render(request, "conditions/pages/contradict.html", page)


@does("check_conditions")
def solve(request, conference, contradiction):
    found = get_object_or_404(Contradiction, conference=conference, slug=contradiction)
    found.conference = conference
    if found.solved_at:
        found.undo(by=request.hand)
        said(request, _("Het staat weer open."))
    else:
        found.solve(by=request.hand)
        said(request, _("Opgelost."))
    return go(request, "conditions:contradict")
