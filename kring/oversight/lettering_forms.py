"""The words of a letter, as plain text."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Lines


class LetterForm(HouseForm):
    text = Lines(label=_("De tekst"), rows=18, max_length=4000)
