"""What the office fills in about the organisation."""

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Line, Lines, Phone
from kring.people.models import Organisation


class OrganisationForm(HouseForm):
    """Each field as it is called in the model, so that nothing is forgotten."""

    numbers_allowed = ("phone", "email", "postal_address", "confidant_phone", "rsin", "iban")
    name = Line(label=_("Naam"))
    phone = Phone(label=_("Telefoonnummer"), help_text=_("Staat op elke pagina en in elke brief."))
    opening_hours = Line(
        label=_("Wanneer bent u te bereiken?"), required=False,
        help_text=_("Bijvoorbeeld: werkdagen van 9.00 tot 17.00 uur."),
    )  # fmt: skip
    email = forms.EmailField(label=_("E-mailadres"))
    site = Line(label=_("Website"), required=False)
    postal_address = Lines(label=_("Postadres"), required=False, max_length=500)
    mission = Lines(label=_("Waar wij voor staan"), rows=4, required=False)
    rsin = Line(label=_("RSIN"), max_length=20, required=False)
    iban = Line(
        label=_("Rekeningnummer (IBAN)"), max_length=42, required=False,
        help_text=_("Van deze rekening worden declaraties betaald."),
    )  # fmt: skip
    contact_days = forms.IntegerField(label=_("Werkdagen tot het eerste contact"), min_value=1, max_value=30)
    urgent_hours = forms.IntegerField(label=_("Bij spoed: uren, overdag"), min_value=1, max_value=48)
    confidant_name = Line(label=_("Vertrouwenspersoon voor jeugd"), max_length=100)
    confidant_phone = Phone(label=_("Telefoon van de vertrouwenspersoon"))
    confidant_site = Line(
        label=_("Site van de vertrouwenspersoon"), required=False, validators=[URLValidator(schemes=["https"])]
    )

    @classmethod
    def of(cls, house: Organisation, data=None) -> "OrganisationForm":
        return cls(data, initial={name: getattr(house, name) for name in cls.base_fields})


class LogoForm(HouseForm):
    photo = forms.FileField(
        label=_("Kies een logo"), help_text=_("JPEG of PNG, hooguit 8 MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip
