"""Who gets the plan and how: the main people choose, the coordinator prints and gives what no message brings."""

from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from kring.circle.sides import people_seen_by
from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import CIRCLE, VISITORS
from kring.foundation.forms import posted
from kring.foundation.tongues import of_house
from kring.plan import papers
from kring.plan.copying import PlanCopy, chosen, copy_for, readers_of, still_to_give, with_news
from kring.plan.deciding_forms import CopyForm
from kring.plan.heeding import Heed
from kring.plan.models import Plan
from kring.plan.paper_views import as_pdf
from kring.plan.titles import title_of


def readers_seen_by(request, conference) -> list:
    """Who gets it, as far as this person may know who is in the circle."""
    known = people_seen_by(conference, request.hand.name_of, *CIRCLE, *VISITORS)
    return [person for person in readers_of(conference) if person in known]


@fills_in("give_consent")
def copies(request, conference):
    """Everybody who gets it, how, and since when they have it."""
    plan = Plan.of(conference)
    rows = chosen(plan)
    found = [copy_for(plan, person, rows) for person in readers_seen_by(request, conference)]
    return render(request, "plan/pages/copies.html", {"copies": with_news(found, plan), "plan": plan})


@fills_in("give_consent")
def copy(request, conference, person):
    """How one person gets the plan."""
    plan = Plan.of(conference)
    reader = {it.slug: it for it in readers_seen_by(request, conference)}.get(person)
    if reader is None:
        raise Http404
    found = copy_for(plan, reader, chosen(plan))
    form = CopyForm(posted(request), initial={"way": found.way, "with_safety": found.with_safety})
    if form.carry(lambda **told: PlanCopy.choose(plan, person=reader, **told), by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "plan:copies")
    return render(request, "plan/pages/copy.html", {"form": form, "reader": reader})


# --- the coordinator
@sees("give_copies")
def hand_out(request, conference):
    """What waits for a printer, and who has it already."""
    plan = Plan.of(conference)
    prefetch_related_objects([plan], "versions")
    found = with_news(list(plan.copies.dealt()), plan)
    context = {"todo": [it for it in found if it.by_hand], "others": [it for it in found if not it.by_hand]}
    context |= {"today": timezone.localdate(), "retold": papers.retold_in(plan.versions.first())}
    context["goes_against"] = [] if request.hand.is_for_someone_else else Heed(conference).against_the_last(plan)
    return render(request, "plan/pages/hand_out.html", context)


@sees("give_copies")
def print_copy(request, conference, copy, kind=""):
    """Only for who gets it on paper, until they have it; what is ours around their words is in their language."""
    plan = Plan.of(conference)
    found = next((it for it in still_to_give(plan) if it.slug == copy), None)
    if found is None:
        raise Http404
    it = plan.versions.first().told()
    with override(of_house(found.person.language)):
        printed = papers.of_kind(papers.RETOLD_FOR.get(kind, ""), it) if kind else copy_on_paper(found, it)
    if printed is None:
        raise Http404
    return as_pdf(printed, f"{title_of(it)} {kind} {found.person.first_name}")


def copy_on_paper(found: PlanCopy, it: dict) -> bytes:
    return papers.whole(it, large=found.way == PlanCopy.Way.LARGE, safety=found.with_safety)


@does("give_copies")
def give(request, conference, copy):
    plan = Plan.of(conference)
    found = get_object_or_404(plan.copies.to_give(), slug=copy)
    found.plan = plan
    found.give(by=request.hand)
    said(request, _("Vastgelegd. %(name)s heeft het plan.") % {"name": found.person.first_name})
    return go(request, "plan:hand_out")
