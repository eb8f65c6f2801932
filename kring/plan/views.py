"""The plan: to read, to take home, to test, and to say «dit is ons plan»."""

from django.core.exceptions import RequestDataTooBig
from django.db.models import prefetch_related_objects
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.conference.guards import does, fills_in, go, said, sees
from kring.conference.models import VISITORS
from kring.foundation.forms import posted
from kring.foundation.refusals import Refusal
from kring.meeting.models import Meeting
from kring.plan import presenting, sharing
from kring.plan.deciding_forms import OpenForm, PointForm, TestForm, TheirWordForm, WhyForm
from kring.plan.expecting import professionals_of
from kring.plan.gaps import gaps_in, unclear_in
from kring.plan.heeding import Heed, look_once_more
from kring.plan.models import Plan
from kring.plan.paper_views import sees_what_stands_now, told_to
from kring.plan.testing import ConditionTest, is_settled
from kring.plan.versions import PlanReceipt


def pen(request) -> str:
    """The addresses of who may write now: the circle's own, or the coordinator's who types what is told."""
    if "type_as_told" in request.allowed and not request.hand.is_for_someone_else:
        return "plan:type_"
    return "plan:" if "write_plan" in request.allowed else ""


@sees("see_plan")
def show(request, conference):
    plan = Plan.of(conference, reader=request.hand.name_of)
    versions = versions_for(request, plan)
    source = plan if sees_what_stands_now(request) else next(iter(versions), None)
    context = {"plan": plan, "versions": versions, "pen": pen(request), "is_live": source is plan}
    if source:
        context["it"] = told_to(request, plan, source)
    if source and request.face == "family":
        context["receipts"] = list(plan.receipts.select_related("person"))
    if source is plan:
        context |= to_do(plan, context["it"], versions)
        context["goes_against"] = heard_by(request) and Heed(conference).against(context["it"])
        context["removed"] = plan.taken_away if context["pen"] else []
    return render(request, "plan/pages/show.html", context)


def versions_for(request, plan: Plan) -> list:
    """Earlier versions for the circle; for others after the day, who then read the last one."""
    if sees_what_stands_now(request) and request.face != "family":
        return []
    prefetch_related_objects([plan], "versions")
    return list(plan.versions.all())


def to_do(plan: Plan, it: dict, versions: list) -> dict:
    """What the circle, and the coordinator who helps it, could still do to the plan as it stands."""
    return {
        "gaps": gaps_in(it, plan.conference.people(*VISITORS)),
        "unclear": unclear_in(it),
        "untested": [condition for condition in it["conditions"] if condition["meets"] is None],
        "is_changed": bool(versions) and it["number"] is None,
        "not_expected": not_expected(plan, it),
    }


def heard_by(request) -> bool:
    """Only who keeps the flags hears that the plan goes against one."""
    return "see_safety" in request.allowed and not request.hand.is_for_someone_else


def not_expected(plan: Plan, it: dict) -> list:
    """Professionals at the table of whom nothing was said yet; with what help is asked of them, something was."""
    named = {about["name"] for about in it["professionals"]} | {asked["of_whom"] for asked in it["help"]}
    return [person for person in professionals_of(plan.conference) if person.get_full_name() not in named]


@sees("see_plan")
def version(request, conference, version):
    plan = Plan.of(conference)
    found = get_object_or_404(plan.versions, slug=version)
    return render(request, "plan/pages/version.html", {"version": found, "it": told_to(request, plan, found)})


@does("open_the_door")
def open_the_door(request, conference):
    """From the script of the room with what was ticked, or without a script and without anything (paper)."""
    if request.content_type != "application/json":
        presenting.open_the_door(conference, [], by=request.hand)
        return go(request, "plan:show")
    try:
        presenting.open_the_door(conference, presenting.read(request.body), by=request.hand)
    except (Refusal, RequestDataTooBig) as wrong:
        refusal = wrong if isinstance(wrong, Refusal) else presenting.TooMuch()
        status = 400 if isinstance(refusal, presenting.Unreadable) else 409
        return JsonResponse({"message": str(refusal.message)}, status=status)
    return JsonResponse({"next": reverse("plan:show", args=[conference.slug])})


