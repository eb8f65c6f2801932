"""The forms of the day."""

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.models import CIRCLE, Conference
from kring.foundation.forms import Choices, DayAndHour, HouseForm, Line
from kring.meeting.models import Meeting
from kring.meeting.sitting_in import SitsIn
from kring.people.models import Person


class CloseForm(HouseForm):
    """The door closes; does the circle write on paper?"""

    on_paper = forms.BooleanField(
        label=_("De kring schrijft op papier"),
        required=False,
        help_text=_("Later kiezen kan ook. Papier is net zo goed."),
    )


class WaitingPlaceForm(HouseForm):
    """Where the professionals can wait."""

    place = Line(
        label=_("Waar wachten de professionals?"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: in de keuken, daar staat koffie."),
    )

    def __init__(self, data, meeting: Meeting):
        super().__init__(data, initial={"place": meeting.waiting_place})


class SitsInForm(HouseForm):
    """Who stays with the circle, asked for by the circle."""

    name = Line(label=_("Hoe heet deze persoon?"), max_length=100)
    kind = Choices(label=_("Waarmee helpt deze persoon?"), choices=SitsIn.Kind.choices)
    promised = forms.BooleanField(
        label=_("Deze persoon belooft om niets door te vertellen"),
        required=False,
        help_text=_("Vraag het eerst. Het mag geen familie zijn, en niemand die al meedoet."),
    )


class CallForm(HouseForm):
    """«[naam] riep ons»."""

    who = Choices(label=_("Wie riep ons?"))

    def __init__(self, data, conference: Conference):
        super().__init__(data)
        self.circle = {person.slug: person for person in conference.people(*CIRCLE)}
        self.fields["who"].choices = [(slug, str(person)) for slug, person in self.circle.items()]

    def clean_who(self) -> Person:
        return self.circle[self.cleaned_data["who"]]


class WallClock(DayAndHour):
    """What the clock on the wall said, also in the night it is put forward or back."""

    def compress(self, data_list) -> datetime | None:
        if not data_list or None in data_list or "" in data_list:
            return super().compress(data_list)
        return datetime.combine(*data_list, tzinfo=timezone.get_current_timezone())


class EndForm(HouseForm):
    """How late it really was; only afterwards."""

    ended_at = WallClock(label=_("Hoe laat ging iedereen naar huis?"))

    def __init__(self, data, meeting: Meeting | None = None):
        known = meeting and meeting.ended_at
        super().__init__(data, initial={"ended_at": known or timezone.now().replace(second=0, microsecond=0)})
