"""A word of a list."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Line


class WordForm(HouseForm):
    label = Line(label=_("Een woord"), max_length=60)
