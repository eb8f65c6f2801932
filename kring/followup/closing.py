"""The organisation steps back with a goodbye, says beforehand what goes when, and says it again before it does (B9)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.followup.models import FollowUp
from kring.followup.telling import let_know
from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.people.models import Person

SOON = "followup/letters/goes_soon.txt"
BEFORE = timedelta(days=30)
GOES = {
    "safety": _("wat over veiligheid genoteerd is"),
    "contact": _("hoe we jullie bereiken, en alle berichten"),
    "plan": _("het plan en alles wat erbij hoort"),
}


@transaction.atomic
def close(conference: Conference, *, by: Person | Hand) -> None:
    """A goodbye to the circle; the plan stays theirs (B9)."""
    FollowUp.of(conference).close(by=by)
    circle, letter = conference.people(*CIRCLE), "followup/letters/goodbye.txt"
    key = f"followup:close:{conference.slug}:{timezone.localdate(conference.closed_at)}"
    let_know(circle, conference, key=key, page="followup:own_copy", by=by, letter=letter)


# --- what goes when
def forever(kind: str) -> int | None:
    return None


_days: Callable[[str], int | None] = forever  # until the room that keeps and erases says better


def knows_how_long(function):
    """Register how many days a kind of data is kept after closing."""
    global _days
    _days = function
    return function


@dataclass(frozen=True)
class Going:
    kind: str
    what: str
    on: date


def goes(conference: Conference) -> list[Going]:
    """What is erased on which day; before closing, as if it were closed today."""
    closed_on = timezone.localdate(conference.closed_at) if conference.closed_at else timezone.localdate()
    kept = {kind: _days(kind) for kind in GOES}
    return [
        Going(kind, str(GOES[kind]), closed_on + timedelta(days=max(days, 1)))
        for kind, days in kept.items()
        if days is not None
    ]


def goes_soon(conference: Conference, today: date) -> Going | None:
    """What is erased first within a month, of what a family would miss."""
    near = [it for it in goes(conference) if it.kind != "safety" and it.on - BEFORE <= today < it.on]
    return min(near, key=lambda it: it.on, default=None)


@every_morning("goes_soon", hour=9)
def say_again(today: date) -> int:
    """A month before something goes everybody of the circle hears it, once; also who could not be told that day."""
    closed = Conference.objects.filter(phase=Phase.CLOSED, participants__role="H", participants__until=None)
    told = 0
    for conference in closed.distinct():
        if going := goes_soon(conference, today):
            told += sum(tell(person, conference, going) for person in conference.people(*CIRCLE))
    return told


def tell(person: Person, conference: Conference, going: Going) -> int:
    """When the addresses are gone only who still has one hears that the plan goes; the own page says it to everybody.

    That message belongs to no conference any more, or it would go with the messages of this one.
    """
    is_last = going.kind == "plan"
    if is_last and not any(person.address_for(channel) for channel in ("mail", "sms", "letter")):
        return 0
    plan_on = next((it.on for it in goes(conference) if it.kind == "plan"), None)
    key = f"goes-soon:{going.kind}:{going.on}:{conference.slug}:{person.slug}"
    about = None if is_last else conference
    page = reverse("followup:own_copy", args=[conference.slug])
    post(person, SOON, {"going": going, "plan_on": plan_on}, key=key, about=about, link_path=page)
    return 1
