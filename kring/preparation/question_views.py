"""The pages of the one question."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted
from kring.preparation.models import Question
from kring.preparation.question_forms import QuestionForm
from kring.preparation.wording import EXAMPLES, STARTERS, remarks

PAGES = "preparation/pages/"


@fills_in("word_question")
def question(request, conference):
    begin = request.GET.get("begin", "")
    form = QuestionForm(posted(request), initial={"text": starter(begin)} if begin else None)
    if form.carry(lambda **wording: Question.word(conference, **wording), by=request.hand):
        said(request, _("Bewaard. Er is geen woord veranderd."))
        return go(request, "preparation:question")
    wordings = list(conference.questions.select_related("worded_by"))
    seen = {"form": form, "wordings": wordings, "remarks": remarks(wordings[0].text) if wordings else []}
    return render(request, PAGES + "question.html", seen | {"examples": EXAMPLES, "starters": STARTERS})


def starter(number: str) -> str:
    """The first words of a question, to go on from."""
    found = dict(enumerate(STARTERS, 1)).get(int(number) if number.isdecimal() else 0, "")
    return str(found).replace("…", "").lstrip()


@does("agree_to_question")
def agree(request, conference, question):
    get_object_or_404(conference.questions, slug=question).agree(by=request.hand)
    said(request, _("Dank. Dit is nu de vraag."))
    return go(request, "conference:show")
