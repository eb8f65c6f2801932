"""What is asked of who complains: only the complaint itself."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Line, Lines
from kring.referral.request_forms import OnceForm


class ComplaintForm(OnceForm):
    """A name and a way to answer may stay empty: a complaint without them counts as well."""

    text = Lines(
        label=_("Wat ging er niet goed?"), rows=8, max_length=20_000,
        help_text=_("Schrijf alleen ziekte of strafzaken op als het moet."),
    )  # fmt: skip
    name = Line(label=_("Uw naam"), required=False, autocomplete="name")
    reach = Line(
        label=_("Hoe kunnen we u antwoorden?"), required=False, max_length=300,
        help_text=_("Een telefoonnummer, e-mailadres of postadres. Zonder dit ziet u ons antwoord op deze site."),
    )  # fmt: skip
    numbers_allowed = ("reach", "form_token")


class HandlingForm(HouseForm):
    """For the office: who looks at it, and what was agreed."""

    handling = Lines(label=_("Wie kijkt ernaar, en wat is afgesproken?"), rows=4, required=False)


class AnswerForm(HouseForm):
    """The answer; what is written here can be read with the address of the complaint."""

    reply = Lines(
        label=_("Ons antwoord"), rows=6, required=False, max_length=20_000,
        help_text=_("Wie klaagde leest dit op de eigen pagina. Leeg mag, als u al belde of schreef."),
    )  # fmt: skip
