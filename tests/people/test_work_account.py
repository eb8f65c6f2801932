"""Single sign-on with a real identity provider: it opens the door for people we know, and for nobody else."""

import http.cookiejar
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as moments
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse

from kring.people.adapters import shows_two_factors
from kring.people.models import Person

PROVIDER = Path(__file__).with_name("identity_provider.py")
CALLBACK = "http://testserver/inloggen/account/werk/terug/"
LOGIN = "/inloggen/account/werk/"
FACTORS, SECOND = "/inloggen/sleutels/", "/inloggen/medewerkers/tweede-stap/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture(scope="session")
def provider(tmp_path_factory):
    """The address of an identity provider that runs beside the tests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("idp")
    with (folder / "log").open("w") as log:
        command = [sys.executable, str(PROVIDER), str(port), str(folder), CALLBACK]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        assert process.stdout.readline() == "ready\n", (folder / "log").read_text()
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait(10)
        process.stdout.close()


@pytest.fixture(autouse=True)
def _switched_on(provider, settings):
    app = {
        "provider_id": "werk",
        "name": "Inloggen met werkaccount",
        "client_id": "kring",
        "secret": "a secret between the two",
        "settings": {"server_url": provider, "uid_field": "sub"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 60  # a busy machine is no refusal


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args, **kwargs):
        return None


def come_in(client, provider, name, **start):
    """What a browser does: ask us, sign in there, come back with what it got."""
    away = client.post(LOGIN, start)["Location"]
    assert away.startswith(provider)
    browser = urllib.request.build_opener(
        Stay, urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), urllib.request.ProxyHandler({})
    )
    browser.open(f"{provider}/as/{name}").close()
    with pytest.raises(urllib.error.HTTPError) as answer:
        browser.open(away)
    answer.value.close()
    back = answer.value.headers["Location"]
    assert back.startswith(CALLBACK)
    return client.get(back.removeprefix("http://testserver"))


def is_in(client) -> bool:
    return client.get(reverse("people:settings")).status_code == 200


def test_the_page_to_sign_in_offers_the_work_account_only_when_it_is_switched_on(cast, client, settings):
    assert "Inloggen met werkaccount" in client.get("/inloggen/medewerkers/").text

    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}

    assert "Inloggen met werkaccount" not in client.get("/inloggen/medewerkers/").text
    assert client.post(LOGIN).status_code == 404
    assert client.get(LOGIN).status_code == 405


def test_a_work_account_that_asked_for_two_factors_lets_in(cast, client, provider):
    answer = come_in(client, provider, "joke-with-two", next="/instellingen/")

    assert answer["Location"] == "/instellingen/"
    assert is_in(client)
    assert SocialAccount.objects.get().user == cast.joke
    assert SocialAccount.objects.get().extra_data == {}


def test_the_same_account_is_known_again(cast, client, provider):
    come_in(client, provider, "joke-with-two")
    client.post(reverse("people:leave"))

    come_in(client, provider, "joke-with-two")

    assert is_in(client)
    assert SocialAccount.objects.count() == 1


def test_a_work_account_with_a_password_alone_still_asks_our_second_factor(cast, client, provider):
    come_in(client, provider, "joke")
    assert client.get("/instellingen/")["Location"].startswith(FACTORS)
    client.post(reverse("people:leave"))
    TOTP.activate(cast.joke, SECRET)

    assert come_in(client, provider, "joke")["Location"] == SECOND
    client.post(SECOND, {"code": format_hotp_value(hotp_value(SECRET, list(moments())[1]))})

    assert is_in(client)


@pytest.mark.parametrize("name", ["unverified", "unknown", "naima"])
def test_an_unverified_an_unknown_and_a_family_account_are_turned_away(cast, client, provider, name):
    cast.naima.login_email = "naima@kring.example"
    cast.naima.save()
    people = Person.objects.count()

    answer = come_in(client, provider, name)

    assert answer["Location"] == reverse("people:come_in")
    assert "kennen dit werkaccount niet" in client.get(answer["Location"]).text
    assert not is_in(client)
    assert Person.objects.count() == people
    assert not SocialAccount.objects.exists()


def test_who_left_is_turned_away_although_the_account_was_linked(cast, client, provider):
    come_in(client, provider, "joke-with-two")
    client.post(reverse("people:leave"))
    cast.joke.seat_set.all().delete()

    come_in(client, provider, "joke-with-two")

    assert not is_in(client)


def test_a_strange_account_cannot_be_tied_to_somebody_who_is_in(cast, client, provider):
    cast.enter(client, cast.ayse)

    come_in(client, provider, "joke-with-two", process="connect")

    assert not SocialAccount.objects.exists()


def test_an_answer_that_nobody_asked_for_is_refused(cast, client):
    answer = client.get(CALLBACK.removeprefix("http://testserver"), {"code": "x", "state": "y"})

    assert answer["Location"] == reverse("people:come_in")
    assert not is_in(client)


@pytest.mark.parametrize(
    ("token", "trusted"),
    [
        ({"amr": ["pwd", "mfa"]}, True),
        ({"amr": ["pwd"]}, False),
        ({"amr": None}, False),
        ({}, False),
        ({"acr": "phr"}, True),
        ({"acr": "0"}, False),
    ],
)
def test_the_provider_is_believed_about_the_second_factor_only_when_it_says_so(settings, token, trusted):
    settings.OIDC_TRUSTED_ACR = ["phr"]

    assert shows_two_factors(token) is trusted