@does("confirm_text")
def confirm(request, conference):
    Plan.of(conference).confirm_text(by=request.hand)
    said(request, _("Dank je. De woorden staan er zoals jullie ze bedoelen."))
    return go(request, "plan:show")


@fills_in("adopt_plan")
def adopt(request, conference):
    plan, form = Plan.of(conference), WhyForm(posted(request))
    if form.carry(lambda **told: sharing.adopt(plan, **told), by=request.hand):
        said(request, _("Dit is jullie plan. Iedereen die meedoet krijgt bericht. Dank jullie wel."))
        return go(request, "plan:show")
    return render(request, "plan/pages/adopt.html", {"plan": plan, "form": form, **look_once_more(plan)})


@fills_in("record_their_word")
def their_word(request, conference):
    """On paper: the coordinator writes down which main person said it."""
    form = TheirWordForm(posted(request), conference)
    if form.carry(lambda **told: sharing.record_their_word(Plan.of(conference), **told), by=request.hand):
        said(request, _("Vastgelegd. Iedereen die meedoet krijgt bericht."))
        return go(request, "conference:show")
    return render(request, "plan/pages/their_word.html", {"form": form})


@fills_in("no_plan_yet")
def not_yet(request, conference):
    if request.method == "POST":
        Plan.of(conference).not_yet(by=request.hand)
        said(request, _("Goed dat jullie bij elkaar waren. Later verder mag altijd."))
        return go(request, "conference:show")
    return render(request, "plan/pages/not_yet.html")


@fills_in("talk_again")
def again(request, conference):
    """Back behind the door, about what is not met yet or anything else."""
    points = "\n".join(
        _("Voorwaarde %(number)s: %(point)s") % {"number": it.number, "point": it.point}
        for it in Plan.of(conference).unmet()
    )
    form = PointForm(posted(request), initial={"point": points})
    if form.carry(meeting_of(conference).talk_again, by=request.hand):
        return go(request, "conference:show")
    return render(request, "plan/pages/again.html", {"form": form})


def meeting_of(conference) -> Meeting:
    meeting = Meeting.of(conference)
    if meeting is None:
        raise Http404
    meeting.conference = conference
    return meeting


@fills_in("test_condition")
def meets(request, conference, condition=None):
    """Each of the own conditions by itself; there is no verdict on the whole."""
    own = Plan.of(conference).conditions().filter(form__setter=request.hand.name_of)
    forms = {it.slug: TestForm(posted(request) if it.slug == condition else None, prefix=it.slug) for it in own}
    meeting = meeting_of(conference)
    if condition:
        chosen = get_object_or_404(own, slug=condition)
        if forms[condition].carry(lambda **answer: ConditionTest.give(chosen, **answer), by=request.hand):
            said(request, _("Bewaard. De kring ziet het meteen."))
            return go(request, "plan:test")
    tests = [(it, None if is_settled(it, meeting) else forms[it.slug]) for it in own]
    return render(request, "plan/pages/test.html", {"tests": tests})


@does("receive_plan")
def receive(request, conference):
    PlanReceipt.sign(Plan.of(conference), by=request.hand)
    said(request, _("Dank u wel. De kring ziet dat u het plan in ontvangst nam."))
    return go(request, "plan:show")


@fills_in("write_plan")
def keep(request, conference):
    """In follow-up: keep what stands there now as a version."""
    plan, form = Plan.of(conference), WhyForm(posted(request))
    if form.carry(lambda **told: sharing.keep_as_new_version(plan, **told), by=request.hand):
        said(request, _("Bewaard. Iedereen die meedoet krijgt bericht."))
        return go(request, "plan:show")
    seen = look_once_more(plan) if "see_plan" in request.allowed else {}
    return render(request, "plan/pages/keep.html", {"plan": plan, "form": form, **seen})


@fills_in("give_consent")
def share(request, conference):
    """The circle chooses which outsiders get its plan."""
    form = OpenForm(posted(request), conference, request.hand.name_of)
    if form.carry(lambda **told: sharing.open_for(conference, **told), by=request.hand):
        said(request, _("Zij mogen het plan nu lezen, en krijgen bericht."))
        return go(request, "plan:show" if "see_plan" in request.allowed else "conference:show")
    return render(request, "plan/pages/share.html", {"form": form})
