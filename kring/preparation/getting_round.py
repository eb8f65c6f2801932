"""Getting round to everybody: one line for each who comes, on the one screen of the coordinator."""

from dataclasses import dataclass

from kring.conference.models import ROLES, STAFF
from kring.people.models import Person
from kring.preparation.appointing import Appointment
from kring.preparation.preparing import PersonalPreparation


@dataclass
class PersonRow:
    """One person: an appointment, prepared or not, conditions read or not."""

    person: Person
    role: str
    prepared: PersonalPreparation | None
    has_read: bool
    appointment: Appointment | None = None

    @property
    def seen(self) -> str:
        """What stands here now, for a browser that sends a tick later."""
        return str(self.prepared or "")

    @property
    def short_name(self) -> str:
        """Enough to know who it is, for what is kept on a phone."""
        return f"{self.person.first_name} {self.person.last_name[:1]}".strip()


def people_rows(preparation) -> list[PersonRow]:
    """Who was not spoken with yet comes first, in the order of the appointments."""
    conference = preparation.conference
    done = {row.person_id: row for row in conference.preparations.all()}
    planned = {row.person_id: row for row in conference.appointments.all()}
    people = preparation.expected()
    unread = {person.pk for person in preparation.unread(people)}
    rows = [
        PersonRow(
            person, role_of(conference, person), done.get(person.pk), person.pk not in unread, planned.get(person.pk)
        )
        for person in people
    ]
    return sorted(rows, key=lambda row: (row.prepared is not None, when(row)))


def when(row: PersonRow) -> float:
    moment = row.appointment and row.appointment.starts_at
    return moment.timestamp() if moment else float("inf")


def role_of(conference, person: Person) -> str:
    roles = conference.roles_of(person) - STAFF
    return ", ".join(str(ROLES[role]) for role in ROLES if role in roles)
