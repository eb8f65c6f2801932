"""Answering an invitation: one tap for yes, otherwise or no; the details can wait."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.circle.forms import AnswerForm, DetailsForm
from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.conference.guards import fills_in, go, said
from kring.foundation.doors import signed_in
from kring.foundation.forms import posted


@signed_in
def invitation(request, slug):
    """Where the letter leads: to the answer, to the conference when that is later, or to a thank-you after a no."""
    member = get_object_or_404(
        CircleMember.objects.select_related("conference"), conference__slug=slug, person=request.user
    )
    allowed = member.conference.allowed_to(request.user)
    if "answer_invitation" in allowed:
        return HttpResponseRedirect(reverse("circle:answer", args=[slug]))
    if "see_state" in allowed and member.mode != Mode.NOT:
        return HttpResponseRedirect(reverse("conference:show", args=[slug]))
    return render(request, "circle/pages/thank_you.html", {"member": member})


@fills_in("answer_invitation")
def answer(request, conference):
    member = CircleMember.of(conference, request.hand.name_of)
    form = AnswerForm(posted(request))
    if form.carry(member.answer, by=request.hand):
        return thanked(request, conference, member)
    page = {"conference": conference, "member": member, "form": form, "otherwise": OTHERWISE}
    return render(request, "circle/pages/answer.html", page)


OTHERWISE = [Mode.BY_PHONE, Mode.BY_VIDEO, Mode.LETTER, Mode.SPOKESPERSON]


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
def details(request, conference):
    member = CircleMember.of(conference, request.hand.name_of)
    form = DetailsForm.of(member, posted(request))
    if form.carry(member.say_more, by=request.hand):
        said(
            request,
            _("Dank u wel. Het staat genoteerd.") if member.is_professional else _("Dank je wel. Het staat erbij."),
        )
        return go(request, "conference:show")
    return render(request, "circle/pages/details.html", {"conference": conference, "member": member, "form": form})
