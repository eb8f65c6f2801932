"""Safety between people on the screen: for the coordinator and the coach, and never in somebody else's name."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle import keeping_safe
from kring.circle.alone import InOwnName, SafetyTalk
from kring.circle.arriving import ArrivingApart
from kring.circle.safety import SafetyNote
from kring.circle.safety_forms import ArriveForm, AskedAloneForm, SafetyForm, SignForm
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted


def alone(request) -> None:
    """Not with somebody else's name on the screen: that person may be looking along."""
    if request.hand.is_for_someone_else:
        raise InOwnName


@sees("see_safety")
def safety(request, conference):
    alone(request)
    notes = conference.safety_notes.select_related("about", "apart_from", "apart_from_person", "signed_by")
    page = {
        "conference": conference, "notes": notes, "warnings": keeping_safe.warnings(conference),
        "unasked": SafetyTalk.unasked(conference), "arrivals": conference.arrivals.select_related("person"),
        "exclusions": conference.exclusions.select_related("member"),
    }  # fmt: skip
    return render(request, "circle/pages/safety.html", page)


@fills_in("note_safety")
def note(request, conference):
    alone(request)
    form = SafetyForm(posted(request), conference)
    if form.carry(partial(SafetyNote.note, conference), by=request.hand):
        said(request, _("Genoteerd. Alleen coördinator en coach zien dit."))
        return go(request, "circle:safety")
    return page(request, conference, form, _("Waar letten we op?"), _("Noteer"))


@fills_in("note_safety")
def asked_alone(request, conference):
    alone(request)
    form = AskedAloneForm(posted(request), conference)
    if form.carry(partial(SafetyTalk.tick, conference), by=request.hand):
        said(request, _("Genoteerd dat het gevraagd is. Is er iets om op te letten? Noteer dat hier."))
        return go(request, "circle:safety")
    return page(request, conference, form, _("Apart gevraagd"), _("Bewaar"))


@fills_in("note_safety")
def arrive(request, conference):
    alone(request)
    form = ArriveForm(posted(request), conference)
    if form.carry(partial(ArrivingApart.arrange, conference), by=request.hand):
        said(request, _("Afgesproken. Alleen deze persoon leest het, op de eigen bladzijde."))
        return go(request, "circle:safety")
    return page(request, conference, form, _("Apart aankomen"), _("Spreek dit af"))


@fills_in("sign_safety")
def sign(request, conference, note):
    alone(request)
    note = get_object_or_404(conference.safety_notes.unsigned(), slug=note)
    form = SignForm(posted(request))
    if form.carry(note.sign, by=request.hand):
        said(request, _("Goedgekeurd. De coördinator kan verder."))
        return go(request, "circle:safety")
    return page(request, conference, form, _("Kan het zo?"), _("Keur dit goed"), note=note)


@does("note_safety")
def lift(request, conference, note):
    get_object_or_404(conference.safety_notes, slug=note).lift(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "circle:safety")


def page(request, conference, form, heading, label, **more):
    """One form, with whom to call in danger below it."""
    known = {"conference": conference, "form": form, "heading": heading, "send": label}
    return render(request, "circle/pages/safety_form.html", known | more)
