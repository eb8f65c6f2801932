"""What is asked at the front door: as little as possible, and nothing that could keep somebody out."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import ALPHABET, new_slug
from kring.foundation.channels import Channel, takes_sms
from kring.foundation.forms import Choices, HouseForm, Line, Lines, Phone
from kring.referral.models import Ground, Requester
from kring.region.models import Municipality

YES, NO = "yes", "no"
EITHER = [(YES, pgettext_lazy("antwoord", "Ja")), (NO, pgettext_lazy("antwoord", "Nee"))]
PREFERENCE = [(NO, _("Geen voorkeur")), (YES, _("Ja, ik heb een wens"))]


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


class EnquiryForm(OnceForm):
    """«Ik wil eerst praten»: a name and a number, nothing about the situation (A36)."""

    first_name = Line(label=_("Uw voornaam"), max_length=100, autocomplete="given-name")
    phone = Phone(label=_("Uw telefoonnummer"))
    good_times = Line(label=_("Wanneer kunnen we bellen?"), required=False, help_text=_("Bijvoorbeeld: ’s avonds."))
    language = Line(label=_("Welke taal spreekt u het liefst?"), required=False, max_length=60)


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

    def clean(self):
        given = super().clean()
        if not any(given.get(name) or self.errors.get(name) for name in ("phone", "email", "otherwise")):
            how = _("Hoe kunnen we u bereiken? Eén manier is genoeg. U kunt ook schrijven: ik bel zelf.")
            self.add_error("phone", ValidationError(how))
        return given

    def who(self) -> dict:
        """The person who fills this in, as a Person is made."""
        given = self.cleaned_data
        first, _space, last = given["name"].partition(" ")
        return {
            "first_name": first[:100],
            "last_name": last[:100],
            "phone": given["phone"],
            "email": given["email"],
            "channel": channel_for(given["phone"], given["email"]),
            "language": self.language,
        }


def channel_for(phone: str, email: str) -> str:
    if email:
        return Channel.MAIL
    return Channel.SMS if phone and takes_sms(phone) else Channel.PHONE


class AboutFields(forms.Form):
    """What everybody is asked about the request itself; none of it is needed to be heard."""

    place = Line(
        label=_("Uw woonplaats of gemeente"), required=False, autocomplete="address-level2",
        help_text=_("Dan weten we wie van ons er in de buurt werkt. Geen adres of postcode nodig."),
    )  # fmt: skip
    occasion = Lines(
        label=_("Wat is er aan de hand?"), required=False, rows=4,
        help_text=_("Twee zinnen is genoeg. Schrijf geen ziekte of strafzaken op als dat niet nodig is."),
    )  # fmt: skip
    has_minors = Choices(label=_("Zijn er kinderen onder de 18 bij betrokken?"), choices=EITHER, required=False)
    urgent = forms.BooleanField(label=_("Er is haast bij"), required=False)
    urgency = Line(label=_("Wat maakt dat het haast heeft?"), required=False, max_length=500)
    preference = Choices(
        label=_("Zijn er wensen voor de coördinator?"), choices=PREFERENCE, required=False,
        help_text=_("De coördinator helpt om de bijeenkomst te organiseren en is geen hulpverlener."),
    )  # fmt: skip
    wishes = Line(
        label=_("Welke wens?"), required=False, max_length=500,
        help_text=_("Bijvoorbeeld een taal, een cultuur of achtergrond, een man of een vrouw."),
    )  # fmt: skip

    def words(self) -> dict:
        """What was said about the request, as a Referral is made."""
        given = self.cleaned_data
        return {
            "form_token": given["form_token"],
            "place": given["place"],
            "municipality": Municipality.objects.meant_by(given["place"]),
            "occasion": given["occasion"],
            "has_minors": given["has_minors"] == YES,
            "urgent": given["urgent"] or bool(given["urgency"]),
            "urgency": given["urgency"],
            "wishes": given["wishes"] or (gettext("Geen voorkeur") if given["preference"] == NO else ""),
        }


class RequestForm(AboutFields, ContactFields):
    """One of the three routes; each says with `request()` what a Referral is made of."""

    kind: str
    groups: list[tuple]

    def __init__(self, data=None, *, language: str = "nl"):
        self.language = language
        super().__init__(data)

    def sections(self) -> list[tuple]:
        """The fields under their headings, for the page."""
        return [(title, [self[name] for name in names]) for title, names in self.groups]


class ForMyselfForm(RequestForm):
    """«Ik vraag dit voor mijzelf»."""

    kind = Requester.SELF
    groups = [
        (_("Over jou"), ["name", "phone", "email", "otherwise", "place"]),
        (_("Waarom nu"), ["occasion", "has_minors", "urgent", "urgency"]),
        (_("Wensen voor de coördinator"), ["preference", "wishes"]),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = {
            "name": _("Je naam"),
            "phone": _("Je telefoonnummer"),
            "email": _("Je e-mailadres"),
            "place": _("Je woonplaats of gemeente"),
            "preference": _("Heb je wensen voor de coördinator?"),
        }
        for name, label in words.items():
            self.fields[name].label = label

    def request(self) -> dict:
        given = self.cleaned_data
        return self.words() | {
            "kind": self.kind, "main_person": self.who(), "knows": True, "reach_main_person": given["otherwise"],
        }  # fmt: skip


class ForSomeoneForm(RequestForm):
    """«Ik vraag dit voor iemand die ik goed ken»."""

    kind = Requester.NEAR
    main_first_name = Line(label=_("Voornaam"), max_length=100)
    main_last_name = Line(label=_("Achternaam"), max_length=100, required=False)
    main_phone = Phone(
        label=_("Telefoonnummer"), required=False,
        help_text=_("Alleen als bellen veilig is voor deze persoon. Weet u het nog niet? Laat het leeg."),
    )  # fmt: skip
    reach_main_person = Line(
        label=_("Waar letten we op als we contact zoeken?"), required=False, max_length=300,
        help_text=_("Bijvoorbeeld: alleen overdag bellen, geen berichten sturen, of eerst via u."),
    )  # fmt: skip
    knows = Choices(label=_("Weet deze persoon van uw aanvraag?"), choices=EITHER, required=False)
    groups = [
        (_("Over u"), ["name", "phone", "email", "otherwise"]),
        (
            _("Over de persoon om wie het gaat"),
            ["main_first_name", "main_last_name", "main_phone", "reach_main_person", "place", "knows"],
        ),
        (_("Waarom nu"), ["occasion", "has_minors", "urgent", "urgency"]),
        (_("Wensen voor de coördinator"), ["preference", "wishes"]),
    ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].label = _("Woonplaats of gemeente")
        self.fields["preference"].help_text = _("Vraag het de persoon zelf, als dat kan. Anders vragen wij het later.")

    def main_person(self) -> dict:
        given = self.cleaned_data
        return {
            "first_name": given["main_first_name"],
            "last_name": given["main_last_name"],
            "phone": given["main_phone"],
        }

    def request(self) -> dict:
        given = self.cleaned_data
        return self.words() | {
            "kind": self.kind,
            "main_person": self.main_person(),
            "requester": self.who(),
            "knows": given["knows"] == YES,
            "reach_main_person": given["reach_main_person"],
            "reach_requester": given["otherwise"],
        }


class AsProfessionalForm(ForSomeoneForm):
    """«Ik vraag dit als professional»: also where you work, and whether you may want to set conditions."""

    kind = Requester.PROFESSIONAL
    works_at = Line(label=_("Uw organisatie"), max_length=200, autocomplete="organization", required=False)
    job = Line(label=_("Uw functie"), max_length=200, autocomplete="organization-title", required=False)
    presumed_ground = Choices(
        label=_("Denkt u aan voorwaarden bij het plan?"), required=False,
        choices=[("", _("Nee, of dat weet ik nog niet")), *Ground.choices],
        help_text=_("Dat kan alleen op een van deze vier gronden. U bespreekt het met de regiomanager."),
    )  # fmt: skip
    groups = [
        (_("Over u"), ["name", "works_at", "job", "phone", "email", "otherwise"]),
        *ForSomeoneForm.groups[1:3],
        (_("Voorwaarden"), ["presumed_ground"]),
        ForSomeoneForm.groups[3],
    ]

    def who(self) -> dict:
        given = self.cleaned_data
        return super().who() | {"works_at": given["works_at"], "job": given["job"]}

    def request(self) -> dict:
        return super().request() | {"presumed_ground": self.cleaned_data["presumed_ground"]}
