"""The door: the circle alone is behind it, and the circle alone opens it."""

import re
import threading
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed, Overtaken
from kring.foundation.posting import Message
from kring.meeting.models import TAKE_BACK, Meeting, NotAskedForTheDoor, NotOnPaper, StillTakingBack
from kring.people.links import PersonalLink

CIRCLE = [Role.MAIN_PERSON, Role.CIRCLE_MEMBER]
OUTSIDE = [role for role in Role if role not in CIRCLE]


def at(name: str, conference) -> str:
    return reverse(f"meeting:{name}", args=[conference.slug])


def home(conference) -> str:
    return reverse("conference:show", args=[conference.slug])


def behind(cast, **how) -> tuple[Conference, Meeting]:
    conference = cast.conference(phase=Phase.PRIVATE_TIME)
    Meeting.objects.filter(conference=conference).update(**how)
    return conference, Meeting.of(conference)


def ten_seconds_ago():
    return timezone.now() - TAKE_BACK - timedelta(seconds=1)


# --- closing
@pytest.mark.rule("A62")
def test_before_the_door_closes_it_is_said_who_leaves(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION)

    page = cast.enter(client, cast.joke).get(at("close_the_door", conference)).text

    for name in ("Marloes van Dijk", "Stefan Kuiper", "Joke Terpstra, de coördinator"):
        assert name in page
    conference.refresh_from_db()
    assert conference.phase == Phase.INFORMATION


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.COORDINATOR])
def test_the_door_is_closed_by_who_says_so_and_each_lands_on_their_side(cast, client, who):
    conference = cast.conference(phase=Phase.INFORMATION)

    page = cast.enter(client, who).post(at("close_the_door", conference), {}, follow=True)

    conference.refresh_from_db()
    assert (conference.phase, Meeting.of(conference).round) == (Phase.PRIVATE_TIME, 1)
    landed = "behind_the_door" if who in CIRCLE else "door"
    assert page.request["PATH_INFO"] == at(landed, conference)


def test_that_the_circle_writes_on_paper_can_be_said_beforehand(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION)
    cast.enter(client, cast.joke).post(at("tick", conference), {"person": "paper:first", "how": "yes"})
    assert "De kring schrijft op papier." in client.get(at("day", conference)).text

    client.post(at("close_the_door", conference), {})

    assert Meeting.of(conference).on_paper


def test_that_the_circle_writes_on_paper_can_be_ticked_when_the_door_closes(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION)

    cast.enter(client, cast.joke).post(at("close_the_door", conference), {"on_paper": "on"})

    assert Meeting.of(conference).on_paper


def test_once_it_is_closed_nobody_outside_can_say_that_it_is_on_paper(cast):
    _conference, meeting = behind(cast)

    for role in OUTSIDE:
        with pytest.raises(NotAllowed):
            meeting.write_on_paper(by=cast[role])

    meeting.refresh_from_db()
    assert not meeting.on_paper


@pytest.mark.django_db(transaction=True)
def test_closed_by_several_at_once_it_is_closed_once(db):
    from tests.cast import Cast

    cast = Cast()
    conference = cast.conference(phase=Phase.INFORMATION)
    pressing = [cast.enter(Client(), who) for who in (cast.naima, cast.fatma, cast.joke) * 2]

    at_once([lambda client=client: client.post(at("close_the_door", conference), {}) for client in pressing])

    assert Meeting.objects.get(conference=conference).round == 1
    assert conference.journal.filter(step="close_the_door").count() == 1


def at_once(deeds: list) -> list:
    """Do all of this at the same moment, each in a thread of its own."""
    start, results = threading.Barrier(len(deeds)), []

    def do(deed):
        try:
            start.wait(timeout=60)
            results.append(deed())
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


# --- outside
@pytest.mark.rule("A62")
@pytest.mark.parametrize("who", OUTSIDE)
def test_everybody_outside_sees_the_same_quiet_door_and_nothing_of_the_circle(cast, client, who):
    conference, meeting = behind(cast, point="Iets wat alleen de kring weet", round=3)
    meeting.refresh_from_db()
    cast.enter(client, who)

    page = client.get(at("door", conference)).text

    assert "De kring is in besloten tijd." in page
    assert "Zij nemen de tijd die nodig is." in page
    assert "Iets wat alleen de kring weet" not in page
    for name in ("behind_the_door", "private_time", "on_paper", "call_coordinator", "say_ready", "not_yet"):
        assert client.get(at(name, conference)).status_code in (404, 405)
        assert client.post(at(name, conference)).status_code in (404, 405)
    conference.refresh_from_db()
    assert conference.phase == Phase.PRIVATE_TIME


