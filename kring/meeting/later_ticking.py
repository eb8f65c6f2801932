"""What was pressed on the day without network, carried once when it arrives, in the order it was pressed."""

import json
from uuid import UUID

from django.db import transaction

from kring.conference.hands import Hand
from kring.foundation.refusals import Refusal
from kring.meeting.models import Meeting
from kring.meeting.ticking import ChangedMeanwhile, Tick, carry, stands
from kring.meeting.too_close import warning
from kring.people.models import Person
from kring.preparation.catching_up import MOST, SentTick, Unreadable


def read(body: bytes) -> list[tuple[UUID, Tick]]:
    try:
        told = json.loads(body)["ticks"]
        if not isinstance(told, list) or len(told) > MOST:
            raise ValueError
        return [(UUID(str(one["id"])), Tick.read(one)) for one in told]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as wrong:
        raise Unreadable from wrong


def catch_up(meeting: Meeting, ticks: list[tuple[UUID, Tick]], *, by: Person | Hand) -> list[dict]:
    """Carry each; what could not be carried is said in a sentence."""
    return [{"id": str(mark), "said": once(meeting, mark, tick, by)} for mark, tick in ticks]


def once(meeting: Meeting, mark: UUID, tick: Tick, by: Person | Hand) -> str:
    try:
        with transaction.atomic():
            if SentTick.objects.get_or_create(conference=meeting.conference, mark=mark)[1]:
                refuse_when_changed(meeting, tick)
                carry(meeting, tick, by=by)
                return warning(meeting, tick.number, tick.about) if tick.kind == "there" else ""
    except Refusal as refusal:
        return str(refusal.message)
    return ""


def refuse_when_changed(meeting: Meeting, tick: Tick) -> None:
    """What stands differently from what this phone saw was changed by somebody else; unless both said the same."""
    now = stands(meeting, tick)
    if now not in (tick.seen, tick.how):
        raise ChangedMeanwhile
