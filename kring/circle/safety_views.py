"""Safety between people on the screen: flags without stories, for the coordinator and the coach."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle.forms import SafetyForm
from kring.circle.safety import SafetyNote
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted


@sees("see_safety")
def safety(request, conference):
    notes = conference.safety_notes.select_related("about")
    return render(request, "circle/pages/safety.html", {"conference": conference, "notes": notes})


@fills_in("note_safety")
def note(request, conference):
    form = SafetyForm(posted(request), SafetyNote.people(conference))
    if form.carry(partial(SafetyNote.note, conference), by=request.hand):
        said(request, _("Genoteerd. Alleen coördinator en coach zien dit."))
        return go(request, "circle:safety")
    return render(request, "circle/pages/safety_note.html", {"conference": conference, "form": form})


@does("note_safety")
def lift(request, conference, note):
    get_object_or_404(conference.safety_notes, slug=note).lift(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "circle:safety")
