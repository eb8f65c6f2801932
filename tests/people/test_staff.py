"""Signing in at a desk: a mailed code and a second factor; nobody else, and nothing before it."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.totp.internal.auth import yield_hotp_counters_from_time as moments
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.foundation.locking import unlock
from kring.foundation.posting import Message
from kring.foundation.working import work_off
from kring.people.adapters import lock_factors_again
from kring.people.devices import COOKIE, RememberedDevice
from kring.people.models import Channel
from kring.people.passes import NoPassForThisPerson, OneDayPass

MAIL, CODE = "/inloggen/medewerkers/", "/inloggen/medewerkers/code/"
SECOND, FACTORS = "/inloggen/medewerkers/tweede-stap/", "/inloggen/sleutels/"
AGAIN, ADD_APP, ADD_PASSKEY = "/inloggen/nog-eens/", "/inloggen/sleutels/app/", "/inloggen/sleutels/passkey/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def ask_code(client, email: str) -> str:
    """Ask for a code and read it in the mailbox; empty when nothing came."""
    before = set(Message.objects.values_list("pk", flat=True))
    page = client.post(MAIL, {"email": email})
    assert page["Location"].startswith(CODE)
    work_off()
    message = Message.objects.exclude(pk__in=before).first()
    return re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", message.text)[0] if message else ""


def come_in(client, person):
    """The first step: the mailed code."""
    return client.post(CODE, {"code": ask_code(client, person.login_email)})


def app_code(step: int = 0) -> str:
    return format_hotp_value(hotp_value(SECRET, list(moments())[1] + step))


def with_app(person):
    return TOTP.activate(person, SECRET).instance


def is_in(client) -> bool:
    return client.get(reverse("people:settings")).status_code == 200


@pytest.fixture
def joke(cast):
    """The coordinator, who has an app."""
    with_app(cast.joke)
    return cast.joke


def test_a_code_and_the_app_let_a_coordinator_in(cast, client, joke):
    assert come_in(client, joke)["Location"] == SECOND
    assert not is_in(client)

    client.post(SECOND, {"code": app_code()})

    assert is_in(client)
    assert client.get(reverse("people:settings")).context["user"] == joke


def test_the_code_goes_to_the_address_to_sign_in_with_and_not_into_the_subject(cast, client, joke):
    joke.email = "thuis@elders.example"
    joke.save()

    code = ask_code(client, "Joke@Kring.example ")

    message = Message.objects.get()
    assert code
    assert message.channel == Channel.MAIL
    assert message.address == "joke@kring.example"
    assert code not in message.subject


@pytest.mark.parametrize("email", ["niemand@kring.example", "tom@school.example", "naima@kring.example"])
def test_an_unknown_address_and_one_of_a_family_get_the_same_page_and_no_mail(cast, email):
    cast.naima.login_email = "naima@kring.example"
    cast.naima.save()
    known, other = Client(), Client()

    ask_code(known, "joke@kring.example")
    sent = Message.objects.count()
    code = ask_code(other, email)

    assert code == ""
    assert Message.objects.count() == sent
    pages = [page.get(CODE).text for page in (known, other)]
    bare = [re.sub(r'value="[A-Za-z0-9]{64}"', "", page) for page in pages]
    assert bare[0] == bare[1]
    wrong = [page.post(CODE, {"code": "AAAA-BBBB"}) for page in (known, other)]
    assert [page.status_code for page in wrong] == [200, 200]
    assert "Deze code klopt niet" in wrong[0].text
    assert "Deze code klopt niet" in wrong[1].text


def test_somebody_who_left_gets_no_code(cast, client, joke):
    joke.is_active = False
    joke.save()

    assert ask_code(client, joke.login_email) == ""


def test_who_has_no_desk_any_more_does_not_come_in_with_a_code_of_before(cast, client, joke):
    code = ask_code(client, joke.login_email)
    joke.seat_set.all().delete()

    answer = client.post(CODE, {"code": code}, follow=True)

    assert "alleen voor wie bij ons werkt" in answer.text
    assert not is_in(client)


def test_a_code_works_in_the_browser_that_asked_for_it_and_nowhere_else(cast, client, joke):
    code = ask_code(client, joke.login_email)

    assert Client().post(CODE, {"code": code})["Location"].startswith(MAIL)


def test_three_wrong_codes_end_the_attempt(cast, client, joke):
    code = ask_code(client, joke.login_email)

    for _guess in range(3):
        client.post(CODE, {"code": "BBBB-BBBB"})

    assert client.post(CODE, {"code": code})["Location"].startswith(MAIL)
    assert not is_in(client)


def test_asking_for_codes_again_and_again_is_stopped_kindly(cast, client, joke):
    for _time in range(3):
        Client().post(MAIL, {"email": joke.login_email})

    page = client.post(MAIL, {"email": joke.login_email})

    assert page.status_code == 200
    assert "te vaak achter elkaar" in page.text
    assert joke.login_email in page.text


def test_too_many_tries_with_a_passkey_get_a_kind_page(cast, client):
    for _try in range(10):
        client.post("/inloggen/medewerkers/passkey/", {"credential": "{}"})

    page = client.post("/inloggen/medewerkers/passkey/", {"credential": "{}"})

    assert page.status_code == 429
    assert "Even wachten" in page.text
    assert "038 000 00 00" in page.text


STRANGE = [
    *("", "{}", "[]", "null", "no json", "\x00", '"\\u0000"', "[" * 3000),
    '{"id": 1, "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30", "userHandle": "MQ"}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30",'
    ' "authenticatorData": "AA", "signature": "AA", "userHandle": null}}',
]


@pytest.mark.parametrize("credential", STRANGE)
def test_a_strange_passkey_is_no_passkey_wherever_it_is_shown(cast, joke, credential):
    outside, halfway, inside = Client(), Client(), Client()
    come_in(halfway, joke)
    cast.enter(inside, joke)
    inside.post(AGAIN, {"code": app_code()})

    assert outside.post("/inloggen/medewerkers/passkey/", {"credential": credential})["Location"] == MAIL
    assert halfway.post(SECOND, {"credential": credential}).status_code == 200
    assert inside.post(ADD_PASSKEY, {"credential": credential}).status_code == 200
    assert Authenticator.objects.filter(type="webauthn").count() == 0
    assert not is_in(outside)
    assert not is_in(halfway)


def test_a_strange_passkey_does_not_count_as_shown_again(cast, client, joke):
    cast.enter(client, joke)

    answer = client.post(AGAIN + "passkey/?next=/instellingen/", {"credential": "{}"})

    assert answer["Location"].startswith(AGAIN)
    assert client.get(ADD_APP + "weg/")["Location"].startswith(AGAIN)


def test_signing_in_gives_the_session_another_name(cast, client, joke):
    come_in(client, joke)
    before = client.session.session_key

    client.post(SECOND, {"code": app_code()})

    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_a_session_at_a_desk_ends_with_the_working_day(cast, client, joke, settings):
    come_in(client, joke)
    client.post(SECOND, {"code": app_code()})

    left = client.session.get_expiry_date() - timezone.now()

    assert left <= timedelta(hours=settings.STAFF_SESSION_HOURS)


@pytest.mark.parametrize("who", ["joke", "ayse", "henk", "admin"])
def test_without_a_second_factor_staff_reach_nothing_but_the_page_to_make_one(cast, client, who):
    person = getattr(cast, who)
    conference = cast.conference()
    come_in(client, person)

    inside = ["/thuis/", "/instellingen/", "/werk/dagpassen/", f"/c/{conference.slug}/", AGAIN]
    answers = {page: client.get(page) for page in inside}

    assert {page: answer.status_code for page, answer in answers.items()} == dict.fromkeys(inside, 302)
    assert all(answer["Location"].startswith(FACTORS) for answer in answers.values())
    assert client.post(reverse("people:give_pass"), {"person": cast.joke.slug})["Location"] == FACTORS
    assert client.get(FACTORS).status_code == 200
    assert client.get(ADD_APP).status_code == 200
    assert client.post(reverse("people:language"), {"language": "en"}).status_code == 303
    assert client.post(reverse("people:leave")).status_code == 302


def test_a_desk_session_that_never_showed_the_factor_is_asked_for_it(cast, client, joke):
    client.force_login(joke)

    assert client.get("/instellingen/")["Location"] == f"{AGAIN}?next=%2Finstellingen%2F"

    client.post(AGAIN + "?next=/instellingen/", {"code": app_code()})

    assert is_in(client)


def test_making_the_app_is_enough_to_go_on_and_gives_recovery_codes(cast, client, django_capture_on_commit_callbacks):
    come_in(client, cast.joke)
    secret = client.get(ADD_APP).context["form"].secret
    code = format_hotp_value(hotp_value(secret, list(moments())[1]))

    wrong = client.post(ADD_APP, {"code": "000000"})
    with django_capture_on_commit_callbacks(execute=True):
        made = client.post(ADD_APP, {"code": code})

    assert "Deze code klopt niet" in wrong.text
    assert made["Location"] == "/inloggen/sleutels/herstelcodes/"
    assert len(client.get(made["Location"]).context["unused_codes"]) == 10
    assert is_in(client)
    assert Message.objects.filter(subject="Er is iets veranderd aan hoe u inlogt").count() == 1


def test_the_secrets_of_factors_are_ciphertext_in_the_database(cast, joke):
    codes = RecoveryCodes.activate(joke).instance
    app = Authenticator.objects.get(user=joke, type="totp")

    assert SECRET not in str(app.data)
    assert unlock(app.data["secret"]) == SECRET
    assert codes.wrap().generate_codes()[0]
    assert len(unlock(codes.data["seed"])) == 80


def test_the_secrets_of_factors_move_to_a_new_key(cast, joke, settings):
    from cryptography.fernet import Fernet

    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]

    assert lock_factors_again() == 1

    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]
    assert Authenticator.objects.get(user=joke).wrap().validate_code(app_code())


def test_a_code_of_the_app_works_once_even_when_the_cache_forgets(cast, joke):
    first, second = Client(), Client()
    for client in (first, second):
        come_in(client, joke)
    code = app_code()
    first.post(SECOND, {"code": code})
    cache.clear()

    again = second.post(SECOND, {"code": code})

    assert is_in(first)
    assert again.status_code == 200
    assert not is_in(second)

    cache.clear()
    assert second.post(SECOND, {"code": app_code(-1)}).status_code == 200  # nor does an older one
    second.post(SECOND, {"code": app_code(1)})
    assert is_in(second)


def test_the_code_that_made_the_app_does_not_let_in_as_well(cast, client):
    come_in(client, cast.joke)
    secret = client.get(ADD_APP).context["form"].secret
    code = format_hotp_value(hotp_value(secret, list(moments())[1]))
    client.post(ADD_APP, {"code": code})
    other = Client()
    come_in(other, cast.joke)

    other.post(SECOND, {"code": code})

    assert not is_in(other)


def test_a_recovery_code_lets_in_once(cast, joke):
    code = RecoveryCodes.activate(joke).get_unused_codes()[0]
    first, second = Client(), Client()
    for client in (first, second):
        come_in(client, joke)
        client.post(SECOND, {"code": code})

    assert is_in(first)
    assert not is_in(second)


def test_guessing_the_app_is_stopped(cast, client, joke):
    come_in(client, joke)

    for _guess in range(5):
        client.post(SECOND, {"code": "000000"})
    page = client.post(SECOND, {"code": app_code()})

    assert "te vaak achter elkaar" in page.text
    assert not is_in(client)


# --- a remembered device ---------------------------------------------------------------------------------------------
@pytest.fixture
def remembered(cast, joke):
    """A browser that Joke asked us to remember."""
    client = Client()
    come_in(client, joke)
    client.post(SECOND, {"code": app_code(), "remember": "on"})
    assert client.cookies[COOKIE]["httponly"]
    client.post(reverse("people:leave"))
    return client


def test_on_a_remembered_device_the_mailed_code_is_enough(cast, remembered):
    come_in(remembered, cast.joke)

    assert is_in(remembered)


def test_a_remembered_device_can_be_forgotten(cast, client, remembered, joke):
    cast.enter(client, joke)
    client.post(reverse("people:forget_device"), {"device": RememberedDevice.objects.get().slug})

    come_in(remembered, joke)

    assert not is_in(remembered)


def test_a_remembered_device_is_of_one_person_and_of_one_month(cast, remembered, settings):
    with_app(cast.ayse)
    come_in(remembered, cast.ayse)
    assert not is_in(remembered)

    RememberedDevice.objects.update(
        remembered_at=timezone.now() - timedelta(days=settings.REMEMBER_DEVICE_DAYS, hours=1)
    )
    remembered.post(reverse("people:leave"))
    come_in(remembered, cast.joke)
    assert not is_in(remembered)


def test_a_forged_device_cookie_is_worth_nothing(cast, client, joke):
    device = RememberedDevice.objects.create(person=joke)
    client.cookies[COOKIE] = f"{device.slug}:{joke.slug}:1abcde:abcdefghij"
    come_in(client, joke)

    assert not is_in(client)


def test_somebody_elses_device_cannot_be_forgotten(cast, client, remembered):
    cast.enter(client, cast.ayse)

    client.post(reverse("people:forget_device"), {"device": RememberedDevice.objects.get().slug})

    assert RememberedDevice.objects.count() == 1


# --- changing the factors --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("page", [ADD_PASSKEY, ADD_APP + "weg/", FACTORS + "herstelcodes/"])
def test_a_session_that_lies_about_cannot_change_the_factors_without_a_fresh_code(cast, client, joke, page):
    RecoveryCodes.activate(joke)
    cast.enter(client, joke)

    for answer in (client.get(page), client.post(page)):
        assert answer["Location"].startswith(AGAIN)

    client.post(AGAIN, {"code": app_code()})

    assert client.get(page).status_code == 200


def test_who_has_no_factor_yet_signs_in_anew_before_making_one_in_an_old_session(cast, client):
    come_in(client, cast.joke)
    session = client.session
    session["account_authentication_methods"] = [
        record | {"at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()

    answer = client.get(ADD_APP)

    assert answer["Location"].startswith(MAIL)
    assert client.get("/instellingen/")["Location"].startswith("/inloggen/?next=")


def test_taking_the_app_away_forgets_every_device_and_leads_to_a_new_factor(cast, remembered, client, joke):
    come_in(client, joke)
    client.post(SECOND, {"code": app_code(1)})

    client.post(ADD_APP + "weg/")

    assert not Authenticator.objects.filter(user=joke).exists()
    assert not RememberedDevice.objects.exists()
    come_in(remembered, joke)
    assert remembered.get("/instellingen/")["Location"].startswith(FACTORS)


def test_the_pages_about_factors_are_not_there_for_family(cast, client):
    cast.enter(client, cast.naima)

    for page in (FACTORS, ADD_APP, ADD_PASSKEY, AGAIN):
        assert client.get(page).status_code == 404


def test_signing_out_everywhere_ends_every_session(cast, joke):
    here, there = Client(), Client()
    cast.enter(here, joke)
    cast.enter(there, joke)

    here.post(reverse("people:sign_out_everywhere"))

    assert not is_in(here)
    assert not is_in(there)


# --- the one-day pass ------------------------------------------------------------------------------------------------
def opened(client, given: OneDayPass):
    return client.post(given.address.removeprefix("http://localhost:8000"))


def test_a_one_day_pass_and_the_mailed_code_lead_to_a_new_factor_and_no_further(cast, client, joke):
    given = OneDayPass.give(joke, by=cast.ayse)

    opened(client, given)
    assert not is_in(client)
    come_in(client, joke)

    assert client.get("/instellingen/")["Location"].startswith(FACTORS)
    assert client.get(ADD_PASSKEY).status_code == 200
    assert Authenticator.objects.filter(user=joke).count() == 1  # it resets nothing
    given.refresh_from_db()
    assert given.used_at
    assert given.given_by == cast.ayse


def test_a_one_day_pass_works_once_one_day_and_for_one_person(cast, joke):
    with_app(cast.ayse)
    used, late = OneDayPass.give(joke, by=cast.ayse), None
    first, second, third, fourth = Client(), Client(), Client(), Client()
    opened(first, used)
    opened(second, used)
    come_in(first, joke)
    assert come_in(second, joke)["Location"] == SECOND
    assert opened(second, used).status_code == 404

    late = OneDayPass.give(joke, by=cast.ayse)
    OneDayPass.objects.filter(pk=late.pk).update(given_at=timezone.now() - timedelta(days=1, minutes=1))
    assert opened(third, late).status_code == 404

    opened(fourth, OneDayPass.give(joke, by=cast.ayse))
    assert come_in(fourth, cast.ayse)["Location"] == SECOND


def test_a_one_day_pass_alone_opens_nothing_and_looking_does_not_use_it(cast, client, joke):
    given = OneDayPass.give(joke, by=cast.ayse)

    assert client.get(given.address.removeprefix("http://localhost:8000")).status_code == 200
    opened(client, given)

    assert not is_in(client)
    given.refresh_from_db()
    assert given.used_at is None


def test_a_new_pass_withdraws_the_one_before(cast, client, joke):
    before = OneDayPass.give(joke, by=cast.ayse)
    OneDayPass.give(joke, by=cast.ayse)

    assert opened(client, before).status_code == 404


def test_nobody_gives_a_pass_to_oneself_to_family_or_to_who_has_all_keys(cast):
    for person in (cast.ayse, cast.naima, cast.admin):
        with pytest.raises(NoPassForThisPerson):
            OneDayPass.give(person, by=cast.ayse)


def test_only_a_manager_gives_passes_and_everybody_at_that_desk_sees_who_did(cast, client, joke):
    for person, status in ((cast.naima, 404), (joke, 404), (cast.henk, 404), (cast.ayse, 200)):
        cast.enter(client, person)
        assert client.get(reverse("people:passes")).status_code == status

    page = client.post(reverse("people:give_pass"), {"person": joke.slug})

    assert OneDayPass.objects.get().address in page.text
    seen = client.get(reverse("people:passes")).text
    assert "van Ayşe Demirçi" in seen
    assert OneDayPass.objects.get().slug not in seen
    assert client.post(reverse("people:give_pass"), {"person": cast.naima.slug}).status_code == 404
