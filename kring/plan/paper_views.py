"""The plan to take home: as a whole, in large letters, for the fridge, told otherwise, and safety on its own sheet."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify

from kring.conference.access import Phase
from kring.conference.guards import go, sees
from kring.foundation.giving import given
from kring.plan import papers
from kring.plan.copying import hides_safety
from kring.plan.models import Plan
from kring.plan.titles import called_by_law, title_of


def sees_what_stands_now(request) -> bool:
    """The circle, and in part 3 everybody at the table; outsiders after that read the last version that was kept."""
    return request.face == "family" or request.conference.phase == Phase.PRESENTATION


def source_for(request, plan: Plan):
    """What this person reads: the plan as it stands, or its last version; None when there is none yet."""
    return plan if sees_what_stands_now(request) else plan.versions.first()


def told_to(request, plan: Plan, source) -> dict:
    """The whole plan as this person may read it."""
    it = plan.now() if source is plan and request.face != "family" else source.told()
    it["called"] = called_by_law(it)
    if hides_safety(plan, request.hand.name_of):
        it["safety"] = []
        plan.taken_away = [line for line in plan.taken_away if not getattr(line, "is_safety", False)]
    return it


@sees("see_plan")
def all_papers(request, conference):
    plan = Plan.of(conference, reader=request.hand.name_of)
    source = source_for(request, plan)
    if source is None:
        return go(request, "plan:show")
    return render(request, "plan/pages/papers.html", {"it": told_to(request, plan, source)})


@sees("see_plan")
def paper(request, conference):
    """The plan as it is on the screen, on A4."""
    plan = Plan.of(conference, reader=request.hand.name_of)
    source = source_for(request, plan)
    return whole(told_to(request, plan, source)) if source else go(request, "plan:show")


@sees("see_plan")
def version_paper(request, conference, version):
    plan = Plan.of(conference, reader=request.hand.name_of)
    return whole(told_to(request, plan, get_object_or_404(plan.versions, slug=version)))


@sees("see_plan")
def paper_as(request, conference, kind):
    """Another form of the same plan; what has nothing in it is not there."""
    plan = Plan.of(conference, reader=request.hand.name_of)
    source = source_for(request, plan)
    it = told_to(request, plan, source) if source else None
    printed = papers.of_kind(papers.KINDS[kind], it) if it and kind in papers.KINDS else None
    if printed is None:
        raise Http404
    return as_pdf(printed, f"{title_of(it)} {kind}")


@sees("see_plan")
def retold(request, conference, kind):
    """The same plan in other words, on the screen."""
    plan = Plan.of(conference, reader=request.hand.name_of)
    source = source_for(request, plan)
    it = told_to(request, plan, source) if source else {}
    told = papers.RETOLD_FOR.get(kind, "")
    if not it.get(told):
        raise Http404
    words = {"paragraphs": papers.paragraphs(it[told]), "called": papers.retold_for(told)}
    return render(request, "plan/pages/retold.html", {"it": it, "kind": kind, **words})


def whole(it: dict) -> HttpResponse:
    return as_pdf(papers.whole(it), title_of(it))


def as_pdf(content: bytes, name: str) -> HttpResponse:
    return given(content, f"{slugify(name)[:60] or 'plan'}.pdf")
