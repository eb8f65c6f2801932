"""What somebody types to find who works in their part of the country."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Line
from kring.region.models import Municipality

MOST = 12


class FindForm(HouseForm):
    """A place, a municipality, or the four digits of a postcode."""

    plaats = Line(
        label=_("Uw plaats, uw gemeente of de vier cijfers van uw postcode"),
        required=False,
        autocomplete="address-level2",
    )

    @property
    def typed(self) -> str:
        return self.cleaned_data.get("plaats", "") if self.is_bound and self.is_valid() else ""

    def found(self) -> list[Municipality]:
        """The municipalities this can be, one more than we show."""
        matching = Municipality.objects.matching(self.typed)
        return list(matching.select_related("region__manager", "region__stand_in", "funding_region")[: MOST + 1])
