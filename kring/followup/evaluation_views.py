"""Asked how it was: on the screen, or on paper to take along. «Liever niet» is one tap."""

from functools import partial

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.followup import evaluating
from kring.followup.evaluating import EvaluationAsked, asked_about, asked_of
from kring.followup.evaluation_forms import EvaluationForm
from kring.followup.evaluation_papers import sheet
from kring.followup.questions import CHILD, QuestionSet
from kring.followup.voicing import voice_for
from kring.foundation.forms import posted
from kring.foundation.giving import given


@fills_in("evaluate")
def evaluate(request, conference):
    questions, asked = QuestionSet.in_use(), asked_of(conference, request.hand)
    if questions is None or asked.did:
        return render(request, "followup/pages/evaluated.html", {"asked": asked})
    form = form_for(request, asked, questions)
    if form.carry(partial(evaluating.answer, conference), by=request.hand):
        said(request, _("Dank je wel. Dit helpt ons om het beter te doen."))
        return go(request, "conference:show")
    context = {"form": form, "asked": asked, "other_form": other_form(request, form)}
    return render(request, "followup/pages/evaluate.html", context)


def form_for(request, asked: EvaluationAsked, questions: QuestionSet) -> EvaluationForm:
    """In marks or in faces, whichever this person likes better; a child begins with faces."""
    voice = voice_for(asked)
    with_faces = request.GET.get("met", "gezichtjes" if voice == CHILD else "cijfers") == "gezichtjes"
    about = asked_about(asked.group, asked.conference)
    return EvaluationForm(posted(request), questions=questions, about=about, voice=voice, with_faces=with_faces)


def other_form(request, form: EvaluationForm) -> str:
    """The same questions the other way."""
    query = request.GET.copy()
    query["met"] = "cijfers" if form.with_faces else "gezichtjes"
    return f"?{query.urlencode()}"


@does("evaluate")
def rather_not(request, conference):
    evaluating.refuse(conference, by=request.hand)
    said(request, _("Dat is goed. We vragen het niet nog eens."))
    return go(request, "conference:show")


@sees("evaluate")
def paper(request, conference):
    """For who likes paper better; also the coordinator may hand it out, and never sees what comes back."""
    questions, asked = QuestionSet.in_use(), EvaluationAsked.kept(conference, request.hand.name_of)
    if questions is None or asked.did or asked.group is None:
        raise Http404
    return given(sheet(asked, questions), "hoe-was-het.pdf")
