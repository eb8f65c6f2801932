"""Which parts of a day to offer first: evenings and weekends, because most people can come then (A39)."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

WEEKS = 3  # on one page; later ones are a click away
MORNING, AFTERNOON, EVENING = time(10, 0), time(14, 0), time(18, 30)
AHEAD, AHEAD_WHEN_URGENT = timedelta(days=7), timedelta(days=1)


def first_day(*, today: date, is_urgent: bool) -> date:
    return today + (AHEAD_WHEN_URGENT if is_urgent else AHEAD)


def is_weekend(day: date) -> bool:
    return day.weekday() > 4


def begins(day: date, hour: time) -> datetime:
    """On the clock of the meeting, whatever was done to that clock meanwhile."""
    return timezone.make_aware(datetime.combine(day, hour))


def days_from(start: date, weeks: int) -> list[date]:
    return [start + timedelta(days=n) for n in range(7 * weeks)]


def evenings_and_weekends(start: date, weeks: int = WEEKS) -> list[datetime]:
    """On a working day the evening, at the weekend morning and afternoon. There is no hour when it ends."""
    return [
        begins(day, hour)
        for day in days_from(start, weeks)
        for hour in ((MORNING, AFTERNOON) if is_weekend(day) else (EVENING,))
    ]


def office_hours(start: date, weeks: int = WEEKS) -> list[datetime]:
    """By day on a working day: allowed, and never first."""
    working = [day for day in days_from(start, weeks) if not is_weekend(day)]
    return [begins(day, hour) for day in working for hour in (MORNING, AFTERNOON)]
