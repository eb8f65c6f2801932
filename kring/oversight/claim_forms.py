"""What a coordinator fills in to be paid, and what the office answers."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Day, Euros, HouseForm, Line, Lines

NO_FAMILY = _("Zonder namen, en niets over de familie.")


class TravelForm(HouseForm):
    on = Day(label=_("Wanneer reisde u?"))
    km = forms.IntegerField(label=_("Hoeveel kilometer, heen en terug?"), min_value=1, max_value=2000)
    what = Line(label=_("Waarvoor?"), help_text=NO_FAMILY)


class CostForm(HouseForm):
    on = Day(label=_("Wanneer betaalde u dit?"))
    amount = Euros(label=_("Hoeveel was het, in euro's?"), min_value=0.01)
    what = Line(label=_("Waarvoor?"), help_text=NO_FAMILY)
    receipt = forms.FileField(
        label=_("Een foto van het bonnetje"),
        help_text=_("JPEG of PNG, hooguit 8 MB. Streep namen van de familie door."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip


class AccountForm(HouseForm):
    """Typed whole each time: what is known is never shown whole."""

    numbers_allowed = ("iban",)
    iban = Line(label=_("Uw rekeningnummer (IBAN)"), max_length=42)
    holder = Line(label=_("Op naam van"), max_length=70)


class AskBackForm(HouseForm):
    reason = Lines(label=_("Wat is er nog nodig?"), max_length=1000, help_text=NO_FAMILY)


class BatchForm(HouseForm):
    pay_on = Day(label=_("Op welke dag betalen?"))

    def __init__(self, data=None):
        super().__init__(data, initial={"pay_on": timezone.localdate()})
