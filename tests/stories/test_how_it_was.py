"""The evening after: a child of nine says with faces and keys how it was, and grandmother with a number."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.followup.evaluating import Evaluation
from tests.followup.asked import tried

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.rule("R-EVA-2")
def test_a_child_and_a_grandmother_say_how_it_was(stage, visitor):
    conference = stage.conference(phase=Phase.FOLLOW_UP)
    sam = stage.anyone_new("Sam", birth_month=date(timezone.localdate().year - 9, 1, 1))
    conference.seat(sam, Role.MAIN_PERSON)
    tried(stage.henk)
    page = reverse("followup:evaluate", args=[conference.slug])

    child = visitor("Sam").comes_in_by_link(sam)
    child.goes_to(page).sees("heel fijn")
    for question in ("meeting", "could_say"):
        child.page.locator(f'[name="{question}"]').first.focus()
        child.page.keyboard.press("ArrowDown")
    child.presses("Verstuur").sees("Dank je wel. Dit helpt ons om het beter te doen.")

    fatma = visitor("Fatma").comes_in_by_link(stage.fatma)
    fatma.goes_to(page).fills(meeting="9", felt_safe="yes").presses("Verstuur").sees("Dank je wel")

    answers = set(Evaluation.objects.values_list("group", "meeting", "could_say", "felt_safe"))
    assert answers == {("minor", 8, "partly", ""), ("family", 9, "", "yes")}
