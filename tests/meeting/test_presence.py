"""Who is there, how and in which part: big buttons, every press to be taken back, and no reasons."""

import pytest
from django.urls import reverse

from kring.circle.models import CircleMember, Mode
from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.meeting.attending import LEFT, Attendance, How
from kring.meeting.models import Meeting
from kring.meeting.too_close import warning


@pytest.fixture
def day(cast, client):
    """A day of Naima, led by Joke, with what a press sends."""

    class Day:
        def begin(self, phase=Phase.INFORMATION):
            self.conference = cast.conference(phase=phase)
            self.meeting = Meeting.of(self.conference)
            self.lead()
            return self

        def lead(self):
            cast.enter(client, cast.joke)

        def at(self, name="day"):
            return reverse(f"meeting:{name}", args=[self.conference.slug])

        def press(self, line, how, part=1):
            return client.post(self.at("tick"), {"person": line, "how": how, "on": part})

        def there(self, **wanted):
            return list(Attendance.objects.filter(**wanted).values_list("person__first_name", "how", "part"))

    return Day()


@pytest.mark.rule("A56")
def test_the_list_of_part_1_holds_circle_helpers_professionals_and_coordinator(cast, client, day):
    rows = client.get(day.begin().at()).context["people"]

    everybody = {cast.naima, cast.fatma, cast.marloes, cast.stefan, cast.joke}
    assert {row.person for row in rows} == everybody


@pytest.mark.rule("A56")
def test_each_is_ticked_as_they_are_there_and_it_can_be_put_right(cast, day):
    day.begin()
    for person, how in ((cast.naima, "here"), (cast.fatma, "phone"), (cast.marloes, "late"), (cast.stefan, "video")):
        day.press(f"there:{person.slug}", how)

    day.press(f"there:{cast.stefan.slug}", "")

    assert day.there() == [("Naima", "here", 1), ("Fatma", "phone", 1), ("Marloes", "late", 1)]
    assert [row.person for row in Attendance.objects.there()] == [cast.naima, cast.fatma]


def test_who_leaves_and_comes_back_is_there_again(cast, client, day):
    day.begin()
    day.press(f"there:{cast.fatma.slug}", "phone")
    day.press(f"there:{cast.fatma.slug}", LEFT)
    assert Attendance.objects.get().left_at
    assert "Is er weer" in client.get(day.at()).text

    day.press(f"there:{cast.fatma.slug}", "phone")

    row = Attendance.objects.get()
    assert (row.how, row.left_at, row.came_late) == ("phone", None, False)


def test_the_same_press_twice_and_from_two_screens_is_one(cast, day):
    day.begin()
    for _press in range(2):
        day.press(f"there:{cast.naima.slug}", "here")
    first = Attendance.objects.get()
    day.press(f"there:{cast.naima.slug}", LEFT)
    left_at = Attendance.objects.get().left_at
    day.press(f"there:{cast.naima.slug}", LEFT)

    again = Attendance.objects.get()
    assert (again.at, again.left_at) == (first.at, left_at)


@pytest.mark.rule("A56")
def test_behind_the_door_nobody_from_outside_is_ever_noted(cast, client, day):
    day.begin(Phase.PRIVATE_TIME)
    offered = {row.person for row in client.get(day.at()).context["people"]}
    day.press(f"there:{cast.naima.slug}", "here", part=2)
    day.press(f"there:{cast.marloes.slug}", "here", part=2)
    with pytest.raises(NotAllowed):
        Attendance.put(day.meeting, part=2, person=cast.joke, how=How.HERE, by=cast.joke)

    assert offered == {cast.naima, cast.fatma}
    assert day.there() == [("Naima", "here", 2)]


def test_who_was_in_the_room_before_is_there_still_with_one_press(cast, client, day):
    day.begin(Phase.PRIVATE_TIME)
    for person, how in ((cast.naima, How.HERE), (cast.fatma, How.PHONE), (cast.marloes, How.HERE)):
        Attendance.objects.create(meeting=day.meeting, person=person, part=1, how=how)

    for _press in range(2):
        day.press("same:2", "yes")

    assert day.there(part=2) == [("Naima", "here", 2), ("Fatma", "phone", 2)]


def test_afterwards_the_list_of_an_earlier_part_can_still_be_put_right(cast, client, day):
    day.begin(Phase.FOLLOW_UP)

    answer = day.press(f"there:{cast.marloes.slug}", "here", part=1)

    assert answer["Location"].endswith("?deel=1#there")
    assert day.there() == [("Marloes", "here", 1)]
    assert client.get(day.at() + "?deel=1").context["part"] == 1


def test_what_nobody_can_press_changes_nothing(cast, day):
    day.begin()
    somebody, stranger, henk = (f"there:{person.slug}" for person in (cast.naima, cast.stranger, cast.henk))
    impossible = [
        (stranger, "here", 1), (henk, "here", 1), (somebody, "ziek", 1), (somebody, "here", 2), (somebody, "here", 0),
        (somebody, "here", "x"), ("there:", "here", 1), (f"nergens:{cast.naima.slug}", "here", 1), ("", "", ""),
    ]  # fmt: skip

    for line, how, part in impossible:
        assert day.press(line, how, part).status_code == 303

    assert not Attendance.objects.exists()


def test_no_reason_is_ever_kept_of_who_was_not_there():
    kept = {field.name for field in Attendance._meta.get_fields()}

    assert kept == {"id", "meeting", "person", "part", "how", "came_late", "at", "left_at"}


def test_how_somebody_said_to_come_is_the_first_button(cast, client, day):
    day.begin()
    CircleMember.objects.filter(person=cast.fatma).update(mode=Mode.BY_PHONE)

    page = client.get(day.at()).text

    assert "zou meebellen" in page
    assert "Wie op afstand meedoet, zegt wie er nog meer in die kamer is." in page


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER, Role.COACH])
def test_the_day_is_led_by_the_coordinator_alone(cast, client, day, who):
    day.begin()
    cast.enter(client, who)

    assert client.get(day.at()).status_code == 404
    for name in ("tick", "catch_up", "waiting_place"):
        assert client.post(day.at(name), {"person": f"there:{cast.naima.slug}", "how": "here"}).status_code == 404
    assert not Attendance.objects.exists()


def test_two_who_should_not_be_in_one_room_are_noticed_at_once_without_a_why(cast, client, day):
    day.begin()
    about = {"conference": day.conference, "about": cast.naima, "arrangement": "Hij sloeg haar."}
    SafetyNote.objects.create(apart_from_person=cast.fatma, flag=SafetyNote.Flag.NOT_TOGETHER, **about)
    day.press(f"there:{cast.naima.slug}", "here")
    assert "in dezelfde ruimte" not in client.get(day.at()).text

    day.press(f"there:{cast.fatma.slug}", "here")
    page = client.get(day.at()).text

    assert "Naima en Fatma zijn nu in dezelfde ruimte." in page
    assert "sloeg" not in page
    day.press(f"there:{cast.fatma.slug}", "phone")
    assert warning(day.meeting, 1, cast.fatma.slug) == ""
