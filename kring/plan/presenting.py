"""Through the door: the circle ends its private time and what it chose becomes the plan, in one transaction."""

import json
from datetime import date

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kring.conditions.models import Condition
from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference, NotAllowed
from kring.foundation.forms import HouseForm
from kring.foundation.refusals import Refusal
from kring.meeting.models import Meeting
from kring.people.models import Person
from kring.plan.models import Agreement, Plan, who_may_be_named
from kring.plan.naming import recognise

MOST_ITEMS, LONGEST = 200, 4000
KINDS = {
    "agreement": ("what", "who", "when", "stand_in", "watcher", "from"),
    "safety": ("what", "text", "who", "when", "stand_in", "watcher", "from"),
    "help": ("what", "of_whom", "by_when", "keep_in_touch"),
    "condition": ("number", "condition", "how"),
    "otherwise": ("text",),
    "initiator": ("who", "who_on_change"),
    "progress": ("on", "planner", "where"),
}
ALSO_CALLED = {  # as a note in the room calls it
    ("help", "of_whom"): "whom",
    ("help", "by_when"): "when",
    ("initiator", "who_on_change"): "together",
    ("progress", "on"): "day",
}


class Unreadable(Refusal):
    message = _("Wat jullie kozen kwam niet goed aan. Er is niets veranderd. Probeer het nog eens.")


class TooMuch(Unreadable):
    message = _("Dit is te veel in één keer. Kies hooguit 200 stukjes, elk van hooguit 4000 tekens.")


class NoWords(Unreadable):
    message = _("In een van de stukjes staat nog niets. Vul het in, of kies het niet.")


class OnlyAnIdea(Unreadable):
    message = _("Een idee is nog geen afspraak. Maak er eerst een afspraak van, of kies het niet.")


class NoSuchCondition(Unreadable):
    message = _("Een antwoord hoort bij een voorwaarde die er niet is. Kijk naar het nummer.")


