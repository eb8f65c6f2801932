"""From «ik heb niemand» to ten people on a phone in one sitting; then who stands where, by thumb and by keyboard."""

import pytest
from django.urls import reverse

from kring.circle.models import CircleMember
from kring.conference.access import Phase

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = ["Saskia", "Buurvrouw Bea", "Oma Fatma", "Oom Rachid", "Tante Noor", "Wim", "Truus", "Juf Els", "Ali", "Jan"]


def test_from_nobody_to_ten_people_on_a_phone_in_one_sitting(stage, visitor):
    conference = stage.conference(phase=Phase.MATCHING)
    circle = reverse("circle:show", args=[conference.slug])
    naima = visitor("Naima", has_touch=True).comes_in_by_link(stage.naima)
    naima.goes_to(circle).sees("Heb je het gevoel dat er niemand is?").presses("Noem iemand")

    taps = 0
    for name in NAMES:
        naima.page.get_by_label("Hoe heet deze persoon?").fill(name)
        if name.startswith("Juf"):
            naima.page.get_by_label("hoort bij de kring").check()
            taps += 1
        naima.presses("Zet op de lijst").sees(f"{name} staat op de lijst.")
        taps += 1

    assert taps <= 3 * len(NAMES)
    assert conference.members.count() == 10
    naima.sees("Er staan nu 10 mensen op de lijst.").presses("Later verder").sees("Saskia")

    naima.presses("Bekijk de kaart van de kring").sees("Kaart").sees("Wim")
    naima_taps_on_the_map(naima, CircleMember.objects.get(name="Wim"))
    wim = CircleMember.objects.get(name="Wim")
    assert (wim.ring, wim.side) == ("far", "second")
    naima_uses_the_keyboard(naima, wim)
    assert CircleMember.objects.get(name="Wim").ring == "middle"

    naima.presses("Lijst").page.get_by_role("group", name="Wim").get_by_role("button", name="Dichterbij").click()
    naima.looks()
    assert CircleMember.objects.get(name="Wim").ring == "near"
    naima.page.get_by_role("group", name="Wim").get_by_role("link", name="Wim").click()
    naima.looks().sees("Wie horen erbij?")


def naima_taps_on_the_map(naima, member) -> None:
    """First the person, then the spot: far out, at the right."""
    naima.page.locator(f'a[data-who="{member.slug}"] circle').click()
    naima.sees("Tik nu op de plek in de kring.")
    box = naima.page.locator("svg.map").bounding_box()
    with naima.page.expect_navigation():
        naima.page.mouse.click(box["x"] + box["width"] * 0.94, box["y"] + box["height"] * 0.55)


def naima_uses_the_keyboard(naima, member) -> None:
    naima.page.locator(f'a[data-who="{member.slug}"]').focus()
    with naima.page.expect_navigation():
        naima.page.keyboard.press("ArrowDown")
