"""Catching up: ticks that were made without network, carried once, however often they arrive."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.preparation.preparing import How, PersonalPreparation

MOST = 100


class Unreadable(Refusal):
    message = gettext_lazy("Dit is geen lijst van vinkjes.")


class SentTick(models.Model):
    """A tick that arrived, by the mark the browser gave it: arriving again it changes nothing."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="sent_ticks")
    mark = models.UUIDField(gettext_lazy("merkteken"))
    at = models.DateTimeField(gettext_lazy("op"), default=timezone.now)

    class Meta:
        verbose_name = gettext_lazy("verstuurd vinkje")
        constraints = [models.UniqueConstraint(fields=["conference", "mark"], name="one_tick_a_mark")]

    def __str__(self) -> str:
        return str(self.mark)


@dataclass(frozen=True)
class Tick:
    """What somebody pressed on a phone: prepared how and on which day, or not after all; and what they saw then."""

    mark: UUID
    person: str
    how: str
    on: date | None
    seen: str

    @classmethod
    def read(cls, told: dict) -> "Tick":
        how = str(told["how"])
        if how and how not in How.values:
            raise ValueError(how)
        day = date.fromisoformat(str(told["on"])) if how else None
        return cls(UUID(str(told["id"])), str(told["person"])[:40], how, day, str(told.get("seen", ""))[:40])

    @property
    def wanted(self) -> str:
        return f"{self.how}:{self.on}" if self.how else ""


def read(body: bytes) -> list[Tick]:
    try:
        told = json.loads(body)["ticks"]
        if not isinstance(told, list) or len(told) > MOST:
            raise ValueError
        return [Tick.read(one) for one in told]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as wrong:
        raise Unreadable from wrong


def catch_up(conference: Conference, ticks: list[Tick], *, by: Person | Hand) -> list[dict]:
    """Carry each; what could not be carried is said in a sentence."""
    people = {seat.person.slug: seat.person for seat in conference.seated()}
    return [{"id": str(tick.mark), "said": carry(conference, tick, people, by)} for tick in ticks]


@transaction.atomic
def carry(conference: Conference, tick: Tick, people: dict[str, Person], by: Person | Hand) -> str:
    if not SentTick.objects.get_or_create(conference=conference, mark=tick.mark)[1]:
        return ""
    person = people.get(tick.person)
    if person is None or not conference.roles_of(person) & (CIRCLE | VISITORS):
        return _("Iemand op uw lijst doet niet meer mee. Dat vinkje is niet bewaard.")
    there = conference.preparations.filter(person=person).first()
    stands = str(there or "")
    if stands == tick.wanted:
        return ""
    if stands != tick.seen:
        return conflict(person, there)
    if not tick.how:
        there.undo(by=by)
        return ""
    try:
        PersonalPreparation.tick(conference, person=person, how=tick.how, on=tick.on, by=by)
    except Refusal as refusal:
        return f"{person.first_name}: {refusal.message}"
    return ""


def conflict(person: Person, there: PersonalPreparation | None) -> str:
    """Somebody changed it meanwhile; that stays."""
    if there is None:
        return _("%(name)s: het vinkje was al weggehaald. Dat blijft zo.") % {"name": person.first_name}
    about = {"name": person.first_name, "how": there.get_how_display(), "on": f"{there.on:%d-%m-%Y}"}
    return _("%(name)s: er stond intussen al «%(how)s, %(on)s». Dat blijft zo.") % about
