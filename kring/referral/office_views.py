"""The office looks after the public site: the papers of an ANBI."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kring.foundation.forms import posted
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.referral.public_forms import AnbiForm
from kring.referral.public_models import AnbiPaper, Paper


@at_desk(Desk.OFFICE)
@require_safe
def papers(request):
    """Which papers are there, and which the site says are missing."""
    return render(request, "referral/pages/papers.html", {"papers": AnbiPaper.all_kinds()})


@at_desk(Desk.OFFICE)
def paper(request, kind: str):
    if kind not in Paper.values:
        raise Http404
    found = next(one for one in AnbiPaper.all_kinds() if one.kind == kind)
    form = AnbiForm(posted(request), initial={"text": found.text, "link": found.link})
    if form.is_bound and form.carry(found.write):
        messages.success(request, _("Bewaard."))
        return redirect("referral:papers")
    return render(request, "referral/pages/paper.html", {"paper": found, "form": form})
