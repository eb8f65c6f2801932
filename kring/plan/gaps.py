"""What a plan still needs before the circle can say «dit is ons plan»; gently, and no more than that."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.plan.naming import recognise


class Gap(Refusal):
    """Something a plan cannot do without; `part` is where it is written."""

    part = ""


class PlanIsEmpty(Gap):
    message = _("Zet eerst minstens één afspraak in het plan.")
    part = "agreement"


class NoProgressTalk(Gap):
    message = _("Schrijf op wanneer jullie elkaar weer spreken, of wie dat nog plant.")
    field = "progress_on"
    part = "progress"


class NobodyTakesInitiative(Gap):
    message = _("Schrijf op wie de kring weer bij elkaar roept, en wie er dan komen.")
    field = "initiator"
    part = "initiative"


class NotOfTheCircle(Gap):
    message = _(
        "Wie het initiatief neemt is iemand uit jullie eigen kring. Een professional helpt mee, maar trekt niet."
    )
    field = "initiator"
    part = "initiative"


class StillNotMet(Gap):
    message = _("Bij een voorwaarde staat nog «nog niet». Praat daar eerst samen over.")
    part = "again"


def unclear_in(it: dict) -> list[tuple[dict, str]]:
    """What lacks who or when, for the coordinator to ask about: clarity, never content (A67)."""
    agreements = [
        (agreement, _("wie doet dit, en wanneer?") if not agreement["who"] else _("wanneer, of hoe vaak?"))
        for agreement in [*it["agreements"], *it["safety"]]
        if not agreement["who"] or not (agreement["when"] or agreement.get("starts_on"))
    ]
    return agreements + [
        (asked, _("aan wie vragen zij dit, en voor wanneer?") if not asked["of_whom"] else _("voor wanneer?"))
        for asked in it["help"]
        if not asked["of_whom"] or not asked["by_when"]
    ]


def gaps_in(it: dict, professionals: list[Person]) -> list[Gap]:
    """What this plan, as plain data, lacks before it can be adopted (A71, A72, A75, A81)."""
    lacking = {
        PlanIsEmpty: not it["agreements"] and not it["safety"],
        NoProgressTalk: not it["progress_on"] and not it["progress_planner"],
        NobodyTakesInitiative: not it["initiator"] or not it["who_on_change"],
        NotOfTheCircle: recognise(it["initiator"], professionals) is not None,
        StillNotMet: any(condition["meets"] is False for condition in it["conditions"]),
    }
    return [gap() for gap, is_lacking in lacking.items() if is_lacking]
