"""Who organises and who coaches: handing over, saying that one knows somebody, choosing a coach, sparring."""

from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.matching import checking, replacing, sparring
from kring.matching.coaching import CoachingNote, CoachingTalk
from kring.matching.forms import CoachingNoteForm, HandOverForm, SharesForm
from kring.matching.handing_over import HandOver
from kring.matching.paying import Fee
from kring.matching.register_forms import CoachForm
from kring.referral.routing import managers


@fills_in("hand_over")
def hand_over(request, conference):
    """The regiomanager looks for another coordinator; the journal and all that was done stays."""
    form = HandOverForm(posted(request))
    if form.is_bound and form.carry(partial(replacing.hand_over, conference), by=request.hand):
        said(request, _("Goed. Kies nu wie u vraagt."))
        return go(request, "matching:find")
    context = {"conference": conference, "form": form, "replaces": HandOver.running(conference)}
    context["fees"] = Fee.objects.filter(conference=conference).select_related("coordinator__person")
    return render(request, "matching/pages/hand_over.html", context)


@fills_in("hand_over")
def divide(request, conference):
    """One fee for who organised it one after the other: which part for whom."""
    fees = Fee.objects.filter(conference=conference).select_related("coordinator__person").order_by("agreed_at", "pk")
    form = SharesForm(posted(request), list(fees))
    if form.is_bound and form.carry(partial(Fee.divide, conference), by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "matching:hand_over")
    return render(request, "matching/pages/divide.html", {"conference": conference, "form": form, "fees": fees})


@fills_in("know_them")
def know_them(request, conference):
    """«Ik ken iemand van hen»: no more than that has to be said."""
    if request.method == "POST" and request.POST.get("answer") == "no":
        checking.say_no(conference, by=request.hand)
        return go(request, "conference:show")
    if request.method == "POST":
        replacing.know_them(conference, by=request.hand)
        said(request, _("Dank u wel dat u het zegt. De regiomanager zoekt iemand anders."))
        return go(request, "conference:show")
    return render(
        request, "matching/pages/know_them.html", {"conference": conference, "alike": checking.alike_now(conference)}
    )


@fills_in("choose_coach")
def choose_coach(request, conference):
    """Another regiomanager coaches from now on."""
    possible = list(managers().exclude(pk=getattr(conference.coordinator, "pk", None)))
    form = CoachForm(posted(request), possible, conference.coach)
    if form.is_bound and form.carry(partial(sparring.choose, conference), by=request.hand):
        said(request, _("Bewaard. Coach en coördinator horen het."))
        return go(request, "matching:hand_over")
    return render(request, "matching/pages/choose_coach.html", {"conference": conference, "form": form})


@sees("see_coaching")
def coaching(request, conference):
    """The talks, and a thread of these two alone."""
    return show_coaching(request, conference, CoachingNoteForm())


@fills_in("coach")
def write_note(request, conference):
    form = CoachingNoteForm(posted(request))
    if form.is_bound and form.carry(partial(sparring.write, conference), by=request.hand):
        said(request, _("Bewaard. De ander krijgt bericht."))
        return go(request, "matching:coaching")
    return show_coaching(request, conference, form)


def show_coaching(request, conference, form):
    talks = CoachingTalk.objects.filter(conference=conference)
    context = {
        "conference": conference, "talks": talks[:50], "asked": CoachingTalk.asked(conference), "form": form,
        "notes": CoachingNote.between(conference, request.user)[:100], "is_coach": request.user == conference.coach,
    }  # fmt: skip
    return render(request, "matching/pages/coaching.html", context)


@does("coach")
def ask_for_coaching(request, conference):
    sparring.ask_for_coaching(conference, by=request.hand)
    said(request, _("Doorgegeven. U belt elkaar als het uitkomt."))
    return go(request, "matching:coaching")


@does("coach")
def hold_coaching(request, conference):
    CoachingTalk.hold(conference, by=request.hand)
    said(request, _("Bewaard."))
    return go(request, "matching:coaching")
