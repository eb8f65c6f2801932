"""Arranging what stands in the plan: another order, the same once more, taken away, and put back."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import go, said
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.copying import hides_safety
from kring.plan.models import Plan
from kring.plan.views import pen
from kring.plan.writing_views import existing

KINDS = {"afspraak": Agreement, "hulp": HelpAsked}


def reads_it(request) -> None:
    """What nobody can see here, because it is done by phone, is not arranged here."""
    if "see_plan" not in request.allowed:
        raise Http404


def order(request, conference):
    """Every agreement with a button up and one down; each press leads back to the same one."""
    reads_it(request)
    plan = Plan.of(conference)
    if request.method == "POST":
        found = get_object_or_404(plan.agreements, slug=request.POST.get("agreement", ""))
        found.move(up=request.POST.get("to") == "up", by=request.hand)
        return HttpResponseRedirect(f"{go(request, pen(request) + 'order')['Location']}#{found.slug}", status=303)
    rows, unseen = list(plan.agreements.all()), hides_safety(plan, request.hand.name_of)
    lists = [[it for it in rows if not it.is_safety], [it for it in rows if it.is_safety and not unseen]]
    return render(request, "plan/pages/order.html", {"lists": lists, "pen": pen(request)})


def copy_agreement(request, conference, agreement):
    """The same once more; then straight on to what must be different in it."""
    found = existing(request, Plan.of(conference).agreements, agreement)
    if request.method == "POST":
        again = found.copy(by=request.hand)
        said(request, _("Dit is de kopie. Verander wat anders moet."))
        return go(request, pen(request) + "change_agreement", again.slug)
    return go(request, pen(request) + "change_agreement", found.slug)


def remove_agreement(request, conference, agreement):
    return remove(request, existing(request, Plan.of(conference).agreements, agreement))


def remove_help(request, conference, help):
    return remove(request, existing(request, Plan.of(conference).help_asked, help))


def remove(request, found):
    if request.method == "POST":
        found.remove(by=request.hand)
        said(request, _("Het staat niet meer in het plan. Was het een vergissing? Dan kan het terug."))
        return go(request, "plan:show")
    return render(request, "plan/pages/remove.html", {"found": found})


def put_back(request, conference, kind, line):
    """Taken away by mistake."""
    reads_it(request)
    if kind not in KINDS:
        raise Http404
    plan = Plan.of(conference)
    found = get_object_or_404(KINDS[kind].everything.filter(plan=plan).removed(), slug=line)
    if request.method == "POST":
        found.plan = plan
        found.put_back(by=request.hand)
        said(request, _("Het staat er weer."))
    return go(request, "plan:show")
