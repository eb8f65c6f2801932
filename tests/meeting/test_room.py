"""The sealed room on the server: it passes on what it cannot read, for the circle alone, while the door is closed."""

import uuid
from base64 import b64encode
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import CharField, JSONField, TextField
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import RULES, Phase, Role
from kring.conference.models import CIRCLE
from kring.meeting.destroying import destroy_every_room
from kring.meeting.models import TAKE_BACK, Meeting
from kring.meeting.rounds import Round
from kring.meeting.sealing import SealedNote, SealedRoom
from kring.oversight.models import Erasure
from kring.people.models import Person
from tests.meeting.sealed import ROOM, looks_sealed, new_room

JSON = {"content_type": "application/json"}
OUTSIDERS = [Role.REQUESTER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR, Role.REGIONAL_MANAGER]
ADDRESSES = [
    "private_time",
    "room",
    "page_keeper",
    "make_room",
    "note",
    "ask_for_the_door",
    "take_back",
    "call",
    "paper",
    "wipe",
]


class Circle:
    """Naima in her room: what her browser asks and sends."""

    def __init__(self, cast, client):
        self.conference = cast.conference(phase=Phase.PRIVATE_TIME)
        self.meeting = Meeting.of(self.conference)
        self.cast, self.client = cast, client
        cast.enter(client, Role.MAIN_PERSON)

    def address(self, name, *args):
        return reverse(f"meeting:{name}", args=[self.conference.slug, *args])

    def look(self, **headers):
        return self.client.get(self.address("room"), headers=headers)

    def send(self, name, told=None, *args):
        return self.client.post(self.address(name, *args), told if told is not None else {}, **JSON)

    def make(self):
        return self.send("make_room", new_room())

    def write(self, note, version, sealed=None, room=ROOM):
        return self.send("note", {"room": room, "version": version} | (sealed or looks_sealed()), note)

    def ask(self):
        self.send("ask_for_the_door")
        self.meeting.refresh_from_db()


@pytest.fixture
def circle(cast, client):
    return Circle(cast, client)


# --- for the circle alone
@pytest.mark.rule("A62")
@pytest.mark.parametrize("name", ADDRESSES)
def test_nobody_outside_the_circle_finds_any_address_of_the_room(circle, client, name):
    circle.make()
    url = circle.address(name, *([uuid.uuid4()] if name == "note" else []))

    for outsider in [
        *(circle.cast[role] for role in OUTSIDERS),
        circle.cast.admin,
        circle.cast.henk,
        circle.cast.stranger,
    ]:
        circle.cast.enter(client, outsider)
        assert {client.get(url).status_code, client.post(url, {}, **JSON).status_code} <= {404, 405}
        assert client.post(url + "?namens=" + circle.cast.naima.slug, {}, **JSON).status_code in (404, 405)


@pytest.mark.rule("A64")
@pytest.mark.parametrize("phase", [phase for phase in Phase if phase != Phase.PRIVATE_TIME])
def test_the_room_is_there_only_while_the_door_is_closed(cast, client, phase):
    conference = cast.conference(phase=phase)
    cast.enter(client, Role.MAIN_PERSON)

    for name in ("private_time", "room"):
        assert client.get(reverse(f"meeting:{name}", args=[conference.slug])).status_code == 404
    assert client.post(reverse("meeting:make_room", args=[conference.slug]), new_room(), **JSON).status_code == 404


@pytest.mark.rule("B19")
def test_behind_the_door_nobody_has_more_to_say_than_another():
    deeds = {act: rule.roles[Phase.PRIVATE_TIME] for act, rule in RULES.items() if not act.startswith("see_")}
    only_main = {act for act, roles in deeds.items() if roles & CIRCLE == {Role.MAIN_PERSON}}
    seen_there = (Meeting, Round, SealedRoom, SealedNote)

    assert only_main == {"wipe_room", "give_consent", "stop"}  # to lay down what is one's own
    assert not [table for table in seen_there for field in table._meta.get_fields() if field.related_model is Person]


@pytest.mark.rule("R-PRV-3")
def test_the_day_has_no_room_for_minutes():
    """A text that somebody could fill with what was said would stand in this list."""
    tables = [model for model in apps.get_models() if model.__module__.startswith("kring.meeting.")]
    fields = [(model, field) for model in tables for field in model._meta.concrete_fields]
    free = {
        f"{model.__name__}.{field.name}" for model, field in fields
        if isinstance(field, CharField | TextField | JSONField) and not field.choices and field.name != "slug"
    }  # fmt: skip

    assert free == {"Meeting.point", "Round.point", "Meeting.waiting_place", "Meeting.welcome_told", "SitsIn.name"}


@pytest.mark.rule("A62")
def test_the_admin_knows_no_rooms_and_no_notes():
    assert {SealedRoom, SealedNote} & set(admin.site._registry) == set()


