"""Everyone hears that the plan is there and who was named in it is asked; outsiders only by the circle's choice."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.posting import post
from kring.people.models import Person
from kring.plan.copying import PLAN, PlanCopy, chosen, deal_out, readers_of
from kring.plan.models import Plan, PlanVersion

ASKED = "plan/letters/asked_of_you.txt"


@transaction.atomic
def adopt(plan: Plan, *, why: str = "", by: Person | Hand) -> PlanVersion:
    """«Dit is ons plan», and everyone hears it."""
    return tell(plan.adopt(why=why, by=by), by=by)


@transaction.atomic
def record_their_word(plan: Plan, *, who: Person, by: Person | Hand) -> PlanVersion:
    return tell(plan.record_their_word(who=who, by=by), by=by)


@transaction.atomic
def keep_as_new_version(plan: Plan, *, why: str = "", by: Person | Hand) -> PlanVersion:
    return tell(plan.change(why=why, by=by), by=by)


def tell(version: PlanVersion, *, by: Person | Hand) -> PlanVersion:
    """The circle, each by the own channel. Outsiders when the circle lets them see the plan, or asks them something."""
    conference, readers = version.plan.conference, readers_of(version.plan.conference)
    deal_out(version, readers)
    asked, rows = asked_now(version.plan), chosen(version.plan)
    for person in conference.people(*CIRCLE, *VISITORS):
        gets_it = person in readers and rows[person.pk].way != PlanCopy.Way.NONE
        if gets_it or person.pk in asked:
            _post(PLAN if gets_it else ASKED, version, person, is_asked=person.pk in asked, by=by)
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
    if version is None:
        return
    asked, known = asked_now(version.plan), chosen(version.plan)
    new = [person for person in readers_of(conference) if person.pk not in known or known[person.pk].number is None]
    deal_out(version, new)
    for person in conference.people(*[role for role in roles if role in VISITORS]):
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
