"""Who stays with the circle when the door closes: the circle asks for it and names them."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said
from kring.foundation.forms import posted
from kring.meeting.forms import SitsInForm
from kring.meeting.sitting_in import SitsIn


@fills_in("let_someone_stay")
def who_stays(request, conference):
    form, me = SitsInForm(posted(request)), request.hand.name_of
    if form.carry(partial(SitsIn.ask, conference), by=request.hand):
        said(request, _("Bewaard. Iedereen in de kring krijgt bericht."))
        return go(request, "meeting:who_stays")
    staying = [(one, one.may_be_let_go_by(me)) for one in SitsIn.of(conference)]
    return render(request, "meeting/pages/who_stays.html", {"form": form, "staying": staying})


@does("let_someone_stay")
def not_after_all(request, conference, who):
    get_object_or_404(conference.sitting_in, slug=who).let_go(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "meeting:who_stays")
