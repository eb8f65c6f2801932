"""The forms of the manager: four ticks a condition, what contradicts, and why something changes again."""

from django.utils.translation import gettext_lazy as _

from kring.conditions import checking
from kring.conditions.checking import Check
from kring.conditions.contradicting import Contradiction
from kring.conditions.models import ConditionsForm
from kring.conference.hands import Hand
from kring.foundation.forms import Choices, HouseForm, Lines, Several


class CheckForm(HouseForm):
    """All ticked is in order; where a tick is missing, a word to the professional."""

    def __init__(self, data, form: ConditionsForm):
        super().__init__(data)
        self.form, self.conditions = form, list(form.conditions.all())
        for condition in self.conditions:
            self.fields[f"ticks_{condition.slug}"] = Several(
                label=_("Voorwaarde %(number)s is") % {"number": condition.number}, choices=Check, required=False
            )
            self.fields[f"word_{condition.slug}"] = Lines(
                label=_("Woord terug bij voorwaarde %(number)s") % {"number": condition.number}, rows=2,
                max_length=1000, required=False, initial=condition.word_back,
            )  # fmt: skip

    def rows(self) -> list[tuple]:
        """(condition, its ticks, its word), to show beside each other."""
        return [(one, self[f"ticks_{one.slug}"], self[f"word_{one.slug}"]) for one in self.conditions]

    def check(self, *, by: Hand) -> bool:
        def verb(*, by, **filled_in):
            ticks = {one.slug: filled_in[f"ticks_{one.slug}"] for one in self.conditions}
            words = {one.slug: filled_in[f"word_{one.slug}"] for one in self.conditions}
            return checking.check(self.form, ticks=ticks, words=words, by=by)

        return self.carry(verb, by=by)


class ContradictionForm(HouseForm):
    """Which two, and what goes wrong between them."""

    first = Choices(label=_("De ene voorwaarde"))
    second = Choices(label=_("De andere voorwaarde"))
    what = Lines(label=_("Wat botst er?"), rows=2, max_length=1000)

    def __init__(self, data, conference):
        super().__init__(data)
        self.conference, self.conditions = conference, {}
        for form in conference.conditions_forms.filter(released_at=None).prefetch_related("conditions", "setter"):
            for condition in form.conditions.all():
                condition.form = form
                self.conditions[condition.slug] = condition
        choices = [(slug, f"{one.form.setter}: {one.text}") for slug, one in self.conditions.items()]
        self.fields["first"].choices = self.fields["second"].choices = choices

    def note(self, *, by: Hand) -> bool:
        def verb(*, first, second, what, by):
            chosen = {"first": self.conditions[first], "second": self.conditions[second]}
            return Contradiction.note(self.conference, **chosen, what=what, by=by)

        return self.carry(verb, by=by)


class ReopenForm(HouseForm):
    """Why a shared form still changes."""

    why = Lines(
        label=_("Waarom moet dit nog anders?"), rows=2, max_length=500,
        help_text=_("Iedereen die komt, kan dit lezen. De oude versie blijft ook te lezen."),
    )  # fmt: skip
