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
