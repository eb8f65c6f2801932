"""What stands open now, in fives: how many and never who; nobody can be told apart from one day to the next (4.3)."""

from datetime import date

from django.db.models import Count
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.models import PHASES, Conference, Outcome
from kring.referral.models import Referral, Requester
from kring.referral.routing import unrouted

FEWEST = 5


def fit_to_show(number: int):
    """Between which fives it lies, or that it is too small to say; one more or less cannot be seen."""
    if number < FEWEST:
        return _("minder dan 5")
    least = number // FEWEST * FEWEST
    return format_lazy(_("{least} tot {most}"), least=least, most=least + FEWEST - 1)


def counted(rows, field: str, names: dict) -> list[tuple]:
    """(name, number fit to show) for every value, also those nobody has."""
    found = dict(rows.values_list(field).annotate(Count("pk")).order_by())
    return [(name, fit_to_show(found.get(value, 0))) for value, name in names.items()]


def nobodys():
    """How many requests are nobody's yet: the alarm of the national inbox, as a number (A32)."""
    number = unrouted().count()
    return fit_to_show(number) if number else 0


def figures(*, today: date | None = None) -> list[tuple]:
    """The counts of this year, and of where everything stands now."""
    year = (today or timezone.localdate()).year
    this_year = Conference.objects.filter(created_at__year=year)
    requests = Referral.objects.filter(conference__created_at__year=year)
    phases = {phase.value: name for phase, name in PHASES.items()}
    ended = this_year.filter(phase=Phase.CLOSED)
    return [
        (_("Aanvragen dit jaar"), counted(requests, "kind", dict(Requester.choices))),
        (_("Waar ze nu staan"), counted(Conference.objects.all(), "phase", phases)),
        (_("Hoe het afliep, van dit jaar"), counted(ended, "outcome", dict(Outcome.choices))),
    ]
