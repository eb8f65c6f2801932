"""The forms on one's own page: an answer, a word to the circle, a reminder on the day one likes."""

from django.utils.translation import gettext_lazy as _

from kring.followup.reminding import Reminder, Weekday
from kring.foundation.forms import Choices, HouseForm, Line, Lines
from kring.plan.agreements import HelpAsked


class ReplyForm(HouseForm):
    """The own answer to what is asked, and nothing beside it."""

    answer = Choices(label=_("Uw antwoord"), choices=HelpAsked.Answer.choices)
    answer_by = Line(label=_("Vanaf wanneer, of voor wanneer?"), max_length=1000, required=False)
    answer_text = Lines(
        label=_("Wat wilt u erbij zeggen?"),
        required=False,
        help_text=_("Is het nee of anders? Schrijf in een paar woorden waarom, of hoe het wel kan."),
    )


class WordForm(HouseForm):
    text = Lines(
        label=_("Wat wil je de kring laten weten?"),
        rows=3,
        max_length=600,
        required=False,
        help_text=_("Alleen jullie lezen dit. Laat het leeg, dan gaat het weg."),
    )


class ReminderForm(HouseForm):
    """How often, and on which day; there is no reminder that nobody asked for."""

    rhythm = Choices(label=_("Hoe vaak?"), choices=Reminder.Rhythm)
    weekday = Choices(label=_("Op welke dag?"), choices=Weekday, help_text=_("Bij «elke dag» maakt dit niet uit."))

    def clean_weekday(self):
        return int(self.cleaned_data["weekday"])
