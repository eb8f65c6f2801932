"""A long list a page at a time: where the next page begins stands in its address, so every page costs the same."""

from datetime import datetime

from django.db.models import Q
from django.utils.dateparse import parse_datetime

PAGE = 50


def page_of(rows, after: str, *, size: int = PAGE, newest_first: bool = False) -> tuple[list, str]:
    """The rows after this mark, and the mark of the next page; empty when this is the last one."""
    rows = rows.order_by("rank", "-since" if newest_first else "since", "slug")
    if mark := read_mark(after):
        rank, since, slug = mark
        further = Q(since__lt=since) if newest_first else Q(since__gt=since)
        rows = rows.filter(Q(rank__gt=rank) | Q(rank=rank) & (further | Q(since=since, slug__gt=slug)))
    found = list(rows[: size + 1])
    return found[:size], mark_of(found[size - 1]) if len(found) > size else ""


def mark_of(row) -> str:
    return f"{row.rank}~{row.since.isoformat()}~{row.slug}"


def read_mark(text: str) -> tuple[int, datetime, str] | None:
    """A mark from an address; one that makes no sense is the first page."""
    try:
        rank, since, slug = text.split("~")
        moment = parse_datetime(since)
        return (int(rank), moment, slug) if moment and moment.tzinfo and slug.isalnum() else None
    except ValueError:
        return None
