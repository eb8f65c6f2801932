"""A line of the desk: how a conference stands, what was promised, and the one thing the manager can do about it."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import DateTimeField, Exists, Max, OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Participant
from kring.matching.handing_over import HandOver
from kring.matching.models import Offer
from kring.oversight.narrowing import OWN_SEATS, Look
from kring.oversight.promising import GUIDE, Promise, day_in_words, promise, promised, waited, weeks_of_preparation
from kring.people.models import Person


@dataclass(frozen=True)
class Step:
    """What can be done now, and behind which door; without a door there is only something to know."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Line:
    """One conference in the list of one manager."""

    conference: Conference
    manager: Person
    name: str
    coordinator: str
    is_mine: bool
    for_whom: str
    promise: Promise | None
    step: Step | None
    preparing: str = ""
    waited: str = ""

    def may(self, act: str) -> bool:
        """Does the table open this row to the manager now?"""
        return act in self.conference.allowed_to(self.manager)


WHENEVER = datetime(9000, 1, 1, tzinfo=UTC)  # an offer without a last day
NAMED = (Role.MAIN_PERSON, Role.COORDINATOR, *OWN_SEATS)


def seat_the_named(conferences: list[Conference]) -> None:
    """Those whose names stand in the list and those who answer for it, in one question."""
    present = Participant.objects.present().filter(role__in=NAMED).select_related("person").order_by("pk")
    present = present.only("conference_id", "role", "person__slug", "person__first_name", "person__last_name")
    prefetch_related_objects(conferences, Prefetch("participants", queryset=present, to_attr="_seated"))


def with_offers(conferences):
    """Whether somebody else is looked for, whether anybody was asked, and until when the last one may answer."""
    here = {"conference": OuterRef("pk")}
    waiting = Offer.objects.unanswered().filter(**here).order_by().values("conference")
    last = Max(Coalesce("expires_at", WHENEVER), output_field=DateTimeField())
    return conferences.annotate(
        wants_another=Exists(HandOver.objects.filter(**here, settled_at=None)),
        was_offered=Exists(Offer.objects.filter(**here)),
        offered_until=Subquery(waiting.annotate(last=last).values("last")),
    )


def line_of(conference: Conference, look: Look, *, now: datetime | None = None) -> Line:
    is_mine = bool(conference.roles_of(look.manager) & OWN_SEATS)
    running = promise(conference, now=now)
    return Line(
        conference=conference, manager=look.manager, is_mine=is_mine, promise=running, name=str(conference),
        coordinator=str(conference.coordinator or ""),
        for_whom=look.for_whom(conference), step=step(conference, look.manager) if is_mine else None,
        preparing=preparing(conference, now), waited=clocks(conference, now) if running else "",
    )  # fmt: skip


def clocks(conference: Conference, now: datetime | None) -> str:
    """«aanvraag 6 · gesprek 5 · ja 2»: all three, as far as they started."""
    return " · ".join(f"{name} {days}" for name, days in waited(conference, now=now))


def preparing(conference: Conference, now: datetime | None) -> str:
    """How long beside how long it mostly takes: to know, not to hurry (A52)."""
    weeks = weeks_of_preparation(conference, now=now)
    if weeks is None:
        return ""
    words = ngettext("%(weeks)s week sinds het ja", "%(weeks)s weken sinds het ja", weeks) % {"weeks": weeks}
    return _("%(so_long)s, meestal %(least)s tot %(most)s") % {"so_long": words, "least": GUIDE[0], "most": GUIDE[1]}


def step(conference: Conference, manager: Person) -> Step | None:
    """The one thing to do for this row now; while the family takes it easy only what they wish themselves."""
    if conference.wants_another and "offer" in conference.allowed_to(manager):
        return find_somebody(conference, _("Zoek een andere coördinator"))
    if conference.resting_since:
        return None
    if conference.phase == Phase.REFERRAL:
        return ask_first(conference)
    if conference.phase == Phase.MATCHING:
        return find_somebody(conference, _("Nog niemand gevraagd: zoek een coördinator"))
    if promised(conference) == "contact":
        return Step(_("Vraag de coördinator naar het eerste contact"), at(conference, "conference:show"))
    return None


def ask_first(conference: Conference) -> Step:
    if conference.talked_on is None:
        return Step(_("Bel over de aanvraag"), at(conference, "referral:talk"))
    return Step(_("Wacht op ja of nee, bel of het is aangekomen"), at(conference, "conference:for_someone"))


def find_somebody(conference: Conference, nobody_asked: str) -> Step:
    """Offers without an answer, an offer nobody took, or nobody asked yet: what to do about it."""
    door, last = at(conference, "matching:find"), conference.offered_until
    if last and last > timezone.now():
        return Step(_("Wacht op antwoord%(until)s") % {"until": until(last)}, door)
    if conference.was_offered and not conference.wants_another:
        return Step(_("Nog geen ja: vraag iemand anders"), door)
    return Step(nobody_asked, door)


def until(moment: datetime) -> str:
    """«, tot morgen»; nothing when there is no last day."""
    day, today = timezone.localdate(moment), timezone.localdate()
    return "" if day.year > today.year + 1 else _(", tot %(day)s") % {"day": day_in_words(day, today)}


def at(conference: Conference, page: str) -> str:
    return reverse(page, args=[conference.slug])
