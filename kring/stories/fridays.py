"""Which Friday it is: stories go out at a set hour, as the clock here says it, in summer and in winter."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

FRIDAY = 4
WEEK = timedelta(days=7)


def hour_of(friday: date) -> datetime:
    """The moment the story of this Friday goes out."""
    return timezone.make_aware(datetime.combine(friday, time(settings.FRIDAY_HOUR)))


def last(now: datetime | None = None) -> date:
    """The last Friday whose hour has struck."""
    now = now or timezone.now()
    here = timezone.localdate(now)
    friday = here - timedelta(days=(here.weekday() - FRIDAY) % 7)
    return friday if hour_of(friday) <= now else friday - WEEK


def coming(now: datetime | None = None) -> date:
    """The first Friday whose hour is still to come."""
    return last(now) + WEEK


def free(taken: set[date], count: int, now: datetime | None = None) -> list[date]:
    """The next Fridays that have no story yet."""
    first = coming(now)
    ahead = (first + week * WEEK for week in range(count + len(taken)))
    return [friday for friday in ahead if friday not in taken][:count]
