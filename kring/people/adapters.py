"""What allauth may do in this house: mail a code to who works here, keep its secrets locked, trust a known account."""

from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kring.foundation.limiting import address_of
from kring.foundation.locking import lock, unlock
from kring.people import mailing, proving
from kring.people.mailing import staff_with
from kring.people.models import Person
from kring.people.signing_in import come_in_to_work

WRONG_CODE = _("Deze code klopt niet. Kijk hem goed na.")
TOO_OFTEN = _("Dat ging te vaak achter elkaar. Wacht een paar minuten en probeer het dan nog eens.")
SAID = {
    "mfa/messages/totp_activated.txt": _("De app op uw telefoon doet het."),
    "mfa/messages/totp_deactivated.txt": _("De app hoort niet meer bij uw account."),
    "mfa/messages/webauthn_added.txt": _("De passkey doet het."),
    "mfa/messages/webauthn_removed.txt": _("De passkey is weg."),
}


def turned_away(request: HttpRequest, why) -> HttpResponseRedirect:
    messages.error(request, why)
    return HttpResponseRedirect(reverse("people:come_in"))


class StaffOnly(DefaultAccountAdapter):
    """Nobody signs up; only who works here comes in this way, with a mailed code and a second factor."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
    }

    def is_open_for_signup(self, request):
        return False

    def get_login_stages(self):
        return ["allauth.account.stages.LoginByCodeStage", "kring.people.proving.FactorStage"]

    def pre_login(self, request, user, **kwargs):
        if not user.is_active or not user.is_at_a_desk:
            return turned_away(request, _("Inloggen op deze manier is alleen voor wie bij ons werkt."))
        return None

    def login(self, request, user):
        come_in_to_work(request, user)
        proving.note_factor(request, user)

    def is_reauthentication_required(self, *, app, **kwargs):
        return False  # asked at the door of each page instead, and also of who has no factor yet: proving.asks_anew

    def get_reauthentication_methods(self, user):
        """With the app or a recovery code, or with a passkey; never with a password."""
        found = [method for method in super().get_reauthentication_methods(user) if method["id"] != "reauthenticate"]
        return sorted(found, key=lambda method: "webauthn" not in method["id"])

    def get_client_ip(self, request):
        return address_of(request).partition("/")[0]

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        if text := message or SAID.get(message_template):
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def send_mail(self, template_prefix, email, context):
        """Only the code; what else allauth would say by mail, the page says."""
        if template_prefix == "account/email/login_code":
            mailing.send_code(email, context["code"])

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        mailing.post(user, "people/letters/factors_changed.txt", key=str(uuid4()))


class LockedSecrets(DefaultMFAAdapter):
    """The secrets of apps and recovery codes are ciphertext in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}

    def encrypt(self, text):
        return lock(text)

    def decrypt(self, encrypted_text):
        return unlock(encrypted_text)

    def generate_authenticator_name(self, user, type):
        return str(_("Passkey"))

    def _get_site_name(self):
        return settings.MFA_TOTP_ISSUER


@transaction.atomic
def lock_factors_again() -> int:
    """Lock every secret of a factor anew with the first key, so that old keys can go; returns the number of rows."""
    rows = 0
    for factor in Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN):
        kept = {name: lock(unlock(factor.data[name])) for name in ("secret", "seed") if name in factor.data}
        Authenticator.objects.filter(pk=factor.pk).update(data=factor.data | kept)
        rows += 1
    return rows


class KnownStaffOnly(DefaultSocialAccountAdapter):
    """Single sign-on opens the door for people we know already, by the address the other side has verified."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        if sociallogin.state.get("process") != "login":
            raise ImmediateHttpResponse(turned_away(request, _("Zo kunt u hier niet inloggen.")))
        token = sociallogin.account.extra_data.get("id_token") or {}
        person = sociallogin.user if sociallogin.is_existing else self.known(sociallogin)
        if person is None or not person.is_at_a_desk:
            sorry = _("Wij kennen dit werkaccount niet. Vraag uw regiomanager om hulp.")
            raise ImmediateHttpResponse(turned_away(request, sorry))
        sociallogin.account.extra_data = {}  # who it is, is enough to keep
        self.connect(request, sociallogin, person)
        if shows_two_factors(token):
            request.identity_provider_vouches_for = person.pk

    def known(self, sociallogin) -> Person | None:
        verified = [address.email for address in sociallogin.email_addresses if address.verified]
        return next(filter(None, map(staff_with, verified)), None)

    def connect(self, request, sociallogin, person):
        if sociallogin.is_existing:
            sociallogin.account.save(update_fields=["extra_data"])
        else:
            sociallogin.connect(request, person)

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        sorry = _("Het inloggen met uw werkaccount is niet gelukt. Probeer het nog eens.")
        raise ImmediateHttpResponse(turned_away(request, sorry))


def shows_two_factors(token: dict) -> bool:
    """Does the identity provider say that it asked for a second factor (RFC 8176), or for a level we trust?"""
    return "mfa" in (token.get("amr") or []) or token.get("acr") in settings.OIDC_TRUSTED_ACR
