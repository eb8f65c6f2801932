"""Questions before the day on the screen: asked by the circle, answered there or on the day, passed on by phone."""

from functools import partial

from django.db import transaction
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.preparation import telling
from kring.preparation.early_forms import AnswerCircleForm, AskForm, NameSomebodyForm
from kring.preparation.early_questions import EarlyQuestion

PAGES = "preparation/pages/"


def one(conference, slug, **more) -> EarlyQuestion:
    found = get_object_or_404(conference.early_questions.select_related("of_whom", "asker"), slug=slug, **more)
    found.conference = conference
    return found


@sees("see_sheets")
def early(request, conference):
    asked = EarlyQuestion.in_sight_of(request.user, conference)
    return render(request, PAGES + "early.html", {"asked": asked, "me": request.hand.name_of})


@fills_in("ask_professional")
def ask(request, conference):
    form = AskForm(posted(request), conference)
    if request.method == "POST":
        limited(request, "early question", per_key="30/h", key=request.hand.name_of.slug)
    if form.carry(partial(telling.ask, conference), by=request.hand):
        said(request, _("Gevraagd. Zodra er antwoord is, staat het hier."))
        return go(request, "preparation:early")
    return render(request, PAGES + "ask_early.html", {"form": form})


@does("ask_professional")
def take_back(request, conference, early):
    one(conference, early, asker=request.hand.name_of).take_back(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "preparation:early")


@fills_in("answer_circle")
def answer(request, conference, early):
    found = one(conference, early, of_whom=request.hand.name_of)
    form = AnswerCircleForm(posted(request), initial={"answer": found.answer})
    if form.carry(partial(telling.answer, found), by=request.hand):
        said(request, _("Dank u. Bewaard."))
        return go(request, "preparation:early")
    return render(request, PAGES + "answer_early.html", {"form": form, "question": found})


@does("pass_on_question")
def pass_on(request, conference, early):
    one(conference, early).pass_on(by=request.hand)
    said(request, _("Genoteerd."))
    return go(request, "preparation:early")


@fills_in("name_someone")
@transaction.atomic
def name_somebody(request, conference, early):
    """A wish becomes somebody with a name; asked is only who the main person says yes to."""
    wish = one(conference, early, of_whom=None)
    form = NameSomebodyForm(posted(request))
    if form.name_somebody(wish, by=request.hand):
        said(request, _("%(name)s staat op de lijst. De hoofdpersoon zegt of we die vragen.") % {"name": form.result})
        return go(request, "preparation:early")
    return render(request, PAGES + "name_somebody.html", {"form": form, "question": wish})
