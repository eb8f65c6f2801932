"""The forms of the months after: an answer, a talk that was held, a call to come together, a phone call."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.models import CIRCLE, Conference
from kring.followup.models import Contact
from kring.foundation.forms import Choices, Day, DayAndHour, HouseForm, Line, Lines, Several
from kring.plan.agreements import HelpAsked


class ReplyForm(HouseForm):
    """The own answer to what is asked, and nothing beside it."""

    answer = Choices(label=_("Uw antwoord"), choices=HelpAsked.Answer.choices)
    answer_text = Lines(
        label=_("Wat wilt u erbij zeggen?"),
        required=False,
        help_text=_("Bijvoorbeeld wanneer, of waarom het niet kan."),
    )


class TalkForm(HouseForm):
    held_on = Day(label=_("Wanneer spraken jullie elkaar?"), initial=timezone.localdate)
    next_on = Day(label=_("Wanneer is de volgende keer?"), required=False)


class CallForm(HouseForm):
    """All of the circle, or a part of it."""

    people = Several(label=_("Wie komen er?"), required=False)
    starts_at = DayAndHour(label=_("Wanneer?"), required=False, help_text=_("Weet je dit nog niet? Laat het leeg."))
    place = Line(label=_("Waar?"), required=False)

    def __init__(self, data, conference: Conference):
        self.people = {person.slug: person for person in conference.people(*CIRCLE)}
        super().__init__(data, initial={"people": list(self.people)})
        self.fields["people"].choices = [(slug, person.get_full_name()) for slug, person in self.people.items()]

    def clean_people(self):
        return [self.people[slug] for slug in self.cleaned_data["people"]]


class ContactForm(HouseForm):
    """What was said on the phone, in four ticks. There is no place for notes."""

    on = Day(label=_("Gebeld op"), initial=timezone.localdate)
    runs = Choices(label=_("Hoe loopt het plan?"), choices=Contact.Runs.choices)
    wants_change = forms.BooleanField(label=_("Het plan moet anders"), required=False)
    wants_help = forms.BooleanField(label=_("Hulp gevraagd bij het bij elkaar komen"), required=False)
