"""Finding who to call by what somebody typed: the own list, what an ended municipality became, and near misses."""

import difflib
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from kring.region import locating
from kring.region.models import Municipality
from kring.region.names import begins_like_a_postcode, is_odd_postcode, searchable, split

MOST = 12  # shown at once
LIKE = 0.75  # how much of a name must be right to be suggested
LONGEST = 60


@dataclass
class Found:
    """What there is to show: municipalities, those that ended with what they became, names that look like it."""

    towns: list[Municipality] = field(default_factory=list)
    ended: list[Municipality] = field(default_factory=list)
    near: list[str] = field(default_factory=list)
    is_odd_postcode: bool = False

    @property
    def shown(self) -> list[Municipality]:
        return self.towns[:MOST]

    @property
    def only(self) -> list[Municipality]:
        """The one that was found, if it is one."""
        return self.towns if len(self.towns) == 1 else []

    @property
    def there_are_more(self) -> bool:
        return len(self.towns) > MOST


def look_for(typed: str) -> Found:
    """Everything for the page of the finder."""
    towns, ended = rows().found_by(typed)
    if ended:
        prefetch_related_objects(ended, "merged_into")
        towns = with_what_they_became(towns, ended)
    if not towns and not is_odd_postcode(typed):
        towns = list(rows().present().filter(code__in=codes)) if (codes := locating.codes_for(typed)) else []
    near = [] if towns else near_to(typed)
    return Found(towns, ended, near, is_odd_postcode(typed))


def rows():
    return Municipality.objects.with_contact().with_funding()


def with_what_they_became(towns: list[Municipality], ended: list[Municipality]) -> list[Municipality]:
    became = rows().present().filter(replaces__in=ended).distinct()
    return list({town.pk: town for town in [*became, *towns]}.values())


def near_to(typed: str) -> list[str]:
    """At most three names of places that are almost this."""
    wanted = searchable(typed)
    if begins_like_a_postcode(typed) or not 4 <= len(wanted) <= LONGEST:
        return []
    names: dict[str, str] = {}
    for town in Municipality.objects.values_list("name", "also", "places"):
        for name in (town[0], *split(town[1]), *split(town[2])):
            names.setdefault(searchable(name), name)
    return [names[name] for name in difflib.get_close_matches(wanted, names, 3, LIKE)]
