"""Through the door: what the circle chose becomes the plan, whole or not at all."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.meeting.models import Meeting
from kring.plan.models import Plan

ITEMS = [
    {"kind": "agreement", "what": "De kinderen brengen", "who": "Oma Fatma", "when": "elke ochtend", "stand_in": "Piet",
     "watcher": "Naima", "from": "own_circle"},
    {"kind": "agreement", "what": "Mee naar school", "who": "Marloes", "when": "in maart", "from": "own_circle"},
    {"kind": "agreement", "what": "Bellen over de rekening", "who": "iemand van de bank", "from": "professional"},
    {"kind": "safety", "text": "Gaat het mis, dan bellen we oma"},
    {"kind": "help", "what": "Huiswerkklas", "whom": "Marloes van Dijk", "when": "voor april"},
    {"kind": "condition", "number": 2, "how": "Oma slaapt er als Naima werkt"},
    {"kind": "otherwise", "text": "Dan bellen we elkaar"},
    {"kind": "otherwise", "text": "En Piet springt in"},
    {"kind": "initiator", "who": "Fatma", "together": "Oma, Piet en Naima"},
    {"kind": "progress", "day": "2027-03-15", "where": "bij oma"},
]  # fmt: skip


@pytest.fixture
def conference(cast):
    """Private time; the circle said ten seconds ago that it is ready."""
    conference = cast.conference(phase=Phase.PRIVATE_TIME)
    asked = timezone.now() - timedelta(seconds=11)
    Meeting.objects.filter(conference=conference).update(door_asked_at=asked)
    return conference


def present(client, conference, body):
    address = reverse("plan:open_the_door", args=[conference.slug])
    body = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.post(address, body, content_type="application/json")


def phase_of(conference) -> str:
    return Conference.objects.get(pk=conference.pk).phase


@pytest.mark.rule("A68")
@pytest.mark.rule("A11")
def test_what_the_circle_ticks_becomes_the_plan_when_it_opens_the_door(cast, client, conference):
    answer = present(cast.enter(client, Role.CIRCLE_MEMBER), conference, {"items": ITEMS})

    plan = Plan.of(conference)
    assert answer.status_code == 200
    assert answer.json() == {"next": reverse("plan:show", args=[conference.slug])}
    assert phase_of(conference) == Phase.PRESENTATION
    assert [(it.what, it.who, it.when, it.is_safety) for it in plan.agreements.all()] == [
        ("De kinderen brengen", "Oma Fatma", "elke ochtend", False),
        ("Mee naar school", "Marloes", "in maart", False),
        ("Bellen over de rekening", "iemand van de bank", "", False),
        ("Gaat het mis, dan bellen we oma", "", "", True),
    ]
    assert [(it.what, it.of_whom, it.by_when) for it in plan.help_asked.all()] == [
        ("Huiswerkklas", "Marloes van Dijk", "voor april")
    ]
    assert [it.how for it in plan.conditions()] == [None, "Oma slaapt er als Naima werkt"]
    assert plan.otherwise == "Dan bellen we elkaar\nEn Piet springt in"
    assert (plan.initiator, plan.who_on_change) == ("Fatma", "Oma, Piet en Naima")
    assert (plan.progress_on, plan.progress_where) == (date(2027, 3, 15), "bij oma")


@pytest.mark.rule("A14")
def test_a_known_name_is_the_doer_and_a_professional_makes_it_professional_help(cast, client, conference):
    present(cast.enter(client, Role.MAIN_PERSON), conference, {"items": ITEMS})

    assert [(it.doer, it.kind) for it in Plan.of(conference).agreements.all()] == [
        (cast.fatma, "own_circle"),
        (cast.marloes, "professional"),
        (None, "professional"),
        (None, "own_circle"),
    ]
    assert Plan.of(conference).help_asked.get().professional == cast.marloes


@pytest.mark.rule("B23")
def test_nobody_is_taken_to_have_said_yes(cast, client, conference):
    present(cast.enter(client, Role.MAIN_PERSON), conference, {"items": ITEMS})

    assert not Plan.of(conference).agreements.accepted().exists()


def test_a_circle_on_paper_opens_the_door_with_a_plain_button(cast, client, conference):
    cast.enter(client, Role.CIRCLE_MEMBER)

    answer = client.post(reverse("plan:open_the_door", args=[conference.slug]))

    assert answer["Location"] == reverse("plan:show", args=[conference.slug])
    assert phase_of(conference) == Phase.PRESENTATION
    assert not Plan.of(conference).agreements.exists()


def test_nothing_is_written_while_the_door_may_not_open(cast, client, conference):
    Meeting.objects.filter(conference=conference).update(door_asked_at=timezone.now())

    answer = present(cast.enter(client, Role.MAIN_PERSON), conference, {"items": ITEMS})

    assert answer.status_code == 409
    assert answer.json()["message"] == "Nog even: jullie kunnen het nog terugnemen."
    assert phase_of(conference) == Phase.PRIVATE_TIME
    assert not Plan.objects.filter(conference=conference).exists()


@pytest.mark.rule("B18")
@pytest.mark.rule("A68")
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MAIN_PERSON, Role.CIRCLE_MEMBER}))
def test_nobody_else_opens_the_door(cast, client, conference, role):
    answer = present(cast.enter(client, role), conference, {"items": ITEMS})

    assert answer.status_code == 404
    assert phase_of(conference) == Phase.PRIVATE_TIME


def test_opening_twice_changes_nothing_the_second_time(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    present(client, conference, {"items": ITEMS})

    assert present(client, conference, {"items": ITEMS}).status_code == 404
    assert Plan.of(conference).agreements.count() == 4


def test_a_second_round_does_not_write_the_same_thing_twice(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    present(client, conference, {"items": ITEMS})
    conference.refresh_from_db()
    meeting = Meeting.of(conference)
    meeting.talk_again(point="Voorwaarde 2", by=cast.naima)
    Meeting.objects.update(door_asked_at=timezone.now() - timedelta(seconds=11))
    more = {"kind": "agreement", "what": "Piet slaapt er op dinsdag", "who": "Piet"}

    assert present(client, conference, {"items": [*ITEMS, more]}).status_code == 200

    plan = Plan.of(conference)
    assert plan.agreements.count() == 5
    assert plan.help_asked.count() == 1
    assert plan.otherwise == "Dan bellen we elkaar\nEn Piet springt in"


def test_a_day_in_words_stands_with_where(cast, client, conference):
    item = {"kind": "progress", "on": "na de vakantie", "where": "bij oma", "planner": "Naima"}

    present(cast.enter(client, Role.MAIN_PERSON), conference, {"items": [item]})

    plan = Plan.of(conference)
    assert (plan.progress_on, plan.progress_where) == (None, "na de vakantie\nbij oma")
    assert plan.progress_planner == "Naima"


HOSTILE = {
    "no json": b"{",
    "not text at all": b"\xff\xfe\x00",
    "a list": [],
    "no items": {},
    "items that are none": {"items": "alles"},
    "an item that is none": {"items": ["tekst"]},
    "an unknown kind": {"items": [{"kind": "verdict", "text": "x"}]},
    "a kind that is a list": {"items": [{"kind": ["agreement"], "what": "x"}]},
    "a text that is a list": {"items": [{"kind": "agreement", "what": ["x"]}]},
    "a text that is yes": {"items": [{"kind": "agreement", "what": True}]},
    "a number with a comma": {"items": [{"kind": "condition", "number": 1.5, "how": "x"}]},
    "no words": {"items": [{"kind": "agreement", "what": "   "}]},
    "an idea": {"items": [{"kind": "idea", "text": "Een hond"}]},
    "a condition that is not there": {"items": [{"kind": "condition", "number": 9, "how": "zo"}]},
    "one text too long": {"items": [{"kind": "otherwise", "text": "x" * 4001}]},
    "too many": {"items": [{"kind": "otherwise", "text": str(number)} for number in range(201)]},
    "a citizen number": {"items": [{"kind": "agreement", "what": "Het nummer is 111222333"}]},
    "very deep": b'{"items": ' + b"[" * 100_000,
    "a very long number": b'{"items": [{"kind": "condition", "number": ' + b"9" * 5000 + b', "how": "x"}]}',
    "more than a house can hold": b'{"items": [' + b" " * 1_200_000 + b"]}",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_bad_input_is_answered_with_a_sentence_and_the_door_stays_shut(cast, client, conference, body):
    answer = present(cast.enter(client, Role.MAIN_PERSON), conference, body)

    assert answer.status_code == 400
    assert answer.json()["message"].endswith(".")
    assert phase_of(conference) == Phase.PRIVATE_TIME
    assert not Plan.objects.filter(conference=conference).exists()


def test_half_of_it_is_never_kept(cast, client, conference):
    good, bad = ITEMS[0], {"kind": "condition", "number": 9, "how": "zo"}

    assert present(cast.enter(client, Role.MAIN_PERSON), conference, {"items": [good, bad]}).status_code == 400

    assert phase_of(conference) == Phase.PRIVATE_TIME
    assert not Plan.objects.filter(conference=conference).exists()
    assert not conference.journal.exists()


@pytest.mark.rule("B4")
def test_signs_of_any_script_arrive_as_they_were_written(cast, client, conference):
    words = "Ayşe, Çağrı en François — عَلِي ‘s avonds \U0001f600"
    item = {"kind": "agreement", "what": words + "\ud800\x00\x07", "who": "Şükrü"}

    assert present(cast.enter(client, Role.MAIN_PERSON), conference, {"items": [item]}).status_code == 200

    agreement = Plan.of(conference).agreements.get()
    assert (agreement.what, agreement.who) == (words, "Şükrü")
