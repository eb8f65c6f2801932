"""What is filled in about a request after it came: the talk, and the main person's own words."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.channels import Channel
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines, Phone
from kring.people.models import Person


class TalkForm(HouseForm):
    """When the talk was, with whom, and how the main person can safely be reached. Not what was said."""

    talked_on = Day(label=_("Wanneer was het gesprek?"))
    talked_with = Line(label=_("Met wie?"), help_text=_("Alleen de namen. Wat er gezegd is, schrijven we niet op."))
    phone = Phone(label=_("Telefoonnummer van de hoofdpersoon"), required=False)
    email = forms.EmailField(label=_("E-mailadres van de hoofdpersoon"), required=False)
    channel = Choices(
        label=_("Hoe krijgt de hoofdpersoon het bericht?"), choices=Channel.choices,
        help_text=_("Bij bellen en bij een brief staat het daarna als taak bij uw werk."),
    )  # fmt: skip

    def __init__(self, data, main_person: Person, talked_with: str):
        known = {name: getattr(main_person, name) for name in ("phone", "email", "channel")}
        super().__init__(data, initial=known | {"talked_on": timezone.localdate(), "talked_with": talked_with})


class CorrectForm(HouseForm):
    """The main person's own words, and wishes."""

    correction = Lines(label=_("Wat wil je verbeteren of erbij zetten?"), required=False, rows=4)
    wishes = Line(
        label=_("Heb je wensen voor de coördinator?"), required=False, max_length=500,
        help_text=_("Bijvoorbeeld een taal, een cultuur of achtergrond, een man of een vrouw. Geen voorkeur mag ook."),
    )  # fmt: skip
