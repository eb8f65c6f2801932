"""The forms of the months after: an answer, a talk that was held, a call to come together, a phone call."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.safety import SafetyNote
from kring.circle.sides import are_apart, people_seen_by
from kring.conference.models import CIRCLE, Conference
from kring.followup.models import Contact
from kring.foundation.forms import Choices, Day, DayAndHour, HouseForm, Line, Lines, Several
from kring.people.models import Person
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


class TalkForm(HouseForm):
    held_on = Day(label=_("Wanneer spraken jullie elkaar?"), initial=timezone.localdate)
    next_on = Day(label=_("Wanneer is de volgende keer?"), required=False)


OTHER_SIDE = "andere-kant"


class CallForm(HouseForm):
    """All of the circle, or a part of it; of two sides one's own by name, and the other as a whole."""

    people = Several(label=_("Wie komen er?"), required=False)
    starts_at = DayAndHour(label=_("Wanneer?"), required=False, help_text=_("Weet je dit nog niet? Laat het leeg."))
    place = Line(label=_("Waar?"), required=False)

    def __init__(self, data, conference: Conference, viewer: Person):
        known = people_seen_by(conference, viewer, *CIRCLE)
        self.groups = {person.slug: [person] for person in known}
        choices = [(person.slug, person.get_full_name()) for person in known]
        if are_apart(conference):
            self.groups[OTHER_SIDE] = unnamed(conference, viewer, known)
            choices.append((OTHER_SIDE, _("Iedereen van de andere kant")))
        super().__init__(data, initial={"people": list(self.groups)})
        self.fields["people"].choices = choices

    def clean_people(self):
        return [person for slug in self.cleaned_data["people"] for person in self.groups[slug]]


def unnamed(conference: Conference, viewer: Person, known: list[Person]) -> list[Person]:
    """Who is called without being named: the rest of the circle, but whom this person must stay away from."""
    unheard = SafetyNote.kept_from(conference, viewer)
    return [person for person in conference.people(*CIRCLE) if person not in known and person.pk not in unheard]


class ContactForm(HouseForm):
    """What was said on the phone, in four ticks. There is no place for notes."""

    on = Day(label=_("Gebeld op"), initial=timezone.localdate)
    runs = Choices(label=_("Hoe loopt het plan?"), choices=Contact.Runs.choices)
    wants_change = forms.BooleanField(label=_("Het plan moet anders"), required=False)
    wants_help = forms.BooleanField(label=_("Hulp gevraagd bij het bij elkaar komen"), required=False)
