"""The log knows that somebody came, never the address that lets in."""

import logging

from django.conf import settings

from kring.foundation.silence import NoLinks


def written(text: str, *args) -> str:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, text, args, None)
    NoLinks().filter(record)
    return record.getMessage()


def test_a_personal_link_and_a_pass_stand_in_the_log_without_their_code():
    assert written("Forbidden (%s): %s", "CSRF", "/l/abcdefghjkmn-pqrstuvwxyz2/") == "Forbidden (CSRF): /l/…/"
    assert written("Not Found: /inloggen/dagpas/abc-def/?x=1") == "Not Found: /inloggen/dagpas/…/?x=1"
    assert written("Internal Server Error: /c/abc/plan/") == "Internal Server Error: /c/abc/plan/"


def test_what_ends_or_confirms_something_stands_there_without_its_code_too():
    read = "/vrijdagverhalen"
    for place in (f"{read}/afmelden/", f"{read}/inschrijven/", f"{read}/eigen/", "/eigen-woorden/"):
        assert written(f"Not Found: {place}abcdefghjkmn-pqrstuvwxyz2/") == f"Not Found: {place}…/"


def test_every_handler_of_the_house_keeps_silent_about_them():
    assert all("no_links" in handler["filters"] for handler in settings.LOGGING["handlers"].values())
