"""The form that chooses the day: a start, a place, and for each who is not there why. No field for an end (A41)."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.foundation.forms import DayAndHour, HouseForm, Lines
from kring.preparation import announcing
from kring.preparation.fixing import SAYS
from kring.preparation.models import MeetingPlace, Preparation
from kring.preparation.no_end import AnEnd, names_an_end


class FixDateForm(HouseForm):
    """The day, the place and what else people should know."""

    starts_at = DayAndHour(label=_("Welke dag, en hoe laat begint het?"), help_text=_("Er is geen eindtijd."))
    place = Lines(
        label=_("Waar?"),
        rows=2,
        help_text=_("Een plek met twee aparte kamers, een keuken en geen trap. Thuis mag ook. Huur zonder eindtijd."),
    )
    two_rooms = forms.BooleanField(
        label=_("Er zijn twee aparte kamers"),
        required=False,
        help_text=_("De kring is een tijd alleen. De anderen wachten dan ergens anders."),
    )
    practical = Lines(
        label=_("Eten, kinderen, vervoer"),
        rows=4,
        required=False,
        help_text=_("Wie kookt? Wie past op de kinderen? Hoe komt iedereen thuis als het laat wordt?"),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data, preparation: Preparation, starts_at: datetime | None = None):
        self.preparation, conference = preparation, preparation.conference
        known = {name: getattr(preparation, name) for name in ("place", "practical")}
        known |= {"two_rooms": MeetingPlace.of(conference).has_two_rooms, "seen": preparation.change}
        super().__init__(data, initial=known | {"starts_at": starts_at or preparation.starts_at})
        if conference.phase != Phase.PREPARATION:
            self._by_the_circle()
        elif moment := self._typed() if self.is_bound else starts_at:
            self._ask_why(moment)

    def _by_the_circle(self) -> None:
        del self.fields["two_rooms"]
        self.fields["why_not_asked"] = Lines(
            label=_("Kon je niet iedereen deze dag voorleggen? Waarom niet?"), rows=2, required=False
        )

    def _typed(self) -> datetime | None:
        field = self.fields["starts_at"]
        try:
            return field.clean(field.widget.value_from_datadict(self.data, self.files, "starts_at"))
        except ValidationError:
            return None

    def _ask_why(self, moment: datetime) -> None:
        """A field for each without whom the day would be chosen; not for the main people, who choose it."""
        said, main = self.preparation.said_about(moment), self.preparation.conference.main_people
        if not said:
            return
        for person in self.preparation.needs_a_reason(moment):
            if person in main:
                continue
            cannot = said.get(person.pk) == SAYS.NO
            words = (
                _("%(who)s kan dan niet. Hoe kan het toch?")
                if cannot
                else _("%(who)s zei nog niets over deze dag. Waarom niet?")
            )
            label = words % {"who": person}
            self.fields[f"why_{person.slug}"] = Lines(label=label, rows=2, max_length=600, required=False)

    def clean(self):
        if names_an_end(name for name in self.data if name not in self.fields):
            raise ValidationError(AnEnd.message)
        return super().clean()

    def fix(self, *, by: Hand) -> bool:
        def verb(*, by: Hand, **chosen):
            names = [name for name in chosen if name.startswith("why_") and name != "why_not_asked"]
            reasons = {name.removeprefix("why_"): chosen.pop(name) for name in names}
            announcing.fix_date(self.preparation, reasons=reasons, by=by, **chosen)

        return self.carry(verb, by=by)
