"""One's own language and channel, and what belongs to a person wherever they are signed in."""

import pytest
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from kring.people.links import PersonalLink
from kring.people.models import Channel, Desk, Person
from kring.people.signing_in import come_in_as

SETTINGS, LANGUAGE = "/instellingen/", "/taal/"


def path(link: PersonalLink) -> str:
    return link.address().removeprefix("http://localhost:8000")


def save(client, **changes):
    return client.post(SETTINGS, {"language": "nl", "channel": "phone", "phone": "", **changes})


def test_everybody_chooses_language_channel_and_phone(cast, client):
    cast.enter(client, cast.fatma)

    answer = save(client, language="en", channel="sms", phone="+31 6 11 00 00 09")

    fatma = Person.objects.get(pk=cast.fatma.pk)
    assert answer["Location"] == SETTINGS
    assert (fatma.language, fatma.channel, fatma.phone) == ("en", Channel.SMS, "+31 6 11 00 00 09")


def test_who_works_here_is_mailed_and_does_not_choose_a_channel(cast, client):
    cast.enter(client, cast.henk)

    save(client, language="en", channel="letter", phone="06 33 00 00 01")

    henk = Person.objects.get(pk=cast.henk.pk)
    assert (henk.language, henk.channel, henk.phone) == ("en", Channel.PHONE, "06 33 00 00 01")


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"channel": "sms", "phone": ""}, "phone", "hebben we een telefoonnummer nodig"),
        ({"channel": "mail"}, "channel", "weten uw e-mailadres nog niet"),
        ({"phone": "nul zes"}, "phone", "lijkt geen telefoonnummer"),
        ({"language": "xx"}, "language", ""),
        ({"channel": "postduif"}, "channel", ""),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_nothing_changes(cast, client, typed, field, sentence):
    cast.enter(client, cast.fatma)

    page = save(client, **typed)

    assert page.status_code == 200
    assert sentence in str(page.context["form"].errors[field])
    assert typed.get("phone", "") in page.text
    assert Person.objects.get(pk=cast.fatma.pk).phone == cast.fatma.phone


def test_pages_speak_the_language_of_the_person(cast, client):
    cast.fatma.speak("en")
    link = PersonalLink.of(cast.fatma)

    assert '<html lang="en"' in client.get(path(link)).text
    cast.enter(client, cast.fatma)
    assert '<html lang="en"' in client.get(SETTINGS).text
    assert '<html lang="nl"' in Client().get("/inloggen/").text


def test_a_language_chosen_in_this_browser_goes_first_and_is_kept_for_the_person(cast, client):
    cast.enter(client, cast.fatma)

    answer = client.post(LANGUAGE, {"language": "en", "next": SETTINGS})

    assert answer["Location"] == SETTINGS
    assert not answer.cookies["kring_language"]["max-age"]  # for as long as the browser is open
    assert '<html lang="en"' in client.get(SETTINGS).text
    assert Person.objects.get(pk=cast.fatma.pk).language == "en"


def test_a_language_chosen_at_the_door_stays_after_coming_in(cast, client):
    client.post(LANGUAGE, {"language": "en"})

    client.post(path(PersonalLink.of(cast.fatma)))

    assert '<html lang="en"' in client.get(SETTINGS).text


def test_who_comes_after_somebody_else_does_not_inherit_the_language(cast, client):
    cast.enter(client, cast.fatma)
    client.post(LANGUAGE, {"language": "en"})

    client.post(path(PersonalLink.of(cast.naima)))

    assert '<html lang="nl"' in client.get(SETTINGS).text


@pytest.mark.parametrize("wanted", ["xx", "", "../../etc", None])
def test_a_language_we_do_not_speak_changes_nothing(cast, client, wanted):
    answer = client.post(LANGUAGE, {"language": wanted} if wanted is not None else {})

    assert answer.status_code == 303
    assert "kring_language" not in answer.cookies


