"""What must be on paper before a coordinator can be offered something, and until when it is good."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.matching.register import Coordinator
from kring.matching.terms import Terms


@dataclass(frozen=True)
class Paper:
    """One paper: what it is called, and its last day; no day when it does not run out or is not there."""

    what: str
    is_there: bool
    until: date | None

    def is_good_on(self, day: date) -> bool:
        return self.is_there and (self.until is None or self.until >= day)

    def trouble_on(self, day: date) -> str:
        """Why this paper stands in the way, in words; empty when it does not."""
        if not self.is_there:
            return _("%(paper)s: is er nog niet") % {"paper": self.what}
        if not self.is_good_on(day):
            return _("%(paper)s: liep af op %(day)s") % {"paper": self.what, "day": date_format(self.until, "j F Y")}
        return ""


def years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def papers(one: Coordinator, terms: Terms) -> list[Paper]:
    """The certificate of conduct counts from its date for some years; the agreement has its own last day."""
    certificate = one.certificate_on
    until = certificate and years_later(certificate, terms.certificate_years)
    return [
        Paper(_("VOG"), certificate is not None, until),
        Paper(_("overeenkomst"), one.agreement_on is not None, one.agreement_until),
    ]


def obstacles(one: Coordinator, today: date, terms: Terms | None = None) -> list[str]:
    """Everything on paper that stands in the way today, in words."""
    return [said for paper in papers(one, terms or Terms.on(today)) if (said := paper.trouble_on(today))]


def in_order(today: date, terms: Terms) -> Q:
    """The same question for the database: whose papers are good today."""
    oldest = years_later(today, -terms.certificate_years)
    agreed = Q(agreement_on__isnull=False) & (Q(agreement_until=None) | Q(agreement_until__gte=today))
    return Q(certificate_on__gte=oldest) & agreed
