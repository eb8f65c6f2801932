"""The pages of getting ready: everybody in person, what is missing, and a plan without a meeting."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.people.models import Person
from kring.preparation.models import PersonalPreparation, Preparation
from kring.preparation.preparing_forms import PreparedForm
from kring.preparation.reckoning import people_rows

PAGES = "preparation/pages/"


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