# --- making the room
def test_the_first_makes_the_room_and_everybody_finds_the_same(circle, client):
    told = new_room()

    assert circle.send("make_room", told).status_code == 200
    assert circle.send("make_room", new_room("zzzzzzzzzzzz")).status_code == 409

    circle.cast.enter(client, Role.CIRCLE_MEMBER)
    found = circle.look().json()
    assert {name: found[name] for name in told} == told
    assert found["notes"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"room": "kort"},
        {"room": "<script>aaaa"},
        {"room": None},
        {"salt": "AAAA"},
        {"salt": 5},
        {"salt": "geen base64 ?"},
        {"check": None},
        {"check": "kring"},
        {"words": {"nonce": "AAAA", "ciphertext": "zon maan"}},
    ],
)
def test_a_room_is_made_of_sealed_things_only(circle, wrong):
    assert circle.send("make_room", new_room() | wrong).status_code == 400
    assert SealedRoom.objects.count() == 0


# --- notes
def test_a_note_is_kept_and_told_as_it_was_sealed(circle):
    circle.make()
    note, first, second = str(uuid.uuid4()), looks_sealed(), looks_sealed(3)

    assert circle.write(note, 1, first).json() == {"version": 1}
    assert circle.write(note, 2, second).json() == {"version": 2}

    assert circle.look().json()["notes"] == [{"id": note, "version": 2} | second]


@pytest.mark.parametrize("version", [1, 2, 4, 7])
def test_who_is_second_hears_what_stands_there(circle, version):
    circle.make()
    note, stored = uuid.uuid4(), looks_sealed()
    circle.write(note, 1)
    circle.write(note, 2, stored)

    answer = circle.write(note, version)

    assert answer.status_code == 409
    assert answer.json() == {"id": str(note), "version": 2} | stored


def test_a_new_note_begins_with_version_one(circle):
    circle.make()

    answer = circle.write(uuid.uuid4(), 2)

    assert (answer.status_code, answer.json()) == (409, {"version": 0})


NOT_SEALED = {
    "plain text": {"text": "Oma brengt ze naar school"},
    "plain text where the seal should be": {"nonce": "elf", "ciphertext": "Oma brengt ze naar school"},
    "plain text in base64": looks_sealed() | {"ciphertext": b64encode(b"Oma brengt ze naar school").decode()},
    "truncated": looks_sealed() | {"ciphertext": looks_sealed()["ciphertext"][:-8]},
    "nothing in it": looks_sealed() | {"ciphertext": b64encode(bytes(16)).decode()},
    "64 KiB": looks_sealed(256),
    "another nonce": looks_sealed() | {"nonce": "AAAA"},
    "no nonce": looks_sealed() | {"nonce": None},
    "a list": {"nonce": [], "ciphertext": {}},
}


@pytest.mark.parametrize("wrong", NOT_SEALED.values(), ids=NOT_SEALED)
def test_what_is_not_sealed_is_refused_by_its_form(circle, wrong):
    circle.make()

    answer = circle.send("note", {"room": ROOM, "version": 1} | wrong, uuid.uuid4())

    assert answer.status_code == 400
    assert answer.json()["message"] == "Dit is geen verzegelde notitie."
    assert SealedNote.objects.count() == 0


