"""The whole plan as plain data that stands alone: for the screen, for a version that is kept, and for paper."""

import json
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.foundation.templatetags.house import day
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.testing import conditions_of

DATES = frozenset({"made_on", "adopted_on", "progress_on", "tested_on"})
NOT_THE_WORDING = frozenset(
    {"number", "adopted_on", "made_by", "made_by_more", "made_on", "made_at", "accepted", "answer", "answer_text"}
)
NOT_THE_WORDING |= {"meets", "point", "tested_on", "names"}


def told(plan, *, number: int | None = None, on: date | None = None) -> dict:
    """Every part of the plan of `Plan.of`, names as text. `number` and `on` say which version it is."""
    agreements = [agreement_told(agreement) for agreement in plan.agreements.all()]
    return {
        "number": number,
        "adopted_on": on,
        "title": plan.title,
        "is_family_group_plan": plan.is_family_group_plan,
        "names": [person.first_name for person in plan.conference.main_people],
        "question": plan.question or "",
        **contributors(plan.conference),
        "made_on": timezone.localdate(plan.day.starts_at) if plan.day and plan.day.starts_at else None,
        "made_at": plan.day.place if plan.day else "",
        "agreements": [agreement for agreement in agreements if not agreement["is_safety"]],
        "safety": [agreement for agreement in agreements if agreement["is_safety"]],
        "help": [help_told(help_asked) for help_asked in plan.help_asked.all()],
        "conditions": [condition_told(condition) for condition in conditions_of(plan.conference)],
        "otherwise": plan.otherwise,
        "initiator": plan.initiator,
        "who_on_change": plan.who_on_change,
        "contact": plan.contact,
        "progress_on": plan.progress_on,
        "progress_where": plan.progress_where,
        "progress_planner": plan.progress_planner,
    }


def agreement_told(agreement: Agreement) -> dict:
    words = {name: getattr(agreement, name) for name in ("what", "who", "when", "stand_in", "watcher", "kind")}
    return words | {
        "slug": agreement.slug,
        "is_safety": agreement.is_safety,
        "is_asked": agreement.doer_id is not None,
        "accepted": agreement.is_accepted,
    }


def help_told(help_asked: HelpAsked) -> dict:
    names = ("slug", "what", "of_whom", "by_when", "keep_in_touch", "answer", "answer_text")
    return {name: getattr(help_asked, name) for name in names}


def condition_told(condition) -> dict:
    return {
        "slug": condition.slug,
        "number": condition.number,
        "text": condition.text,
        "set_by": str(condition.form.setter),
        "how": condition.how or "",
        "meets": condition.meets,
        "point": condition.point or "",
        "tested_on": timezone.localdate(condition.tested_at) if condition.tested_at else None,
    }


def contributors(conference) -> dict:
    """Who made it, in no order of importance (A18): the names of who may be seen, and how many there are besides."""
    seated = {person.pk for person in conference.people(Role.CIRCLE_MEMBER)}
    members = CircleMember.objects.filter(conference=conference, person__in=seated).in_circle().taking_part()
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
    """What as_json wrote."""
    return json.loads(content, object_hook=_with_dates)


def _with_dates(part: dict) -> dict:
    return {name: date.fromisoformat(it) if name in DATES and it else it for name, it in part.items()}


def wording(part):
    """Only what the circle wrote, without who said yes, answered, tested or took part."""
    if isinstance(part, dict):
        return {name: wording(it) for name, it in part.items() if name not in NOT_THE_WORDING}
    return [wording(it) for it in part] if isinstance(part, list) else part


# --- on paper
def payload(source) -> dict:
    """What foundation/documents/plan.typ prints, of a plan or of one of its versions."""
    it = source.told()
    return {
        "title": full_title(it),
        "names": it["names"],
        "question": it["question"],
        "agreements": it["agreements"],
        "safety": it["safety"],
        "help": [
            {
                "what": asked["what"],
                "from_whom": asked["of_whom"],
                "by_when": asked["by_when"],
                "answer": answer_of(asked),
            }
            for asked in it["help"]
        ],
        "conditions": [
            {**condition, "how_met": condition["how"], "tested": tested(condition)} for condition in it["conditions"]
        ],
        "otherwise": it["otherwise"],
        "initiator": it["initiator"],
        "on_change": it["who_on_change"],
        "professionals": professionals(it),
        "progress": progress(it),
        "made_by": made_by(it),
        "made_on": day(it["made_on"]),
        "made_at": it["made_at"],
        "adopted_on": day(it["adopted_on"]),
        "version": it["number"],
    }


def full_title(it: dict) -> str:
    """The title the circle chose; a plan around children may carry its name in the law (B3)."""
    title = it["title"] or _("Ons plan")
    return f"{title} – {_('familiegroepsplan (artikel 1.1 Jeugdwet)')}" if it["is_family_group_plan"] else title


def answer_of(asked: dict) -> str:
    if not asked["answer"]:
        return ""
    return ". ".join(filter(None, [str(HelpAsked.Answer(asked["answer"]).label), asked["answer_text"]]))


def tested(condition: dict) -> str:
    if condition["meets"] is None:
        return ""
    said = _("voldoet") if condition["meets"] else _("nog niet: %(point)s") % {"point": condition["point"]}
    return f"{said} ({day(condition['tested_on'])})"


def progress(it: dict) -> str:
    """When and where they speak next, or who still plans that."""
    planner = _("Nog te plannen door %(who)s") % {"who": it["progress_planner"]} if it["progress_planner"] else ""
    return "\n".join(filter(None, [day(it["progress_on"]), it["progress_where"], planner]))


def professionals(it: dict) -> list[dict]:
    """What is expected of each professional, and how to keep in touch (A73)."""
    found: dict[str, dict] = {}
    for asked in it["help"]:
        if asked["of_whom"]:
            about = found.setdefault(asked["of_whom"], {"name": asked["of_whom"], "expected": [], "in_touch": []})
            about["expected"].append(asked["what"])
            about["in_touch"] += filter(None, [asked["keep_in_touch"]])
    contact = _("Wie met ons praat: %(who)s") % {"who": it["contact"]} if it["contact"] else ""
    for about in found.values():
        about["expected"], about["in_touch"] = (
            "\n".join(about["expected"]),
            "\n".join([*about["in_touch"], contact]).strip(),
        )
    return list(found.values())
