"""The forms around a progress talk: what to talk about, and that it was held."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.followup.talks import ProgressTalk
from kring.foundation.forms import Choices, Day, HouseForm, Line


class TopicForm(HouseForm):
    text = Line(label=_("Waarover wil je het hebben?"), max_length=300)


class TalkForm(HouseForm):
    held_on = Day(label=_("Wanneer spraken jullie elkaar?"), initial=timezone.localdate)
    changes = Choices(
        label=_("Verandert er iets in het plan?"),
        choices=ProgressTalk.Changes.choices,
        initial="nothing",
        required=False,
    )
    next_on = Day(
        label=_("Wanneer is de volgende keer?"),
        required=False,
        help_text=_("Binnen drie maanden werkt vaak goed. Leeg laten mag ook."),
    )
