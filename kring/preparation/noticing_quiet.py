"""Noticing that it is quiet, that people step back, or that there is a quarrel: for the coach alone, once a week."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.circle.models import CircleMember
from kring.conference.access import Phase
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference
from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.preparation.pace import Tension

LETTER = "preparation/letters/coach.txt"
SEVERAL = 2
OF_THE_COACH = ("coach", "sign_safety", "choose_coach", "rest")  # no step of the preparation


def lately(today: date | None = None) -> datetime:
    """From when on something is lately."""
    first = (today or timezone.localdate()) - timedelta(days=settings.QUIET_DAYS)
    return timezone.make_aware(datetime.combine(first, time.min))


def with_signs(conferences: QuerySet, since: datetime) -> QuerySet:
    """With when a step was last taken, how many took back their yes lately, and whether there is a quarrel."""
    steps = JournalEntry.objects.filter(conference=OuterRef("pk")).exclude(step__in=OF_THE_COACH).order_by("-number")
    back = CircleMember.objects.filter(conference=OuterRef("pk"), took_back_at__gte=since).order_by()
    return conferences.annotate(
        last_step_at=Subquery(steps.values("at")[:1]),
        stepped_back=Subquery(back.values("conference").annotate(number=Count("pk")).values("number")),
        has_tension=Exists(Tension.objects.filter(conference=OuterRef("pk"))),
    )


def signals(conference: Conference, *, today: date | None = None) -> list[str]:
    """Sentences for the coach; they say that, never what or who. At rest there is nothing to say."""
    if conference.phase != Phase.PREPARATION or conference.resting_since:
        return []
    found, weeks = [], weeks_quiet(conference, today or timezone.localdate())
    if weeks:
        found.append(_("Er gebeurde %(weeks)s weken niets.") % {"weeks": weeks})
    if (conference.stepped_back or 0) >= SEVERAL:
        found.append(_("Meer mensen kwamen terug op hun ja."))
    if conference.has_tension:
        found.append(_("De coördinator merkt dat er ruzie is."))
    return found


def weeks_quiet(conference: Conference, today: date) -> int:
    """Whole weeks without a step, from the third on; 0 when there was one."""
    last = max(conference.last_step_at or conference.moved_at, conference.moved_at)
    days = (today - timezone.localdate(last)).days
    return days // 7 if days >= settings.QUIET_DAYS else 0


@every_morning("quiet", hour=7)
def tell_the_coaches(today: date) -> int:
    """On the set weekdays; one message a week for a conference, however much there is to see."""
    if today.weekday() not in settings.SIGNAL_WEEKDAYS:
        return 0
    there = Conference.objects.filter(phase=Phase.PREPARATION, resting_since=None)
    return sum(tell(conference, today) for conference in with_signs(there, lately(today)))


def tell(conference: Conference, today: date) -> int:
    if not signals(conference, today=today) or (coach := conference.coach) is None:
        return 0
    week = today.isocalendar()
    path = reverse("conference:show", args=[conference.slug])
    post(coach, LETTER, key=f"quiet {conference.slug} {week.year}-{week.week}", about=conference, link_path=path)
    return 1
