"""What somebody types to come in: a code from paper, a first name, an address, a code; and their own settings."""

import unicodedata

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.core import context, ratelimit
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kring.foundation import tongues
from kring.foundation.forms import Choices, HouseForm, Line, Phone
from kring.people.adapters import TOO_OFTEN, WRONG_CODE
from kring.people.links import PersonalLink
from kring.people.mailing import staff_with
from kring.people.models import Channel, Person

NO_PASSKEY = _("De passkey werkte niet. Probeer het nog eens.")
ONE_TIME = {"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "characters"}


def simple(name: str) -> str:
    """A name without capitals, accents and signs, to compare."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


class PaperCodeForm(HouseForm):
    """The code of a letter or card, typed by hand."""

    code = Line(
        label=_("De code op je papier"), max_length=80, help_text=_("Streepjes en hoofdletters maken niet uit.")
    )
    numbers_allowed = ("code",)

    def clean_code(self):
        self.link = PersonalLink.at(self.cleaned_data["code"])
        if self.link is None:
            raise ValidationError(_("Deze code werkt niet. Kijk of alle letters en cijfers er staan, of bel ons."))
        return self.cleaned_data["code"]


class FirstNameForm(HouseForm):
    """Who shares a phone or mailbox says who it is before anything is shown."""

    first_name = Line(label=_("Je voornaam"), max_length=100)

    def __init__(self, person: Person, data=None):
        self.person = person
        super().__init__(data)

    def clean_first_name(self):
        first, whole = self.person.first_name, self.person.get_full_name()
        known = {simple(name) for name in (first, whole, *first.split()[:1])} - {""}
        if simple(self.cleaned_data["first_name"]) not in known:
            raise ValidationError(_("Deze link hoort bij een andere voornaam."))
        return self.cleaned_data["first_name"]


class SettingsForm(HouseForm):
    """How somebody wants to be spoken to and reached."""

    language = Choices(label=_("Mijn taal"), choices=settings.LANGUAGES)
    channel = Choices(label=_("Zo krijg ik bericht"), choices=Channel.choices)
    phone = Phone(label=_("Mijn telefoonnummer"), required=False)

    @classmethod
    def of(cls, person: Person, data=None) -> "SettingsForm":
        form = cls(data, initial={name: getattr(person, name) for name in cls.base_fields})
        if person.language in tongues.AT_THE_DOOR:
            form.fields["language"].choices = tongues.choices()
        if person.is_at_a_desk:
            del form.fields["channel"]  # who works here is mailed
        return form


class MailForm(RequestLoginCodeForm):
    """The address of somebody who works here. To an address we do not know, the answer is the same."""

    email = forms.EmailField(
        label=_("Uw e-mailadres van het werk"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def clean_email(self):
        email = self.cleaned_data["email"].strip().lower()
        if not ratelimit.consume(context.request, action="request_login_code", key=email):
            raise ValidationError(TOO_OFTEN)
        self._user = staff_with(email)
        return email


class CodeForm(ConfirmLoginCodeForm):
    code = forms.CharField(label=_("De code uit uw e-mail"), max_length=20, widget=forms.TextInput(attrs=ONE_TIME))


def spend(app: Authenticator, code: str) -> bool:
    """Use a code of the app up: this one and the older ones never work again. False when that was so already."""
    secret = get_adapter().decrypt(app.data["secret"])
    moments = {format_hotp_value(hotp_value(secret, moment)): moment for moment in yield_hotp_counters_from_time()}
    with transaction.atomic():
        app = Authenticator.objects.select_for_update().get(pk=app.pk)
        moment = moments.get("".join(filter(str.isdigit, code)), 0)
        if moment <= app.data.get("spent", 0):
            return False
        app.data["spent"] = moment
        app.save(update_fields=["data"])
    return True


class SpendsItsCode(forms.Form):
    """A code of the app works once, also after a restart and in another process."""

    code = forms.CharField(
        label=_("De code uit uw app, of een herstelcode"), max_length=20, widget=forms.TextInput(attrs=ONE_TIME)
    )

    def clean_code(self):
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not spend(self.authenticator, code):
            raise ValidationError(WRONG_CODE)
        return code


class FactorForm(SpendsItsCode, AuthenticateForm):
    remember = forms.BooleanField(
        label=_("Onthoud dit apparaat %(days)s dagen") % {"days": settings.REMEMBER_DEVICE_DAYS}, required=False
    )


class FactorAgainForm(SpendsItsCode, ReauthenticateForm):
    pass


class AppForm(ActivateTOTPForm):
    code = forms.CharField(
        label=_("De zes cijfers in de app"),
        max_length=20,
        widget=forms.TextInput(attrs=ONE_TIME | {"inputmode": "numeric"}),
    )


class HardToFool(forms.Form):
    """What a browser says of a passkey may be anything; whatever the libraries stumble over is simply no passkey."""

    def full_clean(self):
        try:
            super().full_clean()
        except Exception:
            self.add_error("credential", ValidationError(NO_PASSKEY))
        if self.is_bound and self._errors:
            self.data = self.data.copy()
            self.data["credential"] = ""  # what was refused is not sent along again

    def clean_credential(self):
        if "\\u0000" in self.data.get("credential", ""):
            raise ValidationError(NO_PASSKEY)
        return getattr(super(), "clean_credential", lambda: self.cleaned_data["credential"])()


class PasskeyInForm(HardToFool, LoginWebAuthnForm):
    pass


class PasskeyStepForm(HardToFool, AuthenticateWebAuthnForm):
    pass


class PasskeyAgainForm(HardToFool, ReauthenticateWebAuthnForm):
    pass


class PasskeyForm(HardToFool, AddWebAuthnForm):
    """Always a real passkey: one that asks for a finger, a face or a PIN, and so is enough by itself."""

    name = forms.CharField(label=_("Hoe noemt u dit apparaat?"), max_length=60, required=False)
    passwordless = None

    def clean(self):
        self.cleaned_data["passwordless"] = True
        return super().clean()
