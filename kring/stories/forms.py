"""What is asked of a reader: an address, and nothing else."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm


class AddressForm(HouseForm):
    """One e-mail address, to begin with the story or to stop it."""

    email = forms.EmailField(
        label=_("Uw e-mailadres"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
