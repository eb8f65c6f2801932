"""The form of a day that matters to the family, or that somebody else mentioned."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Day, HouseForm, Line


class MilestoneForm(HouseForm):
    """A day, what it is, and who said so."""

    on = Day(label=_("Welke dag?"))
    what = Line(label=_("Wat is er dan?"), max_length=120)
    said_by = Line(
        label=_("Wie noemde deze dag?"), required=False, max_length=80,
        help_text=_("Bijvoorbeeld de school of de rechter. Is het een wens van de familie zelf? Laat dit dan leeg."),
    )  # fmt: skip
