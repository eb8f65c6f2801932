"""The plan on paper: the whole of it, in large letters, for the fridge, told otherwise, and safety on its own sheet."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.foundation.printing import pdf
from kring.foundation.templatetags.house import day
from kring.people.models import Organisation
from kring.plan.agreements import HelpAsked
from kring.plan.titles import called_by_law, title_of
from kring.plan.writing import made_by

FRIDGE, SAFETY, RETOLD = "plan/documents/fridge.typ", "plan/documents/safety.typ", "plan/documents/retold.typ"
KINDS = {
    "groot": "large",
    "zonder-veiligheid": "apart",
    "veiligheid": "safety",
    "koelkast": "fridge",
    "makkelijk": "easy",
    "kinderen": "child",
}
RETOLD_FOR = {"makkelijk": "easy", "kinderen": "child"}
WAYS = {
    "own": gettext_lazy("per bericht of brief"),
    "paper": gettext_lazy("op papier"),
    "large": gettext_lazy("op papier, met grote letters"),
}


def whole(it: dict, *, large: bool = False, safety: bool = True) -> bytes:
    """Everything; the agreements about safety on pages of their own, or not at all."""
    return pdf("plan", payload(it, safety=safety) | {"is_large": large})


def of_kind(kind: str, it: dict) -> bytes | None:
    """Another form of the same plan; None when there is nothing to print in it."""
    if kind in ("large", "apart"):
        return whole(it, large=kind == "large", safety=kind == "large")
    if kind == "fridge":
        return pdf(FRIDGE, fridge(it))
    if kind == "safety":
        return pdf(SAFETY, safety_sheet(it)) if it["safety"] else None
    return pdf(RETOLD, retold(it, kind)) if it.get(kind) else None


def payload(it: dict, *, safety: bool = True) -> dict:
    """What foundation/documents/plan.typ prints."""
    return {
        "title": title_of(it),
        "called": called_by_law(it),
        "guide": _("De kring maakte dit plan zelf. Het is de leidraad voor de hulp en voor de toekomst."),
        "names": it["names"],
        "question": it["question"],
        "agreements": [agreement(it) for it in it["agreements"]],
        "safety": [agreement(it) for it in it["safety"]] if safety else [],
        "safety_apart": _("De afspraken over veiligheid staan op een apart blad.") if it["safety"] else "",
        "help": [help_asked(asked) for asked in it["help"]],
        "conditions": [
            {**condition, "how_met": condition["how"], "tested": tested(condition)} for condition in it["conditions"]
        ],
        "otherwise": it["otherwise"],
        "initiator": it["initiator"],
        "on_change": it["who_on_change"],
        "contact": it["contact"],
        "professionals": professionals(it),
        "progress": progress(it),
        "made_by": made_by(it),
        "made_on": day(it["made_on"]),
        "made_at": it["made_at"],
        "adopted_on": day(it["adopted_on"]),
        "version": it["number"],
        "copies": [f"{copy['who']} ({WAYS[copy['way']]})" for copy in it["copies"]],
    }


def agreement(it: dict) -> dict:
    """One agreement; whose help it is, and for whom, stand with who does it."""
    kind = _("van een professional") if it["kind"] == "professional" else ""
    for_whom = _("voor %(name)s") % {"name": it["for_whom"]} if it.get("for_whom") else ""
    beside = ", ".join(filter(None, [kind, for_whom]))
    who = f"{it['who']} ({beside})" if it["who"] and beside else it["who"] or beside
    return {
        "what": it["what"], "who": who, "when": when(it), "stand_in": it["stand_in"], "watcher": it["watcher"],
    }  # fmt: skip


def when(it: dict) -> str:
    """«elke ochtend, vanaf maandag 1 maart 2027, tot en met …»"""
    starts = _("vanaf %(day)s") % {"day": day(it["starts_on"])} if it.get("starts_on") else ""
    until = _("tot en met %(day)s") % {"day": day(it["until_on"])} if it.get("until_on") else ""
    return ", ".join(filter(None, [it["when"], starts, until]))


def help_asked(asked: dict) -> dict:
    return {
        "what": asked["what"],
        "from_whom": asked["of_whom"],
        "by_when": asked["by_when"],
        "answer": answer_of(asked),
    }


def answer_of(asked: dict) -> str:
    if not asked["answer"]:
        return ""
    label = str(HelpAsked.Answer(asked["answer"]).label)
    return ". ".join(filter(None, [label, asked["answer_text"], asked.get("answer_by", "")]))


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
    """What is expected of each professional, and how to keep in touch (A73); what is asked of them counts as well."""
    found: dict[str, dict] = {}
    said = [(about["name"], about["expected"], about["in_touch"]) for about in it["professionals"]]
    asked = [(asked["of_whom"], asked["what"], asked["keep_in_touch"]) for asked in it["help"]]
    for name, expected, in_touch in said + asked:
        if name:
            about = found.setdefault(name, {"name": name, "expected": [], "in_touch": []})
            about["expected"] += filter(None, [expected])
            about["in_touch"] += filter(None, [in_touch])
    contact = [_("Wie met ons praat: %(who)s") % {"who": it["contact"]}] if it["contact"] else []
    return [
        {
            "name": about["name"],
            "expected": "\n".join(about["expected"]),
            "in_touch": "\n".join(about["in_touch"] + contact),
        }
        for about in found.values()
    ]


# --- other sheets
def fridge(it: dict) -> dict:
    """On one sheet what everybody who opens the fridge may read: who does what, and when. Nothing about safety."""
    return {
        "title": title_of(it),
        "agreements": [{"what": about["what"], "who": about["who"], "when": when(about)} for about in it["agreements"]],
        "progress": progress(it),
        "words": {"agreements": _("Onze afspraken"), "progress": _("We praten weer")},
    }


def safety_sheet(it: dict) -> dict:
    return {
        "title": title_of(it),
        "agreements": [agreement(about) for about in it["safety"]],
        "version": it["number"],
        "adopted_on": day(it["adopted_on"]),
        "words": {
            "safety": _("Zo blijft het veilig"), "keep": _("Bewaar dit blad apart van het plan."),
            "number": _("Nr."), "what": _("Wat we doen"), "who": _("Wie"), "when": _("Wanneer"),
            "stand_in": _("Als het niet lukt"), "watcher": _("Wie let op"), "version": _("Versie"),
            "page": _("bladzijde"),
        },
    }  # fmt: skip


def retold(it: dict, kind: str) -> dict:
    """In the words the circle chose for who reads that better; large, with the number to call."""
    house = Organisation.current()
    return {
        "title": title_of(it),
        "names": it["names"],
        "text": "\n\n".join(paragraphs(it[kind])),
        "is_child": kind == "child",
        "call": f"{house.name}, {house.phone}",
        "version": it["number"],
        "words": {
            "for": retold_for(kind), "call": _("Bellen mag ook"), "version": _("Versie"), "page": _("bladzijde"),
        },
    }  # fmt: skip


def retold_for(kind: str) -> str:
    return _("Dit gaat er voor jou gebeuren") if kind == "child" else _("In makkelijke taal")


def retold_in(version) -> list[str]:
    """In which other words this version was told as well."""
    it = version.told() if version else {}
    return [kind for kind, part in RETOLD_FOR.items() if it.get(part)]


def paragraphs(text: str) -> list[str]:
    """As the circle wrote it, each sentence on a line of its own: that reads better for who reads slowly."""
    parts = [re.sub(r"(?<=[.!?]) +(?=[^\sa-z0-9])", "\n", part.strip()) for part in re.split(r"\n\s*\n", text)]
    return [part for part in parts if part]
