"""What is refused on the way of a story, with the reason."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal


class NoConsent(Refusal):
    message = _("Een verhaal gaat pas uit als de mensen om wie het gaat ja hebben gezegd tegen deze tekst.")


class NamesFirst(Refusal):
    message = _("Verander eerst de namen en alles waaraan mensen te herkennen zijn.")


class NameStillThere(Refusal):
    def __init__(self, names: list[str]):
        super().__init__(_("Deze naam staat nog in de tekst: %(names)s.") % {"names": ", ".join(names)})


class SecondEyesFirst(Refusal):
    message = _("Laat eerst iemand anders het lezen.")


class OtherEyes(Refusal):
    message = _("U schreef dit zelf. Vraag iemand anders om het te lezen.")


class AlreadyOut(Refusal):
    message = _("Dit verhaal is al verschenen. Haal het weg en schrijf een nieuw verhaal.")


class NoFriday(Refusal):
    message = _("Kies een vrijdag die nog komt.")
    field = "on"


class Taken(Refusal):
    message = _("Voor deze vrijdag staat al een verhaal klaar. Kies een andere.")
    field = "on"


class PictureNeedsWords(Refusal):
    message = _("Zeg bij een foto wat erop staat, wie hem maakte en hoe het ja is gegeven.")


class TextChanged(Refusal):
    message = _("De tekst is net veranderd. Lees hem nog eens voordat u kiest.")


class AfterTheDay(Refusal):
    message = _("Deze dag moet nog komen.")
    field = "on"


class IsKnown(Refusal):
    message = _("Deze persoon zit al bij de redactie.")
    field = "email"
