"""The pages of the one question: worded, agreed to, taken back, and what children say of it."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle.speaking_for import has_children
from kring.conditions.printing import block, paper
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.preparation import agreeing
from kring.preparation.childs_say import ChildsSay
from kring.preparation.models import Question
from kring.preparation.question_forms import ChildsSayForm, QuestionForm
from kring.preparation.wording import EXAMPLES, STARTERS, remarks

PAGES = "preparation/pages/"


@fills_in("word_question")
def question(request, conference):
    begin = request.GET.get("begin", "")
    form = QuestionForm(posted(request), initial={"text": starter(begin)} if begin else None)
    if form.carry(partial(Question.word, conference), by=request.hand):
        said(request, _("Bewaard. Er is geen woord veranderd."))
        return go(request, "preparation:question")
    wordings = list(conference.questions.select_related("worded_by", "agreed_by"))
    seen = {"form": form, "wordings": wordings, "remarks": remarks(wordings[0].text) if wordings else []}
    return render(request, PAGES + "question.html", seen | beside(request, conference))


def beside(request, conference) -> dict:
    """What helps to word it: examples, first words, and what the children said."""
    says = ChildsSay.heard_by(conference, request.user)
    known = {"examples": EXAMPLES, "starters": STARTERS, "says": says}
    return known | {"ask_children": not says and has_children(conference)}


def starter(number: str) -> str:
    """The first words of a question, to go on from."""
    found = dict(enumerate(STARTERS, 1)).get(int(number) if number.isdecimal() else 0, "")
    return str(found).replace("…", "").lstrip()


@does("agree_to_question")
def agree(request, conference, question):
    get_object_or_404(conference.questions, slug=question).agree(by=request.hand)
    said(request, _("Dank. Dit is nu de vraag."))
    return go(request, "conference:show")


@does("agree_to_question")
def disagree(request, conference, question):
    found = get_object_or_404(conference.questions.exclude(agreed_at=None), slug=question)
    agreeing.take_back(found, by=request.hand)
    said(request, _("Dit is niet meer de vraag. De woorden blijven bewaard."))
    return go(request, "preparation:question")


@sees("see_day")
def question_paper(request, conference):
    """The agreed question on a sheet, for on the fridge."""
    agreed = Question.agreed(conference)
    if agreed is None:
        raise Http404
    title = _("De vraag van %(names)s") % {"names": conference.names}
    note = _("Rond deze vraag wordt het plan gemaakt.")
    content = paper(title, [block("text", agreed.text)], of_whom=request.hand.name_of, note=note, is_large=True)
    return HttpResponse(content, content_type="application/pdf")


@fills_in("word_question")
def childs_say(request, conference):
    form = ChildsSayForm(posted(request))
    if form.carry(partial(ChildsSay.note, conference), by=request.hand):
        said(request, _("Bewaard, in de woorden van het kind."))
        return go(request, "preparation:question")
    return render(request, PAGES + "childs_say.html", {"form": form})


@does("word_question")
def forget_say(request, conference, say):
    found = get_object_or_404(conference.childrens_says, slug=say)
    found.conference = conference
    found.remove(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "preparation:question")
