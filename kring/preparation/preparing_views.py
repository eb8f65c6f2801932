"""The pages of preparing everybody in person: one screen that also works on a phone without network."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import VISITORS
from kring.foundation.forms import posted
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.preparation.appointing import Appointment
from kring.preparation.catching_up import catch_up, read
from kring.preparation.getting_round import people_rows
from kring.preparation.models import PersonalPreparation, Preparation
from kring.preparation.preparing import How
from kring.preparation.preparing_forms import AppointmentForm, ReachableForm, TalkForm

PAGES = "preparation/pages/"
KEEPER = settings.HOUSE / "static" / "js" / "list-sw.js"


def somebody_here(conference, slug: str) -> Person:
    return get_object_or_404(Person.objects.filter(participations__in=conference.seated()).distinct(), slug=slug)


@sees("prepare_person")
def people(request, conference):
    """With ?onderweg in the short form that a phone may keep for a day."""
    about = {"how": How, "today": timezone.localdate(), "is_kept": "onderweg" in request.GET}
    return render(request, PAGES + "people.html", about | {"rows": people_rows(Preparation.of(conference))})


@sees("prepare_person")
def list_keeper(request, conference):
    """The service worker that keeps the list on a phone; from here, so that it reaches this page alone."""
    return HttpResponse(KEEPER.read_bytes(), content_type="text/javascript")


@does("prepare_person")
def catching_up(request, conference):
    """From the script of the list: ticks that were made without network."""
    try:
        ticks = read(request.body if request.content_type == "application/json" else b"")
        return JsonResponse({"carried": catch_up(conference, ticks, by=request.hand)})
    except Refusal as refusal:
        return JsonResponse({"message": str(refusal.message)}, status=400)


@fills_in("prepare_person")
def talk(request, conference, someone):
    """Everything about the talk with one person; sending it makes the appointment."""
    person = somebody_here(conference, someone)
    appointment = Appointment.of(conference, person)
    form = AppointmentForm(posted(request), appointment)
    if form.is_bound and form.carry(lambda **a: Appointment.make(conference, person=person, **a), by=request.hand):
        said(request, _("Bewaard. Vink het pas aan als u elkaar gesproken heeft."))
        return go(request, "preparation:people")
    return render(request, PAGES + "talk.html", about_the_talk(conference, person, appointment) | {"form": form})


def about_the_talk(conference, person: Person, appointment: Appointment) -> dict:
    done = conference.preparations.filter(person=person).first()
    known = {"on": timezone.localdate(), "how": appointment.how}
    if done:
        known = {"on": done.on, "how": done.how, "topics": done.spoken_about}
    return {"someone": person, "appointment": appointment, "prepared": done, "done": TalkForm(None, initial=known)}


@does("prepare_person")
def prepare(request, conference, someone):
    person = somebody_here(conference, someone)
    form = TalkForm(request.POST)
    if form.carry(lambda **talk: ticked(conference, person, request.POST, talk), by=request.hand):
        said(request, _("Bewaard: %(name)s is voorbereid.") % {"name": person})
    else:
        said(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return go(request, "preparation:people")


def ticked(conference, person: Person, sent, talk: dict) -> PersonalPreparation:
    """From the list nothing is known of what came up, and what was ticked before stays."""
    if "with_topics" not in sent:
        talk["topics"] = None
    return PersonalPreparation.tick(conference, person=person, **talk)


@does("prepare_person")
def unprepare(request, conference, someone):
    get_object_or_404(conference.preparations, person__slug=someone).undo(by=request.hand)
    return go(request, "preparation:people")


@fills_in("say_when_reachable")
def reachable(request, conference):
    me = request.hand.name_of
    appointment, at_work = Appointment.of(conference, me), bool(conference.roles_of(me) & VISITORS)
    form = ReachableForm(posted(request), appointment, is_at_work=at_work)
    if form.is_bound and form.carry(lambda **a: Appointment.say_when_reachable(conference, **a), by=request.hand):
        said(request, _("Dank. De coördinator houdt er rekening mee."))
        return go(request, "conference:show")
    return render(request, PAGES + "reachable.html", {"form": form, "appointment": appointment})
