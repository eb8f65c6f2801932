"""The public site in a browser: somebody who wonders, a neighbour who passes it on, somebody who is not content."""

import re

import pytest
from playwright.sync_api import expect

from kring.oversight.complaints import Complaint
from kring.referral.models import Enquiry
from tests.referral.public_pages import TEXTS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("layer", ["", "?kort"])
def test_every_public_text_can_be_read_by_everybody(visitor, layer):
    somebody = visitor("Somebody")
    for address in TEXTS:
        somebody.goes_to(address + layer)


def test_an_old_man_wonders_asks_to_be_called_and_would_rather_not(visitor, stage):
    gerrit = visitor("Gerrit").goes_to("/?kort")
    gerrit.sees("Wij zijn niet van de gemeente.").presses("Is dit iets voor mij?")
    gerrit.sees("Geen antwoord is fout.").fills(about="myself", people="nobody").presses("Kijk")
    gerrit.sees("Veel mensen zeggen: ik heb niemand. Dat is goed.").presses("Bel mij terug")
    gerrit.fills(first_name="Gerrit", phone="+32 470 12 34 56", good_times="’s middags").presses("Bel mij")
    gerrit.sees("Wij bellen uiterlijk")
    assert Enquiry.objects.get().first_name == "Gerrit"

    gerrit.presses("Toch niet").sees("Uw naam en nummer zijn gewist")

    assert Enquiry.objects.count() == 0


def test_a_neighbour_without_javascript_passes_it_on(visitor):
    neighbour = visitor("Buur", java_script_enabled=False)
    page = neighbour.page
    page.goto("/tip-iemand/")
    expect(page.locator("textarea")).to_have_value(re.compile("Jij beslist"))
    page.get_by_role("link", name="Kort en makkelijk", exact=True).click()
    expect(page.locator("main")).to_contain_text("U vraagt nu niets aan.")
    page.get_by_role("button", name="Altijd kort").click()
    page.goto("/jouw-recht/")
    expect(page.locator("h1")).to_have_text("Jouw recht")
    page.get_by_role("button", name="Niet meer altijd kort").click()
    expect(page.locator("h1")).to_have_text("Jouw recht op een eigen plan")
    expect(page.get_by_role("link", name="Snel weg")).to_have_attribute("href", re.compile("^https://"))


def test_a_complaint_without_a_name_is_answered_on_its_own_page(visitor, stage):
    somebody = visitor("Somebody").goes_to("/klacht/")
    somebody.fills(text="De coördinator kwam te laat.").presses("Versturen").sees("We hebben het. Dank u wel")
    mine = somebody.page.url

    henk = visitor("Henk").comes_in_to_work(stage.henk).goes_to("/werk/klachten/")
    henk.page.locator("td a").first.click()
    henk.looks().sees("De coördinator kwam te laat.").fills(reply="Dat had niet gemogen.").presses("Beantwoord")
    henk.sees("Beantwoord op")

    somebody.goes_to(mine).sees("Dat had niet gemogen.").does_not_see("kwam te laat")
    assert Complaint.objects.get().answered_at
