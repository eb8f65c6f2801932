"""The second factor of who works at a desk: passkey, app or recovery code, a remembered device, or a one-day pass."""

import time
from functools import wraps

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from kring.foundation.doors import signed_in
from kring.people.devices import RememberedDevice
from kring.people.models import Person
from kring.people.passes import OneDayPass

SHOWN = "second_factor"  # in the session: whose, and how it was shown
FRESH = 20 * 60  # seconds after which a change to the factors asks for a code again
ENROL, AGAIN = "mfa_index", "mfa_reauthenticate"
PAGES = {
    ENROL: {
        "mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    },
    AGAIN: {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"},
}  # fmt: skip


def factors(person: Person):
    """The passkeys and the app of this person; recovery codes are only there to replace one of those."""
    return Authenticator.objects.filter(user=person).exclude(type=Authenticator.Type.RECOVERY_CODES)


def mark(request: HttpRequest, person: Person, how: str) -> None:
    """This session has shown a second factor of this person: a factor, a device, an identity provider or a pass."""
    request.session[SHOWN] = [person.slug, how, int(time.time())]


def shown(request: HttpRequest, person: Person) -> tuple[str, int]:
    """How it was shown, and when; an empty text when it was not."""
    whose, how, at = [*request.session.get(SHOWN, []), "", "", 0][:3]
    return (how, at or 0) if whose == person.slug else ("", 0)


def first_to(request: HttpRequest) -> str:
    """The page to go to before anything else; empty for who may go on."""
    person = request.user
    if not person.is_authenticated or not person.is_at_a_desk:
        return ""
    how, _at = shown(request, person)
    if how and how != "pass":
        return ""
    return AGAIN if not how and factors(person).exists() else ENROL


def has_a_factor_at_hand(request: HttpRequest) -> bool:
    """One that can be asked for: who came in by a pass has lost them."""
    return shown(request, request.user)[0] != "pass" and factors(request.user).exists()


def is_fresh(request: HttpRequest) -> bool:
    """Did this person just prove who it is: with a factor, or by code as long as there is no factor at hand?"""
    if has_a_factor_at_hand(request):
        how, at = shown(request, request.user)
        return how == "factor" and time.time() - at < FRESH
    records = get_authentication_records(request, request.user)
    return any(record["method"] != "mfa" and time.time() - record["at"] < FRESH for record in records)


def at_work(view):
    """A page about signing in, for who works at a desk; to others it is not there."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_at_a_desk:
            raise Http404
        return view(request, *args, **kwargs)

    return signed_in(guarded)


def asks_anew(view):
    """A page that changes the factors: a session that lies about somewhere is not enough to do that."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return view(request, *args, **kwargs) if is_fresh(request) else prove_again(request)

    return at_work(guarded)


def prove_again(request: HttpRequest) -> HttpResponseRedirect:
    query = "?" + urlencode({"next": request.path})
    if has_a_factor_at_hand(request):
        return HttpResponseRedirect(reverse(AGAIN) + query)
    logout(request)
    messages.info(request, _("U bent al even binnen. Log voor de zekerheid opnieuw in."))
    return HttpResponseRedirect(reverse("account_login") + query)


class FactorStage(AuthenticateStage):
    """The step after the mailed code: skipped when something else already vouches for this person."""

    def handle(self):
        if how := self.vouched():
            mark(self.request, self.login.user, how)
            return None, True
        return super().handle()

    def vouched(self) -> str:
        person = self.login.user
        if person is None:
            return ""
        if getattr(self.request, "identity_provider_vouches_for", None) == person.pk:
            return "idp"
        if factors(person).exists() and RememberedDevice.knows(self.request, person):
            return "device"
        return "pass" if OneDayPass.redeem(self.request, person) else ""


def note_factor(request: HttpRequest, person: Person) -> None:
    """At the end of signing in: a passkey, app or recovery code that was used counts as shown."""
    if any(record["method"] == "mfa" for record in get_authentication_records(request, person)):
        mark(request, person, "factor")
