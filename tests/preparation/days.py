"""Days to play with: soon, proposed, answered by everybody, and as they are typed."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone

from kring.preparation.models import DateAnswer, DateOption, Preparation
from kring.preparation.no_end import looks_like_an_end as looks_like_an_end

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


def soon(days: int = 30, hour: int = 14) -> datetime:
    day = timezone.localdate() + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=AMSTERDAM)


def everybody_can(conference, moment: datetime) -> None:
    option = DateOption.objects.get_or_create(conference=conference, starts_at=moment)[0]
    for person in Preparation.of(conference).expected():
        DateAnswer.objects.update_or_create(option=option, person=person, defaults={"says": "yes"})


def as_typed(moment: datetime, place: str = "Buurthuis De Wiek", **more) -> dict:
    local = moment.astimezone(AMSTERDAM)
    return {"starts_at_0": f"{local:%Y-%m-%d}", "starts_at_1": f"{local:%H:%M}", "place": place} | more