def read(body: bytes) -> list[dict]:
    """The items of {"items": […]}, each with the texts of its kind; whatever is wrong is a refusal with a sentence."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as wrong:
        raise Unreadable from wrong
    items = sent.get("items") if isinstance(sent, dict) else None
    if not isinstance(items, list):
        raise Unreadable
    if len(items) > MOST_ITEMS:
        raise TooMuch
    return [read_one(item) for item in items]


def read_one(item) -> dict:
    kind = item.get("kind") if isinstance(item, dict) else None
    if kind == "idea":
        raise OnlyAnIdea
    if not isinstance(kind, str) or kind not in KINDS:
        raise Unreadable
    words = {name: text_in(item, name, ALSO_CALLED.get((kind, name), name)) for name in KINDS[kind]}
    return {"kind": kind, **checked(words)}


def text_in(item: dict, *names: str) -> str:
    """The first of these that was filled in; numbers count as text, anything else does not."""
    value = next((item[name] for name in names if item.get(name) not in (None, "")), "")
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise Unreadable
    if len(str(value)) > LONGEST:
        raise TooMuch
    return str(value).replace("\x00", "")


def checked(words: dict[str, str]) -> dict[str, str]:
    """Tidied, and refused when it holds what no text of ours may hold."""
    form = HouseForm(words)
    form.fields = {name: forms.CharField(required=False) for name in words}
    if not form.is_valid():
        raise Unreadable(next(iter(form.errors.values()))[0])
    return form.cleaned_data


@transaction.atomic
def open_the_door(conference: Conference, items: list[dict], *, by: Person | Hand) -> Plan:
    """Part 3 begins with what was ticked; when the door may not open, nothing of it is kept."""
    meeting = Meeting.of(conference)
    if meeting is None or conference.phase != Phase.PRIVATE_TIME:
        raise NotAllowed
    meeting.conference = conference
    meeting.open_the_door(by=by)
    plan = Plan.of(conference)
    if items:
        plan.open_for_writing(by=by)
        Arrival(plan).take_in(items)
    return plan


class Arrival:
    """Items that come through the door one by one. What stands in the plan already is not written twice."""

    def __init__(self, plan: Plan):
        self.plan = plan
        self.people = who_may_be_named(plan.conference)
        self.professionals = plan.conference.people(*VISITORS)
        self.conditions = list(plan.conditions())
        self.places = {"agreements": plan.agreements.last_place(), "help": plan.help_asked.last_place()}
        self.agreed = [(it.what, it.who, it.when, it.is_safety) for it in plan.agreements.all()]
        self.asked = [(it.what, it.of_whom) for it in plan.help_asked.all()]
        self.parts: dict[str, str] = {}

    def take_in(self, items: list[dict]) -> None:
        for item in items:
            getattr(self, item["kind"])(item)
        for name, text in self.parts.items():
            setattr(self.plan, name, text)
        self.plan.save(update_fields=["progress_on", *self.parts])

    def agreement(self, item: dict, *, is_safety: bool = False) -> None:
        what = item["what"] or item.get("text", "")
        if not what:
            raise NoWords
        if (what, item["who"], item["when"], is_safety) in self.agreed:
            return
        doer = recognise(item["who"], self.people)
        self.plan.agreements.create(
            what=what, who=item["who"], when=item["when"], stand_in=item["stand_in"], watcher=item["watcher"],
            is_safety=is_safety, doer=doer, kind=self._kind(item["from"], doer), position=self._next("agreements"),
        )  # fmt: skip
        self.agreed.append((what, item["who"], item["when"], is_safety))

    def _next(self, row: str) -> int:
        self.places[row] += 1
        return self.places[row]

    def _kind(self, told: str, doer: Person | None) -> str:
        if doer in self.professionals:
            return Agreement.Kind.PROFESSIONAL
        return told if told in Agreement.Kind.values and doer is None else Agreement.Kind.OWN_CIRCLE

    def safety(self, item: dict) -> None:
        self.agreement(item, is_safety=True)

    def help(self, item: dict) -> None:
        if not item["what"]:
            raise NoWords
        if (item["what"], item["of_whom"]) not in self.asked:
            whom = recognise(item["of_whom"], self.professionals)
            words = {name: item[name] for name in KINDS["help"]}
            self.plan.help_asked.create(**words, professional=whom, position=self._next("help"))
            self.asked.append((item["what"], item["of_whom"]))

    def condition(self, item: dict) -> None:
        """Two forms may both have a number 1: then the words stand with both, and the circle sees it."""
        if not item["how"]:
            raise NoWords
        meant = [it for it in self.conditions if it.slug == item["condition"]] or [
            it for it in self.conditions if str(it.number) == item["number"]
        ]
        if not meant and not self._was_withdrawn(item):
            raise NoSuchCondition
        for condition in meant:
            self.plan.condition_answers.update_or_create(condition=condition, defaults={"how": item["how"]})

    def _was_withdrawn(self, item: dict) -> bool:
        """Words to a condition that was let go meanwhile are no mistake of the circle; they stay behind the door."""
        gone = Condition.objects.filter(form__conference=self.plan.conference).exclude(withdrawn_at=None)
        return any(item["condition"] == it.slug or item["number"] == str(it.number) for it in gone)

    def otherwise(self, item: dict) -> None:
        self._add("otherwise", item["text"], keeps=True)

    def initiator(self, item: dict) -> None:
        self._add("initiator", item["who"])
        self._add("who_on_change", item["who_on_change"])

    def progress(self, item: dict) -> None:
        """A day as the calendar knows it is the date; a day in words stands with where."""
        try:
            self.plan.progress_on = date.fromisoformat(item["on"])
        except ValueError:
            self._add("progress_where", item["on"])
        self._add("progress_where", item["where"])
        self._add("progress_planner", item["planner"])

    def _add(self, part: str, text: str, *, keeps: bool = False) -> None:
        """New words for a part: below each other when there are more, and below what stands there when it `keeps`."""
        if text:
            before = self.parts.get(part, getattr(self.plan, part) if keeps else "")
            is_new = f"\n{text}\n" not in f"\n{before}\n"
            self.parts[part] = f"{before}\n{text}".strip() if is_new else before
