"""The form of an information sheet: four headings."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Lines


class SheetForm(HouseForm):
    """The four headings of the folder, and no fifth (A58)."""

    concerns = Lines(label=_("Zorgen"), rows=5, required=False)
    going_well = Lines(
        label=_("Wat goed gaat"), rows=5, help_text=_("Er gaat altijd iets goed. Begin daar gerust mee.")
    )
    help_given = Lines(label=_("Hulp al geboden"), rows=4, required=False)
    help_possible = Lines(
        label=_("Hulp verder mogelijk"), rows=4, required=False, help_text=_("Zet erbij of er wachttijd is.")
    )
