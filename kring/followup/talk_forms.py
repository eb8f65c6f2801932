"""The form of a talk that was held."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Day, HouseForm


class TalkForm(HouseForm):
    held_on = Day(label=_("Wanneer spraken jullie elkaar?"), initial=timezone.localdate)
    next_on = Day(label=_("Wanneer is de volgende keer?"), required=False)
