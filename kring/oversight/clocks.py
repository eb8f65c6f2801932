"""The clocks behind a promise: from when on it comes near, and how long something has waited (A35, A53)."""

from bisect import bisect_right
from datetime import date, datetime, time, timedelta
from functools import cache

import holidays
from django.utils import timezone

from kring.foundation.workdays import working_days_after
from kring.matching.terms import AWAKE

DAY = timedelta(days=1)


def latest_start(due: date, days: int) -> date:
    """The last day from which so many working days lead to this day, or to an earlier one."""
    start = due
    while working_days_after(start, days) > due:
        start -= DAY
    return start


@cache
def free_weekdays(year: int) -> list[date]:
    """The holidays of this year that would have been working days."""
    return sorted(day for day in holidays.country_holidays("NL", years=year) if day.weekday() < 5)


def weekdays_until(day: date) -> int:
    """Mondays to Fridays since the beginning of the calendar."""
    weeks, in_week = divmod(day.toordinal() - 1, 7)
    return weeks * 5 + min(in_week + 1, 5)


def working_days_between(start: date, end: date) -> int:
    """How many working days came after the first day, the last one included; as much work for a year as for a day."""
    if end <= start:
        return 0
    free = sum(
        bisect_right(free_weekdays(year), end) - bisect_right(free_weekdays(year), start)
        for year in range(start.year, end.year + 1)
    )
    return weekdays_until(end) - weekdays_until(start) - free


def end_of(day: date) -> datetime:
    """A day without an hour counts as its evening."""
    return timezone.make_aware(datetime.combine(day, time(AWAKE[1])))


def midnight_after(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + DAY, time()))
