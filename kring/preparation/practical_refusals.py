"""What the practical list refuses, each in a sentence that says what to do instead."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal


class NoAddress(Refusal):
    message = _("Zet hier geen adres neer. Wie samen rijdt, belt elkaar.")
    field = "text"


class NotNeutral(Refusal):
    message = _("Kies een tolk van buiten: geen familie, geen kind en niemand die zelf meedoet.")
    field = "who"


class WhoInterprets(Refusal):
    message = _("Schrijf op welke tolk er komt.")
    field = "who"


class NeededInside(Refusal):
    message = _("Deze persoon is zelf nodig in de kring. Zoek iemand anders om op te passen.")
    field = "who"


class HowMuch(Refusal):
    message = _("Schrijf op hoeveel het kost, en waarvoor.")
    field = "amount"


class AlwaysNeeded(Refusal):
    message = _("Dit is elke dag nodig. Vink het af als het geregeld is.")


class Taken(Refusal):
    message = _("Iemand anders doet dit al.")
