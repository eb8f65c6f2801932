"""The figures of a year are settled once, when the year is over; after that nothing in them ever changes."""

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal
from kring.oversight.reckoning import counted, published
from kring.oversight.registering import register
from kring.oversight.suppressing import LAND
from kring.oversight.tallies import Edition, Tally


class NotOver(Refusal):
    message = _("Dit jaar is nog niet om. Cijfers van een half jaar laten we niet zien.")


class Settled(Refusal):
    message = _("De cijfers van dit jaar staan al vast.")


def settled_years() -> list[int]:
    """The years with figures, the last one first."""
    return list(Edition.objects.filter(area=LAND).order_by("-year").values_list("year", flat=True))


def years_to_settle(*, today: date | None = None) -> list[int]:
    """Years that are over, in which something was asked, and that were not settled."""
    first = Tally.objects.order_by("asked_on").values_list("asked_on", flat=True).first()
    if first is None:
        return []
    done = set(settled_years())
    over = (today or timezone.localdate()).year
    return [year for year in range(first.year, over) if year not in done]


def figures_of(year: int, area: str = LAND) -> dict:
    """What was published of this area; empty when there was too little to say."""
    return Edition.objects.filter(year=year, area=area).values_list("content", flat=True).first() or {}


def settle(year: int, *, today: date | None = None, tell: Callable[[int], None] = lambda done: None) -> None:
    """Count everything a last time and keep, for every area, only what may be seen. `tell` hears how far it is."""
    today = today or timezone.localdate()
    if year >= today.year:
        raise NotOver
    if year in settled_years():
        raise Settled
    register(today)
    tell(30)
    found = counted(year)
    tell(60)
    content = {LAND: {}} | published(found)
    with transaction.atomic():
        Edition.objects.bulk_create(
            [Edition(year=year, area=area, content=told) for area, told in content.items()], batch_size=200
        )
    tell(80)
