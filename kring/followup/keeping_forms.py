"""The form of one's own answer."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, HouseForm, Line, Lines
from kring.plan.agreements import HelpAsked


class ReplyForm(HouseForm):
    """The own answer to what is asked, and nothing beside it."""

    answer = Choices(label=_("Uw antwoord"), choices=HelpAsked.Answer.choices)
    answer_by = Line(label=_("Vanaf wanneer, of voor wanneer?"), max_length=1000, required=False)
    answer_text = Lines(
        label=_("Wat wilt u erbij zeggen?"),
        required=False,
        help_text=_("Is het nee of anders? Schrijf in een paar woorden waarom, of hoe het wel kan."),
    )
