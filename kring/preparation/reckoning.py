"""Who is how far: rows for the pages of the coordinator."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kring.conference.models import ROLES, STAFF
from kring.people.models import Person
from kring.preparation.models import DateAnswer, DateOption, PersonalPreparation, Preparation

SAYS = DateAnswer.Says


@dataclass
class PersonRow:
    """One person: prepared or not, conditions read or not."""

    person: Person
    role: str
    prepared: PersonalPreparation | None
    has_read: bool


def people_rows(preparation: Preparation) -> list[PersonRow]:
    conference = preparation.conference
    done = {row.person_id: row for row in conference.preparations.all()}
    people = preparation.expected()
    unread = {person.pk for person in preparation.unread(people)}
    return [
        PersonRow(person, role_of(preparation, person), done.get(person.pk), person.pk not in unread)
        for person in people
    ]


def role_of(preparation: Preparation, person: Person) -> str:
    roles = preparation.conference.roles_of(person) - STAFF
    return ", ".join(str(ROLES[role]) for role in ROLES if role in roles)


@dataclass
class DayRow:
    """One day: who can come, who rather not, who cannot, and who said nothing yet."""

    option: DateOption
    yes: list[Person] = field(default_factory=list)
    rather_not: list[Person] = field(default_factory=list)
    no: list[Person] = field(default_factory=list)
    silent: list[Person] = field(default_factory=list)


def day_rows(options: Iterable[DateOption], people: list[Person]) -> list[DayRow]:
    """In the order of the calendar: people choose the day, no sum does (A43)."""
    return [day_row(option, people) for option in options]


def day_row(option: DateOption, people: list[Person]) -> DayRow:
    row, said = DayRow(option), {answer.person_id: answer.says for answer in option.answers.all()}
    lists = {SAYS.YES: row.yes, SAYS.RATHER_NOT: row.rather_not, SAYS.NO: row.no}
    for person in people:
        lists.get(said.get(person.pk), row.silent).append(person)
    return row
