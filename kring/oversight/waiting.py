"""How long it takes until a coordinator is there, and how many wait: never silent, never about few people (B2, 4.3)."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.core.cache import cache
from django.db.models import Count
from django.utils import timezone

from kring.conference.models import Conference
from kring.matching.models import FirstContact
from kring.oversight.counting import FEWEST, fit_to_show
from kring.oversight.promising import CONTACT
from kring.region.models import Region

LATELY = timedelta(days=183)
REMEMBERED = 600  # seconds


@dataclass(frozen=True)
class WaitingTime:
    """Of one region: median days from the request to the first contact lately, and how many wait for it now."""

    region: str
    days: int | None
    waiting: int | str

    @property
    def is_known(self) -> bool:
        return self.days is not None


def waiting_times(*, today: date | None = None) -> list[WaitingTime]:
    """Every region by name; no median of fewer than five. Remembered for ten minutes, as every visitor may ask."""
    today = today or timezone.localdate()
    return cache.get_or_set(f"waiting:{today}", lambda: reckon(today), REMEMBERED)


def reckon(today: date) -> list[WaitingTime]:
    took, now = days_by_region(today - LATELY), waiting_by_region()
    return [
        WaitingTime(name, round(median(took[key])) if len(took[key]) >= FEWEST else None, fit_to_show(now[key]))
        for key, name in Region.objects.values_list("pk", "name")
    ]


def days_by_region(since: date) -> dict[int, list[int]]:
    """Calendar days, as who waits counts them."""
    took = defaultdict(list)
    recent = FirstContact.objects.filter(on__gte=since, conference__region__isnull=False)
    for region, asked, on in recent.values_list("conference__region", "conference__created_at", "on"):
        took[region].append(max((on - timezone.localdate(asked)).days, 0))
    return took


def waiting_by_region() -> Counter:
    """Who said yes and was not called by a coordinator yet; who takes it easy does not wait."""
    rows = Conference.objects.filter(CONTACT, resting_since=None).exclude(region=None)
    return Counter(dict(rows.values_list("region").annotate(Count("pk")).order_by()))
