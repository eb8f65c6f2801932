"""People come in, in a real browser: a grandmother by her link, a coordinator with a passkey."""

import os
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from kring.foundation.posting import Message
from kring.foundation.working import work_off
from kring.people.links import PersonalLink

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return browser_type_launch_args | {"executable_path": chromium, "args": ["--disable-dev-shm-usage"]}


@pytest.fixture
def browser_context_args(browser_context_args):
    return browser_context_args | {"viewport": PHONE, "locale": "nl-NL"}


def look(page, name: str) -> None:
    """Every page visited is accessible, at both widths; with PICTURES set, it is kept to be looked at."""
    for width, size in (("390", PHONE), ("1280", DESK)):
        page.set_viewport_size(size)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} scrolls sideways"
        if folder := os.environ.get("PICTURES"):
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
    page.set_viewport_size(PHONE)


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture
def passkeys(page):
    """A device that makes and shows passkeys by itself, as a phone does with a finger."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return device.send("WebAuthn.addVirtualAuthenticator", {"options": options}) | {"device": device}


def mailed_code() -> str:
    """Let the worker do what waits, and read the newest code in the mailbox."""
    work_off()
    return re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", Message.objects.order_by("-pk").first().text)[0]


def first_step(page, live_server, person) -> None:
    """Ask for the code, read it in the mailbox and type it."""
    page.goto(live_server.url + "/inloggen/medewerkers/?next=/instellingen/")
    page.get_by_label("Uw e-mailadres van het werk").fill(person.login_email)
    press(page, "Stuur mij een code")
    expect(page.get_by_label("De code uit uw e-mail")).to_be_visible()
    page.get_by_label("De code uit uw e-mail").fill(mailed_code().lower())
    press(page, "Verder")


def make_passkey(page) -> None:
    page.get_by_role("link", name="Maak een passkey").click()
    press(page, "Maak de passkey")
    expect(page.get_by_role("heading", name="Uw herstelcodes")).to_be_visible()


def is_in(page) -> None:
    expect(page.get_by_role("heading", name="Instellingen")).to_be_visible()


def test_a_coordinator_makes_a_passkey_and_from_then_on_it_is_enough(cast, page, live_server, passkeys):
    first_step(page, live_server, cast.joke)
    expect(page.get_by_role("heading", name="Kies een tweede controle")).to_be_visible()
    look(page, "choose-a-factor")

    page.get_by_role("link", name="Maak een passkey").click()
    look(page, "make-a-passkey")
    press(page, "Maak de passkey")
    expect(page.get_by_role("heading", name="Uw herstelcodes")).to_be_visible()
    look(page, "recovery-codes")
    page.goto(live_server.url + "/inloggen/sleutels/")
    look(page, "factors")
    page.goto(live_server.url + "/instellingen/")
    look(page, "settings-of-staff")
    press(page, "Uitloggen")
    expect(page.get_by_role("heading", name="Tot ziens")).to_be_visible()
    look(page, "gone")

    page.goto(live_server.url + "/inloggen/medewerkers/?next=/instellingen/")
    look(page, "mail")
    press(page, "Inloggen met een passkey")

    is_in(page)


def test_making_and_showing_a_passkey_stays_within_the_content_security_policy(cast, page, live_server, passkeys):
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    first_step(page, live_server, cast.joke)
    make_passkey(page)
    press(page, "Uitloggen")
    page.goto(live_server.url + "/inloggen/medewerkers/?next=/instellingen/")
    press(page, "Inloggen met een passkey")

    is_in(page)
    assert said == []


def test_a_passkey_is_also_the_second_step_after_the_code_and_the_device_can_be_remembered(
    cast, page, live_server, passkeys
):
    first_step(page, live_server, cast.joke)
    make_passkey(page)
    page.context.clear_cookies()

    first_step(page, live_server, cast.joke)
    expect(page.get_by_role("heading", name="Nog één controle")).to_be_visible()
    look(page, "second-step")
    page.get_by_label("Onthoud dit apparaat 30 dagen").first.check()
    press(page, "Gebruik mijn passkey")
    is_in(page)
    look(page, "settings-with-a-device")
    press(page, "Uitloggen")
    first_step(page, live_server, cast.joke)

    is_in(page)


def test_a_passkey_is_asked_again_before_the_factors_change(cast, page, live_server, passkeys):
    first_step(page, live_server, cast.joke)
    make_passkey(page)
    page.context.clear_cookies()
    cookies = _entered(cast)
    page.context.add_cookies([{"name": "sessionid", "value": cookies, "url": live_server.url}])

    page.goto(live_server.url + "/inloggen/sleutels/")
    page.get_by_role("link", name="Verwijder Passkey").click()
    expect(page.get_by_role("heading", name="Even controleren dat u het bent")).to_be_visible()
    look(page, "once-more-with-a-code")
    page.get_by_role("link", name="Liever met mijn passkey").click()
    expect(page.get_by_role("link", name="Liever met een code")).to_be_visible()
    look(page, "once-more-with-a-passkey")
    press(page, "Gebruik mijn passkey")
    expect(page.get_by_role("heading", name="Wilt u Passkey verwijderen?")).to_be_visible()
    look(page, "remove-a-passkey")
    press(page, "Ja, verwijder")
    expect(page.get_by_role("heading", name="Kies een tweede controle")).to_be_visible()


def _entered(cast) -> str:
    from django.test import Client

    return cast.enter(Client(), cast.joke).cookies["sessionid"].value


def test_a_device_that_says_no_leaves_the_other_way_open(cast, page, live_server, passkeys):
    passkeys["device"].send(
        "WebAuthn.setUserVerified", {"authenticatorId": passkeys["authenticatorId"], "isUserVerified": False}
    )
    first_step(page, live_server, cast.joke)
    page.get_by_role("link", name="Maak een passkey").click()
    press(page, "Maak de passkey")

    expect(page.get_by_text("Het lukte niet om een passkey te maken")).to_be_visible()
    page.get_by_role("link", name="Liever een app met codes").click()

    expect(page.get_by_label("De zes cijfers in de app")).to_be_visible()
    look(page, "make-an-app")


def test_a_grandmother_comes_in_by_her_link_without_javascript(cast, browser, live_server):
    cast.fatma.shares_phone = True
    cast.fatma.save()
    link = PersonalLink.of(cast.fatma).address("/instellingen/").removeprefix("http://localhost:8000")
    phone = browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=False)
    page = phone.new_page()

    page.goto(live_server.url + link)
    expect(page.get_by_text("Fatma")).to_have_count(0)
    page.get_by_label("Je voornaam").fill("Fatme")
    press(page, "Ga verder")
    expect(page.get_by_text("Deze link hoort bij een andere voornaam.")).to_be_visible()
    page.get_by_label("Je voornaam").fill("FATMA")
    press(page, "Ga verder")

    is_in(page)
    phone.close()


def test_the_pages_around_a_link_are_there_for_everybody(cast, page, live_server):
    cast.fatma.shares_phone = True
    cast.fatma.save()
    naima, fatma = (PersonalLink.of(who) for who in (cast.naima, cast.fatma))
    start = "http://localhost:8000"
    page.goto(live_server.url + naima.address().removeprefix(start))
    look(page, "link")
    page.goto(live_server.url + fatma.address().removeprefix(start))
    look(page, "link-of-who-shares-a-phone")
    page.goto(live_server.url + "/l/bestaat-niet/")
    look(page, "link-gone")
    page.goto(live_server.url + "/inloggen/")
    look(page, "come-in")

    page.get_by_role("link", name="Ik heb een code op papier").click()
    page.get_by_label("De code op je papier").fill("zomaar iets")
    press(page, "Ga verder")
    expect(page.get_by_text("Deze code werkt niet.")).to_be_visible()
    look(page, "type-code")
    page.get_by_label("De code op je papier").fill(naima.code.upper())
    press(page, "Ga verder")
    press(page, "Ga verder")
    page.goto(live_server.url + fatma.address().removeprefix(start))
    look(page, "link-of-somebody-else")
    page.goto(live_server.url + "/thuis/")
    look(page, "home")
    page.goto(live_server.url + "/instellingen/")
    page.get_by_label("sms").check()
    page.get_by_label("Mijn telefoonnummer").fill("nul zes")
    press(page, "Bewaar")
    look(page, "settings")
    page.get_by_label("Mijn telefoonnummer").fill("06 – 12 34 56 78".replace("–", "-"))
    press(page, "Bewaar")
    expect(page.get_by_text("Dank u. Zo doen we het.")).to_be_visible()


def test_a_manager_gives_a_pass_and_the_coordinator_comes_in_with_it(cast, page, browser, live_server, passkeys):
    from django.test import Client

    first_step(page, live_server, cast.joke)
    make_passkey(page)
    session = cast.enter(Client(), cast.ayse).cookies["sessionid"].value
    desk = browser.new_context(viewport=DESK, locale="nl-NL")
    desk.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    manager = desk.new_page()
    manager.goto(live_server.url + reverse("people:passes"))
    row = manager.get_by_role("row").filter(has_text="Joke")
    row.get_by_role("button", name="Geef een dagpas").click()
    address = manager.locator("code").inner_text().removeprefix("http://localhost:8000")
    look(manager, "pass-given")

    other = browser.new_context(viewport=PHONE, locale="nl-NL")
    coordinator = other.new_page()
    coordinator.goto(live_server.url + address)
    look(coordinator, "pass")
    press(coordinator, "Ga verder")
    coordinator.get_by_label("Uw e-mailadres van het werk").fill(cast.joke.login_email)
    press(coordinator, "Stuur mij een code")
    look(coordinator, "code")
    coordinator.get_by_label("De code uit uw e-mail").fill(mailed_code())
    press(coordinator, "Verder")
    expect(coordinator.get_by_role("heading", name="Hoe u inlogt")).to_be_visible()

    manager.goto(live_server.url + reverse("people:passes"))
    expect(manager.get_by_text("gebruikt", exact=True)).to_be_visible()
    look(manager, "passes")
    other.clear_cookies()
    coordinator.goto(live_server.url + address)
    look(coordinator, "pass-gone")
    expect(coordinator.get_by_role("heading", name="Deze dagpas werkt niet meer")).to_be_visible()
    for context in (desk, other):
        context.close()
