"""Which coordinators could do this, with the reasons in words; the manager chooses anyone (R-IND-4)."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.conference.models import Conference
from kring.matching.comparing import Around, ties
from kring.matching.handing_over import HandOver
from kring.matching.models import Offer
from kring.matching.papers import in_order, obstacles
from kring.matching.register import Coordinator, FreePeriod
from kring.matching.terms import Terms
from kring.matching.wishing import Wish, how_met, wishes_of, worth

MOST = 40
ORDER = ("-is_in_order", "-is_here", "-is_free", "-meets", "-has_room", "this_year", "pk")
WEEKS, URGENT_WEEKS = 10, 1


@dataclass(frozen=True)
class Suggestion:
    """A coordinator with the reasons for and against, as a colleague would say them."""

    coordinator: Coordinator
    reasons: list[str]
    obstacles: list[str]
    is_asked: bool

    @property
    def can_be_asked(self) -> bool:
        return not self.is_asked and not self.obstacles


@dataclass(frozen=True)
class Question:
    """For which conference, with which wishes, on which day."""

    conference: Conference
    wishes: list[Wish]
    today: date
    terms: Terms
    around: Around


def weeks_of(conference: Conference, today: date | None = None) -> tuple[date, date]:
    """When it will be about: six to ten weeks of preparation, or with urgency a week (A52, A53)."""
    today = today or timezone.localdate()
    return today, today + timedelta(weeks=URGENT_WEEKS if conference.is_urgent else WEEKS)


def suggestions(
    conference: Conference, *, wishes: list[Wish] | None = None, name: str = "", today: date | None = None
) -> list[Suggestion]:
    """Good papers first, then in the region, free, meeting a wish, asked least this year: in that order, no score."""
    today = today or timezone.localdate()
    wishes = wishes_of(conference) if wishes is None else wishes
    ranked = list(ranked_for(conference, wishes, today, name)[:MOST])
    facts = {row["pk"]: row for row in ranked}
    people = Coordinator.objects.filter(pk__in=facts).select_related("person", "travels_from")
    found = {one.pk: one for one in people.prefetch_related("periods")}
    asked = Question(conference, wishes, today, Terms.on(today), Around.of(conference))
    return [said_of(found[pk], facts[pk], asked) for pk in facts if pk in found]


def ranked_for(conference: Conference, wishes: list[Wish], today: date, name: str = ""):
    """The order and the facts behind it, in one question to the database."""
    seated = [seat.person_id for seat in conference.seated()]
    found = Coordinator.objects.active().exclude(person__in=seated)
    if name:
        found = found.found_by(name)
    facts = facts_about(conference, wishes, today)
    return found.annotate(**facts).order_by(*ORDER).values("pk", *facts)


def facts_about(conference: Conference, wishes: list[Wish], today: date) -> dict:
    """What the database can say about each."""
    here = Coordinator.regions.through.objects.filter(region=conference.region_id).values("coordinator_id")
    asked = Offer.objects.filter(conference=conference)
    accepted = Offer.objects.filter(accepted=True, answered_at__year=today.year).order_by()
    counted = accepted.values("coordinator").annotate(many=Count("pk"))
    enough = counted.filter(many__gte=F("coordinator__conferences_a_year")).values("coordinator")
    told = asked.filter(has_tie=True).values("coordinator_id")
    this_year = counted.filter(coordinator=OuterRef("pk")).values("many")
    return {
        "is_in_order": yes_if(in_order(today, Terms.on(today))),
        "is_here": yes_if(Q(pk__in=here)),
        "is_free": yes_if(Q(is_available=True) & free_on(today)),
        "meets": worth(wishes),
        "has_room": yes_if(~Q(pk__in=enough)),
        "this_year": Coalesce(Subquery(this_year, output_field=IntegerField()), 0),
        "is_asked": yes_if(Q(pk__in=asked.open().values("coordinator_id"))),
        "said_no": yes_if(Q(pk__in=asked.filter(accepted=False).values("coordinator_id"))),
        "was_silent": yes_if(Q(pk__in=asked.exclude(expired_at=None).values("coordinator_id"))),
        "has_tie": yes_if(Q(pk__in=told) | Q(person__in=HandOver.who_knew_them(conference))),
        "was_here": yes_if(Q(pk__in=asked.filter(accepted=True).values("coordinator_id"))),
    }


def yes_if(question: Q):
    return Case(When(question, then=Value(1)), default=Value(0), output_field=IntegerField())


def free_on(day: date) -> Q:
    """Not away that day; and who told of weeks to come in which it can be, only in those."""
    now = FreePeriod.objects.filter(starts_on__lte=day, ends_on__gte=day)
    told = FreePeriod.objects.filter(is_free=True, ends_on__gte=day).values("coordinator_id")
    away, can = (now.filter(is_free=free).values("coordinator_id") for free in (False, True))
    return ~Q(pk__in=away) & (~Q(pk__in=told) | Q(pk__in=can))


# --- in words --------------------------------------------------------------------------------------------------------
def said_of(one: Coordinator, facts: dict, asked: Question) -> Suggestion:
    weeks = weeks_of(asked.conference, asked.today)
    said = [met.in_words for met in how_met(one, asked.wishes)]
    said += [about_place(one, facts), *about_time(one, facts, weeks), about_load(one, facts)]
    said += [_("in opleiding: een coach gaat mee")] if one.is_in_training else []
    said += about_before(facts)
    said += [tie.for_the_desk for tie in ties(one, asked.around)]
    trouble = obstacles(one, asked.today, asked.terms) + (
        [_("meldde een band met deze mensen")] if facts["has_tie"] else []
    )
    return Suggestion(one, [reason for reason in said if reason], trouble, bool(facts["is_asked"]))


def about_place(one: Coordinator, facts: dict) -> str:
    here = _("werkt in deze regio") if facts["is_here"] else _("werkt niet in deze regio")
    start = one.travels_from and _("vanuit %(place)s") % {"place": one.travels_from}
    far = one.travels_km and _("reist tot %(km)s kilometer") % {"km": one.travels_km}
    return ", ".join(part for part in (here, start, far, one.travels_by) if part)


def about_time(one: Coordinator, facts: dict, weeks: tuple[date, date]) -> list[str]:
    said = [] if one.is_available else [_("nu niet beschikbaar")]
    begin, end = weeks
    for period in one.periods.all():
        if period.starts_on <= end and period.ends_on >= begin:
            days = {"from": date_format(period.starts_on, "j F"), "to": date_format(period.ends_on, "j F")}
            said.append(
                (_("kan van %(from)s tot %(to)s") if period.is_free else _("weg van %(from)s tot %(to)s")) % days
            )
    if one.is_available and not facts["is_free"] and not said:
        said.append(_("in deze weken niet vrij"))
    return said


def about_load(one: Coordinator, facts: dict) -> str:
    counts = {"done": facts["this_year"], "most": one.conferences_a_year}
    return _("dit jaar %(done)s van %(most)s conferenties") % counts


def about_before(facts: dict) -> list[str]:
    said = {
        _("zei hier al nee"): facts["said_no"] and not facts["has_tie"],
        _("gaf hier geen antwoord"): facts["was_silent"],
        _("was hier eerder coördinator"): facts["was_here"],
    }
    return [words for words, is_so in said.items() if is_so]
