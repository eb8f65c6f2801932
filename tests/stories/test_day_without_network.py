"""The day screen where there is no network: what is pressed stays on the phone, and arrives later."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from kring.conference.access import Phase
from kring.meeting.attending import Attendance
from kring.meeting.rounds import Round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOON = 20_000
KEPT = "async page => (await (await caches.open('kring-list:' + page)).keys()).some(one => one.url.endsWith(page))"


@pytest.mark.rule("B12")
def test_the_day_goes_on_without_network_and_what_was_pressed_arrives_once(stage, visitor):
    conference = stage.conference(phase=Phase.INFORMATION)
    day = reverse("meeting:day", args=[conference.slug])
    joke = visitor("Joke").comes_in_to_work(stage.joke).goes_to(day)
    page = joke.page
    line = page.locator(f'[data-line="there:{stage.naima.slug}"]')
    line.get_by_role("button", name="Is er", exact=True).click()
    expect(line.get_by_role("button", name="Gaat weg")).to_be_visible(timeout=SOON)
    page.wait_for_function(KEPT, arg=day, timeout=SOON)

    page.context.set_offline(True)
    page.locator(f'[data-line="there:{stage.fatma.slug}"]').get_by_role("button", name="Belt mee").click()
    joke.sees("Bewaard op dit apparaat.")
    page.reload()
    expect(page.get_by_text("Naima B")).to_be_visible()
    joke.sees("Bewaard op dit apparaat.").presses("De deur gaat dicht")
    assert (Attendance.objects.count(), Round.objects.count()) == (1, 0)

    page.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_role("heading", name="De kring is in besloten tijd.")).to_be_visible(timeout=SOON)
    assert Round.objects.count() == 1
    assert set(Attendance.objects.values_list("person__first_name", "how")) == {("Naima", "here"), ("Fatma", "phone")}
