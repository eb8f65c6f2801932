"""The door in real browsers: who waits sees it open by itself, and a circle on paper needs no script at all."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from kring.conference.access import Phase
from kring.meeting.models import Meeting
from kring.people.links import PersonalLink

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOON = 20_000


def at(name: str, conference) -> str:
    return reverse(name, args=[conference.slug])


@pytest.mark.rule("A62")
@pytest.mark.rule("B18")
def test_who_waits_sees_a_call_and_the_open_door_without_touching_anything(stage, visitor):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    marloes, joke = visitor("Marloes").comes_in_by_link(stage.marloes), visitor("Joke").comes_in_to_work(stage.joke)
    naima = visitor("Naima").comes_in_by_link(stage.naima)
    for waiting in (marloes, joke):
        waiting.goes_to(at("meeting:door", conference)).sees("Zij nemen de tijd die nodig is.")

    naima.goes_to(at("meeting:behind_the_door", conference)).presses("Roep de coördinator")
    expect(joke.page.get_by_role("heading", name="Ze roepen u")).to_be_visible(timeout=SOON)
    marloes.does_not_see("roepen")
    joke.presses("Ik kom")

    naima.presses("Wij zijn klaar").sees("Toch nog niet").does_not_see("Doe de deur open")
    expect(naima.page.get_by_role("button", name="Doe de deur open")).to_be_visible(timeout=SOON)
    naima.presses("Doe de deur open")

    expect(marloes.page).to_have_url(re.compile(at("conference:show", conference) + "$"), timeout=SOON)
    expect(joke.page.get_by_role("heading", name="De deur is open")).to_be_visible(timeout=SOON)


def test_a_circle_on_paper_goes_through_private_time_without_a_script(stage, browser, live_server):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(PersonalLink.of(stage.fatma).address())
    page.get_by_role("button", name="Ga verder").click()
    page.goto(at("meeting:behind_the_door", conference))

    page.get_by_role("button", name="Wij schrijven op papier").click()
    page.get_by_role("button", name="Wij zijn klaar").click()
    expect(page.get_by_role("button", name="Doe de deur open")).to_have_count(0)
    page.get_by_role("button", name="Toch nog niet").click()
    page.get_by_role("button", name="Wij zijn klaar").click()
    Meeting.objects.update(door_asked_at=timezone.now() - timedelta(seconds=11))
    page.get_by_role("link", name="Kijk of de deur open kan").click()
    page.get_by_role("button", name="Doe de deur open").click()

    page.wait_for_load_state()
    conference.refresh_from_db()
    assert conference.phase == Phase.PRESENTATION
    context.close()


@pytest.mark.rule("A57")
def test_a_slow_line_keeps_the_time_of_who_tells_and_stops_nobody(stage, visitor):
    conference = stage.conference(phase=Phase.INFORMATION)
    joke = visitor("Joke").comes_in_to_work(stage.joke)
    joke.goes_to(at("meeting:day", conference)).presses("Begint te vertellen")
    expect(joke.page.get_by_text("Vertelt nu")).to_be_visible()

    joke.page.evaluate(
        "for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, Date.now() - 11 * 60000)"
    )
    joke.goes_to(at("meeting:day", conference)).sees("Ongeveer tien minuten. Wil de kring iets vragen?")
    expect(joke.page.get_by_role("button", name="Klaar met vertellen")).to_have_count(1)
    joke.presses("Klaar met vertellen").does_not_see("Wil de kring iets vragen?")
