"""The picture beside the invitation: choosing one, taking it away, and showing it to who holds the invitation."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle.inviting_forms import PictureForm
from kring.circle.picturing import InvitationPicture, pictures_of
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.foundation.uploads import served


@fills_in("word_invitation")
def picture(request, conference):
    me = request.hand.name_of
    chosen = InvitationPicture.of(conference, me)
    form = PictureForm(posted(request), request.FILES or None, chosen.drawing if chosen else "")
    if request.method == "POST":
        limited(request, "invitation picture", per_key="30/h", key=me.slug)
    if form.carry(partial(InvitationPicture.choose, conference), by=request.hand):
        said(request, _("Bewaard. Zo zien je mensen het."))
        return go(request, "circle:words")
    page = {"conference": conference, "form": form, "chosen": chosen}
    return render(request, "circle/pages/picture.html", page)


@does("word_invitation")
def remove_picture(request, conference):
    InvitationPicture.remove(conference, by=request.hand)
    said(request, _("Het plaatje is weg. De woorden zijn genoeg."))
    return go(request, "circle:words")


@sees("see_invitation")
def shown_picture(request, conference, picture):
    """What was sent, for who is invited, for the coordinator, and for whoever sent it."""
    mine = InvitationPicture.objects.filter(person=request.user)
    everybodys = InvitationPicture.objects.filter(pk__in=[shown.pk for shown in pictures_of(conference)])
    found = get_object_or_404((mine | everybodys).filter(conference=conference), slug=picture)
    if found.upload is None:
        raise Http404
    return served(found.upload, request)
