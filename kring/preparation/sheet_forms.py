"""The forms of an information sheet: four headings, and a word back."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Line, Lines


class SheetForm(HouseForm):
    """The four headings of the folder, and no fifth (A58); the last one with what is really there (R-INF-2)."""

    concerns = Lines(label=_("Zorgen"), rows=5, required=False)
    going_well = Lines(
        label=_("Wat goed gaat"), rows=5, help_text=_("Er gaat altijd iets goed. Begin daar gerust mee.")
    )
    help_given = Lines(label=_("Hulp al geboden"), rows=4, required=False)
    help_possible = Lines(
        label=_("Hulp verder mogelijk"), rows=4, required=False,
        help_text=_("Alleen wat er echt is. Hoe het moet worden, bedenkt de kring."),
    )  # fmt: skip
    waiting = Line(
        label=_("Is daar plek voor, en hoe lang is de wachttijd?"), max_length=300, required=False,
        help_text=_("Bijvoorbeeld: volgende week plek, of drie maanden wachten."),
    )  # fmt: skip


class ReadFirstForm(HouseForm):
    """What the main person wants to say back, before the circle reads it."""

    word_back = Lines(
        label=_("Wil je er iets over terugzeggen?"), rows=3, max_length=2000, required=False,
        help_text=_("Alleen wie dit schreef, leest het. Bijvoorbeeld als er iets niet klopt."),
    )  # fmt: skip
