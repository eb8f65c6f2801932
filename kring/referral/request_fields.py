"""The groups of fields a request is made of: how to reach somebody, whom it is about, why now."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kring.foundation.addresses import ALPHABET, new_slug
from kring.foundation.channels import Channel, takes_sms
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines, Phone, looks_like_bsn
from kring.referral.wish_forms import WishFields
from kring.region.models import Municipality

YES, NO = "yes", "no"
EITHER = [(YES, pgettext_lazy("antwoord", "Ja")), (NO, pgettext_lazy("antwoord", "Nee"))]
LONGEST_OCCASION = 4000
MORE_PEOPLE = range(1, 5)
MONTHS = ["jan", "feb", "maart mar mrt", "apr", "mei may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dec"]


class Month(forms.CharField):
    """A month of birth as people write it: «maart 2015», «3-2015», «12-3-2015» or «2015-03»."""

    def __init__(self, **kwargs):
        help_text = _("Bijvoorbeeld: maart 2015.")
        super().__init__(**{"max_length": 40, "required": False, "help_text": help_text} | kwargs)

    def clean(self, value):
        text = super().clean(value).casefold()
        if not text:
            return None
        year, month = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text), month_in(text)
        found = year and month and timezone.localdate().replace(year=int(year[0]), month=month, day=1)
        if not found or found > timezone.localdate():
            raise ValidationError(_("Schrijf de maand en het jaar, bijvoorbeeld: maart 2015."))
        return found

    def prepare_value(self, value):
        return value.strftime("%m-%Y") if hasattr(value, "strftime") else value


def month_in(text: str) -> int | None:
    for number, names in enumerate(MONTHS, start=1):
        if any(re.search(rf"\b{name}", text) for name in names.split()):
            return number
    numbers = [int(part) for part in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)]
    month = numbers[0 if re.match(r"\d{4}", text) else -1] if 1 <= len(numbers) <= 2 else 0
    return month if 1 <= month <= 12 else None


class OnceForm(HouseForm):
    """A form that counts once, however often it is sent."""

    form_token = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.initial.setdefault("form_token", new_slug())

    def clean_form_token(self) -> str:
        """The token this form was shown with; a form that lost it still counts."""
        token = self.cleaned_data.get("form_token", "")
        return token if len(token) == 12 and set(token) <= set(ALPHABET) else new_slug()


def a_number_to_call(number: str) -> str:
    """What stands in a phone field is dialled; nine digits without a nought or a plus may be somebody's BSN."""
    if number and number.strip()[0] in "123456789" and looks_like_bsn(number):
        raise ValidationError(_("Hier staat een nummer dat op een burgerservicenummer lijkt. Haal het weg."))
    return number


class ContactFields(OnceForm):
    """Who asks and how to reach them: one way is enough, and it may be another person or a place (B8)."""

    name = Line(label=_("Uw naam"), autocomplete="name", max_length=200)
    phone = Phone(label=_("Uw telefoonnummer"), required=False)
    email = forms.EmailField(
        label=_("Uw e-mailadres"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    otherwise = Line(
        label=_("Liever anders?"), required=False, max_length=300,
        help_text=_("Bijvoorbeeld: via mijn zus, of vraag naar mij in het buurthuis. Of: ik bel zelf."),
    )  # fmt: skip
    numbers_allowed = ("phone", "email", "main_phone", "form_token")

    def clean_phone(self) -> str:
        return a_number_to_call(self.cleaned_data["phone"])

    def reach_is_missing(self) -> bool:
        given = self.cleaned_data
        return not any(given.get(name) or self.errors.get(name) for name in ("phone", "email", "otherwise"))

    def who(self) -> dict:
        """The person who fills this in, as a Person is made."""
        given = self.cleaned_data
        phone, email = given["phone"], given["email"]
        return first_and_last(given["name"]) | {
            "phone": phone, "email": email, "channel": channel_for(phone, email), "language": self.language,
        }  # fmt: skip


def first_and_last(name: str) -> dict:
    first, _space, last = name.partition(" ")
    return {"first_name": first[:100], "last_name": last.strip()[:100]}


def channel_for(phone: str, email: str) -> str:
    if email:
        return Channel.MAIL
    return Channel.SMS if phone and takes_sms(phone) else Channel.PHONE


class MorePeopleFields(forms.Form):
    """«Voor wie nog meer?»: a conference can be around several people (A6); of a minor the month of birth."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in MORE_PEOPLE:
            self.fields[f"more_{number}_name"] = Line(label=_("Naam"), required=False, max_length=200)
            self.fields[f"more_{number}_month"] = Month(label=_("Jonger dan 18? Schrijf de geboortemaand."))

    def more_people(self) -> list[dict]:
        given = self.cleaned_data
        return [
            first_and_last(name) | {"birth_month": given.get(f"more_{number}_month")}
            for number in MORE_PEOPLE
            if (name := given.get(f"more_{number}_name"))
        ]


MORE_NAMES = [f"more_{number}_{what}" for number in MORE_PEOPLE for what in ("name", "month")]


class AboutFields(WishFields):
    """What everybody is asked about the request itself; none of it is needed to be heard."""

    place = Line(
        label=_("Uw woonplaats of gemeente"), required=False, autocomplete="address-level2",
        help_text=_("Dan weten we wie van ons er in de buurt werkt. Geen adres of postcode nodig."),
    )  # fmt: skip
    occasion = Lines(
        label=_("Wat is er aan de hand?"), required=False, rows=4, max_length=LONGEST_OCCASION,
        help_text=_("Twee zinnen is genoeg. Schrijf geen ziekte of strafzaken op als dat niet nodig is."),
    )  # fmt: skip
    has_minors = Choices(label=_("Zijn er kinderen onder de 18 bij betrokken?"), choices=EITHER, required=False)
    urgent = forms.BooleanField(label=_("Er is haast bij"), required=False)
    urgency = Line(label=_("Wat maakt dat het haast heeft?"), required=False, max_length=500)
    presses_on = Day(
        label=_("Is er een dag die dringt?"), required=False, help_text=_("Bijvoorbeeld de dag van een zitting.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        occasion = self.fields["occasion"]
        occasion.widget.attrs.pop("maxlength", None)  # a browser would cut off what is pasted, without a word
        too_long = _("Dit is te lang: er passen %(limit_value)d tekens in en het zijn er %(show_value)d.")
        occasion.error_messages["max_length"] = occasion.validators[0].message = too_long

    def words(self) -> dict:
        """What was said about the request, as a Referral is made."""
        given = self.cleaned_data
        asked = ("form_token", "place", "occasion", "urgency", "presses_on")
        return {name: given[name] for name in asked} | {
            "municipality": Municipality.objects.meant_by(given["place"]),
            "has_minors": given["has_minors"] == YES,
            "urgent": bool(given["urgent"] or given["urgency"] or given["presses_on"]),
            "wishes": self.said_wishes(),
        }
