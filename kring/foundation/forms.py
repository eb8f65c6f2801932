"""Forms that keep what was typed, say what is wrong at the field, and carry one verb."""

import re
import unicodedata
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal

DIGITS = re.compile(r"(?<![\d+])(?:\d[ .\-]?){8,9}(?!\d)")


class HouseRenderer(TemplatesSetting):
    form_template_name = "foundation/pages/form.html"
    field_template_name = "foundation/pages/field.html"


def looks_like_bsn(text: str) -> bool:
    """Is there a number in this text that passes the eleven-test of a citizen service number?"""
    for found in DIGITS.findall(text):
        digits = [int(sign) for sign in found if sign.isdigit()]
        digits = [0] * (9 - len(digits)) + digits
        total = sum(digit * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
        if any(digits) and total % 11 == 0 and not found.strip().startswith("06"):
            return True
    return False


def tidy(text: str) -> str:
    """One way to write a sign, no invisible control signs, no white space at the ends."""
    text = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")).strip()


class HouseForm(forms.Form):
    """A form of the house. `numbers_allowed` names the fields where long numbers belong, such as a phone number."""

    numbers_allowed: tuple[str, ...] = ("phone", "email", "postal_address")
    required_css_class = ""
    error_css_class = "wrong"

    def _clean_fields(self):
        if isinstance(self.data, dict | type(None)) is False and hasattr(self.data, "lists"):
            self.data = self.data.copy()
            for name, values in list(self.data.lists()):
                self.data.setlist(name, [value.replace("\x00", "") for value in values])
        super()._clean_fields()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str):
                self.cleaned_data[name] = value = tidy(value)
                if name not in self.numbers_allowed and looks_like_bsn(value):
                    self.add_error(name, _("Hier staat een nummer dat op een burgerservicenummer lijkt. Haal het weg."))

    def carry(self, verb, **more) -> bool:
        """Do `verb` with what was filled in; what it refuses is said in the form. True when it was done."""
        if not self.is_valid():
            return False
        try:
            self.result = verb(**self.cleaned_data, **more)
        except Refusal as refusal:
            self.add_error(refusal.field if refusal.field in self.fields else None, ValidationError(refusal.message))
            return False
        return True


def posted(request):
    """What was sent, or None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


class Lines(forms.CharField):
    """A few lines of free text."""

    def __init__(self, *, rows: int = 3, max_length: int = 4000, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), max_length=max_length, **kwargs)


class Line(forms.CharField):
    """One line of text."""

    def __init__(self, *, max_length: int = 200, autocomplete: str = "off", **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"autocomplete": autocomplete}), max_length=max_length, **kwargs)


class Phone(forms.CharField):
    """A phone number as people type it."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"})

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 40} | kwargs)

    def clean(self, value):
        value = super().clean(value)
        digits = re.sub(r"\D", "", value)
        if value and (not re.fullmatch(r"[\d\s()+./-]+", value) or not 9 <= len(digits) <= 15):
            raise ValidationError(_("Dit lijkt geen telefoonnummer. Typ het zoals u het altijd opschrijft."))
        return value


class Choices(forms.ChoiceField):
    """One of a few, all in sight."""

    widget = forms.RadioSelect


class Several(forms.MultipleChoiceField):
    """None, one or more of a few, all in sight."""

    widget = forms.CheckboxSelectMultiple


class Euros(forms.DecimalField):
    """An amount as people here write it: «1.234,50», «12,5» or «12.50», with or without the sign of the euro."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **kwargs):
        super().__init__(**{"min_value": 0, "max_digits": 8, "decimal_places": 2} | kwargs)

    def to_python(self, value):
        typed = re.sub(r"[€\s]", "", str(value)) if value is not None else ""
        if "," in typed or re.fullmatch(r"\d{1,3}(\.\d{3})+", typed):
            typed = typed.replace(".", "").replace(",", ".")
        return super().to_python(typed)

    def prepare_value(self, value):
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value


class Day(forms.DateField):
    """A day in the calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class DayAndHour(forms.SplitDateTimeField):
    """When something starts. There is no field for when it ends (A41)."""

    def __init__(self, **kwargs):
        kwargs.setdefault(
            "widget",
            forms.SplitDateTimeWidget(
                date_attrs={"type": "date", "aria-label": _("dag")},
                time_attrs={"type": "time", "aria-label": _("vanaf hoe laat")},
                date_format="%Y-%m-%d",
                time_format="%H:%M",
            ),
        )
        super().__init__(**kwargs)
