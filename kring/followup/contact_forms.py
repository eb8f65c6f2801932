"""The form of a phone call: what was said, in four ticks. There is no place for notes."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.followup.contacting import Contact
from kring.foundation.forms import Choices, Day, HouseForm


class ContactForm(HouseForm):
    """What was said on the phone, in four ticks. There is no place for notes."""

    on = Day(label=_("Gebeld op"), initial=timezone.localdate)
    runs = Choices(label=_("Hoe loopt het plan?"), choices=Contact.Runs.choices)
    wants_change = forms.BooleanField(label=_("Het plan moet anders"), required=False)
    wants_help = forms.BooleanField(label=_("Hulp gevraagd bij het bij elkaar komen"), required=False)
