"""What cannot be done with an agreement or a question for help, each said in a sentence."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal


class NotYours(Refusal):
    message = _("Dit is aan iemand anders.")


class NotAccepted(Refusal):
    message = _("Zeg eerst ja op deze afspraak. Daarna kun je vertellen hoe het ging.")


class IsTaken(Refusal):
    message = _("Iemand anders deed dit al, of is er nog voor gevraagd.")


class EndsBeforeItStarts(Refusal):
    message = _("Deze afspraak houdt eerder op dan hij begint. Kijk nog eens naar de dagen.")
    field = "until_on"


class WithoutWords(Refusal):
    message = _("Schrijf er in een paar woorden bij waarom, of hoe het dan wel kan.")
    field = "answer_text"