@pytest.mark.rule("A62")
def test_an_administrator_and_the_office_find_not_even_a_door(cast, client):
    conference, _meeting = behind(cast)

    for person in (cast.admin, cast.henk, cast.stranger):
        cast.enter(client, person)
        for name in ("door", "state", "behind_the_door", "day"):
            assert client.get(at(name, conference)).status_code == 404


@pytest.mark.rule("A65")
@pytest.mark.parametrize("who", OUTSIDE + CIRCLE)
def test_no_page_counts_the_time(cast, client, who):
    conference, _meeting = behind(cast)
    Meeting.objects.update(opened_at=timezone.now() - timedelta(hours=7, minutes=13))
    Conference.objects.update(moved_at=timezone.now() - timedelta(hours=5, minutes=47))

    page = cast.enter(client, who).get(at("door", conference), follow=True).text
    main = re.search(r"<main.*</main>", page, re.DOTALL)[0]

    assert not re.search(r"sinds|minuten|\buren\b|<progress|countdown|http-equiv", main)
    clocks = re.findall(r"\b\d{1,2}[.:]\d{2}\b", main)
    assert len(clocks) == (1 if who in OUTSIDE else 0)  # the time of day, for who waits
    assert clocks == [timezone.localtime().strftime("%H.%M")][: len(clocks)] or timezone.localtime().second < 5


@pytest.mark.rule("A65")
def test_while_they_talk_nobody_of_the_circle_is_reminded_or_signed_out(cast, client):
    conference, _meeting = behind(cast)
    cast.enter(client, cast.fatma)
    session = client.session
    session.set_expiry(timezone.now() + timedelta(minutes=30))
    session.save()
    PersonalLink.objects.filter(person=cast.fatma).update(expires_at=timezone.now() + timedelta(minutes=30))

    client.get(at("behind_the_door", conference))

    assert client.session.get_expiry_date() > timezone.now() + timedelta(days=settings.FAMILY_SESSION_DAYS - 1)
    assert PersonalLink.objects.get(person=cast.fatma).expires_at > timezone.now() + timedelta(days=30)
    assert not Message.objects.filter(about=conference).exists()


def test_when_the_door_is_open_the_quiet_page_lets_everybody_through(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)

    for who in Role:
        answer = cast.enter(client, who).get(at("door", conference))
        assert answer["Location"] == home(conference)


@pytest.mark.parametrize("who", list(Role))
def test_the_conference_page_leads_to_the_door(cast, client, who):
    conference, _meeting = behind(cast)

    prompts = cast.enter(client, who).get(home(conference)).context["prompts"]

    assert [prompt.url for prompt in prompts][:1] == ["meeting:behind_the_door" if who in CIRCLE else "meeting:door"]


# --- how it stands, for screens that wait
def test_a_waiting_screen_hears_only_what_is_for_who_sits_there(cast, client):
    conference, meeting = behind(cast)

    def hears(who) -> str:
        return cast.enter(client, who).get(at("state", conference)).text

    before = {who: hears(who) for who in (cast.naima, cast.fatma, cast.joke, cast.marloes, cast.ayse)}
    meeting.ask_for_the_door(by=cast.naima)
    assert [who.first_name for who, word in before.items() if hears(who) != word] == ["Naima", "Fatma"]

    meeting.take_back(by=cast.fatma)
    meeting.call_coordinator(by=cast.naima)
    assert [who.first_name for who, word in before.items() if hears(who) != word] == ["Naima", "Fatma", "Joke"]

    meeting.come(by=cast.joke)
    assert {who: hears(who) for who in before} == before

    Meeting.objects.update(door_asked_at=ten_seconds_ago())
    Meeting.of(conference).open_the_door(by=cast.naima)
    assert all(hears(who) != word for who, word in before.items())


def test_a_waiting_screen_costs_little(cast, client, django_assert_max_num_queries):
    conference, _meeting = behind(cast)
    cast.enter(client, cast.marloes)

    with django_assert_max_num_queries(6):
        client.get(at("state", conference))


