"""Lacking: what is not there yet before the day, one sentence each, with the page where it is mended."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kring.circle.still_open import still_open
from kring.people.models import Person
from kring.preparation.appointing import Appointment
from kring.preparation.dates import DateAnswer
from kring.preparation.places import open_about_the_place
from kring.preparation.waiving import Waiver

What = Waiver.What


@dataclass(frozen=True)
class Lack:
    """One thing that is missing. With `what`, the rules let it go for this person, with a reason (B11)."""

    sentence: str
    url: str
    args: tuple = ()
    what: str = ""
    person: Person | None = None


def lacks_of(preparation) -> list[Lack]:
    people = preparation.expected()
    forms = list(preparation.conference.conditions_forms.select_related("setter"))
    return [
        *about_the_question(preparation),
        *about_the_day(preparation, people),
        *about_conditions(forms),
        *[Lack(str(sentence), "circle:safety") for sentence in still_open(preparation.conference)],
        *about_people(preparation, people, forms),
        *about_part_three(preparation, forms),
    ]


def about_the_question(preparation) -> list[Lack]:
    if preparation.question is not None:
        return []
    return [Lack(_("De vraag is nog niet afgesproken."), "preparation:question")]


def about_the_day(preparation, people: list[Person]) -> list[Lack]:
    found, to_fix = [], "preparation:fix_date"
    if preparation.starts_at is None:
        found.append(Lack(_("Er is nog geen datum."), to_fix))
    if not preparation.place:
        found.append(Lack(_("Er is nog geen plek."), to_fix))
    found += [Lack(str(sentence), to_fix) for sentence in open_about_the_place(preparation.conference)]
    return found + [
        Lack(_("Aan %(who)s is deze dag nog niet voorgelegd.") % {"who": who}, "preparation:dates")
        for who in not_put_to(preparation, people)
    ]


def not_put_to(preparation, people: list[Person]) -> list[Person]:
    """Who said nothing about the day that was chosen, and of whom nobody wrote down why."""
    if preparation.starts_at is None or preparation.why_not_asked:
        return []
    said = preparation.said_about(preparation.starts_at)
    without = set(preparation.without.values_list("person_id", flat=True))
    return [person for person in people if person.pk not in said and person.pk not in without]


def about_conditions(forms: list) -> list[Lack]:
    return [
        Lack(_("De voorwaarden van %(who)s zijn nog niet gedeeld.") % {"who": form.setter}, "conditions:show")
        for form in forms
        if not form.is_released
    ]


def about_people(preparation, people: list[Person], forms: list) -> list[Lack]:
    waived = set(preparation.conference.waivers.values_list("person_id", "what"))
    alone = _("%(who)s is nog niet persoonlijk voorbereid.")
    unread = _("%(who)s heeft de voorwaarden nog niet gelezen.")
    return [
        Lack(alone % {"who": who}, "preparation:talk", (who.slug,), What.PREPARED, who)
        for who in preparation.unprepared(people)
        if (who.pk, What.PREPARED) not in waived
    ] + [
        Lack(unread % {"who": who}, "conditions:show", (), What.READ, who)
        for who in preparation.unread(people, forms)
        if (who.pk, What.READ) not in waived
    ]


def about_part_three(preparation, forms: list) -> list[Lack]:
    """Who set conditions tests the plan in part 3: there, or to be called then (A74)."""
    setters = {form.setter_id: form.setter for form in forms}
    if not setters or preparation.starts_at is None:
        return []
    answers = DateAnswer.objects.filter(
        option__conference=preparation.conference, option__starts_at=preparation.starts_at, person__in=setters
    )
    there = set(answers.exclude(says=DateAnswer.Says.NO).values_list("person_id", flat=True))
    reachable = Appointment.objects.filter(conference=preparation.conference, person__in=setters).exclude(part_three="")
    there |= set(reachable.values_list("person_id", flat=True))
    said = _("%(who)s stelde voorwaarden. Spreek af dat die er is als de kring het plan vertelt, of dan te bellen is.")
    return [
        Lack(said % {"who": who}, "preparation:talk", (who.slug,)) for pk, who in setters.items() if pk not in there
    ]
