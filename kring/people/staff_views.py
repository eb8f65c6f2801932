"""Signing in at a desk: allauth's flows on our own pages, and the pass a manager gives to a colleague."""

from allauth.account.adapter import get_adapter
from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from allauth.mfa.base.views import AuthenticateView, IndexView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.doors import open_to_all
from kring.foundation.limiting import limited
from kring.people.devices import RememberedDevice
from kring.people.doors import at_desk
from kring.people.forms import spend
from kring.people.mailing import send_code
from kring.people.models import Desk
from kring.people.passes import OneDayPass
from kring.people.proving import factors, mark
from kring.people.views import GUESSES, work_accounts


class Mail(RequestLoginCodeView):
    """Whose code? The page after this one is the same for every address."""

    template_name = "people/pages/mail.html"

    def form_valid(self, form):
        if form._user is None:
            send_code(form.cleaned_data["email"], get_adapter().generate_login_code())
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"work_accounts": work_accounts(self.request)}


class Code(ConfirmLoginCodeView):
    template_name = "people/pages/code.html"


class SecondStep(AuthenticateView):
    """The second factor, and the wish to be remembered on this device."""

    template_name = "people/pages/second_step.html"

    def form_valid(self, form):
        response = super().form_valid(form)
        if self.request.POST.get("remember") and self.request.user.is_authenticated:
            RememberedDevice.remember(response, self.request.user)
        return response


class SecondStepAgain(ReauthenticateView):
    template_name = "people/pages/second_step_again.html"

    def form_valid(self, form):
        mark(self.request, self.request.user, "factor")
        return super().form_valid(form)


class PasskeyAgain(ReauthenticateWebAuthnView):
    template_name = "people/pages/passkey_again.html"

    def form_valid(self, form):
        mark(self.request, self.request.user, "factor")
        return super().form_valid(form)

    def form_invalid(self, form):
        messages.error(self.request, _("Dat lukte niet. Probeer het nog eens."))
        return redirect(self.passthrough_next_url(self.request.path))


class Factors(IndexView):
    template_name = "people/pages/factors.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"has_factor": factors(self.request.user).exists()}


class AddApp(ActivateTOTPView):
    template_name = "people/pages/add_app.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        return context | {"secret_in_fours": " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))}

    def form_valid(self, form):
        response = super().form_valid(form)
        mark(self.request, self.request.user, "factor")
        app = Authenticator.objects.get(user=self.request.user, type=Authenticator.Type.TOTP)
        spend(app, form.cleaned_data["code"])
        return response


class AddPasskey(AddWebAuthnView):
    template_name = "people/pages/add_passkey.html"

    def get_context_data(self, **kwargs):
        options = begin_registration(self.request.user, passwordless=True)
        return super(AddWebAuthnView, self).get_context_data(**kwargs) | {"options": options}

    def form_valid(self, form):
        response = super().form_valid(form)
        mark(self.request, self.request.user, "factor")
        return response


class ForgetsDevices:
    """Whoever takes a factor away, is asked for one again on every device."""

    template_name = "people/pages/remove_factor.html"
    success_url = reverse_lazy("mfa_index")

    def form_valid(self, form):
        RememberedDevice.forget_all(self.request.user)
        return super().form_valid(form)


class RemoveApp(ForgetsDevices, DeactivateTOTPView):
    pass


class RemovePasskey(ForgetsDevices, RemoveWebAuthnView):
    pass


class RecoveryCodes(ViewRecoveryCodesView):
    template_name = "people/pages/recovery_codes.html"


class NewRecoveryCodes(GenerateRecoveryCodesView):
    template_name = "people/pages/new_recovery_codes.html"


class Leave(LogoutView):
    template_name = "people/pages/leave.html"

    def post(self, *args, **kwargs):
        response = super().post(*args, **kwargs)
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
        response["Clear-Site-Data"] = '"storage"'  # also the key of a sealed room, on a borrowed phone
        return response


@open_to_all
def one_day_pass(request, code: str):
    """The pass opens nothing by itself: the code in the mailbox of its person is still needed."""
    limited(request, "pass", **GUESSES)
    found = OneDayPass.at(code)
    if found is None:
        return render(request, "people/pages/pass_gone.html", status=404)
    if request.method != "POST":
        return render(request, "people/pages/pass.html")
    logout(request)
    found.keep_in(request)
    messages.info(request, _("Log nu in zoals altijd: u krijgt een code in uw e-mail."))
    return redirect("account_login")


@at_desk(Desk.MANAGER)
def passes(request):
    """Who works here, and who let in whom without a second factor."""
    given = OneDayPass.objects.select_related("person", "given_by")[:50]
    context = {"colleagues": OneDayPass.possible_for(request.user), "given": given}
    return render(request, "people/pages/passes.html", context)


@at_desk(Desk.MANAGER)
@require_POST
def give_pass(request):
    """The pass is shown once, to be read out to the colleague on the phone."""
    person = get_object_or_404(OneDayPass.possible_for(request.user), slug=request.POST.get("person"))
    return render(request, "people/pages/pass_given.html", {"one_day_pass": OneDayPass.give(person, by=request.user)})
