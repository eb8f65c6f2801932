"""A real identity provider in its own process: python identity_provider.py PORT FOLDER CALLBACK starts one.

GET /as/NAME signs somebody in there. What it says about NAME stands in PEOPLE.
"""

import os
import sys
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

CLIENT, SECRET = "kring", "a secret between the two"
PEOPLE = {  # name: address, is it verified, how they signed in there
    "joke": ("joke@kring.example", True, ["pwd"]),
    "joke-with-two": ("joke@kring.example", True, ["pwd", "otp", "mfa"]),
    "unverified": ("joke@kring.example", False, ["pwd", "mfa"]),
    "unknown": ("iemand@kring.example", True, ["pwd", "mfa"]),
    "naima": ("naima@kring.example", True, ["pwd", "mfa"]),
}


def set_up(folder: Path) -> None:
    import django
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from django.conf import settings

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    settings.configure(
        SECRET_KEY="of the identity provider",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "idp.sqlite3"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        IDP_OIDC_PRIVATE_KEY=pem,
        IDP_OIDC_ADAPTER=f"{__name__}.Provider",
    )
    django.setup()


def fill(callback: str) -> None:
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    client = Client(id=CLIENT, name="Kring", scopes="openid\nprofile\nemail", redirect_uris=callback, skip_consent=True)
    client.set_secret(SECRET)
    client.save()
    for name in PEOPLE:
        User.objects.create_user(name)


if __name__ == "__main__":
    os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
    port, folder, callback = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    set_up(folder)

    from allauth.idp.oidc.adapter import DefaultOIDCAdapter
    from django.contrib.auth import login
    from django.contrib.auth.models import User
    from django.core.wsgi import get_wsgi_application
    from django.http import HttpResponse
    from django.urls import include, path

    class Provider(DefaultOIDCAdapter):
        def get_claims(self, purpose, user, client, scopes, **kwargs):
            address, is_verified, _how = PEOPLE[user.username]
            claims = super().get_claims(purpose, user, client, scopes, **kwargs)
            return claims | {"email": address, "email_verified": is_verified}

        def populate_id_token(self, id_token, client, scopes, **kwargs):
            user = User.objects.get(pk=id_token["sub"])
            id_token["amr"] = PEOPLE[user.username][2]

    def sign_in(request, name):
        login(request, User.objects.get(username=name), backend="allauth.account.auth_backends.AuthenticationBackend")
        return HttpResponse("in")

    urlpatterns = [
        path("as/<slug:name>", sign_in),
        path("accounts/", include("allauth.account.urls")),
        path("", include("allauth.idp.urls")),
    ]

    class Quiet(WSGIRequestHandler):
        def log_message(self, *args):
            pass

    fill(callback)
    with make_server("127.0.0.1", port, get_wsgi_application(), handler_class=Quiet) as server:
        print("ready", flush=True)
        server.serve_forever()