# --- calling
@pytest.mark.rule("B18")
@pytest.mark.rule("R-PRV-1")
def test_the_circle_calls_and_the_coordinator_comes(cast, client):
    conference, _meeting = behind(cast)
    assert "Ze roepen u" not in cast.enter(client, cast.joke).get(at("door", conference)).text

    cast.enter(client, cast.fatma).post(at("call_coordinator", conference))
    assert "De coördinator weet dat jullie roepen." in client.get(at("behind_the_door", conference)).text
    cast.enter(client, cast.joke)
    assert "Ze roepen u" in client.get(home(conference)).text
    assert "Ze roepen u" in client.get(at("door", conference)).text

    client.post(at("come", conference))

    assert "Ze roepen u" not in client.get(at("door", conference)).text
    assert not Meeting.of(conference).coordinator_is_called


@pytest.mark.rule("B18")
def test_a_call_says_nothing_but_that_they_call(cast, client):
    conference, _meeting = behind(cast)

    cast.enter(client, cast.fatma).post(at("call_coordinator", conference), {"text": "Karel is boos", "who": "Fatma"})

    assert "Karel is boos" not in str(vars(Meeting.of(conference)))
    for who in (cast.joke, cast.marloes):
        page = cast.enter(client, who).get(at("door", conference)).text
        assert "Karel is boos" not in page
        assert page.count("Fatma") == page.count("Naima")  # nothing says who of them called


@pytest.mark.rule("B18")
@pytest.mark.rule("R-PRV-1")
def test_nobody_outside_can_go_in_or_open_or_stop_it(cast, client):
    conference, meeting = behind(cast, door_asked_at=ten_seconds_ago())

    for role in OUTSIDE:
        cast.enter(client, role)
        for name in ("meeting:say_ready", "meeting:not_yet", "plan:open_the_door", "conference:stop"):
            assert client.post(reverse(name, args=[conference.slug])).status_code == 404
        with pytest.raises(NotAllowed):
            meeting.open_the_door(by=cast[role])
    for member in (cast.naima, cast.fatma):
        with pytest.raises(NotAllowed):
            meeting.open_the_door(by=Hand(cast.joke, member, "phone"))

    conference.refresh_from_db()
    assert conference.phase == Phase.PRIVATE_TIME


def test_a_call_while_they_know_it_changes_nothing_and_a_later_one_counts(cast):
    _conference, meeting = behind(cast)
    meeting.call_coordinator(by=cast.fatma)
    first = meeting.called_at

    meeting.call_coordinator(by=cast.naima)
    assert meeting.called_at == first

    meeting.come(by=cast.joke)
    meeting.come(by=cast.joke)
    meeting.call_coordinator(by=cast.naima)
    assert meeting.coordinator_is_called


# --- «wij zijn klaar»
def test_the_circle_says_ready_and_may_take_it_back(cast, client):
    conference, _meeting = behind(cast)
    cast.enter(client, cast.fatma).post(at("say_ready", conference))

    page = cast.enter(client, cast.naima).get(at("behind_the_door", conference)).text
    assert "Jullie zeggen: wij zijn klaar" in page
    assert "Toch nog niet" in page
    assert "Doe de deur open" not in page

    client.post(at("not_yet", conference))

    assert not Meeting.of(conference).door_is_asked


def test_after_ten_seconds_the_circle_opens_the_door(cast, client):
    conference, _meeting = behind(cast, door_asked_at=ten_seconds_ago())
    cast.enter(client, cast.fatma)
    assert "Doe de deur open" in client.get(at("behind_the_door", conference)).text

    client.post(reverse("plan:open_the_door", args=[conference.slug]))

    conference.refresh_from_db()
    assert conference.phase == Phase.PRESENTATION
    assert conference.journal.latest("number").in_name_of == cast.fatma


def test_the_door_stays_closed_when_nobody_asked_or_too_soon(cast):
    conference, meeting = behind(cast)
    with pytest.raises(NotAskedForTheDoor):
        meeting.open_the_door(by=cast.naima)

    meeting.ask_for_the_door(by=cast.naima)
    with pytest.raises(StillTakingBack):
        meeting.open_the_door(by=cast.naima)

    conference.refresh_from_db()
    assert conference.phase == Phase.PRIVATE_TIME


def test_who_says_ready_second_does_not_make_the_others_wait_again(cast):
    _conference, meeting = behind(cast)
    meeting.ask_for_the_door(by=cast.naima)
    first = meeting.door_asked_at

    meeting.ask_for_the_door(by=cast.fatma)

    assert meeting.door_asked_at == first


