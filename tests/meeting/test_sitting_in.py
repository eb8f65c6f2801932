"""Who stays behind the door and is not of the circle: asked for by the circle, named beforehand, known to all of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed, Outcome
from kring.foundation.posting import Message
from kring.meeting.models import Meeting
from kring.meeting.sitting_in import IsAChild, NoPromise, SitsIn, TakesPart
from kring.oversight.erasing import contacts

AMIRA = {"name": "Amira Haddou", "kind": "interpreter", "promised": True}


def at(name: str, conference, *args) -> str:
    return reverse(f"meeting:{name}", args=[conference.slug, *args])


@pytest.mark.rule("R-PRV-2")
def test_the_circle_asks_for_it_beforehand_and_everybody_in_the_circle_is_told(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.fatma).post(at("who_stays", conference), AMIRA | {"promised": "on"})

    told = Message.objects.get(recipient=cast.naima)
    assert "Amira" not in told.text + told.subject + told.short
    assert not Message.objects.exclude(recipient=cast.naima).exists()
    page = cast.enter(client, cast.naima).get(told.link_path).text
    assert "Amira Haddou" in page
    assert "Tolk" in page


@pytest.mark.rule("R-PRV-2")
@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER)])
def test_nobody_outside_the_circle_asks_for_it(cast, client, role):
    conference = cast.conference(phase=Phase.INFORMATION)

    assert cast.enter(client, role).get(at("who_stays", conference)).status_code == 404
    with pytest.raises(NotAllowed):
        SitsIn.ask(conference, **AMIRA, by=cast[role])

    assert not SitsIn.objects.exists()


@pytest.mark.rule("R-PRV-2")
@pytest.mark.parametrize("phase", [Phase.PRIVATE_TIME, Phase.PRESENTATION])
def test_once_the_door_is_closed_nobody_is_added(cast, phase):
    conference = cast.conference(phase=phase)

    with pytest.raises(NotAllowed):
        SitsIn.ask(conference, **AMIRA, by=cast.naima)


@pytest.mark.rule("R-PRV-2")
@pytest.mark.parametrize(
    ("refusal", "about"),
    [
        (TakesPart, {"name": "marloes van  dijk"}), (TakesPart, {"name": "Fatma Bouzid"}),
        (TakesPart, {"name": "Joke Terpstra"}), (IsAChild, {"name": "haar dochter van 12"}),
        (NoPromise, {"promised": False}), (NotAllowed, {"kind": "confidant"}),
    ],
)  # fmt: skip
def test_who_stays_is_neutral_grown_up_silent_and_there_for_a_need(cast, refusal, about):
    conference = cast.conference()

    with pytest.raises(refusal):
        SitsIn.ask(conference, **AMIRA | about, by=cast.fatma)

    assert not SitsIn.objects.exists()


def test_who_calls_is_written_down_by_the_coordinator_in_their_name(cast):
    conference = cast.conference()

    asked = SitsIn.ask(conference, **AMIRA, by=Hand(cast.joke, cast.fatma, "phone"))

    assert (asked.asked_by, asked.via) == (cast.fatma, "phone")
    entry = conference.journal.get(step="let_someone_stay")
    assert (entry.taken_by, entry.in_name_of) == (cast.joke, cast.fatma)


@pytest.mark.rule("R-PRV-2")
def test_who_stays_stands_on_the_day_screen_and_on_both_sides_of_the_door(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION)
    SitsIn.ask(conference, **AMIRA, by=cast.fatma)
    cast.enter(client, cast.joke)
    for page in ("day", "close_the_door"):
        assert "Amira Haddou" in client.get(at(page, conference)).text
    kept = client.get(at("day", conference) + "?onderweg=1").text
    assert "Amira H" in kept
    assert "Haddou" not in kept
    Meeting.of(conference).close_the_door(by=cast.naima)

    assert "Amira Haddou" in client.get(at("door", conference)).text
    assert "Amira Haddou" in cast.enter(client, cast.naima).get(at("behind_the_door", conference)).text
    assert "Amira" not in cast.enter(client, cast.marloes).get(at("door", conference)).text


def test_who_asked_or_a_main_person_takes_it_back(cast, client):
    conference = cast.conference()
    karel = cast.anyone_new("Karel")
    conference.seat(karel, Role.CIRCLE_MEMBER)
    for asker, other in ((cast.fatma, karel), (karel, cast.fatma)):
        asked = SitsIn.ask(conference, **AMIRA, by=asker)
        address = at("not_after_all", conference, asked.slug)
        assert "Toch niet" not in cast.enter(client, other).get(at("who_stays", conference)).text
        client.post(address)
        assert SitsIn.objects.exists()

        cast.enter(client, asker if asker == cast.fatma else cast.naima).post(address)
        assert not SitsIn.objects.exists()


def test_three_months_after_closing_nobody_knows_who_sat_in(cast):
    conference = cast.conference()
    SitsIn.ask(conference, **AMIRA, by=cast.fatma)
    closed_at = timezone.now() - timedelta(days=90)
    type(conference).objects.update(phase=Phase.CLOSED, outcome=Outcome.PLAN_WITH_MEETING, closed_at=closed_at)

    contacts(timezone.localdate() - timedelta(days=1))
    assert SitsIn.objects.exists()
    contacts(timezone.localdate())

    assert not SitsIn.objects.exists()
