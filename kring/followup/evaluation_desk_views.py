"""The office: with which words is asked, whether families tried them, what came back, and what is typed from paper."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.conference.guards import said
from kring.followup.evaluating import EvaluationAsked, asked_about
from kring.followup.evaluation_forms import CodeForm, EvaluationForm, TrialForm, WordingForm
from kring.followup.hearing_back import how_it_ran, how_it_was, own_words
from kring.followup.questions import CHILD, QuestionSet
from kring.followup.refusals import UnknownCode
from kring.followup.voicing import voice_for
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.people.doors import at_desk
from kring.people.models import Desk


@require_safe
@at_desk(Desk.OFFICE)
def overview(request):
    """Being content and what was carried out, side by side (R-EVA-6); and the words it is asked with."""
    context = {"sets": list(QuestionSet.objects.all()), "was": how_it_was(), "ran": how_it_ran(), "words": own_words()}
    return render(request, "followup/pages/evaluations.html", context)


@require_POST
@at_desk(Desk.OFFICE)
def begin(request):
    return redirect("evaluation:wording", QuestionSet.begin(by=request.user).slug)


@at_desk(Desk.OFFICE)
def wording(request, slug):
    questions = get_object_or_404(QuestionSet, slug=slug)
    form = WordingForm(posted(request), questions)
    if form.carry(lambda **words: questions.reword(words)):
        said(request, _("Bewaard. Probeer deze woorden nu met gezinnen."))
        return redirect("evaluation:wording", slug)
    trial = TrialForm(None, initial={"tried_on": questions.tried_on, "tried_by": questions.tried_by})
    return render(request, "followup/pages/evaluation_wording.html", {"set": questions, "form": form, "trial": trial})


@require_POST
@at_desk(Desk.OFFICE)
def trial(request, slug):
    questions = get_object_or_404(QuestionSet, slug=slug)
    trial = TrialForm(posted(request))
    if trial.carry(questions.note_trial):
        said(request, _("Bewaard. Deze vragen kunnen nu in gebruik."))
        return redirect("evaluation:wording", slug)
    context = {"set": questions, "form": WordingForm(None, questions), "trial": trial}
    return render(request, "followup/pages/evaluation_wording.html", context)


@require_POST
@at_desk(Desk.OFFICE)
def use(request, slug):
    get_object_or_404(QuestionSet, slug=slug).take_into_use()
    said(request, _("Vanaf nu vragen we het met deze woorden."))
    return redirect("evaluation:overview")


@at_desk(Desk.OFFICE)
def code(request):
    """A paper came in: the code says that it may be typed, once."""
    form = CodeForm(posted(request))
    if form.is_bound:
        limited(request, "evaluation_code", per_address="120/h")
    if form.carry(paper_with):
        return redirect("evaluation:from_paper", form.result.slug)
    return render(request, "followup/pages/evaluation_code.html", {"form": form})


def paper_with(*, code: str) -> EvaluationAsked:
    found = EvaluationAsked.with_code(code)
    if found is None or QuestionSet.in_use() is None:
        raise UnknownCode
    return found


@at_desk(Desk.OFFICE)
def from_paper(request, code):
    """Typed over, without seeing whose paper it is."""
    asked, questions = paper_with(code=code), QuestionSet.in_use()
    voice, about = voice_for(asked), asked_about(asked.group, asked.conference)
    form = EvaluationForm(posted(request), questions=questions, about=about, voice=voice, with_faces=voice == CHILD)
    if form.carry(lambda **answers: asked.answer(questions, **answers)):
        said(request, _("Bewaard. Gooi het papier nu weg."))
        return HttpResponseRedirect("..", status=303)
    return render(request, "followup/pages/evaluation_from_paper.html", {"form": form})
