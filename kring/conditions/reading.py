"""Reading the conditions: what each may see of them, and who has read or heard all of it."""

from dataclasses import dataclass, field

from django.db import transaction

from kring.circle.models import CircleMember
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed
from kring.people.models import Person


def forms_for(conference: Conference, viewer: Person) -> list[ConditionsForm]:
    """What is shared is for everybody, whole (A48). Before that: the setter, the manager and the main person (A49)."""
    forms = list(conference.conditions_forms.select_related("setter").prefetch_related("conditions"))
    may = conference.allowed_to(viewer)  # the own eyes, also when acting for somebody
    for form in forms:
        form.conference = conference
    return [form for form in forms if form.is_released or may_see_draft(form, may, viewer)]


def may_see_draft(form: ConditionsForm, may: frozenset[str], viewer: Person) -> bool:
    if form.setter_id == viewer.pk or "ask_conditions" in may:
        return True
    return form.is_handed_in and "react_to_conditions" in may


@transaction.atomic
def tick_all(conference: Conference, *, how: str, by: Person | Hand) -> None:
    """One tick for the whole of what is shared now."""
    forms = list(conference.conditions_forms.exclude(released_at=None))
    if not forms:
        raise NotAllowed
    for form in forms:
        form.conference = conference
        Reading.tick(form, how=how, by=by)


def has_read_all(conference: Conference, person: Person) -> bool:
    unread = conference.conditions_forms.exclude(released_at=None).exclude(readings__person=person)
    return not unread.exists()


@dataclass
class Reader:
    """Somebody who comes, and how they came to know each form."""

    person: Person
    readings: list[Reading] = field(default_factory=list)
    has_all: bool = False

    @property
    def how(self) -> str:
        """«zelf gelezen», «voorgelezen»; each way once."""
        return ", ".join(sorted({reading.get_how_display() for reading in self.readings}))


def readers(conference: Conference, forms: list[ConditionsForm]) -> list[Reader]:
    """Everybody who comes, but who wrote a form knows it; the coordinator sees who still has to hear it."""
    setters = {form.setter_id for form in forms}
    members = CircleMember.objects.filter(conference=conference).expected().select_related("person")
    people = conference.main_people + [member.person for member in members if member.person]
    found = {person.pk: Reader(person) for person in people if person.pk not in setters}
    for reading in Reading.objects.filter(form__in=forms).select_related("form"):
        if reading.person_id in found:
            found[reading.person_id].readings.append(reading)
    for reader in found.values():
        reader.has_all = len(reader.readings) == len(forms)
    return list(found.values())
