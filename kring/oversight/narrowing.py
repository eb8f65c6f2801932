"""Which conferences a manager looks at: whose, which of them, and who is looked for. The address says it all."""

import re
from collections import defaultdict
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Case, Exists, F, FilteredRelation, OuterRef, Q, Value, When
from django.utils.translation import gettext as _

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Participant
from kring.oversight.desk_forms import MINE, STANDING_IN, NarrowForm
from kring.oversight.listing import page_of
from kring.oversight.promising import AT_RISK_NOW, by_promise
from kring.people.models import Person
from kring.referral.routing import regions_of
from kring.region.models import Municipality, Region, searchable

UNDER_WAY = [phase.value for phase in Phase if phase != Phase.CLOSED]
OWN_SEATS = frozenset({Role.REGIONAL_MANAGER, Role.COACH})
ALIKE = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


def seats_of(manager: Person):
    return Participant.objects.present().filter(person=manager, role__in=OWN_SEATS)


def elsewhere(manager: Person, regions: list[Region], phases) -> list[int]:
    """The few conferences of a manager outside the own regions, by number: so that the list itself needs no «or»."""
    seats = seats_of(manager).filter(conference__phase__in=phases)
    return list(seats.exclude(conference__region__in=regions).values_list("conference_id", flat=True).distinct())


def conferences_of(manager: Person, *, regions=None, phases=tuple(Phase), whose: str = ""):
    """Those this manager answers for: seated as regiomanager or coach, or in a region that is theirs to look after."""
    regions = list(regions_of(manager)) if regions is None else regions
    found = Conference.objects.filter(phase__in=phases).select_related("municipality")
    if whose == MINE:
        return found.filter(pk__in=seats_of(manager).values("conference_id"))
    if whose == STANDING_IN:
        return found.filter(region__in=[region for region in regions if region.manager_id != manager.pk])
    far = elsewhere(manager, regions, phases)
    return found.filter(Q(region__in=regions) | Q(pk__in=far) if far else Q(region__in=regions))


def folded(text: str) -> list[str]:
    """The words of a name as somebody in a hurry types them: «Ayşe de Vries-Yılmaz» is ayse, de, vries, yilmaz."""
    return re.findall(r"\w+", searchable(text).translate(ALIKE))


def those_named(conferences, typed: str) -> list[int]:
    """Of these few: where each word typed begins a name of a main person, the municipality or the coordinator."""
    found, wanted = defaultdict(set), folded(typed)
    who = FilteredRelation(
        "participants",
        condition=Q(participants__until=None, participants__role__in=[Role.MAIN_PERSON, Role.COORDINATOR]),
    )
    last_name = Case(When(who__role=Role.COORDINATOR, then=F("who__person__last_name")), default=Value(""))
    rows = conferences.order_by().annotate(who=who, surname=last_name)
    rows = list(rows.values_list("pk", "municipality__name", "who__person__first_name", "surname"))
    words = {name: folded(name) for name in {name for _pk, *names in rows for name in names if name}}
    for key, *names in rows:
        found[key].update(word for name in names if name for word in words[name])
    return [key for key, has in found.items() if wanted and all(begins(one, has) for one in wanted)]


def begins(typed: str, words: set[str]) -> bool:
    return any(word.startswith(typed) for word in words)


class Look:
    """How somebody looks at the desk now: everything the address says, and the rows that belong to it."""

    def __init__(self, manager: Person, given):
        self.manager, self.given = manager, given
        self.regions = list(regions_of(manager).select_related("manager"))
        self.form = NarrowForm(given)
        self.form.is_valid()
        self.chosen = {name: value for name, value in self.form.cleaned_data.items() if value}
        self.address = urlencode({name: "on" if value is True else value for name, value in self.chosen.items()})

    @cached_property
    def stands_in_for(self) -> dict[int, str]:
        """The regions of somebody else, with whose they are."""
        return {region.pk: region.manager.first_name for region in self.regions if region.manager_id != self.manager.pk}

    def for_whom(self, conference: Conference) -> str:
        """«voor Wouter»: in whose region this manager stands in."""
        name = self.stands_in_for.get(conference.region_id)
        return _("voor %(name)s") % {"name": name} if name else ""

    @property
    def is_narrowed(self) -> bool:
        return bool(self.chosen or self.form.errors)

    @property
    def is_further_on(self) -> bool:
        return bool(self.given.get("na"))

    @property
    def is_part(self) -> bool:
        """Not the whole list from its beginning."""
        return self.is_narrowed or self.is_further_on

    @cached_property
    def all(self):
        """Everything of this manager in the phases that are looked at."""
        phases = [self.chosen["fase"]] if "fase" in self.chosen else UNDER_WAY
        return conferences_of(self.manager, regions=self.regions, phases=phases, whose=self.chosen.get("wie", ""))

    def narrowed(self):
        rows, chosen = by_promise(self.all), self.chosen
        if "gemeente" in chosen:
            rows = rows.filter(municipality__name=chosen["gemeente"])
        if "coordinator" in chosen:
            seats = Participant.objects.present().filter(role=Role.COORDINATOR, person__slug=chosen["coordinator"])
            rows = rows.filter(Exists(seats.filter(conference=OuterRef("pk"))))
        if "zoek" in chosen:
            rows = rows.filter(pk__in=those_named(self.all, chosen["zoek"]))
        for name, wanted in (
            ("spoed", Q(is_urgent=True)),
            ("rust", Q(resting_since__isnull=False)),
            ("belofte", AT_RISK_NOW),
        ):
            rows = rows.filter(wanted) if name in chosen else rows
        return rows

    def page(self, rows) -> tuple[list[Conference], str]:
        """The rows of this page, and the mark of the next; what ended last comes first."""
        return page_of(rows, self.given.get("na", ""), newest_first=self.chosen.get("fase") == Phase.CLOSED)

    def offer_choices(self) -> None:
        """Fill the form with the municipalities of these regions and who coordinates there, in one question."""
        towns = Municipality.objects.filter(region__in=self.regions).order_by()
        near = Conference.objects.filter(region__in=self.regions, phase__in=UNDER_WAY)
        seats = Participant.objects.present().filter(role=Role.COORDINATOR, conference__in=near)
        people = Person.objects.filter(pk__in=seats.values("person_id")).order_by()
        named = towns.values_list(Value("gemeente"), "name", "name", Value(""))
        chosen = people.values_list(Value("coordinator"), "slug", "first_name", "last_name")
        choices = {"gemeente": [], "coordinator": []}
        for field, value, *names in named.union(chosen):
            choices[field].append((value, " ".join(names).strip()))
        self.form.offer(**{field: sorted(found, key=lambda pair: folded(pair[1])) for field, found in choices.items()})
