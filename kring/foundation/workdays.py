"""Days on which people work here: Monday to Friday, but for the holidays."""

from datetime import date, timedelta
from functools import cache

import holidays


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
