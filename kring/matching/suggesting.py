"""Which coordinators could do this, with the reasons in words; the manager chooses anyone (R-IND-4)."""

import re
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.conference.models import Conference
from kring.matching.models import Coordinator, Offer
from kring.people.models import Desk

MOST = 40
WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True)
class Suggestion:
    """A coordinator with the reasons for and against, as a colleague would say them."""

    coordinator: Coordinator
    reasons: list[str]
    is_asked: bool


def words_of(wishes: str) -> list[str]:
    """The words of a wish that could fit somebody; at most a dozen."""
    return list(dict.fromkeys(WORD.findall(wishes.casefold())))[:12]


def suggestions(conference: Conference, *, wishes: str = "", name: str = "") -> list[Suggestion]:
    """Fitting coordinators first: in the region, free, meeting a wish, asked least this year."""
    seated = [seat.person_id for seat in conference.seated()]
    found = Coordinator.objects.filter(person__is_active=True, person__seat__desk=Desk.COORDINATOR)
    found = found.exclude(person__in=seated).select_related("person").prefetch_related("regions")
    if name:
        found = found.filter(Q(person__first_name__icontains=name) | Q(person__last_name__icontains=name))
    words = words_of(wishes)
    ranked = with_facts(found, conference, words).order_by(
        "-is_here", "-is_available", "-meets", "-has_room", "this_year", "pk"
    )[:MOST]
    return [Suggestion(one, reasons(one, words), one.is_asked) for one in ranked]


def with_facts(found, conference: Conference, words: list[str]):
    """What the database can say about each: in the region, met wishes, conferences this year, already asked."""
    year = timezone.localdate().year
    here = Coordinator.regions.through.objects.filter(coordinator=OuterRef("pk"), region=conference.region)
    accepted = Q(offers__accepted=True, offers__answered_at__year=year)
    meets = sum((worth(word) for word in words), Value(0, IntegerField()))
    return found.annotate(
        is_here=Exists(here),
        is_asked=Exists(Offer.objects.open().filter(coordinator=OuterRef("pk"), conference=conference)),
        this_year=Count("offers", filter=accepted, distinct=True),
        meets=meets,
    ).annotate(has_room=Case(When(this_year__lt=F("conferences_a_year"), then=1), default=0))


def worth(word: str):
    fits = Q(languages__icontains=word) | Q(gender__iexact=word) | Q(background__icontains=word)
    return Case(When(fits, then=1), default=0, output_field=IntegerField())


def reasons(one, words: list[str]) -> list[str]:
    """Why this coordinator, and what speaks against it, in words."""
    said = [_("werkt in deze regio") if one.is_here else _("werkt niet in deze regio")]
    if not one.is_available:
        said.append(_("nu niet beschikbaar"))
    for field, label in (("languages", _("taal")), ("gender", _("man of vrouw")), ("background", _("achtergrond"))):
        met = [word for word in words if word in getattr(one, field).casefold()]
        if met:
            said.append(_("past bij de wens: %(word)s (%(what)s)") % {"word": ", ".join(met), "what": label})
    counts = {"done": one.this_year, "most": one.conferences_a_year}
    said.append(_("dit jaar %(done)s van %(most)s conferenties") % counts)
    return said
