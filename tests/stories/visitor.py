"""Somebody with a browser: looks, fills in, presses; and on every page axe, width and weight are checked."""

import hashlib
import os
import re
from functools import cache
from pathlib import Path

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page, expect

from kring.foundation.files import in_one
from kring.foundation.working import work_off
from kring.people.links import PersonalLink
from kring.people.models import Person

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
SECRET = "KRINGKRINGKRINGKRINGKRINGKRINGKR"
ONLY_WHAT_IS_WRONG = {"preload": False, "resultTypes": ["violations"]}
axe = Axe()


def figures() -> str:
    """What the app shows now: the middle one of those that are taken, so that a clock may turn meanwhile."""
    _before, now, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(SECRET, now))


def with_styles_in_one(context):
    """As they go out of a real house: one file instead of many, which a busy machine notices at every page."""
    context.route("**/static/css/house.css", lambda route: route.fulfill(body=styles(), content_type="text/css"))
    return context


@cache
def styles() -> str:
    return in_one(lambda name: (settings.HOUSE / "static" / name).read_text())


class Judged:
    """Which pages were judged already; with a folder, by anybody who tests at the same time: an empty file for each."""

    def __init__(self, folder: Path | None = None):
        self.folder, self.here = folder, set()
        if folder:
            folder.mkdir(exist_ok=True)

    def is_new(self, where: str) -> bool:
        """Whether nobody judged this page before; from now on somebody did."""
        if where in self.here:
            return False
        self.here.add(where)
        if self.folder:
            try:
                (self.folder / hashlib.sha256(where.encode()).hexdigest()).touch(exist_ok=False)
            except FileExistsError:
                return False
        return True


class Visitor:
    """One person in one browser; visitors share what was `judged`, so that each page is judged once."""

    def __init__(self, name: str, page: Page, judged: Judged | None = None, judges_at=(DESK, PHONE)):
        self.name, self.page, self.elsewhere = name, page, []
        self.judged, self.judges_at = judged or Judged(), judges_at
        page.set_viewport_size(PHONE)
        page.set_default_timeout(15_000)
        page.on("request", self._notice_request)
        page.on("console", self._notice_console)
        page.on("dialog", lambda dialog: dialog.accept())
        self.complaints: list[str] = []

    # --- coming in
    def comes_in_by_link(self, person: Person) -> "Visitor":
        """Opens the personal link and presses the button on the page behind it."""
        self.goes_to(PersonalLink.of(person).address())
        self.presses("Ga verder")
        return self

    def comes_in_to_work(self, person: Person) -> "Visitor":
        """At a desk: the code from the mail, and the six figures of an app."""
        TOTP.activate(person, SECRET)
        self.goes_to("/inloggen/medewerkers/")
        self.page.get_by_label("Uw e-mailadres van het werk").fill(person.login_email)
        self.presses("Stuur mij een code")
        work_off()
        code = re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", person.messages.latest("pk").text)[0]
        self.page.get_by_label("De code uit uw e-mail").fill(code)
        self.presses("Verder")
        self.page.get_by_label("De code uit uw app, of een herstelcode").fill(figures())
        return self.presses("Verder")

    # --- doing
    def goes_to(self, path: str) -> "Visitor":
        self.page.goto(path)
        return self.looks()

    def presses(self, name: str, *, nth: int = 0) -> "Visitor":
        """A button or a link by what it says."""
        exact = self.page.get_by_role("button", name=name, exact=True)
        link = self.page.get_by_role("link", name=re.compile("^" + re.escape(name)))
        (exact if exact.count() else link).nth(nth).click()
        return self.looks()

    def fills(self, **fields) -> "Visitor":
        """Fill in fields by their name; True ticks, a value of a choice chooses it."""
        for name, value in fields.items():
            field = self.page.locator(f'[name="{name}"]')
            field.first.evaluate("element => element.closest('details')?.setAttribute('open', '')")
            kind = field.first.get_attribute("type")
            if kind in ("radio", "checkbox") and value is not True:
                for one in value if isinstance(value, list | tuple) else [value]:
                    self.page.locator(f'[name="{name}"][value="{one}"]').check()
            elif value is True:
                field.first.check()
            elif field.first.evaluate("element => element.tagName") == "SELECT":
                field.first.select_option(value)
            else:
                field.first.fill(str(value))
        return self

    def sees(self, text: str) -> "Visitor":
        expect(self.page.locator("body")).to_contain_text(text)
        return self

    def does_not_see(self, text: str) -> "Visitor":
        expect(self.page.locator("body")).not_to_contain_text(text)
        return self

    # --- looking with care
    def looks(self) -> "Visitor":
        """Every page, once: no violation of axe at phone and desk width, nothing wider than the screen, a title."""
        self.page.wait_for_load_state("load")
        face = self.page.locator("body").get_attribute("class")
        where = f"{re.sub(r'[a-z2-9]{12}(-[a-z0-9]+)*', '…', self.page.url.split('?')[0])} {self.page.title()} {face}"
        if not self.judged.is_new(where):
            return self
        for size in (DESK, PHONE):
            self.page.set_viewport_size(size)
            found = self._violations() if size in self.judges_at else []
            assert not found, f"{self.page.url} at {size['width']}: " + "; ".join(
                f"{problem['id']}: {[node['html'][:120] for node in problem['nodes'][:2]]}" for problem in found
            )
            width = self.page.evaluate("document.documentElement.scrollWidth")
            assert width <= size["width"], f"{self.page.url} is {width} wide on {size['width']}"
            if folder := os.environ.get("PICTURES"):
                name = re.sub(r"\W+", "-", where.split("/", 3)[-1])[:90]
                self.page.screenshot(path=f"{folder}/{name}-{size['width']}.png", full_page=True)
        assert not self.elsewhere, f"{self.page.url} asked elsewhere: {self.elsewhere}"
        assert not self.complaints, f"{self.page.url}: {self.complaints}"
        return self

    def _violations(self) -> list[dict]:
        return axe.run(self.page, options=ONLY_WHAT_IS_WRONG).response["violations"]

    def _notice_request(self, request) -> None:
        if not request.url.startswith(("http://localhost", "data:", "blob:")):
            self.elsewhere.append(request.url)

    def _notice_console(self, message) -> None:
        if message.type == "error" and "404" not in message.text:
            self.complaints.append(message.text)
