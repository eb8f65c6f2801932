"""Laying the maps: which region serves a municipality, and which funding region pays there (B29)."""

from django.db import transaction

from kring.region.models import FundingRegion, Municipality, Region
from kring.region.replacing import named

MAPS = {"region": ("region", Region), "payer": ("funding_region", FundingRegion)}


@transaction.atomic
def lay(changes: list[tuple[int, str, str]]) -> int:
    """Change one map at one municipality at a time; says how many were changed."""
    for pk, which, slug in changes:
        field, kind = MAPS[which]
        chosen = kind.objects.filter(slug=slug).first() if slug else None
        Municipality.objects.filter(pk=pk).update(**{field: chosen})
    return len(changes)


def provinces() -> list[str]:
    found = Municipality.objects.present().exclude(province="").order_by("province")
    return list(found.values_list("province", flat=True).distinct())


def begin_region(*, name: str, manager: str) -> Region:
    return Region.objects.create(name=name, manager=named(manager))
