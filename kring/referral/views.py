"""What was asked, read by the person it is about; the talk; and the yes or the no."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import Outcome
from kring.foundation.forms import posted
from kring.referral import receiving
from kring.referral.forms import CorrectForm, TalkForm
from kring.referral.models import Referral
from kring.referral.wish_forms import known_wishes


def referral_of(conference) -> Referral:
    found = get_object_or_404(Referral.objects.select_related("requester"), conference=conference)
    found.conference = conference
    return found


def talk_is_with(referral: Referral) -> str:
    return referral.requester.get_full_name() if referral.requester else ""


@sees("see_referral")
def show(request, conference):
    """For the main person to read and answer; for who asked and for the regiomanager to look back at."""
    referral = referral_of(conference)
    context = {"conference": conference, "referral": referral, "who_asked": receiving.who_asked(referral)}
    return render(request, f"referral/pages/show_{request.face}.html", context)


@fills_in("record_talk")
def talk(request, conference):
    """A talk comes first, by a person (A33)."""
    referral = referral_of(conference)
    form = TalkForm(posted(request), referral, talk_is_with(referral))
    if form.is_bound and form.carry(partial(receiving.record_talk, referral), by=request.hand):
        said(request, _("Bewaard. De hoofdpersoon krijgt bericht dat er iets klaarstaat."))
        return go(request, "conference:show")
    context = {"conference": conference, "referral": referral, "who_asked": receiving.who_asked(referral), "form": form}
    return render(request, "referral/pages/talk.html", context)


@fills_in("correct_referral")
def correct(request, conference):
    """The main person puts own words beside those of who asked."""
    referral = referral_of(conference)
    form = CorrectForm(posted(request), initial={"correction": referral.correction} | known_wishes(referral))
    if form.is_bound and form.carry(referral.correct, by=request.hand):
        said(request, _("Bewaard. Dank je wel."))
        return go(request, "referral:show")
    return render(request, "referral/pages/correct.html", {"conference": conference, "form": form})


@does("say_yes")
def say_yes(request, conference):
    receiving.say_yes(referral_of(conference), by=request.hand)
    return thank(request)


@does("say_no")
def say_no(request, conference):
    receiving.say_no(referral_of(conference), by=request.hand)
    return thank(request)


def thank(request):
    """Whoever answered is thanked; who wrote the answer down for somebody goes on working."""
    if request.hand.is_for_someone_else:
        said(request, _("Het antwoord is vastgelegd."))
        return go(request, "conference:show")
    return go(request, "referral:answered")


@sees("see_referral")
def answered(request, conference):
    """Thank you, after a yes and after a no; for who gave the answer."""
    said_no = conference.outcome == Outcome.DECLINED
    if not said_no and "say_no" not in request.allowed:
        return go(request, "conference:show")
    return render(request, "referral/pages/answered.html", {"conference": conference, "said_no": said_no})
