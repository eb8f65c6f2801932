"""Everyone hears that the plan is there and who was named in it is asked; outsiders only by the circle's choice."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.posting import post
from kring.people.models import Person
from kring.plan.models import Plan, PlanVersion

PLAN, ASKED = "plan/letters/plan_is_there.txt", "plan/letters/asked_of_you.txt"


@transaction.atomic
def adopt(plan: Plan, *, by: Person | Hand) -> PlanVersion:
    """«Dit is ons plan», and everyone hears it."""
    return tell(plan.adopt(by=by), by=by)


@transaction.atomic
def record_their_word(plan: Plan, *, who: Person, by: Person | Hand) -> PlanVersion:
    return tell(plan.record_their_word(who=who, by=by), by=by)


@transaction.atomic
def keep_as_new_version(plan: Plan, *, by: Person | Hand) -> PlanVersion:
    return tell(plan.change(by=by), by=by)


def tell(version: PlanVersion, *, by: Person | Hand) -> PlanVersion:
    """The circle, each by the own channel. Outsiders when the circle lets them see the plan, or asks them something."""
    conference = version.plan.conference
    asked = asked_now(version.plan)
    for person in conference.people(*CIRCLE, *VISITORS):
        sees = "see_plan" in conference.allowed_to(person)
        if sees or person.pk in asked:
            _post(PLAN if sees else ASKED, version, person, is_asked=person.pk in asked, by=by)
    return version


def asked_now(plan: Plan) -> set[int]:
    """Everybody who was named for something and has not answered."""
    doers = plan.agreements.unanswered().values_list("doer_id", flat=True)
    return {
        *doers,
        *plan.help_asked.exclude(professional=None).filter(answer="").values_list("professional_id", flat=True),
    }


@transaction.atomic
def open_for(conference: Conference, roles: list, *, by: Person | Hand) -> None:
    """The circle lets outsiders see its plan, also now the day is over; each of them hears that it is there."""
    conference.give_consent("see_plan", roles, by=by)
    version = Plan.of(conference).versions.first()
    asked = asked_now(version.plan) if version else set()
    for person in conference.people(*[role for role in roles if role in VISITORS]) if version else []:
        _post(PLAN, version, person, is_asked=person.pk in asked, by=by)


def _post(letter: str, version: PlanVersion, person: Person, *, is_asked: bool, by: Person | Hand) -> None:
    conference = version.plan.conference
    post(
        person,
        letter,
        {"number": version.number, "is_asked": is_asked, "is_visitor": not conference.roles_of(person) & CIRCLE},
        key=f"{letter}:{version.slug}:{person.slug}",
        about=conference,
        sent_by=Hand.of(by).by,
        link_path=reverse("conference:show" if is_asked else "plan:show", args=[conference.slug]),
    )
