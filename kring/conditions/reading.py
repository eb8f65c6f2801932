"""Reading the conditions: what each may see of them, and who has read or heard all of it."""

from dataclasses import dataclass, field

from django.db import transaction

from kring.circle.models import CircleMember
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.access import Role
from kring.conference.hands import Hand, Via
from kring.conference.models import Conference, NotAllowed
from kring.people.models import Person


def every_form(conference: Conference) -> list[ConditionsForm]:
    """Shared or not, with everything that stands on them."""
    rows = conference.conditions_forms.select_related("setter")
    forms = list(rows.prefetch_related("conditions", "in_other_words__upload", "earlier"))
    for form in forms:
        form.conference = conference
    return forms


def forms_for(conference: Conference, viewer: Person, forms: list | None = None) -> list[ConditionsForm]:
    """What is shared is for everybody, whole (A48). Before that: the setter, the manager and the main person (A49)."""
    forms = every_form(conference) if forms is None else forms
    may = conference.allowed_to(viewer)  # the own eyes, also when acting for somebody
    return [form for form in forms if form.is_released or may_see_draft(form, may, viewer)]


def may_see_draft(form: ConditionsForm, may: frozenset[str], viewer: Person) -> bool:
    if form.setter_id == viewer.pk or "ask_conditions" in may:
        return True
    return form.is_handed_in and "react_to_conditions" in may


def changed(forms: list[ConditionsForm]) -> list:
    """What was shared and is being changed again: the old words stay to be read, and why they change."""
    return [(form, form.earlier.all()[0]) for form in forms if form.version > 1 and not form.is_released]


def shared(conference: Conference, reader: Person | None = None):
    """What is shared now; for a reader without what they wrote themselves."""
    forms = conference.conditions_forms.exclude(released_at=None)
    return forms.exclude(setter=reader) if reader else forms


@transaction.atomic
def tick_all(conference: Conference, *, how: str, by: Person | Hand) -> None:
    """One tick for the whole of what is shared now."""
    forms = list(shared(conference, Hand.of(by).name_of))
    if not forms:
        raise NotAllowed
    for form in forms:
        form.conference = conference
        Reading.tick(form, how=how, by=by)


@transaction.atomic
def tell_many(conference: Conference, *, who: list[Person], how: str, via: str, by: Person | Hand) -> None:
    """Read aloud at one table, or told one after the other: noted for each of them (A48)."""
    hand = conference.write_down("tell_conditions", by=by)
    if via not in (Via.PHONE, Via.PAPER, Via.BESIDE):
        raise NotAllowed
    for person in who:
        tick_all(conference, how=how, by=Hand(hand.by, person, via))


@transaction.atomic
def take_back(conference: Conference, *, by: Person | Hand) -> None:
    """Ticked by mistake. Who acts for somebody takes back what they noted themselves, and nothing else."""
    hand = conference.write_down("read_conditions", by=by)
    ticks = Reading.objects.filter(form__conference=conference, person=hand.name_of)
    mine = ticks.filter(noted_by=hand.by) if hand.is_for_someone_else else ticks
    if not mine.delete()[0]:
        raise NotAllowed


def has_read_all(conference: Conference, person: Person) -> bool:
    return not shared(conference, person).exclude(readings__person=person).exists()


def is_read_by_somebody(conference: Conference) -> bool:
    return Reading.objects.filter(form__conference=conference).exists()


@dataclass
class Reader:
    """Somebody who comes, and how they came to know each form that is not their own."""

    person: Person
    wanted: int
    readings: list[Reading] = field(default_factory=list)

    @property
    def has_all(self) -> bool:
        return len(self.readings) >= self.wanted

    @property
    def how(self) -> str:
        """«zelf gelezen», «voorgelezen»; each way once."""
        return ", ".join(sorted({reading.in_words for reading in self.readings}))

    @property
    def noters(self) -> set[int]:
        """Who wrote it down; they may take it back."""
        return {reading.noted_by_id for reading in self.readings}


def readers(conference: Conference, forms: list[ConditionsForm]) -> list[Reader]:
    """Everybody who comes, also who was invited late; a setter knows the own form and hears those of others."""
    members = CircleMember.objects.filter(conference=conference).expected().select_related("person")
    people = conference.main_people + [member.person for member in members if member.person]
    people += conference.people(Role.CONDITION_SETTER)
    own = {form.setter_id for form in forms}
    wanted = {person.pk: Reader(person, len(forms) - (person.pk in own)) for person in people}
    for reading in Reading.objects.filter(form__in=forms).select_related("form"):
        if reading.person_id in wanted and reading.form.setter_id != reading.person_id:
            wanted[reading.person_id].readings.append(reading)
    return [reader for reader in wanted.values() if reader.wanted]


def not_reached(conference: Conference, forms: list[ConditionsForm] | None = None) -> list[Person]:
    """Who still has to read or hear them: all that is shared, or these forms."""
    forms = list(shared(conference)) if forms is None else forms
    return [reader.person for reader in readers(conference, forms) if not reader.has_all] if forms else []
