"""The stage of the stories: a live house, a real browser, and visitors who look at every page with care."""

import os
import shutil

import pytest
from playwright.sync_api import expect

from tests.stories.visitor import PHONE, Judged, Visitor, with_styles_in_one

expect.set_options(timeout=20_000)  # a busy machine may take its time


def pytest_collection_modifyitems(items):
    """The longest story goes first, so that nobody waits for it at the end."""
    items.sort(key=lambda item: "test_one_whole_conference" not in item.name)


def chromium() -> str:
    """The browser bin/test set up, or the one on this machine."""
    names = ("chromium-headless-shell", "chromium", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    if not found:
        pytest.skip("no Chromium here; bin/packages headless brings it")
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": chromium(), "args": ["--disable-dev-shm-usage"]}


@pytest.fixture
def stage(transactional_db, live_server, settings):
    """The house at its own address, with the cast in it."""
    from tests.cast import Cast

    settings.BASE_URL = live_server.url
    return Cast()


@pytest.fixture(scope="session")
def judged(tmp_path_factory):
    """The pages that were judged already: each once for all stories; the whole conference judges its own."""
    own = tmp_path_factory.getbasetemp()
    return Judged((own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / "judged")


@pytest.fixture
def judged_at():
    """Axe looks at phone width; the whole conference is judged at desk width too."""
    return (PHONE,)


@pytest.fixture
def visitor(stage, live_server, browser, judged, judged_at):
    """visitor("Naima") opens a browser of her own; every page she sees is checked, and fits at phone and desk width."""
    contexts = []

    def open_browser(name: str, **options) -> Visitor:
        context = with_styles_in_one(browser.new_context(base_url=live_server.url, locale="nl-NL", **options))
        contexts.append(context)
        return Visitor(name, context.new_page(), judged, judged_at)

    yield open_browser
    for context in contexts:
        context.close()
