"""What was asked, read by the person it is about; the talk; and the yes or the no."""

from functools import partial

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.conference.access import Role
from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import Outcome
from kring.foundation.forms import posted
from kring.referral import deciding, receiving
from kring.referral.answers import Says
from kring.referral.checklist import StartCheck
from kring.referral.forms import CorrectForm, StartForm, TalkForm, YesForm
from kring.referral.models import Referral


def referral_of(conference) -> Referral:
    found = get_object_or_404(Referral.objects.select_related("requester"), conference=conference)
    found.conference = conference
    return found


def talk_is_with(referral: Referral) -> str:
    return referral.requester.get_full_name() if referral.requester else ""


@sees("see_referral")
def show(request, conference):
    """For the main person to read and answer; for the regiomanager to look back at."""
    return page_of(request, referral_of(conference))


def page_of(request, referral: Referral, form: YesForm | None = None):
    """The request with the answer below it, and what stands folded under the yes."""
    conference, person = referral.conference, request.hand.name_of
    form = form or YesForm(None, referral, deciding.children_of(conference, person))
    said_yes = conference.answers.filter(person=person, says=Says.YES).exists()
    context = {"conference": conference, "referral": referral, "who_asked": receiving.who_asked(referral)}
    context |= {"form": form, "said_yes": said_yes}
    return render(request, f"referral/pages/show_{request.face}.html", context)


@sees("see_own_request")
def own(request, conference):
    """Who asked reads the own words back, and nothing that others added."""
    referral = referral_of(conference)
    context = {"conference": conference, "referral": referral, "who_asked": receiving.who_asked(referral)}
    return render(request, "referral/pages/own.html", context)


@fills_in("record_talk")
def talk(request, conference):
    """A talk comes first, by a person (A33)."""
    referral = referral_of(conference)
    form = TalkForm(posted(request), referral, talk_is_with(referral))
    if form.is_bound and form.carry(partial(receiving.record_talk, referral), by=request.hand):
        return after_the_talk(request, conference)
    context = {"conference": conference, "referral": referral, "who_asked": receiving.who_asked(referral), "form": form}
    return render(request, "referral/pages/talk.html", context)


def after_the_talk(request, conference):
    if deciding.is_unclear(conference):
        said(request, _("Bewaard. Leg nu eerst vast wie er voor het kind beslist. Tot dan sturen we niets."))
        return go(request, "referral:people")
    said(request, _("Bewaard. De hoofdpersoon krijgt bericht dat er iets klaarstaat."))
    return go(request, "conference:show")


@fills_in("check_start")
def check_start(request, conference):
    """Four questions at the start; a «nee» is talked about and stops nothing (R-INV-3)."""
    known = StartCheck.objects.filter(conference=conference).first()
    form = StartForm(posted(request), known)
    if form.is_bound and form.carry(partial(StartCheck.fill_in, conference, talked_over_on=None), by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "referral:check_start" if form.result.to_talk_about() else "conference:show")
    return render(request, "referral/pages/start.html", {"conference": conference, "form": form, "known": known})


@does("check_start")
def talked_over(request, conference):
    StartCheck.talk_over(conference, by=request.hand)
    said(request, _("Bewaard."))
    return go(request, "conference:show")


@fills_in("correct_referral")
def correct(request, conference):
    """The main person puts own words beside those of who asked."""
    referral = referral_of(conference)
    form = CorrectForm(posted(request), referral)
    if form.is_bound and form.carry(referral.correct, by=request.hand):
        said(request, _("Bewaard. Dank je wel."))
        return go(request, "referral:show")
    return render(request, "referral/pages/correct.html", {"conference": conference, "form": form})


@does("say_yes")
def say_yes(request, conference):
    """One tap; what stands folded below it goes along, and when something is wrong there the words stay."""
    referral = referral_of(conference)
    form = YesForm(request.POST, referral, deciding.children_of(conference, request.hand.name_of))
    if form.carry(lambda **_given: receiving.say_yes(referral, **form.said(), by=request.hand)):
        return thank(request)
    return page_of(request, referral, form)


@does("say_no")
def say_no(request, conference):
    receiving.say_no(referral_of(conference), by=request.hand)
    return thank(request)


def thank(request):
    """Whoever answered is thanked; who wrote the answer down for somebody goes on working."""
    if request.hand.is_for_someone_else:
        said(request, _("Het antwoord is vastgelegd."))
        return HttpResponseRedirect(reverse("conference:show", args=[request.conference.slug]), status=303)
    if Role.MAIN_PERSON not in request.conference.roles_of(request.user):
        return HttpResponseRedirect(reverse("referral:thanks"), status=303)
    return go(request, "referral:answered")


@sees("see_referral")
def answered(request, conference):
    """Thank you, after a yes and after a no; for who gave the answer."""
    said_no = conference.outcome == Outcome.DECLINED
    if not said_no and "say_no" not in request.allowed:
        return go(request, "conference:show")
    is_waiting = not said_no and "say_yes" in request.allowed
    context = {"conference": conference, "said_no": said_no, "is_waiting": is_waiting}
    return render(request, "referral/pages/answered.html", context)
