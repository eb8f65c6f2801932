"""Plain words and translations on the screen, beside the original."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conditions.explaining import InOtherWords
from kring.conditions.explaining_forms import ExplainForm
from kring.conditions.views import one_form
from kring.conference.guards import does, fills_in, go, said
from kring.conference.models import NotAllowed
from kring.foundation.forms import posted


@fills_in("explain_conditions")
def explain(request, conference, form):
    found = one_form(conference, form)
    if request.hand.name_of not in (found.setter, conference.manager):
        raise NotAllowed
    words = ExplainForm(posted(request), request.FILES or None)
    if words.carry(partial(InOtherWords.write, found), by=request.hand):
        said(request, _("Bewaard. Het staat naast het formulier."))
        return go(request, "conditions:explain", found.slug)
    page = {"conference": conference, "form": found, "words": words}
    return render(request, "conditions/pages/explain.html", page)


@does("explain_conditions")
def unexplain(request, conference, words):
    """Taken away again; the original was never gone."""
    found = get_object_or_404(InOtherWords.objects.select_related("form"), slug=words, form__conference=conference)
    found.form.conference = conference
    found.take_back(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "conditions:explain", found.form.slug)
