"""What is filled in about a request after it came: the talk, and the main person's own words."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.channels import Channel
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines, Phone
from kring.referral.models import Referral
from kring.referral.wish_forms import WishFields, known_wishes


class TalkForm(WishFields, HouseForm):
    """When the talk was and with whom, what the coordinator should be like, how the main person is reached safely."""

    talked_on = Day(label=_("Wanneer was het gesprek?"))
    talked_with = Line(label=_("Met wie?"), help_text=_("Alleen de namen. Wat er gezegd is, schrijven we niet op."))
    phone = Phone(label=_("Telefoonnummer van de hoofdpersoon"), required=False)
    email = forms.EmailField(label=_("E-mailadres van de hoofdpersoon"), required=False)
    channel = Choices(
        label=_("Hoe krijgt de hoofdpersoon het bericht?"), choices=Channel.choices,
        help_text=_("Bij bellen en bij een brief staat het daarna als taak bij uw werk."),
    )  # fmt: skip

    urgent = forms.BooleanField(label=_("Er is haast bij"), required=False)
    presses_on = Day(label=_("Is er een dag die dringt?"), required=False)

    def __init__(self, data, referral: Referral, talked_with: str):
        main_person = referral.conference.main_people[0]
        known = {name: getattr(main_person, name) for name in ("phone", "email", "channel")}
        known |= known_wishes(referral) | {"presses_on": referral.presses_on, "talked_with": talked_with}
        known |= {"urgent": referral.conference.is_urgent}
        super().__init__(data, initial={"talked_on": timezone.localdate()} | known)


class CorrectForm(WishFields, HouseForm):
    """The main person's own words, and wishes."""

    correction = Lines(label=_("Wat wil je verbeteren of erbij zetten?"), required=False, rows=4)
