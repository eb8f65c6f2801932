"""Whether somebody can be asked at all; what stands in the way is said in words, and everything else is a choice."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.models import Conference, TwoHats
from kring.foundation.refusals import Refusal
from kring.matching.coaching import NoCoach
from kring.matching.handing_over import HandOver, NobodyToReplace
from kring.matching.papers import obstacles
from kring.matching.register import Coordinator
from kring.people.models import Desk, Person


class AlreadyOffered(Refusal):
    message = _("Aan deze coördinator is het al voorgelegd.")


class HasATie(Refusal):
    message = _("Deze coördinator meldde een band met deze mensen.")


class NoLongerHere(Refusal):
    message = _("Deze coördinator is gestopt.")


class CoachComesAlong(Refusal):
    message = _("Deze coördinator is in opleiding. Kies wie als coach meegaat.")
    field = "coach"


def refuse_unless_fit(
    conference: Conference, coordinator: Coordinator, coach: Person | None, earlier: QuerySet
) -> None:
    """Whoever stopped, sits here already, has no good papers, told of a tie or was asked just now is not asked."""
    if conference.phase != Phase.MATCHING and HandOver.running(conference) is None:
        raise NobodyToReplace
    if coordinator.stopped_on or not coordinator.person.is_active:
        raise NoLongerHere
    if conference.roles_of(coordinator.person):
        raise TwoHats
    if trouble := obstacles(coordinator, timezone.localdate()):
        raise Refusal(_("Dit kan nog niet. %(why)s.") % {"why": "; ".join(trouble)}, field="coordinator")
    told_later = HandOver.who_knew_them(conference).filter(first=coordinator.person)
    if earlier.filter(has_tie=True).exists() or told_later.exists():
        raise HasATie
    if earlier.open().exists():
        raise AlreadyOffered
    if coordinator.is_in_training and coach is None:
        raise CoachComesAlong
    if coach and (Desk.MANAGER not in coach.seats() or coach == coordinator.person):
        raise NoCoach
