"""Who is who on the screen."""

from functools import partial

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.circle import professionals
from kring.circle.speaking_forms import IntroduceForm
from kring.conference.guards import fills_in, go, said, sees
from kring.foundation.forms import posted


@sees("see_professionals")
def who_is_who(request, conference):
    page = {"conference": conference, "professionals": professionals.who_is_who(conference, request.hand.name_of)}
    return render(request, "circle/pages/who_is_who.html", page)


@fills_in("introduce_myself")
def introduce(request, conference):
    me = request.hand.name_of
    form = IntroduceForm(posted(request), initial={"works_at": me.works_at, "job": me.job})
    if form.carry(partial(professionals.introduce, conference), by=request.hand):
        said(request, _("Dank u wel. Zo zien de anderen u."))
        return go(request, "circle:who_is_who" if "see_professionals" in request.allowed else "conference:show")
    return render(request, "circle/pages/introduce.html", {"conference": conference, "form": form})
