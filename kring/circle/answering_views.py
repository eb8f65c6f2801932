"""Answering an invitation: one tap for yes, otherwise or no; the details can wait."""

from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kring.circle.answering_forms import AnswerForm, DetailsForm
from kring.circle.following import tick_off_call
from kring.circle.kinds import Mode
from kring.circle.leaving_alone import is_left_alone
from kring.circle.models import CircleMember
from kring.circle.needing import is_a_child
from kring.circle.picturing import pictures_of
from kring.circle.wording import agreed_question, own_words
from kring.conference.guards import fills_in, go, said
from kring.foundation import tongues
from kring.foundation.doors import signed_in
from kring.foundation.forms import posted

OTHERWISE = [Mode.BY_PHONE, Mode.BY_VIDEO, Mode.LETTER, Mode.VOICE, Mode.SPOKESPERSON]


def in_their_tongue(view):
    """Who was asked in a language at the door answers in it, unless they chose another one in this browser."""

    @wraps(view)
    def spoken(request, *args, **kwargs):
        is_own = not getattr(request, "hand", None) or not request.hand.is_for_someone_else
        chosen = bool(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME))
        if not is_own or chosen or request.user.language not in tongues.AT_THE_DOOR:
            return view(request, *args, **kwargs)
        with translation.override(request.user.language):
            return view(request, *args, **kwargs)

    return spoken


def invited_here(request, slug, **more) -> CircleMember:
    members = CircleMember.objects.select_related("conference")
    return get_object_or_404(members, conference__slug=slug, person=request.user, **more)


@signed_in
@in_their_tongue
def invitation(request, slug):
    """Where the letter leads: to the answer, to the conference when that is later, or to a thank-you after a no."""
    member = invited_here(request, slug)
    allowed = member.conference.allowed_to(request.user)
    if "answer_invitation" in allowed:
        return HttpResponseRedirect(reverse("circle:answer", args=[slug]))
    if "see_state" in allowed and member.mode != Mode.NOT:
        return HttpResponseRedirect(reverse("conference:show", args=[slug]))
    page = {"member": member, "tongue": tongues.here(), "is_left_alone": is_left_alone(member)}
    return render(request, "circle/pages/thank_you.html", page)


@fills_in("answer_invitation")
@in_their_tongue
def answer(request, conference):
    member = CircleMember.of(conference, request.hand.name_of)
    form = AnswerForm(posted(request))
    if form.carry(member.answer, by=request.hand):
        tick_off_call(member, by=request.hand)
        return thanked(request, conference, member)
    page = {"conference": conference, "member": member, "form": form, "otherwise": OTHERWISE, "tongue": tongues.here()}
    return render(request, "circle/pages/answer.html", page | from_the_main_people(member) | about(conference))


def about(conference) -> dict:
    return {"question": agreed_question(conference), "others": others()}


def from_the_main_people(member) -> dict:
    """Their own words and pictures are for the circle."""
    if member.is_professional:
        return {}
    return {"own_words": own_words(member.conference), "pictures": pictures_of(member.conference)}


def others() -> list[str]:
    """The languages at the door that this page is not in."""
    return [language for language in tongues.AT_THE_DOOR if language != translation.get_language()]


def thanked(request, conference, member):
    """Thanks after every answer, also after no; who said no has left, so the thank-you is outside."""
    if member.takes_part:
        return go(request, "circle:details")
    if "answer_invitation" in conference.allowed_to(request.hand.name_of):
        said(request, _("Dank u voor uw antwoord. De coördinator belt u om te kijken wat wel kan."))
        return go(request, "conference:show")
    if request.hand.is_for_someone_else:
        said(request, _("Genoteerd: %(name)s doet nu niet mee.") % {"name": member.name})
        return HttpResponseRedirect(reverse("conference:show", args=[conference.slug]), status=303)
    return HttpResponseRedirect(reverse("circle:invitation", args=[conference.slug]), status=303)


@fills_in("answer_invitation")
@in_their_tongue
def details(request, conference):
    member = CircleMember.of(conference, request.hand.name_of)
    form = DetailsForm.of(member, posted(request))
    if form.carry(member.say_more, by=request.hand):
        return noted(request, conference, member, form.cleaned_data["particulars"])
    page = {"conference": conference, "member": member, "form": form, "tongue": tongues.here()}
    return render(request, "circle/pages/details.html", page)


def noted(request, conference, member, particulars):
    """Thanks; and when a child would interpret, a kind word about that first."""
    if is_a_child(conference, particulars.brought_interpreter):
        messages.warning(
            request,
            _(
                "Bewaard. Is de tolk een kind? Voor een kind is dat zwaar. "
                "De coördinator zoekt graag mee naar een volwassene."
            ),
        )
        return go(request, "circle:details")
    said(
        request,
        _("Dank u wel. Het staat genoteerd.") if member.is_professional else _("Dank je wel. Het staat erbij."),
    )
    return go(request, "conference:show")
