"""What somebody types to find who works in their part of the country."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Line
from kring.region.finding import Found, look_for


class FindForm(HouseForm):
    """A place, a municipality, or a postcode."""

    plaats = Line(
        label=_("Uw plaats, uw gemeente of de vier cijfers van uw postcode"),
        required=False,
        autocomplete="address-level2",
        error_messages={"max_length": _("Typ alleen de naam van uw plaats, of de vier cijfers van uw postcode.")},
    )

    @property
    def typed(self) -> str:
        return self.cleaned_data.get("plaats", "") if self.is_bound and self.is_valid() else ""

    def found(self) -> Found:
        return look_for(self.typed) if self.typed else Found()
