"""What each day brings: rows for the page of the coordinator."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone

from kring.conference.models import Conference
from kring.people.models import Person
from kring.preparation.free_days import beside, regions_of
from kring.preparation.models import DateAnswer, DateOption
from kring.preparation.weighing import cannot_be_missed

SAYS = DateAnswer.Says


@dataclass
class DayRow:
    """One day: who can come, who rather not, who cannot, and who said nothing yet."""

    option: DateOption
    beside: list[str] = field(default_factory=list)
    yes: list[Person] = field(default_factory=list)
    rather_not: list[Person] = field(default_factory=list)
    no: list[Person] = field(default_factory=list)
    silent: list[Person] = field(default_factory=list)
    missed: list[Person] = field(default_factory=list)
    is_open_to_choose: bool = False


def day_rows(options: Iterable[DateOption], people: list[Person], conference: Conference | None = None) -> list[DayRow]:
    """In the order of the calendar: people choose the day, no sum does (A43)."""
    weigh = cannot_be_missed(conference) if conference else set()
    main = {person.pk for person in conference.main_people} if conference else set()
    regions = regions_of(conference.municipality if conference else None)
    return [day_row(option, people, weigh, main, regions) for option in options if option.withdrawn_at is None]


def day_row(
    option: DateOption, people: list[Person], weigh: set[int], main: set[int], regions: tuple[str, ...]
) -> DayRow:
    """`weigh` cannot be missed; as long as some of `main` said nothing or no, nobody chooses this day."""
    said = {answer.person_id: answer.says for answer in option.answers.all()}
    row = DayRow(option, beside(timezone.localdate(option.starts_at), regions))
    lists = {SAYS.YES: row.yes, SAYS.RATHER_NOT: row.rather_not, SAYS.NO: row.no}
    for person in people:
        lists.get(said.get(person.pk), row.silent).append(person)
    row.missed = [person for person in row.no if person.pk in weigh]
    row.is_open_to_choose = all(said.get(pk) in (SAYS.YES, SAYS.RATHER_NOT) for pk in main)
    return row
