"""The addresses of allauth that we use, under their own names; each with a doorkeeper, the rest does not exist."""

from allauth.mfa.webauthn.views import login_webauthn
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path
from django.views.decorators.http import require_POST

from kring.foundation.doors import open_to_all
from kring.people import staff_views as views
from kring.people.proving import asks_anew, at_work

mail, factors = open_to_all(views.Mail.as_view()), at_work(views.Factors.as_view())

urlpatterns = [
    path("medewerkers/", mail, name="account_login"),
    path("medewerkers/adres/", mail, name="account_request_login_code"),
    path("medewerkers/code/", open_to_all(views.Code.as_view()), name="account_confirm_login_code"),
    path("medewerkers/tweede-stap/", open_to_all(views.SecondStep.as_view()), name="mfa_authenticate"),
    path("medewerkers/passkey/", open_to_all(login_webauthn), name="mfa_login_webauthn"),
    path("medewerkers/uit/", open_to_all(views.Leave.as_view()), name="account_logout"),
    path("nog-eens/", at_work(views.SecondStepAgain.as_view()), name="mfa_reauthenticate"),
    path("nog-eens/passkey/", at_work(views.PasskeyAgain.as_view()), name="mfa_reauthenticate_webauthn"),
    path("sleutels/", factors, name="mfa_index"),
    path("sleutels/app/", asks_anew(views.AddApp.as_view()), name="mfa_activate_totp"),
    path("sleutels/app/weg/", asks_anew(views.RemoveApp.as_view()), name="mfa_deactivate_totp"),
    path("sleutels/passkey/", asks_anew(views.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path("sleutels/passkey/<int:pk>/weg/", asks_anew(views.RemovePasskey.as_view()), name="mfa_remove_webauthn"),
    path("sleutels/herstelcodes/", asks_anew(views.RecoveryCodes.as_view()), name="mfa_view_recovery_codes"),
    path(
        "sleutels/herstelcodes/nieuw/", asks_anew(views.NewRecoveryCodes.as_view()), name="mfa_generate_recovery_codes"
    ),
    path("account/<slug:provider_id>/", open_to_all(require_POST(openid.login)), name="openid_connect_login"),
    path("account/<slug:provider_id>/terug/", open_to_all(openid.callback), name="openid_connect_callback"),
]
