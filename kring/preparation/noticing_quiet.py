"""Noticing that it is quiet, that people step back, or that there is a quarrel: for the coach alone, once a week."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Max, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.circle.models import CircleMember
from kring.conference.access import Phase
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference
from kring.foundation.posting import post
from kring.foundation.working import every_morning

LETTER = "preparation/letters/coach.txt"
SEVERAL = 2
OF_THE_COACH = ("coach", "sign_safety", "choose_coach", "rest")  # no step of the preparation


def signals(conference: Conference, *, today: date | None = None) -> list[str]:
    """Sentences for the coach; they say that, never what or who. At rest there is nothing to say."""
    today = today or timezone.localdate()
    if conference.phase != Phase.PREPARATION or conference.resting_since:
        return []
    found, weeks = [], weeks_quiet(conference, today)
    if weeks:
        found.append(_("Er gebeurde %(weeks)s weken niets.") % {"weeks": weeks})
    if stepped_back(conference, today) >= SEVERAL:
        found.append(_("Meer mensen kwamen terug op hun ja."))
    if getattr(conference, "tension", None):
        found.append(_("De coördinator merkt dat er ruzie is."))
    return found


def weeks_quiet(conference: Conference, today: date) -> int:
    """Whole weeks without a step, from the third on; 0 when there was one."""
    last = conference.journal.exclude(step__in=OF_THE_COACH).aggregate(last=Max("at"))["last"] or conference.moved_at
    days = (today - timezone.localdate(max(last, conference.moved_at))).days
    return days // 7 if days >= settings.QUIET_DAYS else 0


def stepped_back(conference: Conference, today: date) -> int:
    """How many took back their yes lately."""
    since = timezone.make_aware(datetime.combine(today - timedelta(days=settings.QUIET_DAYS), time.min))
    return CircleMember.objects.filter(conference=conference, took_back_at__gte=since).count()


@every_morning("quiet", hour=7)
def tell_the_coaches(today: date) -> int:
    """On the set weekdays; one message a week for a conference, however much there is to see."""
    if today.weekday() not in settings.SIGNAL_WEEKDAYS:
        return 0
    return sum(tell(conference, today) for conference in worth_a_look(today))


def worth_a_look(today: date) -> list[Conference]:
    """Being prepared and not at rest, with something that may be seen: one question for all, the rest one by one."""
    quiet = timezone.make_aware(datetime.combine(today - timedelta(days=settings.QUIET_DAYS - 1), time.min))
    steps = JournalEntry.objects.filter(conference=OuterRef("pk")).exclude(step__in=OF_THE_COACH).order_by("-at")
    there = Conference.objects.filter(phase=Phase.PREPARATION, resting_since=None)
    found = there.annotate(last=Subquery(steps.values("at")[:1])).filter(
        Q(last__lt=quiet) | Q(last=None, moved_at__lt=quiet) | Q(tension__isnull=False)
        | Q(members__took_back_at__gte=quiet - timedelta(days=1))
    )  # fmt: skip
    return list(found.select_related("tension").distinct())


def tell(conference: Conference, today: date) -> int:
    coach, week = conference.coach, today.isocalendar()
    if coach is None or not signals(conference, today=today):
        return 0
    path = reverse("conference:show", args=[conference.slug])
    post(coach, LETTER, key=f"quiet {conference.slug} {week.year}-{week.week}", about=conference, link_path=path)
    return 1
