"""The whole plan as plain data that stands alone: for the screen, for a version that is kept, and for paper."""

import json
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import ngettext

from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.copying import chosen, copy_for, readers_of
from kring.plan.lining_up import standing
from kring.plan.testing import conditions_of, still_meets

DATES = frozenset({"made_on", "adopted_on", "progress_on", "tested_on", "starts_on", "until_on"})
NOT_THE_WORDING = frozenset(
    {"number", "adopted_on", "made_by", "made_by_more", "made_on", "made_at", "accepted", "answer", "answer_text"}
)
NOT_THE_WORDING |= {"answer_by", "meets", "point", "tested_on", "names", "copies"}
BEFORE = {"also_called": "", "professionals": [], "easy": "", "child": "", "copies": []}  # what older versions lack


def told(plan, *, number: int | None = None, on: date | None = None) -> dict:
    """Every part of the plan of `Plan.of`, names as text. `number` and `on` say which version it is."""
    plan.taken_away = []
    lines = standing(plan, Agreement.everything.select_related("for_whom"))
    agreements = [agreement_told(agreement) for agreement in lines]
    seen = taking_part(plan.conference)
    return {
        "number": number,
        "adopted_on": on,
        "title": plan.title,
        "also_called": plan.also_called,
        "names": [person.first_name for person in plan.conference.main_people],
        "question": plan.question or "",
        **contributors(plan.conference, seen),
        "made_on": timezone.localdate(plan.day.starts_at) if plan.day and plan.day.starts_at else None,
        "made_at": plan.day.place if plan.day else "",
        "agreements": [agreement for agreement in agreements if not agreement["is_safety"]],
        "safety": [agreement for agreement in agreements if agreement["is_safety"]],
        "help": [help_told(asked) for asked in standing(plan, HelpAsked.everything.all())],
        "conditions": [condition_told(condition) for condition in conditions_of(plan.conference)],
        "otherwise": plan.otherwise,
        "initiator": plan.initiator,
        "who_on_change": plan.who_on_change,
        "contact": plan.contact,
        "professionals": [expectation_told(it) for it in plan.expectations.select_related("professional")],
        "easy": plan.easy,
        "child": plan.child,
        "progress_on": plan.progress_on,
        "progress_where": plan.progress_where,
        "progress_planner": plan.progress_planner,
        "copies": copies_told(plan, seen) if number else [],
    }


def agreement_told(agreement: Agreement) -> dict:
    names = ("what", "who", "when", "starts_on", "until_on", "stand_in", "watcher", "kind")
    return {name: getattr(agreement, name) for name in names} | {
        "for_whom": agreement.for_whom.first_name if agreement.for_whom else "",
        "slug": agreement.slug,
        "is_safety": agreement.is_safety,
        "is_asked": agreement.doer_id is not None,
        "accepted": agreement.is_accepted,
    }


def help_told(help_asked: HelpAsked) -> dict:
    names = ("slug", "what", "of_whom", "by_when", "keep_in_touch", "answer", "answer_text", "answer_by")
    return {name: getattr(help_asked, name) for name in names}


def condition_told(condition) -> dict:
    meets = still_meets(condition)
    tested_at = condition.tested_at if meets == condition.meets else None
    return {
        "slug": condition.slug,
        "number": condition.number,
        "text": condition.text,
        "set_by": str(condition.form.setter),
        "how": condition.how or "",
        "meets": meets,
        "point": condition.point or "",
        "tested_on": timezone.localdate(tested_at) if tested_at else None,
    }


def expectation_told(expectation) -> dict:
    professional = expectation.professional
    words = {"expected": expectation.expected, "in_touch": expectation.in_touch}
    return {"person": professional.slug, "name": professional.get_full_name()} | words


def copies_told(plan, members: list[CircleMember]) -> list[dict]:
    """Who gets a copy and how; of the circle only who lets others see that they are in it."""
    rows, conference = chosen(plan), plan.conference
    named = {member.person_id for member in members if member.may_be_seen}
    hidden = {person.pk for person in conference.people(Role.CIRCLE_MEMBER)} - named
    copies = [copy_for(plan, person, rows) for person in readers_of(conference) if person.pk not in hidden]
    return [{"who": str(copy.person), "way": copy.way} for copy in copies if copy.way != copy.Way.NONE]


def taking_part(conference) -> list[CircleMember]:
    """Of the circle, who said they take part."""
    seated = {person.pk for person in conference.people(Role.CIRCLE_MEMBER)}
    return list(CircleMember.objects.filter(conference=conference, person__in=seated).in_circle().taking_part())


def contributors(conference, members: list[CircleMember]) -> dict:
    """Who made it, in no order of importance (A18): the names of who may be seen, and how many there are besides."""
    named = [member.name for member in members if member.may_be_seen]
    names = [person.get_full_name() for person in conference.main_people] + named
    return {"made_by": sorted(names, key=str.casefold), "made_by_more": len(members) - len(named)}


def made_by(it: dict) -> list[str]:
    """The names, and «nog 3 mensen» for who would rather not be named."""
    more = it["made_by_more"]
    return [*it["made_by"], *([ngettext("nog iemand", "nog %(n)s mensen", more) % {"n": more}] if more else [])]


# --- as a version
def as_json(plan, *, number: int | None = None, on: date | None = None) -> str:
    return json.dumps(told(plan, number=number, on=on), cls=DjangoJSONEncoder, ensure_ascii=False)


def read(content: str) -> dict:
    """What as_json wrote, also long ago."""
    it = json.loads(content, object_hook=_with_dates)
    if it.pop("is_family_group_plan", False):
        it["also_called"] = "family_group"
    return BEFORE | it


def _with_dates(part: dict) -> dict:
    return {name: date.fromisoformat(it) if name in DATES and it else it for name, it in part.items()}


def wording(part):
    """Only what the circle wrote, without who said yes, answered, tested or took part."""
    if isinstance(part, dict):
        return {name: wording(it) for name, it in part.items() if it and name not in NOT_THE_WORDING}
    return [wording(it) for it in part] if isinstance(part, list) else part
