"""The form of a phone call: what was said, in a few ticks. There is no place for notes."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.followup.contacting import Contact
from kring.foundation.forms import Choices, Day, HouseForm

HEARD = [choice for choice in Contact.How.choices if choice[0] != Contact.How.LINK]


class ContactForm(HouseForm):
    """What was said on the phone or in a letter. There is no place for notes."""

    on = Day(label=_("Gehoord op"), initial=timezone.localdate)
    how = Choices(label=_("Hoe?"), choices=HEARD, initial=Contact.How.PHONE.value)
    runs = Choices(label=_("Hoe loopt het plan?"), choices=Contact.Runs.choices)
    wants_change = forms.BooleanField(label=_("Het plan moet anders"), required=False)
    wants_help = forms.BooleanField(label=_("Hulp gevraagd bij het bij elkaar komen"), required=False)
    again_on = Day(
        label=_("Weer bellen op"), required=False, help_text=_("Alleen als zij dat zelf willen. Anders leeg laten.")
    )


class HowItGoesForm(HouseForm):
    """The same, by a main person who likes to tap better than to be called."""

    runs = Choices(label=_("Hoe loopt jullie plan?"), choices=Contact.Runs.choices)
    wants_change = forms.BooleanField(label=_("Ons plan moet anders"), required=False)
    wants_help = forms.BooleanField(label=_("Wij willen hulp om weer bij elkaar te komen"), required=False)