@pytest.mark.parametrize("version", [0, -1, 2**31, 1.5, "1", True, None, [1]])
def test_a_version_is_a_counting_number(circle, version):
    circle.make()

    assert circle.write(uuid.uuid4(), version).status_code == 400


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"', b"\xff\xfe", b"[" * 100_000, b"null"])
def test_a_body_that_is_no_json_is_refused(circle, body):
    circle.make()

    answer = circle.client.post(circle.address("note", uuid.uuid4()), body, **JSON)

    assert answer.status_code == 400


def test_a_note_of_a_room_that_was_wiped_does_not_come_into_the_next(circle):
    circle.make()
    circle.send("wipe")
    circle.send("make_room", new_room("zzzzzzzzzzzz"))

    assert circle.write(uuid.uuid4(), 1).status_code == 410
    assert SealedNote.objects.count() == 0


def test_a_note_says_nothing_about_who_wrote_it():
    kept = {field.name for field in SealedNote._meta.get_fields()}

    assert kept == {"id", "room", "uuid", "version", "nonce", "ciphertext", "changed_at"}


def test_a_room_has_an_end(circle, monkeypatch):
    monkeypatch.setattr("kring.meeting.sealing.MOST_NOTES", 1)
    circle.make()
    circle.write(uuid.uuid4(), 1)

    answer = circle.write(uuid.uuid4(), 1)

    assert (answer.status_code, answer.json()["message"]) == (409, "Er passen geen notities meer bij.")


# --- looking
def test_a_look_is_short_when_nothing_changed(circle):
    circle.make()
    etag = circle.look()["ETag"]

    assert circle.look(if_none_match=etag).status_code == 304

    circle.write(uuid.uuid4(), 1)
    assert circle.look(if_none_match=etag).status_code == 200


def test_seconds_that_run_are_no_change_but_the_question_is(circle):
    circle.make()
    before = circle.look()["ETag"]
    circle.ask()

    asked = circle.look()

    assert asked["ETag"] != before
    Meeting.objects.update(door_asked_at=circle.meeting.door_asked_at)
    assert circle.look(if_none_match=asked["ETag"]).status_code == 304
    assert 1 <= asked.json()["door"]["seconds_left"] <= 10


def test_nothing_of_the_room_is_stored_on_the_way(circle):
    for name in ("private_time", "room"):
        assert "no-store" in circle.client.get(circle.address(name))["Cache-Control"]


def test_a_look_costs_as_much_with_fifty_notes(circle, django_assert_max_num_queries):
    circle.make()
    for _ in range(50):
        circle.write(uuid.uuid4(), 1)

    with django_assert_max_num_queries(12):
        assert len(circle.look().json()["notes"]) == 50


# --- the door
def test_asking_twice_does_not_make_the_circle_wait_longer(circle):
    circle.ask()
    earlier = timezone.now() - timedelta(seconds=6)
    Meeting.objects.update(door_asked_at=earlier)

    circle.ask()

    assert circle.meeting.door_asked_at == earlier


@pytest.mark.rule("B18")
def test_everybody_in_the_circle_can_take_it_back(circle, client):
    circle.ask()
    circle.cast.enter(client, Role.CIRCLE_MEMBER)

    circle.send("take_back")

    assert circle.look().json()["door"] == {"asked_at": None, "seconds_left": 0}


def test_the_door_opens_ten_seconds_after_it_was_asked(circle):
    url = reverse("plan:open_the_door", args=[circle.conference.slug])
    told = {"items": [{"kind": "agreement", "what": "Samen eten", "who": "Oma", "from": "own_circle"}]}
    assert circle.client.post(url, told, **JSON).status_code == 409

    circle.ask()
    assert circle.client.post(url, told, **JSON).status_code == 409

    Meeting.objects.update(door_asked_at=timezone.now() - TAKE_BACK)
    assert circle.client.post(url, told, **JSON).status_code == 200
    circle.conference.refresh_from_db()
    assert circle.conference.phase == Phase.PRESENTATION
    assert [agreement.what for agreement in circle.conference.plan.agreements.all()] == ["Samen eten"]


def test_a_call_is_one_signal_without_content(circle):
    circle.send("call", {"reden": "We hebben ruzie"})

    assert circle.look().json()["called"] is True
    circle.meeting.refresh_from_db()
    assert "ruzie" not in str(vars(circle.meeting))


@pytest.mark.rule("A63")
def test_paper_is_chosen_without_a_script(circle):
    page = circle.client.get(circle.address("private_time")).content.decode()
    assert f'action="{circle.address("paper")}"' in page

    answer = circle.client.post(circle.address("paper"))

    assert (answer.status_code, answer["Location"]) == (303, circle.address("private_time"))
    assert circle.look().json()["paper"] is True


# --- wiping
def test_a_main_person_wipes_everything_at_once(circle):
    circle.make()
    circle.write(uuid.uuid4(), 1)

    assert circle.send("wipe").status_code == 200

    assert (SealedRoom.objects.count(), SealedNote.objects.count()) == (0, 0)
    assert circle.conference.journal.last().step == "wipe_room"


def test_others_in_the_circle_do_not_wipe(circle, client):
    circle.make()
    circle.cast.enter(client, Role.CIRCLE_MEMBER)

    assert circle.send("wipe").status_code == 404
    assert circle.look().json()["may_wipe"] is False
    assert SealedRoom.objects.count() == 1


@pytest.mark.rule("A75")
def test_the_next_round_is_in_the_same_room_and_about_one_point(circle):
    circle.make()
    circle.write(uuid.uuid4(), 1)
    circle.ask()
    circle.meeting.open_the_door(by=circle.cast.naima, now=timezone.now() + TAKE_BACK)
    assert circle.look().status_code == 404

    circle.conference.refresh_from_db()
    Meeting.of(circle.conference).talk_again(point="Wie is er ’s avonds thuis?", by=circle.cast.naima)

    found = circle.look().json()
    assert (found["room"], len(found["notes"]), found["round"]) == (ROOM, 1, 2)
    assert found["point"] == "Wie is er ’s avonds thuis?"


@pytest.mark.rule("A64")
def test_destroying_is_real_and_the_register_says_that_and_when_but_not_what(circle):
    circle.make()
    circle.write(uuid.uuid4(), 1)

    for _time in range(2):
        destroy_every_room(circle.conference)

    assert (SealedRoom.objects.count(), SealedNote.objects.count()) == (0, 0)
    gone = Erasure.objects.get()
    assert (gone.kind, gone.reason, gone.rows, gone.conference) == ("private", "ended", 2, circle.conference.slug)


@pytest.mark.rule("A64")
def test_logging_out_lets_a_borrowed_phone_forget_the_key(circle):
    assert circle.client.post(reverse("people:leave"))["Clear-Site-Data"] == '"storage"'


@pytest.mark.rule("A64")
def test_any_page_after_the_door_opened_wipes_what_a_phone_still_has(circle):
    page = reverse("conference:show", args=[circle.conference.slug])
    wiper = f'<wipe-room data-conference="{circle.conference.slug}">'
    assert wiper not in circle.client.get(page).content.decode()

    circle.ask()
    circle.meeting.open_the_door(by=circle.cast.naima, now=timezone.now() + TAKE_BACK)

    assert wiper in circle.client.get(page).content.decode()
