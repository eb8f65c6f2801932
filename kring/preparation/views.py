"""The pages of the preparation."""

from datetime import date

from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import STAFF
from kring.foundation.forms import posted
from kring.people.models import Person
from kring.preparation import announcing
from kring.preparation.forms import AnswerForm, FixDateForm, PreparedForm, ProposeForm, QuestionForm, SheetForm
from kring.preparation.models import InformationSheet, PersonalPreparation, Preparation, Question
from kring.preparation.reckoning import day_rows, people_rows
from kring.preparation.wording import EXAMPLES, STARTERS, remarks

PAGES = "preparation/pages/"


# --- where, when and about what
@sees("see_day")
def show(request, conference):
    preparation = Preparation.of(conference)
    return render(request, PAGES + "show.html", {"preparation": preparation, "question": preparation.question})


@sees("see_day")
def calendar(request, conference):
    """The day for in a calendar: a start and no end."""
    preparation = Preparation.of(conference)
    if preparation.starts_at is None:
        said(request, _("Er is nog geen dag gekozen."))
        return go(request, "preparation:show")
    file = HttpResponse(announcing.calendar_entry(preparation), content_type="text/calendar; charset=utf-8")
    file["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    return file


# --- the question
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


# --- the date
@fills_in("answer_dates")
def dates(request, conference):
    """Everybody says of each day: kan, liever niet or kan niet. Who organises sees all answers elsewhere."""
    if request.hand.name_of in conference.people(*STAFF):
        return go(request, "preparation:propose")
    form = AnswerForm(posted(request), conference, request.hand.name_of)
    if form.answer(conference, by=request.hand):
        said(request, _("Bewaard, dank. Veranderen kan zolang er geen dag gekozen is."))
        return go(request, "conference:show")
    return render(request, PAGES + "dates.html", {"form": form})


@fills_in("propose_dates")
def propose(request, conference):
    if request.method != "POST":
        prefetch_related_objects([conference], "date_options__answers")
    form = ProposeForm(posted(request), conference, since=day_in(request.GET.get("vanaf", "")))
    if form.propose(conference, by=request.hand):
        said(request, _("Voorgelegd. Iedereen krijgt bericht."))
        return go(request, "preparation:propose")
    preparation = Preparation.of(conference)
    people = preparation.expected()
    seen = {"form": form, "preparation": preparation, "untold": announcing.untold(preparation, people)}
    return render(request, PAGES + "propose.html", seen | {"rows": day_rows(conference.date_options.all(), people)})


def day_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@does("propose_dates")
def withdraw(request, conference, option):
    get_object_or_404(conference.date_options, slug=option).withdraw(by=request.hand)
    return go(request, "preparation:propose")


@does("propose_dates")
def tell_newcomers(request, conference):
    announcing.tell_newcomers(Preparation.of(conference), by=request.hand)
    said(request, _("Verstuurd. Wie het al wist, krijgt niets dubbel."))
    return go(request, "preparation:propose")


@fills_in("fix_date")
def fix_date(request, conference):
    preparation = Preparation.of(conference)
    chosen = conference.date_options.filter(slug=request.GET.get("dag", "")).first()
    form = FixDateForm(posted(request), preparation, chosen.starts_at if chosen else None)
    if form.carry(lambda **choice: announcing.fix_date(preparation, **choice), by=request.hand):
        said(request, _("De dag staat vast. Iedereen hoort het."))
        return go(request, "preparation:show")
    return render(request, PAGES + "fix_date.html", {"form": form, "preparation": preparation})


# --- everybody in person
@sees("prepare_person")
def people(request, conference):
    rows = people_rows(Preparation.of(conference))
    how = PersonalPreparation.How
    return render(request, PAGES + "people.html", {"rows": rows, "how": how, "today": timezone.localdate()})


@does("prepare_person")
def prepare(request, conference, someone):
    person = get_object_or_404(Person.objects.filter(participations__in=conference.seated()).distinct(), slug=someone)
    form = PreparedForm(request.POST)
    if form.carry(lambda **talk: PersonalPreparation.tick(conference, person=person, **talk), by=request.hand):
        said(request, _("Bewaard: %(name)s is voorbereid.") % {"name": person})
    else:
        said(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return go(request, "preparation:people")


@does("prepare_person")
def unprepare(request, conference, someone):
    get_object_or_404(conference.preparations, person__slug=someone).undo(by=request.hand)
    return go(request, "preparation:people")


# --- information sheets
@fills_in("write_sheet")
def sheet(request, conference):
    own = conference.sheets.filter(professional=request.hand.name_of).first()
    form = SheetForm(posted(request), initial=vars(own) if own else None)
    if form.carry(lambda **told: InformationSheet.write(conference, **told), by=request.hand):
        said(request, _("Bewaard. De kring kan het nu lezen."))
        return go(request, "preparation:sheets")
    return render(request, PAGES + "sheet.html", {"form": form})


@sees("see_sheets")
def sheets(request, conference):
    found = InformationSheet.in_sight_of(request.user, conference)
    return render(request, PAGES + "sheets.html", {"sheets": found})


# --- ready
@sees("mark_ready")
def ready(request, conference):
    preparation = Preparation.of(conference)
    return render(request, PAGES + "ready.html", {"preparation": preparation, "missing": preparation.missing()})


@does("mark_ready")
def mark_ready(request, conference):
    Preparation.of(conference).mark_ready(by=request.hand)
    said(request, _("Alles is klaar voor de dag."))
    return go(request, "preparation:ready")


@fills_in("plan_without_meeting")
def without_meeting(request, conference):
    if request.method == "POST":
        Preparation.of(conference).go_on_without_meeting(by=request.hand)
        said(request, _("Er is al een plan, en dat telt net zo goed. Over een tijdje bellen we hoe het gaat."))
        return go(request, "conference:show")
    return render(request, PAGES + "without_meeting.html", {"conference": conference})


@sees("rest")
def slow_down(request, conference):
    return render(request, PAGES + "slow_down.html", {"conference": conference})
