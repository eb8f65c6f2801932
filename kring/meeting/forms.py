"""The forms of the day."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.models import CIRCLE, Conference
from kring.foundation.forms import Choices, DayAndHour, HouseForm, Several
from kring.meeting.models import Attendance, Meeting
from kring.people.models import Person
from kring.preparation.models import Preparation


def could_be_here(meeting: Meeting) -> list[Person]:
    """Behind the door the circle alone; otherwise everybody who is expected, and the coordinator (A56)."""
    conference = meeting.conference
    people = Preparation.of(conference).expected()
    if meeting.is_behind_the_door:
        circle = {person.pk for person in conference.people(*CIRCLE)}
        return [person for person in people if person.pk in circle]
    return people + ([conference.coordinator] if conference.coordinator else [])


class AttendanceForm(HouseForm):
    """Who is here in this part."""

    here = Several(label=_("Wie is er?"), required=False)

    def __init__(self, data, meeting: Meeting):
        present = meeting.attendances.filter(part=meeting.part).values_list("person__slug", flat=True)
        super().__init__(data, initial={"here": list(present)})
        self.meeting, self.people = meeting, {person.slug: person for person in could_be_here(meeting)}
        self.fields["here"].choices = [(slug, str(person)) for slug, person in self.people.items()]

    def record(self, *, here: list[str], by) -> None:
        Attendance.record(self.meeting, self.meeting.part, [self.people[slug] for slug in here], by=by)


class CloseForm(HouseForm):
    """The door closes; does the circle write on paper?"""

    on_paper = forms.BooleanField(
        label=_("De kring schrijft op papier"),
        required=False,
        help_text=_("Later kiezen kan ook. Papier is net zo goed."),
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


class EndForm(HouseForm):
    """How late it really was; only afterwards."""

    ended_at = DayAndHour(label=_("Hoe laat ging iedereen naar huis?"))

    def __init__(self, data):
        super().__init__(data, initial={"ended_at": timezone.now().replace(second=0, microsecond=0)})
