"""What the office fills in about who looks on, and a municipality in the sum it makes itself."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Euros, HouseForm, Line
from kring.oversight.calculating import FEWEST_TOGETHER
from kring.region.models import Municipality


class LookerForm(HouseForm):
    """Somebody of a municipality who may see its figures."""

    numbers_allowed = ("login_email",)
    first_name = Line(label=_("Voornaam"), max_length=100)
    last_name = Line(label=_("Achternaam"), max_length=100)
    login_email = forms.EmailField(
        label=_("E-mailadres"), help_text=_("Hiermee logt deze persoon in, met een code en een tweede stap.")
    )
    municipality = Line(label=_("Gemeente"), max_length=100, help_text=_("De naam, zoals die op de kaart staat."))

    def clean_municipality(self) -> Municipality:
        if town := Municipality.objects.present().meant_by(self.cleaned_data["municipality"]):
            return town
        raise ValidationError(_("Deze gemeente kennen we niet. Schrijf de hele naam."))


def percents(label, **more) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=100, **more)


class SumForm(HouseForm):
    """Own numbers and own prices; of each a low and a high one."""

    conferences = forms.IntegerField(
        label=_("Hoeveel conferenties in een jaar?"), min_value=FEWEST_TOGETHER, max_value=100_000,
        help_text=_("Vanaf vijf. Over één gezin rekenen we niet."),
    )  # fmt: skip
    price = Euros(label=_("Wat betaalt u voor één conferentie?"), max_digits=8)
    fewest = percents(_("Van elke honderd gezinnen: bij hoeveel is er zeker minder hulp nodig?"))
    most = percents(_("En bij hoeveel misschien?"))
    cheapest = Euros(label=_("Wat kost die hulp in een jaar, als het meevalt?"), max_digits=9)
    dearest = Euros(label=_("En als het tegenvalt?"), max_digits=9)

    def clean(self):
        found = super().clean()
        for low, high in (("fewest", "most"), ("cheapest", "dearest")):
            if low in found and high in found and found[high] < found[low]:
                self.add_error(high, _("Dit getal is kleiner dan dat erboven."))
        return found
