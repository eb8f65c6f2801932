"""The register by name, a page at a time: where the next page begins stands in its address."""

from datetime import date

from django.db.models import Q

from kring.matching.papers import in_order
from kring.matching.register import Coordinator, Training
from kring.matching.terms import Terms

PAGE = 50


def listed(typed: str, only: str, today: date):
    """Whom to show: found by what was typed; only those with papers to see to, in training, or who stopped."""
    found = Coordinator.objects.all() if only == "gestopt" else Coordinator.objects.filter(stopped_on=None)
    narrowed = {
        "papieren": ~in_order(today, Terms.on(today)),
        "opleiding": Q(training=Training.IN_TRAINING),
        "gestopt": ~Q(stopped_on=None),
    }
    found = found.filter(narrowed[only]) if only in narrowed else found
    return (found.found_by(typed) if typed else found).select_related("person").prefetch_related("regions")


def page_of(found, after: str, *, size: int = PAGE) -> tuple[list, str]:
    """The coordinators after this one by name, and the mark of the next page; empty when this is the last."""
    rows = found.order_by("person__first_name", "person__last_name", "person__slug")
    if mark := Coordinator.objects.filter(person__slug=after).select_related("person").first() if after else None:
        rows = rows.filter(beyond(mark.person))
    page = list(rows[: size + 1])
    return page[:size], page[size - 1].person.slug if len(page) > size else ""


def beyond(person) -> Q:
    first, last = person.first_name, person.last_name
    same_name = Q(person__first_name=first, person__last_name=last, person__slug__gt=person.slug)
    return Q(person__first_name__gt=first) | Q(person__first_name=first, person__last_name__gt=last) | same_name
