"""Which days to offer first: evenings and weekends, because most people can come then (A39)."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

WEEKS = 3  # on one page; later ones are a click away
EVENING, AFTERNOON = time(18, 30), time(14, 0)
AHEAD, AHEAD_WHEN_URGENT = timedelta(days=7), timedelta(days=1)


def first_day(*, today: date, is_urgent: bool) -> date:
    return today + (AHEAD_WHEN_URGENT if is_urgent else AHEAD)


def evenings_and_weekends(start: date, weeks: int = WEEKS) -> list[datetime]:
    """One moment a day: in the evening, at the weekend in the afternoon. There is no hour when it ends."""
    days = [start + timedelta(days=n) for n in range(7 * weeks)]
    return [timezone.make_aware(datetime.combine(day, AFTERNOON if day.weekday() > 4 else EVENING)) for day in days]
