"""What safety between people refuses, in one sentence; to the family without a word of why."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal


class NoNumberToCall(Refusal):
    message = _("We weten nog geen nummer om te bellen. Vul dat eerst in, bij de kring.")
    field = "flag"


class NotYourself(Refusal):
    message = _("Kies iemand anders dan de persoon om wie het gaat.")
    field = "apart_from"


class CoachFirst(Refusal):
    message = _("Bij «Veiligheid» staat een afspraak die de coach nog niet goedkeurde. Vraag dat eerst.")


class AskTheCoordinator(Refusal):
    """For everybody else, and whenever somebody may be looking along: nothing about why."""

    message = _("Overleg dit eerst even met de coördinator. Die belt je graag.")


class SecretPlace(Refusal):
    message = _("Hier staat een adres dat geheim is. Kies een andere plek, of schrijf het anders op.")
    field = "place"


class WhyNot(Refusal):
    message = _("Schrijf op waarom het zo kan.")
    field = "why"
