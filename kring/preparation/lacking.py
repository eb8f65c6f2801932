"""Lacking: what is not there yet before the day, one sentence each, with the page where it is mended."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from kring.circle.still_open import still_open
from kring.people.models import Person
from kring.preparation.dates import DateAnswer
from kring.preparation.places import open_about_the_place
from kring.preparation.standing import Standing
from kring.preparation.waiving import Waiver

What = Waiver.What
SAYS = DateAnswer.Says


@dataclass(frozen=True)
class Lack:
    """One thing that is missing. With `what`, the rules let it go for this person, with a reason (B11)."""

    sentence: str
    url: str
    args: tuple = ()
    what: str = ""
    person: Person | None = None


def lacks_of(preparation, now: Standing) -> list[Lack]:
    people = preparation.expected()
    forms = list(preparation.conference.conditions_forms.select_related("setter"))
    return [
        *about_the_day(preparation, people, now),
        *about_conditions(forms),
        *[Lack(str(sentence), "circle:safety") for sentence in still_open(preparation.conference)],
        *about_people(people, forms, now),
        *(about_part_three(forms, now) if preparation.starts_at else []),
    ]


def about_the_day(preparation, people: list[Person], now: Standing) -> list[Lack]:
    """The question, the day and the place; and everybody to whom this day was put, or of whom it says why not."""
    found, to_fix = [], "preparation:fix_date"
    if not now.has_question:
        found.append(Lack(_("De vraag is nog niet afgesproken."), "preparation:question"))
    if preparation.starts_at is None:
        found.append(Lack(_("Er is nog geen datum."), to_fix))
    if not preparation.place:
        found.append(Lack(_("Er is nog geen plek."), to_fix))
    found += [Lack(str(sentence), to_fix) for sentence in open_about_the_place(preparation.conference)]
    if preparation.starts_at is None or preparation.why_not_asked:
        return found
    return found + [
        Lack(_("Aan %(who)s is deze dag nog niet voorgelegd.") % {"who": who}, "preparation:propose")
        for who in people
        if who.pk not in now.says and who.pk not in now.without
    ]


def about_conditions(forms: list) -> list[Lack]:
    return [
        Lack(_("De voorwaarden van %(who)s zijn nog niet gedeeld.") % {"who": form.setter}, "conditions:show")
        for form in forms
        if not form.is_released
    ]


def about_people(people: list[Person], forms: list, now: Standing) -> list[Lack]:
    alone = _("%(who)s is nog niet persoonlijk voorbereid.")
    unread = _("%(who)s heeft de voorwaarden nog niet gelezen.")
    released = {form.pk for form in forms if form.is_released}
    setters = {form.setter_id for form in forms if form.is_released}
    return [
        Lack(alone % {"who": who}, "preparation:talk", (who.slug,), What.PREPARED, who)
        for who in people
        if who.pk not in now.prepared and (who.pk, What.PREPARED) not in now.waived
    ] + [
        Lack(unread % {"who": who}, "conditions:show", (), What.READ, who)
        for who in people
        if who.pk not in setters and released - now.read.get(who.pk, set()) and (who.pk, What.READ) not in now.waived
    ]


def about_part_three(forms: list, now: Standing) -> list[Lack]:
    """Who set conditions tests the plan in part 3: there, or to be called then (A74)."""
    there = {pk for pk, says in now.says.items() if says in (SAYS.YES, SAYS.RATHER_NOT)} | now.reachable
    words = _("%(who)s stelde voorwaarden. Spreek af dat die er is als de kring het plan vertelt, of dan te bellen is.")
    return [
        Lack(words % {"who": who}, "preparation:talk", (who.slug,))
        for who in dict.fromkeys(form.setter for form in forms)
        if who.pk not in there
    ]
