"""What the coordinator should be like, in a few small fields that belong together."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Line
from kring.referral.wishes import WISH_FIELDS


class WishFields(forms.Form):
    """Each wish has its own small field; none of them is needed, and no preference is an answer."""

    no_preference = forms.BooleanField(label=_("Geen voorkeur"), required=False)
    wish_language = Line(
        label=_("Welke taal spreekt de coördinator het liefst?"), required=False, max_length=100,
        help_text=_("Een dialect of gebarentaal mag ook."),
    )  # fmt: skip
    wish_culture = Line(label=_("Een wens over cultuur?"), required=False, max_length=200)
    wish_background = Line(
        label=_("Een wens over achtergrond?"), required=False, max_length=200,
        help_text=_("Bijvoorbeeld: iemand die het boerenleven kent, of die zelf kinderen heeft."),
    )  # fmt: skip
    wish_gender = Line(label=_("Liever een man of een vrouw?"), required=False, max_length=60)
    wish_other = Line(label=_("Nog een andere wens?"), required=False, max_length=500)

    def said_wishes(self) -> dict:
        """The wishes alone, by the names of their columns; what was not on the page is left as it was."""
        return {name: value for name, value in self.cleaned_data.items() if name in WISH_FIELDS and name in self.fields}


def known_wishes(referral) -> dict:
    return {name: getattr(referral, name) for name in WISH_FIELDS}
