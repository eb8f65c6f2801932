"""The forms of preparing somebody in person."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, Day, HouseForm
from kring.preparation.models import PersonalPreparation


class PreparedForm(HouseForm):
    """How and when the coordinator spoke with somebody."""

    how = Choices(label=_("Hoe"), choices=PersonalPreparation.How)
    on = Day(label=_("Op"))
