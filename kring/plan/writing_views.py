"""Writing the plan: one small form at a time, for the circle and for the coordinator who types what is told."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conference.guards import go, said
from kring.foundation.forms import posted
from kring.plan.expecting import Expectation, professionals_of
from kring.plan.forms import AgreementForm, HelpForm
from kring.plan.heeding import Heed, ask
from kring.plan.meanwhile import mark_of, show_what_stands, was_changed
from kring.plan.models import Plan
from kring.plan.part_forms import PARTS, ExpectForm, HowMetForm
from kring.plan.views import pen
from kring.referral.models import Referral


def existing(request, rows, slug: str | None):
    """The row that is changed; only for who may read it, also when it is done in somebody's name."""
    if slug is None:
        return None
    if "see_plan" not in request.allowed:
        raise Http404
    return get_object_or_404(rows, slug=slug)


def written(request, again: str):
    """Back to the plan, or on to the next one."""
    said(request, _("Bewaard."))
    if "again" in request.POST:
        return go(request, pen(request) + again)
    return go(request, "plan:show" if "see_plan" in request.allowed else "conference:show")


def kept(request, form, verb) -> bool:
    """Written down; what another wrote meanwhile, an address, and people who stand together, are asked about once."""
    form.seen = mark_of(form)
    if form.is_valid() and was_changed(form, request.POST.get("seen", "")):
        show_what_stands(form)
        return False
    if form.is_valid() and "sure" not in request.POST and (asked := Heed(request.conference).questions(form)):
        ask(form, asked)
        return False
    return form.carry(verb, by=request.hand)


def agreement(request, conference, agreement=None):
    plan = Plan.of(conference)
    found = existing(request, plan.agreements.select_related("doer"), agreement)
    form = AgreementForm(posted(request), conference, request.hand.name_of, found)
    if kept(request, form, found.change if found else plan.agree):
        return written(request, "agreement")
    return render(request, "plan/pages/agreement.html", {"form": form, "found": found, "pen": pen(request)})


def help_asked(request, conference, help=None):
    plan = Plan.of(conference)
    found = existing(request, plan.help_asked.select_related("professional"), help)
    form = HelpForm(posted(request), conference, request.hand.name_of, found)
    if kept(request, form, found.change if found else plan.ask_for_help):
        return written(request, "help")
    return render(request, "plan/pages/help.html", {"form": form, "found": found, "pen": pen(request)})


def expect(request, conference, person):
    """What the circle expects of one professional at the table, and how they keep in touch."""
    professional = next((it for it in professionals_of(conference) if it.slug == person), None)
    if professional is None:
        raise Http404
    plan = Plan.of(conference)
    known = plan.expectations.filter(professional=professional).values("expected", "in_touch").first()
    form = ExpectForm(posted(request), initial=known if "see_plan" in request.allowed else None)
    if kept(request, form, expected_of(request, plan, professional)):
        return written(request, "agreement")
    return render(request, "plan/pages/expect.html", {"form": form, "professional": professional})


def expected_of(request, plan: Plan, professional):
    return lambda by, **told: Expectation.write(plan, professional=professional, by=by, **what_was_said(request, told))


def how_met(request, conference, condition):
    """How the plan meets one condition, in the words of the circle."""
    plan = Plan.of(conference)
    found = existing(request, plan.conditions(), condition)
    form = HowMetForm(posted(request), initial={"how": found.how})
    if kept(request, form, lambda **told: plan.say_how_met(found, **told)):
        return written(request, "agreement")
    return render(request, "plan/pages/how_met.html", {"form": form, "condition": found})


def part(request, conference, part):
    """One of the parts beside the agreements: title, progress talk, initiative, what if."""
    if part not in PARTS:
        raise Http404
    plan = Plan.of(conference)
    form = part_form(request, plan, part)
    if kept(request, form, lambda by, **told: plan.fill_in(by=by, **what_was_said(request, told))):
        return written(request, "agreement")
    return render(request, "plan/pages/part.html", {"form": form, "part": part})


def what_was_said(request, told: dict) -> dict:
    """Who cannot read what stands there, because it is done by phone, cannot empty it by leaving a field open."""
    return told if "see_plan" in request.allowed else {name: value for name, value in told.items() if value}


def part_form(request, plan: Plan, part: str):
    made, more = PARTS[part], {}
    if part == "titel":
        more["has_minors"] = Referral.objects.filter(conference=plan.conference, has_minors=True).exists()
    seen = {name: getattr(plan, name) for name in made.base_fields} if "see_plan" in request.allowed else None
    return made(posted(request), initial=seen, **more)
