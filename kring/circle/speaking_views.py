"""How somebody wants to take part and who stands beside them: for themselves, and for the coordinator who asks."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle.speaking_for import Beside, JoiningIn, has_children
from kring.circle.speaking_forms import AppointForm, BesideForm, JoiningForm
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted


@fills_in("choose_support")
def join(request, conference):
    me = request.hand.name_of
    form = JoiningForm.of(conference.joining_in.filter(person=me).first(), posted(request))
    if form.carry(partial(JoiningIn.say, conference), by=request.hand):
        said(request, _("Bewaard. Je mag je altijd bedenken."))
        return go(request, "circle:join")
    page = {"conference": conference, "form": form, "me": me, "beside": conference.beside.filter(whom=me)}
    return render(request, "circle/pages/join.html", page | {"has_children": has_children(conference)})


@fills_in("choose_support")
def choose(request, conference):
    form = BesideForm(posted(request))
    if form.carry(partial(Beside.choose, conference), by=request.hand):
        said(request, _("%(name)s staat naast je.") % {"name": form.result.name})
        return go(request, "circle:join")
    return render(request, "circle/pages/choose_beside.html", {"conference": conference, "form": form})


@does("choose_support")
def let_go(request, conference, beside):
    mine = conference.beside.filter(whom=request.hand.name_of, kind__in=Beside.CHOSEN)
    get_object_or_404(mine, slug=beside).let_go(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "circle:join")


@sees("see_support")
def support(request, conference):
    """For the coordinator: who was asked what, and who stands beside whom."""
    page = {
        "conference": conference, "unasked": JoiningIn.unasked(conference),
        "joining": conference.joining_in.select_related("person"), "beside": conference.beside.select_related("whom"),
    }  # fmt: skip
    return render(request, "circle/pages/support.html", page)


@fills_in("note_representative")
def appoint(request, conference):
    form = AppointForm(posted(request), conference)
    if form.carry(partial(Beside.appoint, conference), by=request.hand):
        said(request, _("Genoteerd. Een vertegenwoordiger is niet de stem van iemand. Vraag het ook altijd zelf."))
        return go(request, "circle:support")
    return render(request, "circle/pages/appoint.html", {"conference": conference, "form": form})


@does("note_representative")
def cross_out(request, conference, beside):
    appointed = conference.beside.filter(kind__in=Beside.APPOINTED)
    get_object_or_404(appointed, slug=beside).let_go(by=request.hand)
    said(request, _("Weggehaald."))
    return go(request, "circle:support")
