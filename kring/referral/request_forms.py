"""What is asked at the front door: as little as possible, and nothing that could keep somebody out."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, HouseForm, Line, Phone
from kring.referral.drafts import Draft
from kring.referral.models import Ground, Requester
from kring.referral.request_fields import (
    EITHER,
    MORE_NAMES,
    YES,
    AboutFields,
    ContactFields,
    Month,
    MorePeopleFields,
    OnceForm,
    a_number_to_call,
)
from kring.referral.wishes import WISH_FIELDS

__all__ = ["EITHER", "ROUTES", "YES", "CodeForm", "OnceForm", "RequestForm"]

REACH = ["phone", "email", "otherwise"]
WHY_NOW = ["occasion", "has_minors", "urgent", "urgency", "presses_on"]
WISHED = [WISH_FIELDS[-1], *WISH_FIELDS[:-1]]  # «geen voorkeur» stands on top


class CodeForm(HouseForm):
    """The code of a request that was begun before."""

    code = Line(label=_("Uw code"), max_length=40, help_text=_("Streepjes en hoofdletters maken niet uit."))
    numbers_allowed = ("code",)

    def clean_code(self):
        self.draft = Draft.at(self.cleaned_data["code"])
        if self.draft is None:
            raise ValidationError(_("Deze code werkt niet, of niet meer. Kijk of alle tekens er staan, of bel ons."))
        return self.cleaned_data["code"]


class RequestForm(AboutFields, MorePeopleFields, ContactFields):
    """One of the three routes; each says with `request()` what a Referral is made of."""

    kind: str
    groups: list[tuple]  # (title, fields, stands folded)

    def __init__(self, data=None, *, language: str = "nl", started: dict | None = None, is_kept: bool = False):
        self.language, self.is_kept = language, is_kept
        super().__init__(data, initial=dict(started or {}))
        for field in self.fields.values() if is_kept else ():
            field.required = False

    def clean(self):
        given = super().clean()
        if not self.is_kept and self.reach_is_missing():
            how = _("Hoe kunnen we u bereiken? Eén manier is genoeg. U kunt ook schrijven: ik bel zelf.")
            self.add_error("phone", ValidationError(how))
        return given

    def sections(self) -> list[tuple]:
        """The fields under their headings, for the page; what stands folded opens when something is in it."""
        return [
            (title, [self[name] for name in names], folded, any(self[name].value() for name in names))
            for title, names, folded in self.groups
        ]

    def typed(self) -> dict:
        """Everything as it was typed, to go on with on another day."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}


class ForMyselfForm(RequestForm):
    """«Ik vraag dit voor mijzelf»."""

    kind = Requester.SELF
    birth_month = Month(label=_("Ben je jonger dan 18? Schrijf je geboortemaand."))
    groups = [
        (_("Over jou"), ["name", *REACH, "place"], False),
        (_("Waarom nu"), WHY_NOW, False),
        (_("Voor wie nog meer?"), ["birth_month", *MORE_NAMES], True),
        (_("Wensen voor de coördinator"), WISHED, True),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        words = {
            "name": _("Je naam"),
            "phone": _("Je telefoonnummer"),
            "email": _("Je e-mailadres"),
            "place": _("Je woonplaats of gemeente"),
        }
        for name, label in words.items():
            self.fields[name].label = label

    def request(self) -> dict:
        given = self.cleaned_data
        myself = self.who() | {"birth_month": given["birth_month"]}
        return self.words() | {
            "kind": self.kind, "main_people": [myself, *self.more_people()], "knows": True,
            "reach_main_person": given["otherwise"],
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
    main_month = Month(label=_("Jonger dan 18? Schrijf de geboortemaand."))
    reach_main_person = Line(
        label=_("Waar letten we op als we contact zoeken?"), required=False, max_length=300,
        help_text=_("Bijvoorbeeld: alleen overdag bellen, geen berichten sturen, of eerst via u."),
    )  # fmt: skip
    knows = Choices(label=_("Weet deze persoon van uw aanvraag?"), choices=EITHER, required=False)
    about_them = ["main_first_name", "main_last_name", "main_phone", "main_month", "reach_main_person", "place"]
    groups = [
        (_("Over u"), ["name", *REACH], False),
        (_("Over de persoon om wie het gaat"), [*about_them, "knows"], False),
        (_("Waarom nu"), WHY_NOW, False),
        (_("Voor wie nog meer?"), MORE_NAMES, True),
        (_("Wensen voor de coördinator"), WISHED, True),
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["place"].label = _("Woonplaats of gemeente")
        self.fields["no_preference"].help_text = _(
            "Vraag het de persoon zelf, als dat kan. Anders vragen wij het later."
        )

    def clean_main_phone(self) -> str:
        return a_number_to_call(self.cleaned_data["main_phone"])

    def main_person(self) -> dict:
        given = self.cleaned_data
        return {
            "first_name": given["main_first_name"],
            "last_name": given["main_last_name"],
            "phone": given["main_phone"],
            "birth_month": given["main_month"],
        }

    def request(self) -> dict:
        given = self.cleaned_data
        return self.words() | {
            "kind": self.kind,
            "main_people": [self.main_person(), *self.more_people()],
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
        (_("Over u"), ["name", "works_at", "job", *REACH], False),
        *ForSomeoneForm.groups[1:3],
        (_("Voorwaarden"), ["presumed_ground"], False),
        *ForSomeoneForm.groups[3:],
    ]

    def who(self) -> dict:
        given = self.cleaned_data
        return super().who() | {"works_at": given["works_at"], "job": given["job"]}

    def request(self) -> dict:
        return super().request() | {"presumed_ground": self.cleaned_data["presumed_ground"]}


ROUTES = {"voor-mijzelf": ForMyselfForm, "voor-iemand": ForSomeoneForm, "als-professional": AsProfessionalForm}
