"""Leading the information round: the welcome, the order, what the circle asks; and all of it without network."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.own_words import Hears, OwnMessage
from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role
from kring.meeting.attending import Attendance
from kring.meeting.models import Meeting
from kring.meeting.rounds import Round
from kring.meeting.running_order import Turn, Waits
from kring.preparation.early_questions import EarlyQuestion


@pytest.fixture
def led(cast, client):
    """The day of Naima, with Joke at the screen."""

    class Led:
        def __init__(self):
            self.conference = cast.conference(phase=Phase.INFORMATION)
            self.meeting = Meeting.of(self.conference)
            cast.enter(client, cast.joke)

        def at(self, name="day"):
            return reverse(f"meeting:{name}", args=[self.conference.slug])

        def press(self, line, how=""):
            return client.post(self.at("tick"), {"person": line, "how": how})

        def tick(self, line, how="", on="1", seen="", **more):
            return {"id": str(uuid4()), "person": line, "how": how, "on": on, "seen": seen} | more

        def send(self, *ticks):
            body = json.dumps({"ticks": ticks})
            return client.post(self.at("catch_up"), body, content_type="application/json")

        def order(self):
            return [turn.professional.first_name for turn in Turn.order(self.meeting)]

    return Led()


# --- the name of it
@pytest.mark.rule("A55")
@pytest.mark.parametrize("who", [Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_part_1_is_called_a_round_to_share_what_one_knows_and_how_one_is_involved(cast, client, led, who):
    cast.enter(client, who)
    for page in (reverse("conference:show", args=[led.conference.slug]), led.at("information_round")):
        assert "Informatieronde: deel uw kennis en betrokkenheid" in client.get(page).text


@pytest.mark.rule("A58")
def test_who_tells_reads_the_four_headings_and_no_fifth(cast, client, led):
    page = cast.enter(client, cast.marloes).get(led.at("information_round"))

    assert [str(heading) for heading in page.context["headings"]] == [
        "wat uw zorgen zijn", "wat goed gaat", "welke hulp al geboden is", "welke hulp verder mogelijk is",
    ]  # fmt: skip
    assert "dat bent u" in page.text


@pytest.mark.rule("R-PRV-5")
@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.COORDINATOR])
def test_everybody_reads_that_what_is_said_here_stays_here(cast, client, led, who):
    page = led.at("day" if who == Role.COORDINATOR else "information_round")

    assert "Wat hier gezegd wordt, blijft hier." in cast.enter(client, who).get(page).text


@pytest.mark.rule("R-SAF-2")
def test_who_must_not_hear_of_somebody_does_not_read_the_name_in_the_order_or_at_the_door(cast, client, led):
    flag = {"flag": SafetyNote.Flag.NO_CONTACT, "apart_from_person": cast.marloes}
    SafetyNote.objects.create(conference=led.conference, about=cast.fatma, **flag)

    for page in ("information_round", "close_the_door"):
        assert "Marloes" not in cast.enter(client, cast.fatma).get(led.at(page)).text
        assert "Marloes" in cast.enter(client, cast.naima).get(led.at(page)).text


def test_the_round_is_gone_from_the_screens_when_the_door_is_closed(cast, client, led):
    led.meeting.close_the_door(by=cast.naima)

    assert cast.enter(client, cast.marloes).get(led.at("information_round")).status_code == 303
    assert cast.enter(client, cast.naima).get(led.at("information_round")).status_code in (303, 404)


# --- the welcome
@pytest.mark.rule("B12")
def test_the_welcome_is_ticked_point_by_point_and_can_be_taken_back(client, led):
    page = client.get(led.at()).text
    for words in ("Niemand neemt op", "Wat hier gezegd wordt, blijft hier.", "woord voor woord voorgelezen"):
        assert words in page

    led.press("welcome:no_recording", "yes")
    led.press("welcome:stays_here", "yes")
    led.press("welcome:stays_here", "yes")
    led.press("welcome:no_recording")

    led.meeting.refresh_from_db()
    assert led.meeting.welcome_told == ["stays_here"]
    led.press("welcome:nergens", "yes")
    led.meeting.refresh_from_db()
    assert led.meeting.welcome_told == ["stays_here"]


def test_without_conditions_there_are_none_to_explain(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION, conditions=False)

    page = cast.enter(client, cast.joke).get(reverse("meeting:day", args=[conference.slug])).text

    assert "woord voor woord" not in page


# --- the running order
@pytest.mark.rule("A57")
def test_the_order_is_changed_by_moving_up_and_down_and_the_same_press_twice_is_one_move(cast, led):
    led.conference.seat(cast.anyone_new("Els"), Role.PROFESSIONAL)
    led.meeting.conference.forget_seats()
    els = led.meeting.conference.people(Role.PROFESSIONAL)[-1]
    assert led.order() == ["Marloes", "Stefan", "Els"]

    for _press in range(2):
        led.press(f"place:{els.slug}", "2")
    assert led.order() == ["Marloes", "Els", "Stefan"]
    led.press(f"place:{cast.marloes.slug}", "3")
    assert led.order() == ["Els", "Stefan", "Marloes"]
    led.press(f"place:{cast.stefan.slug}", "-4")
    led.press(f"place:{cast.fatma.slug}", "1")

    assert sorted(led.order()) == ["Els", "Marloes", "Stefan"]


@pytest.mark.rule("A57")
def test_who_has_told_is_ticked_and_no_clock_stops_anybody(cast, client, led):
    led.press(f"told:{cast.marloes.slug}", "yes")
    page = client.get(led.at()).text

    assert Turn.objects.get(professional=cast.marloes).told_at
    assert page.count("<slow-timer") == 1
    assert {field.name for field in Turn._meta.get_fields()} == {
        "id", "meeting", "professional", "place", "told_at", "waits",
    }  # fmt: skip
    led.press(f"told:{cast.marloes.slug}")
    assert Turn.objects.get().told_at is None


@pytest.mark.rule("A59")
def test_what_the_circle_asks_stands_by_who_tells_without_who_asked_it(cast, client, led):
    about = {"conference": led.conference, "of_whom": cast.marloes}
    EarlyQuestion.objects.create(text="Hoe lang is de wachttijd?", asker=cast.fatma, **about)
    EarlyQuestion.objects.create(text="Mag ik mee naar school?", asker=cast.naima, shows_asker=True, **about)

    page = client.get(led.at())

    asked = {turn.professional: turn.questions for turn in page.context["turns"]}
    assert [question.text for question in asked[cast.marloes]] == [
        "Hoe lang is de wachttijd?", "Mag ik mee naar school?",
    ]  # fmt: skip
    assert asked[cast.stefan] == []
    block = page.text.split("De kring vraagt")[1].split("</ul>")[0]
    assert "Fatma" not in block
    assert "Naima Bouzid" in block
    assert "Schrijf een vraag op" in cast.enter(client, cast.fatma).get(led.at("information_round")).text


@pytest.mark.rule("A59")
def test_a_question_that_was_put_is_ticked_once_however_often_it_is_pressed(cast, led):
    question = EarlyQuestion.objects.create(conference=led.conference, of_whom=cast.marloes, text="Hoe lang?")
    for _press in range(2):
        led.press(f"asked:{question.slug}", "yes")

    question.refresh_from_db()
    assert question.passed_on_at
    led.press("asked:nergens", "yes")
    led.send(led.tick(f"asked:{question.slug}", "", on="", seen="yes"))
    question.refresh_from_db()
    assert question.passed_on_at is None


def test_a_message_to_read_aloud_is_announced_and_stays_closed(cast, client, led):
    whose = {"conference": led.conference, "author": cast.fatma, "reader": cast.naima}
    OwnMessage.objects.create(text="Ik mis jullie.", hears=Hears.READ_ALOUD, **whose)
    OwnMessage.objects.create(text="Dit is voor jullie samen.", hears=Hears.CIRCLE, **whose | {"reader": None})

    page = client.get(led.at()).text

    assert "De boodschap van Fatma, door Naima" in page
    assert "Ik mis jullie." not in page
    assert "voor jullie samen" not in page


# --- the door
def test_closing_the_door_twice_or_opening_the_day_again_leads_where_it_stands(cast, client, led):
    assert client.post(led.at("open_the_day"))["Location"] == led.at()
    assert client.post(led.at("close_the_door"))["Location"] == led.at("door")

    assert client.post(led.at("close_the_door"))["Location"] == led.at("door")
    assert client.get(led.at("close_the_door"))["Location"] == led.at("door")

    assert [one.number for one in Round.objects.all()] == [1]


@pytest.mark.parametrize("who", [Role.PROFESSIONAL, Role.REGIONAL_MANAGER, Role.COACH])
def test_who_does_not_lead_closes_no_door(cast, client, led, who):
    cast.enter(client, who)

    client.post(led.at("close_the_door"))
    client.post(led.at("open_the_day"))

    led.conference.refresh_from_db()
    assert led.conference.phase == Phase.INFORMATION


def test_where_the_professionals_wait_is_noted_and_where_each_of_them_is(cast, client, led):
    client.post(led.at("waiting_place"), {"place": "In de keuken, daar staat koffie"})
    client.post(led.at("close_the_door"))
    led.press(f"waits:{cast.marloes.slug}", Waits.REACHABLE)

    assert "is naar huis, maar te bereiken" in client.get(led.at()).text
    waiting = cast.enter(client, cast.marloes).get(led.at("door")).text
    assert "In de keuken, daar staat koffie" in waiting
    assert "Naar huis gaan mag ook" in waiting
    assert "In de keuken" not in cast.enter(client, cast.ayse).get(led.at("door")).text


# --- without network
@pytest.mark.rule("B12")
def test_what_was_pressed_without_network_is_carried_once_at_the_hour_it_was_pressed(cast, led):
    began = timezone.now() - timedelta(hours=2)
    Meeting.objects.update(opened_at=began)
    pressed = (began + timedelta(minutes=20)).isoformat()
    ticks = [
        led.tick(f"there:{cast.naima.slug}", "here", at=pressed), led.tick("welcome:stays_here", "yes", on=""),
        led.tick(f"told:{cast.marloes.slug}", "yes", on=""), led.tick(f"place:{cast.stefan.slug}", "1", on=""),
        led.tick("door:closed", "yes", on="", at=pressed),
    ]  # fmt: skip

    first, again = led.send(*ticks), led.send(*ticks)

    assert [one["said"] for one in first.json()["carried"]] == [""] * 5
    assert [one["said"] for one in again.json()["carried"]] == [""] * 5
    assert Attendance.objects.get().at.isoformat() == pressed
    assert led.order() == ["Stefan", "Marloes"]
    assert Round.objects.get().began_at.isoformat() == pressed
    led.conference.refresh_from_db()
    assert led.conference.phase == Phase.PRIVATE_TIME


@pytest.mark.rule("B12")
def test_a_circle_on_paper_goes_in_and_out_where_there_is_no_network(cast, client, led):
    led.send(led.tick(f"there:{cast.naima.slug}", "here"))
    began = timezone.now() - timedelta(hours=2)
    Meeting.objects.update(opened_at=began)
    closed, opened = ((began + timedelta(minutes=many)).isoformat() for many in (40, 100))
    sent = led.send(
        led.tick("paper:first", "yes"), led.tick("door:closed", "yes", at=closed), led.tick("same:2", "yes"),
    )  # fmt: skip
    assert [one["said"] for one in sent.json()["carried"]] == [""] * 3
    kept = client.get(led.at() + "?onderweg=1").text
    assert f'data-person="called:{cast.fatma.slug}"' in kept

    led.send(led.tick(f"called:{cast.fatma.slug}", "yes", at=opened))

    held = Round.objects.get()
    assert (held.began_at.isoformat(), held.opened_at.isoformat()) == (closed, opened)
    assert led.conference.journal.get(step="record_their_call").in_name_of == cast.fatma
    assert list(Attendance.objects.filter(part=2).values_list("person__first_name", flat=True)) == ["Naima"]


def test_what_somebody_else_changed_meanwhile_stays_and_is_said(cast, led):
    Attendance.put(led.meeting, part=1, person=cast.naima, how="phone", by=cast.joke)

    said = led.send(led.tick(f"there:{cast.naima.slug}", "late", seen="")).json()["carried"][0]["said"]

    assert said == "Iemand veranderde dit intussen. Dat blijft zo."
    assert Attendance.objects.get().how == "phone"


def test_a_door_that_somebody_else_closed_and_opened_does_not_close_again(cast, led):
    led.meeting.close_the_door(by=cast.naima)
    led.conference.__class__.objects.update(phase=Phase.PRESENTATION)

    said = led.send(led.tick("door:closed", "yes", on="")).json()["carried"][0]["said"]

    assert said == "De deur staat al anders. Kijk hoe het er nu voor staat."
    assert Round.objects.count() == 1


def test_the_clock_of_a_phone_is_never_before_the_day_or_after_now(cast, led):
    for moment in ("gisteren", "2026-13-45", "2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "2026-11-22T10:00", 7):
        led.send(led.tick(f"there:{cast.naima.slug}", "here", at=moment))

        assert led.meeting.opened_at <= Attendance.objects.get().at <= timezone.now()
        Attendance.objects.all().delete()


def test_what_is_no_list_of_ticks_is_refused(client, led):
    assert client.post(led.at("catch_up"), {"ticks": "[]"}).status_code == 400
    for body in ("", "[]", "{}", '{"ticks": 7}', '{"ticks": [7]}', '{"ticks": [{"id": "geen"}]}'):
        assert client.post(led.at("catch_up"), body, content_type="application/json").status_code == 400


def test_what_a_phone_keeps_holds_no_surnames_no_questions_and_no_conditions(cast, client, led):
    EarlyQuestion.objects.create(conference=led.conference, of_whom=cast.marloes, text="Hoe lang duurt het?")

    kept = client.get(led.at() + "?onderweg=1").text

    assert "Naima B" in kept
    for words in ("Bouzid", "Hoe lang duurt het?", "De kinderen zijn elke dag op school."):
        assert words not in kept
    assert client.get(led.at("list_keeper"))["Content-Type"] == "text/javascript"
