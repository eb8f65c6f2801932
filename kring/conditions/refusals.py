"""What the room of the conditions refuses, each in one sentence."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal


class NoGround(Refusal):
    message = _("Voorwaarden kan alleen bij jeugdbescherming, reclassering, schuldsanering of een dreigende maatregel.")
    field = "ground"


class TooLate(Refusal):
    message = _("De voorwaarden zijn al gedeeld. Er kan niets meer bij of anders.")


class AlreadyRead(Refusal):
    message = _("Iemand heeft de voorwaarden al gelezen of gehoord. Er kan niets meer bij of anders.")


class WhySoLate(Refusal):
    message = _("Voorwaarden horen bij de aanvraag. Schrijf op waarom het nu pas kan.")
    field = "why_late"


class WhyAgain(Refusal):
    message = _("Schrijf op waarom dit nog anders moet. Iedereen die komt, kan dat lezen.")
    field = "why"


class NotDiscussed(Refusal):
    message = _("Bespreek de voorwaarden eerst met de persoon om wie het gaat. Vul in wanneer en hoe dat was.")
    field = "discussed_on"


class NoConditionsYet(Refusal):
    message = _("Er staat nog geen voorwaarde op het formulier.")


class NotForAll(Refusal):
    message = _("Wat hier staat, leest iedereen die komt. Een stuk dat niet iedereen mag lezen, kan hier niet in.")


class NotSeenFirst(Refusal):
    message = _("De hoofdpersoon leest het eerst. Daarna kunt u het met iedereen delen.")


class NotChecked(Refusal):
    message = _("Kijk eerst elke voorwaarde na: wettig, veilig, toetsbaar en geen oplossing.")


class NoWordBack(Refusal):
    message = _("Schrijf erbij wat er anders kan. Dan weet de professional wat u bedoelt.")


class NotHandedIn(Refusal):
    message = _("Dit formulier is nog niet ingeleverd.")


class NotSharedYet(Refusal):
    message = _("Deze voorwaarden zijn nog niet gedeeld.")


class TheyClash(Refusal):
    message = _("Twee voorwaarden spreken elkaar tegen. Los dat eerst op met de professionals.")


class TwoDifferent(Refusal):
    message = _("Kies twee verschillende voorwaarden.")
    field = "second"


class AlreadyTested(Refusal):
    message = _("Deze voorwaarde is al getoetst. Intrekken kan nu niet meer.")


class NothingWritten(Refusal):
    message = _("Schrijf de tekst op, of kies een foto of een opname.")
    field = "text"


class WhoMadeIt(Refusal):
    message = _("Schrijf op wie het vertaald heeft.")
    field = "made_by"
