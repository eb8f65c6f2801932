"""Two people write in the plan at once: nobody's words are lost without being seen."""

import pytest

from kring.conference.access import Phase, Role
from kring.plan.models import Plan
from tests.plan.scene import at


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.PRESENTATION)


def opened(client, address: str) -> dict:
    """The form as it stands on somebody's screen."""
    page = client.get(address)
    form = page.context["form"]
    return {field.name: field.value() or "" for field in form if field.name != "is_safety"} | {"seen": form.seen}


def test_who_saves_last_reads_first_what_another_wrote_meanwhile(cast, client, conference):
    agreement = Plan.of(conference).agreements.get()
    address = at(conference, "change_agreement", agreement.slug)
    cast.enter(client, Role.MAIN_PERSON)
    on_screen = opened(client, address) | {"what": "De kinderen brengen en halen"}
    agreement.change(when="behalve op woensdag", by=cast.joke)  # typed by the coordinator in the meantime

    answer = client.post(address, on_screen)

    page = answer.content.decode()
    assert "Iemand anders veranderde dit net ook" in page
    assert "Nu staat er: behalve op woensdag" in page
    assert "De kinderen brengen en halen" in page  # what was typed stays
    agreement.refresh_from_db()
    assert (agreement.what, agreement.when) == ("De kinderen naar school brengen", "behalve op woensdag")
    client.post(address, on_screen | {"seen": answer.context["form"].seen})
    agreement.refresh_from_db()
    assert agreement.what == "De kinderen brengen en halen"


def test_a_part_that_nobody_touched_is_saved_at_once(cast, client, conference):
    cast.enter(client, Role.CIRCLE_MEMBER)
    address = at(conference, "part", "initiatief")
    on_screen = opened(client, address) | {"contact": "Tante Rachida"}
    Plan.objects.update(otherwise="Iets heel anders")

    client.post(address, on_screen)

    assert Plan.of(conference).contact == "Tante Rachida"
    stale = client.post(address, on_screen | {"contact": "Piet"})
    assert "Nu staat er: Tante Rachida" in stale.content.decode()
    assert Plan.of(conference).contact == "Tante Rachida"
