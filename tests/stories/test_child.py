"""A child of twelve, on a phone: says how to take part, and sends a drawing that only the circle may see."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.own_words import OwnMessage
from kring.conference.access import Role
from tests.foundation.sent import a_drawing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sam(stage):
    return stage.anyone_new("Sam", last_name="Bouzid", birth_month=date(timezone.localdate().year - 12, 1, 1))


@pytest.fixture
def conference(stage, sam):
    found = stage.conference()
    found.seat(sam, Role.MAIN_PERSON)
    return found


@pytest.mark.rule("A29")
@pytest.mark.rule("R-CHD-1")
def test_a_twelve_year_old_sends_a_drawing_only_the_circle_may_see(stage, visitor, conference, sam, tmp_path, settings):
    settings.DATA = tmp_path
    drawing = tmp_path / "papa en mama.png"
    drawing.write_bytes(a_drawing())

    child = visitor("Sam").comes_in_by_link(sam)
    child.goes_to(reverse("circle:join", args=[conference.slug])).sees("Jeugdstem")
    child.fills(ways=["part", "drawing"]).presses("Bewaar").sees("Je mag je altijd bedenken.")
    child.goes_to(reverse("circle:say", args=[conference.slug]))
    child.page.locator('[name="photo"]').set_input_files(drawing)
    child.fills(hears="circle").presses("Bewaar het").sees("Alleen wie jij koos, hoort het.")

    OwnMessage.objects.update(opened_at=timezone.now())  # as the circle does behind the door
    message = OwnMessage.objects.get()
    picture = reverse("circle:sent_along", args=[conference.slug, message.slug, "tekening"])
    fatma = visitor("Fatma").comes_in_by_link(stage.fatma)
    fatma.goes_to(reverse("circle:messages", args=[conference.slug])).sees("Van Sam Bouzid")
    shown = fatma.page.locator(f'img[src="{picture}"]')
    shown.scroll_into_view_if_needed()
    fatma.page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=shown.element_handle())

    marloes = visitor("Marloes").comes_in_by_link(stage.marloes)
    assert marloes.page.request.get(picture).status == 404
    joke = visitor("Joke").comes_in_to_work(stage.joke)
    assert joke.page.request.get(picture).status == 404
    joke.goes_to(reverse("circle:messages", args=[conference.slug])).does_not_see("Sam")
