"""What was promised to people, by when, and which promise is at risk first; counted in working days (A35)."""

from datetime import date, timedelta
from functools import cache

import holidays
from django.db.models import Case, DateTimeField, F, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.people.models import Organisation

URGENT_DAYS = 1
TALK = Q(phase="referral", referral__talked_on=None)
CONTACT = Q(phase__in=["matching", "preparation"], firstcontact=None)
AT_REST = ~Q(resting_since=None)


@cache
def free_days():
    return holidays.country_holidays("NL")


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in free_days()


def working_days_after(start: date, days: int) -> date:
    """The day that comes so many working days later."""
    day = start
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def by_promise(conferences):
    """Those with a promise that runs come first, urgent ones before all; then who waited longest."""
    rank = Case(
        When(AT_REST, then=3), When(TALK | CONTACT, is_urgent=True, then=0), When(TALK | CONTACT, then=1),
        default=2, output_field=IntegerField(),
    )  # fmt: skip
    since = Case(
        When(TALK, then=F("created_at")),
        When(CONTACT, then=Coalesce("referral__answered_at", "moved_at")),
        default=F("moved_at"),
        output_field=DateTimeField(),
    )
    promised = Case(When(TALK, then=Value("talk")), When(CONTACT, then=Value("contact")), default=Value(""))
    return conferences.annotate(rank=rank, since=since, promised=promised).order_by("rank", "since", "slug")


PROMISES = {"talk": _("gesprek over de aanvraag"), "contact": _("eerste contact door een coördinator")}


def promise(conference, *, today: date | None = None) -> dict | None:
    """What was promised in this row, by when, and whether that is today or over."""
    if not conference.promised or conference.rank == 3:
        return None
    today = today or timezone.localdate()
    days = URGENT_DAYS if conference.is_urgent else Organisation.current().contact_days
    due = working_days_after(timezone.localdate(conference.since), days)
    at_risk = due <= working_days_after(today, 1)
    return {"what": PROMISES[conference.promised], "due": due, "is_at_risk": at_risk, "is_over": due < today}
