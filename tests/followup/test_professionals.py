"""A professional after the day: reads, receives and answers; pulls nothing, and is the default owner of nothing."""

import re

import pytest
from django.urls import reverse

from kring.conference.access import RULES, Phase, Role
from kring.conference.models import VISITORS
from kring.plan.agreements import Agreement
from kring.plan.models import Plan

READS_RECEIVES_ANSWERS = {
    "receive_plan", "keep_agreement", "answer_dates", "ask_to_reconvene", "evaluate", "step_out"
}  # fmt: skip


def mine(client, conference) -> str:
    return client.get(reverse("followup:mine", args=[conference.slug])).content.decode()


@pytest.mark.rule("B28")
def test_after_the_day_professionals_read_receive_and_answer_and_do_nothing_else(cast):
    open_to_them = {
        act
        for act, rule in RULES.items()
        if VISITORS & (rule.roles[Phase.FOLLOW_UP] | rule.with_consent[Phase.FOLLOW_UP]) and not act.startswith("see_")
    }

    assert open_to_them <= READS_RECEIVES_ANSWERS
    assert {"receive_plan", "keep_agreement", "ask_to_reconvene"} <= open_to_them


@pytest.mark.rule("B28")
def test_the_page_of_a_professional_has_few_buttons(cast, client, conference):
    plan = Plan.of(conference)
    plan.help_asked.create(what="Huiswerkklas", professional=cast.marloes)
    plan.agreements.create(what="Mee naar school", doer=cast.marloes, kind="professional", stand_in="Oma Fatma")
    cast.enter(client, Role.PROFESSIONAL)
    page = mine(client, conference)

    buttons = re.findall(r'class="button[^>]*>([^<]+)<', page.partition("<main")[2].partition("</main>")[0])

    assert [label for label in buttons if label.strip()] == [
        "Ja, dat doe ik",
        "Liever niet",
        "Geef antwoord",
        "Vraag het de kring",
    ]
    assert "<textarea" not in page


@pytest.mark.rule("A84")
def test_what_the_circle_expects_and_how_to_keep_in_touch_stands_on_the_own_page(cast, client, conference):
    plan = Plan.of(conference)
    plan.expectations.create(professional=cast.marloes, expected="Een plek in de klas", in_touch="Naima belt u")
    plan.expectations.create(professional=cast.stefan, expected="Iets voor Stefan")

    page = mine(cast.enter(client, Role.PROFESSIONAL), conference)

    assert "Een plek in de klas" in page
    assert "Naima belt u" in page
    assert "Iets voor Stefan" not in page


@pytest.mark.rule("A86")
def test_an_agreement_is_never_on_the_name_of_a_professional_by_itself(cast, conference):
    """Without a doer it is nobody's, and what is given back goes to the circle."""
    agreement = Plan.of(conference).agree(what="De hond uitlaten", by=cast.naima)

    assert (agreement.doer, agreement.kind) == (None, Agreement.Kind.OWN_CIRCLE)
    for role in VISITORS:
        assert not Agreement.objects.of(cast[role]).exists()


@pytest.mark.rule("A84")
def test_on_paper_a_professional_has_the_own_promises_alone(cast, client, conference, monkeypatch):
    told = []
    monkeypatch.setattr("kring.followup.keeping_views.pdf", lambda _name, printed: told.append(printed) or b"%PDF-")
    Plan.of(conference).agreements.create(what="Mee naar school", doer=cast.marloes, kind="professional")

    cast.enter(client, Role.PROFESSIONAL).get(reverse("followup:slip", args=[conference.slug]))

    assert [it["what"] for it in told[0]["agreements"]] == ["Mee naar school"]
    assert (told[0]["title"], told[0]["progress"]) == ("", "")
