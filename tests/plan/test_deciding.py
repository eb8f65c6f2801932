"""Who decides about the plan: the circle, together; nobody leads it, and nothing of what was stands in it."""

import pytest
from django.conf import settings

from kring.conference.access import Phase, Role, allowed
from kring.plan.models import Plan
from kring.plan.part_forms import PARTS
from kring.plan.presenting import KINDS
from tests.plan.scene import at

ANATOMY = {
    "title", "also_called", "otherwise", "progress_on", "progress_where", "progress_planner", "initiator",
    "who_on_change", "contact", "easy", "child",
}  # fmt: skip
STATE = {"id", "conference", "typed_by_coordinator_at", "confirmed_at", "adopted_at"}
LINES = {"agreements", "help_asked", "expectations", "condition_answers", "copies", "receipts", "versions"}
ABOUT_ONESELF = {"give_consent", "stop", "wipe_room"}  # what a main person alone may: never about the talk
LEADS = ("voorzitter", "gespreksleider", "chair", "notulist")


@pytest.mark.rule("R-PRV-4")
def test_a_plan_begins_with_its_question_and_has_no_place_for_what_was(cast, client):
    fields = {field.name if field.concrete else field.related_name for field in Plan._meta.get_fields()}
    assert fields == ANATOMY | STATE | LINES
    assert {name for form in PARTS.values() for name in form.base_fields} == ANATOMY
    assert set(KINDS) == {"agreement", "safety", "help", "condition", "otherwise", "initiator", "progress"}
    conference = cast.conference(phase=Phase.PRESENTATION)

    page = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "show")).content.decode()

    article = page[page.index("<article") : page.index("</article>")]
    headings = [part.partition("</h2>")[0].rpartition(">")[2] for part in article.split("<h2")[1:]]
    assert headings[:2] == ["Onze vraag", "Wat we afspreken"]
    assert "De kinderen komen vaak niet op school." not in page  # why the conference was asked for
    assert "De kinderen zijn vaak alleen." not in page  # the concerns of who set conditions


@pytest.mark.rule("B19")
def test_nobody_is_made_chair_of_the_circle(cast, client):
    main, member = (allowed({role}, Phase.PRIVATE_TIME) for role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER))
    assert {act for act in main ^ member if not act.startswith("see_")} == ABOUT_ONESELF
    said = "\n".join(
        path.read_text().lower() for room in ("meeting", "plan") for path in (settings.HOUSE / room).rglob("*.html")
    )
    assert not [word for word in LEADS if word in said]
    conference = cast.conference(phase=Phase.PRESENTATION)
    agreement = Plan.of(conference).agree(what="Van Naima", by=cast.naima)
    told = {"what": "Van ons allemaal", "doer": "", "kind": "own_circle"}

    cast.enter(client, Role.CIRCLE_MEMBER).post(at(conference, "change_agreement", agreement.slug), told)

    agreement.refresh_from_db()
    assert agreement.what == "Van ons allemaal"
