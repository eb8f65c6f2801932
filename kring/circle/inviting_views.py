"""Inviting on the screen: who is asked now, in which words, once more, and at another address."""

from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.circle import following, inviting
from kring.circle.forms import MoveForm
from kring.circle.inviting_forms import InviteForm, WordsForm
from kring.circle.picturing import InvitationPicture, pictures_of
from kring.circle.telling import how_many
from kring.circle.views import member_of, to_the_list
from kring.circle.wording import OwnWords
from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted


@fills_in("invite")
def invite(request, conference):
    """Read the letter first; then everybody gets it at the same moment."""
    everybody = following.listed(conference, request.hand.name_of)
    agreed = following.to_invite(everybody)
    form = InviteForm(posted(request), agreed)
    if form.carry(lambda who, **_more: inviting.invite_all(conference, form.chosen, by=request.hand)):
        said(request, _("Uitgenodigd: %(people)s.") % {"people": how_many(len(form.result))})
        return to_the_list(request)
    page = {"form": form, "members": agreed, "unreached": [member for member in agreed if not member.reach]}
    page["drafts"] = inviting.drafts(conference, agreed, by=request.hand)
    page["pictures"] = pictures_of(conference)
    page["asked"] = following.asked(conference, everybody) if "see_reach" in request.allowed else []
    return render(request, "circle/pages/invite.html", {"conference": conference, **page})


@fills_in("word_invitation")
def words(request, conference):
    """What a main person adds in words of their own, beside the fixed text."""
    person = request.hand.name_of
    form = WordsForm(posted(request), initial={"text": OwnWords.of(conference, person)})
    if form.carry(partial(OwnWords.say, conference), by=request.hand):
        said(request, _("Bewaard. Zo lezen je mensen het."))
        return go(request, "circle:words")
    page = {"conference": conference, "form": form, "draft": inviting.draft(conference, "circle", person.language)}
    page |= {"chosen": InvitationPicture.of(conference, person), "pictures": pictures_of(conference)}
    return render(request, "circle/pages/words.html", page)


@does("invite")
def invite_again(request, conference, member):
    member = member_of(conference, member)
    inviting.invite_again(member, by=request.hand)
    said(request, _("%(name)s krijgt de uitnodiging opnieuw.") % {"name": member.name})
    return to_the_list(request)


@does("invite")
def remind(request, conference, member):
    member = member_of(conference, member)
    inviting.remind(member, by=request.hand)
    said(request, _("%(name)s krijgt nog een bericht.") % {"name": member.name})
    return to_the_list(request)


@fills_in("see_reach")
def move(request, conference, member):
    """The number or address did not work: fill in another one."""
    member = member_of(conference, member)
    form = MoveForm(posted(request), member)
    if form.carry(member.move, by=request.hand):
        said(request, _("Bewaard. Bij «Berichten» kunt u het opnieuw proberen."))
        return to_the_list(request)
    return render(request, "circle/pages/move.html", {"conference": conference, "form": form, "member": member})