def test_taken_back_elsewhere_the_door_stays_closed(cast):
    conference, meeting = behind(cast, door_asked_at=ten_seconds_ago())
    on_another_screen = Meeting.of(Conference.objects.get(pk=conference.pk))
    meeting.take_back(by=cast.fatma)

    with pytest.raises(NotAskedForTheDoor):
        on_another_screen.open_the_door(by=cast.naima)


@pytest.mark.django_db(transaction=True)
def test_opened_by_several_at_once_it_opens_once(db):
    from tests.cast import Cast

    cast = Cast()
    conference, _meeting = behind(cast, door_asked_at=ten_seconds_ago())
    meetings = [Meeting.of(Conference.objects.get(pk=conference.pk)) for _ in range(8)]
    told = []

    def press(meeting):
        try:
            meeting.open_the_door(by=cast.naima)
        except (Overtaken, NotAskedForTheDoor):
            told.append(meeting)

    at_once([lambda meeting=meeting: press(meeting) for meeting in meetings])

    assert len(told) == 7
    assert conference.journal.filter(step="open_the_door").count() == 1


def test_the_back_button_after_the_door_opened_changes_nothing(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, cast.naima)

    for name in ("say_ready", "not_yet", "on_paper", "call_coordinator"):
        assert client.post(at(name, conference)).status_code == 404
    assert client.post(at("close_the_door", conference)).status_code == 303

    meeting = Meeting.of(conference)
    assert (meeting.conference.phase, meeting.round) == (Phase.PRESENTATION, 1)
    assert (meeting.door_asked_at, meeting.called_at, meeting.on_paper) == (None, None, False)


def test_a_new_round_begins_with_its_point_and_without_old_calls(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    Meeting.objects.update(door_asked_at=ten_seconds_ago(), called_at=timezone.now())

    Meeting.of(conference).talk_again(point="Voorwaarde 2: wie is er ’s avonds?", by=cast.naima)

    meeting = Meeting.of(conference)
    assert (meeting.round, meeting.door_is_asked, meeting.coordinator_is_called) == (2, False, False)
    assert "wie is er ’s avonds?" in cast.enter(client, cast.fatma).get(at("behind_the_door", conference)).text


# --- on paper
def test_on_paper_the_coordinator_records_who_called_and_the_journal_names_them(cast, client):
    conference, _meeting = behind(cast)
    cast.enter(client, cast.fatma).post(at("on_paper", conference))
    assert "Jullie schrijven op papier" in client.get(at("behind_the_door", conference)).text
    cast.enter(client, cast.joke)
    assert "Zij riepen ons: klaar" in client.get(at("door", conference)).text
    offered = [
        value for value, _label in client.get(at("record_call", conference)).context["form"].fields["who"].choices
    ]
    assert offered == [cast.naima.slug, cast.fatma.slug]

    client.post(at("record_call", conference), {"who": cast.fatma.slug})

    conference.refresh_from_db()
    assert conference.phase == Phase.PRESENTATION
    entry = conference.journal.latest("number")
    assert (entry.step, entry.taken_by, entry.in_name_of, entry.via) == (
        "record_their_call", cast.joke, cast.fatma, "paper",
    )  # fmt: skip


@pytest.mark.rule("B18")
def test_a_circle_that_writes_on_a_screen_is_not_called_out_by_the_coordinator(cast, client):
    conference, meeting = behind(cast)

    page = cast.enter(client, cast.joke).post(at("record_call", conference), {"who": cast.naima.slug})

    assert "De kring doet dit zelf op het scherm" in page.text
    with pytest.raises(NotOnPaper):
        meeting.record_their_call(who=cast.naima, by=cast.joke)
    conference.refresh_from_db()
    assert conference.phase == Phase.PRIVATE_TIME


@pytest.mark.parametrize("who", ["", "bestaatniet", "marloes"])
def test_only_somebody_of_the_circle_can_have_called(cast, client, who):
    conference, _meeting = behind(cast, on_paper=True)
    known = getattr(cast, who, None)

    page = cast.enter(client, cast.joke).post(at("record_call", conference), {"who": known.slug if known else who})

    assert page.context["form"].errors["who"]
    conference.refresh_from_db()
    assert conference.phase == Phase.PRIVATE_TIME


def test_pages_behind_the_door_cost_little(cast, client, django_assert_max_num_queries):
    conference, _meeting = behind(cast)
    for who, name in ((cast.naima, "behind_the_door"), (cast.joke, "door"), (cast.marloes, "door")):
        cast.enter(client, who).get(at(name, conference))
        with django_assert_max_num_queries(12):
            client.get(at(name, conference))