@pytest.mark.parametrize("elsewhere", ["https://elders.example/", "//elders.example", "/\\elders.example"])
def test_choosing_a_language_signing_in_and_leaving_never_lead_to_another_site(cast, client, elsewhere):
    assert client.post(LANGUAGE, {"language": "en", "next": elsewhere})["Location"] == "/"
    assert elsewhere not in client.get("/inloggen/", {"next": elsewhere}).text
    cast.enter(client, cast.fatma)
    assert client.post(reverse("people:leave"), {"next": elsewhere})["Location"] == "/tot-ziens/"


def test_leaving_ends_the_session_and_says_goodbye(cast, client):
    cast.enter(client, cast.fatma)

    answer = client.post(reverse("people:leave"), follow=True)

    assert "Tot ziens" in answer.text
    assert client.get(SETTINGS).status_code == 302


def test_leaving_by_a_plain_link_asks_first(cast, client):
    cast.enter(client, cast.fatma)

    assert "Wilt u uitloggen?" in client.get(reverse("people:leave")).text
    assert client.get(SETTINGS).status_code == 200


def test_log_out_everywhere_ends_every_session_of_a_family_member_too(cast):
    here, there = Client(), Client()
    for device in (here, there):
        device.post(path(PersonalLink.of(cast.fatma)))

    here.post(reverse("people:sign_out_everywhere"))

    assert here.get(SETTINGS).status_code == there.get(SETTINGS).status_code == 302


def test_a_form_from_another_site_changes_nothing(cast):
    strict = Client(enforce_csrf_checks=True)

    for page in (path(PersonalLink.of(cast.fatma)), LANGUAGE, "/inloggen/medewerkers/", reverse("people:leave")):
        assert strict.post(page).status_code == 403


def test_who_is_not_in_is_sent_to_the_page_that_explains_how_and_back_again(client, db):
    assert client.get(SETTINGS)["Location"] == "/inloggen/?next=/instellingen/"
    assert "/inloggen/medewerkers/?next=/instellingen/" in client.get("/inloggen/?next=/instellingen/").text


@pytest.mark.parametrize(("desk", "place"), [(Desk.MANAGER, "oversight:desk"), (Desk.COORDINATOR, "matching:mine")])
def test_home_of_who_works_here_is_the_desk(cast, client, desk, place):
    colleague = cast.anyone_new(login_email="nieuw@kring.example")
    colleague.seat_set.create(desk=desk)
    cast.enter(client, colleague)

    assert client.get("/thuis/")["Location"] == reverse(place)


def test_who_has_two_desks_chooses(cast, client):
    cast.joke.seat_set.create(desk=Desk.OFFICE)
    cast.enter(client, cast.joke)

    assert client.get("/thuis/").text.count('class="line-title"') == 2


def test_an_address_to_sign_in_with_is_kept_without_capitals_and_never_empty(cast):
    person = cast.anyone_new(login_email="Nieuw@Kring.Example")
    other, another = cast.anyone_new(login_email=""), cast.anyone_new(login_email=" ")

    assert person.login_email == "nieuw@kring.example"
    assert (other.login_email, another.login_email) == (None, None)


def test_a_password_of_an_administrator_is_kept_with_a_lean_argon2(db):
    kept = make_password("iets lang en onbekends")

    assert identify_hasher(kept).algorithm == "argon2"
    assert "m=19456,t=2,p=1" in kept


def test_becoming_somebody_with_one_click_exists_in_the_demo_only(cast, rf, client, settings):
    request = rf.get("/")
    request.session, request.user = client.session, AnonymousUser()

    with pytest.raises(RuntimeError):
        come_in_as(request, cast.naima)

    settings.DEMO = True
    for person in (cast.naima, cast.joke):
        come_in_as(request, person)
        assert request.user == person
        request.session.save()
        client.cookies["sessionid"] = request.session.session_key
        assert client.get(SETTINGS).status_code == 200
