"""What the months after refuse, and why, in words for who tried it."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal


class AlreadyAnswered(Refusal):
    message = _("Hier is al iets op gezegd.")


class NotYetHeld(Refusal):
    message = _("Deze dag moet nog komen. Vul in wanneer jullie elkaar gesproken hebben.")


class NobodyCalled(Refusal):
    message = _("Kies wie er komen.")
    field = "people"


class NothingSaid(Refusal):
    message = _("Er is nog niets ingevuld. Eén antwoord is al genoeg. Liever niet? Dat mag ook.")


class NotByTheirCoordinator(Refusal):
    message = _("Dit vragen we niet via u: het gaat ook over u. De regiomanager kan bellen, of geef het papier.")


class NotTried(Refusal):
    message = _("Probeer deze vragen eerst met gezinnen. Schrijf op wanneer dat was, en wie het deed.")
    field = "tried_on"


class TriedInTheFuture(Refusal):
    message = _("Deze dag moet nog komen.")
    field = "tried_on"


class IsInUse(Refusal):
    message = _("Deze vragen zijn in gebruik geweest en blijven zoals ze zijn. Begin met nieuwe vragen.")


class NoStandIn(Refusal):
    message = _("In het plan staat geen naam van iemand uit jullie kring. Vraag het zelf, of geef het terug.")


class TooOften(Refusal):
    message = _("Elke dag bellen lukt ons niet. Kies een keer per week of minder.")
    field = "rhythm"


class UnknownCode(Refusal):
    message = _("Deze code kennen we niet, of er is al antwoord gegeven. Kijk nog eens goed op het papier.")
    field = "code"


class CalledOff(Refusal):
    message = _("Dit gaat niet door. Jullie kunnen elkaar altijd opnieuw roepen.")


class AlreadyChosen(Refusal):
    message = _("Er is al een dag gekozen.")


class NotAskedOfYou(Refusal):
    message = _("Dit is aan wie gevraagd is om te komen.")


class OverAlready(Refusal):
    message = _("Deze dag is al voorbij.")
    field = "starts_at"


class AtRest(Refusal):
    message = _("Jullie doen het nu rustig aan, dus er gaat geen bericht uit. Zeg eerst dat jullie weer verder willen.")
