"""The coordinator in a car park: no network, fifteen people to get round, and nothing lost or done twice."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WAITS = "Het wordt verstuurd zodra er netwerk is."


def kept(page) -> dict:
    """What this device holds of the list: names of shelves, and what waits."""
    return page.evaluate("async () => ({shelves: await caches.keys(), waits: Object.keys(localStorage)})")


@pytest.mark.rule("A26")
def test_ticks_in_a_car_park_wait_survive_a_reload_and_arrive_once(stage, visitor):
    conference = stage.conference()
    joke = visitor("Joke").comes_in_to_work(stage.joke)
    joke.goes_to(reverse("preparation:people", args=[conference.slug])).sees("Bouzid")
    page = joke.page
    page.wait_for_function("async () => (await (await caches.open((await caches.keys())[0] || 'x')).keys()).length > 2")

    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("Fatma B", exact=True)).to_be_visible()
    expect(page.get_by_text("Bouzid")).to_have_count(0)  # a phone keeps no more than it needs
    line = page.locator("li", has_text="Fatma B")
    line.get_by_role("button", name="Gebeld, klaar").click()
    expect(page.get_by_text(WAITS)).to_be_visible()
    page.reload()
    expect(line.get_by_text("Voorbereid op")).to_be_visible()
    page.locator("li", has_text="Marloes").get_by_role("button", name="Bezocht, klaar").click()
    page.locator("li", has_text="Marloes").get_by_role("button", name="Toch niet").click()
    assert not conference.preparations.exists()
    assert not any("Fatma" in value for value in page.evaluate("() => Object.values(localStorage)"))

    page.context.set_offline(False)
    expect(page.get_by_text("Verstuurd.")).to_be_visible()
    assert [(talk.person, talk.how) for talk in conference.preparations.all()] == [(stage.fatma, "phone")]
    assert conference.journal.filter(step="prepare_person").count() == 1
    expect(line.get_by_text("Voorbereid: telefoon")).to_be_visible()

    joke.complaints.clear()  # a browser complains of every address it could not reach
    joke.goes_to("/uitloggen/").presses("Log uit")
    page.wait_for_function("async () => !(await caches.keys()).length")
    assert kept(page) == {"shelves": [], "waits": []}
