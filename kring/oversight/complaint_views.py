"""Complaints: a public form without signing in, and a drawer of the office that the case team cannot open."""

from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.db.models import Case, F, IntegerField, When
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.oversight.complaining import complain as take_in
from kring.oversight.complaining import words_on_paper
from kring.oversight.complaint_forms import AnswerForm, ComplaintForm, HandlingForm
from kring.oversight.complaints import ACKNOWLEDGED_IN, ANSWERED_IN, Complaint, may_read
from kring.oversight.listing import page_of
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.referral.leaflets import printed
from kring.referral.public_views import on_paper
from kring.referral.reading import layered, onward

FLOOD = "10/h"
TERMS = {"acknowledged_in": ACKNOWLEDGED_IN, "answered_in": ANSWERED_IN}


@open_to_all
def complain(request):
    """How it goes, and the form; nothing but the complaint is needed."""
    form = ComplaintForm(posted(request))
    if form.is_bound and form.carry(lambda **given: counted(request, **given)):
        return onward(request, reverse("complaints:mine", args=[form.result.slug]))
    return layered(request, "oversight/pages/complain.html", {"form": form, **TERMS})


def counted(request, **given) -> Complaint:
    limited(request, "complaint", per_address=FLOOD)
    return take_in(**given)


@open_to_all
@require_safe
def mine(request, token: str):
    """Where my complaint stands, and our answer; never the complaint itself."""
    complaint = get_object_or_404(Complaint, slug=token)
    address = f"{settings.BASE_URL}{request.path}"
    return layered(request, "oversight/pages/complaint_mine.html", {"complaint": complaint, "address": address})


@open_to_all
@require_safe
def paper(request) -> HttpResponse:
    """The same form to print and send by post."""
    return on_paper(printed("oversight/documents/complaint.typ", {"said": words_on_paper()}), "formulier")


def apart_from_the_case_team(view):
    """For the office; who also works on conferences finds nothing here."""

    @at_desk(Desk.OFFICE)
    @wraps(view)
    def apart(request, *args, **kwargs):
        if not may_read(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return apart


@apart_from_the_case_team
@require_safe
def listed(request):
    """What waits for us on top, the oldest first; then what was answered."""
    rank = Case(When(answered_at=None, then=0), default=1, output_field=IntegerField())
    rows, following = page_of(Complaint.objects.annotate(rank=rank, since=F("received_at")), request.GET.get("na", ""))
    return render(request, "oversight/pages/complaints.html", {"rows": rows, "following": following})


@apart_from_the_case_team
def show(request, token: str):
    complaint = get_object_or_404(Complaint, slug=token)
    form = HandlingForm(posted(request), initial={"handling": complaint.handling})
    if form.is_bound and form.carry(complaint.note):
        messages.success(request, _("Bewaard."))
        return redirect("complaints:show", token)
    context = {"complaint": complaint, "form": form, "answer_form": AnswerForm()}
    return render(request, "oversight/pages/complaint.html", context)


@apart_from_the_case_team
@require_POST
def acknowledge(request, token: str):
    get_object_or_404(Complaint, slug=token).acknowledge()
    return redirect("complaints:show", token)


@apart_from_the_case_team
@require_POST
def answer(request, token: str):
    complaint = get_object_or_404(Complaint, slug=token)
    form = AnswerForm(request.POST)
    if form.carry(complaint.answer):
        messages.success(request, _("Beantwoord. Dank u wel."))
        return redirect("complaints:show", token)
    known = HandlingForm(initial={"handling": complaint.handling})
    context = {"complaint": complaint, "form": known, "answer_form": form}
    return render(request, "oversight/pages/complaint.html", context)
