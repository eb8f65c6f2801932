"""The day as the coordinator leads it: the information round, who is there, and how late it really was."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Overtaken
from kring.meeting import forms as forms_here
from kring.meeting.attending import Attendance
from kring.meeting.models import Meeting, NotOver, NotThen
from kring.preparation.models import NotReady, Preparation
from tests.preparation.days import looks_like_an_end


def at(name: str, conference) -> str:
    return reverse(f"meeting:{name}", args=[conference.slug])


def begun(cast, phase: Phase = Phase.INFORMATION, hours: int = 6) -> tuple[Conference, Meeting]:
    conference = cast.conference(phase=phase)
    Meeting.objects.filter(conference=conference).update(opened_at=timezone.now() - timedelta(hours=hours))
    return conference, Meeting.of(conference)


def typed(moment: datetime) -> dict:
    local = timezone.localtime(moment)
    return {"ended_at_0": f"{local:%Y-%m-%d}", "ended_at_1": f"{local:%H:%M}"}


# --- opening
@pytest.mark.rule("B12")
def test_the_day_opens_from_the_checklist_and_leads_to_the_information_round(cast, client):
    conference = cast.conference()
    cast.make_ready(conference).mark_ready(by=cast.joke)

    page = cast.enter(client, cast.joke).post(at("open_the_day", conference), follow=True).text

    conference.refresh_from_db()
    assert conference.phase == Phase.INFORMATION
    assert "<h1>Informatieronde</h1>" in page
    assert "De deur gaat dicht" in page


def test_a_day_that_is_not_ready_does_not_open(cast, client):
    conference = cast.conference()

    page = cast.enter(client, cast.joke).post(at("open_the_day", conference), follow=True).text

    assert "Er moet eerst nog iets klaar" in page
    with pytest.raises(NotReady):
        Meeting.open(conference, by=cast.joke)
    assert not Meeting.objects.exists()


def test_a_day_opened_twice_is_one_meeting(cast):
    conference = cast.conference()
    cast.make_ready(conference).mark_ready(by=cast.joke)
    same_page_elsewhere = Conference.objects.get(pk=conference.pk)
    Meeting.open(conference, by=cast.joke)

    with pytest.raises(Overtaken):
        Meeting.open(same_page_elsewhere, by=cast.joke)

    assert Meeting.objects.get().number == 1


@pytest.mark.rule("A17")
@pytest.mark.parametrize(
    ("phase", "who", "leap"),
    [
        (Phase.PREPARATION, Role.COORDINATOR, "close_the_door"),
        (Phase.PREPARATION, Role.MAIN_PERSON, "say_ready"),
        (Phase.INFORMATION, Role.MAIN_PERSON, "say_ready"),
        (Phase.INFORMATION, Role.COORDINATOR, "record_call"),
        (Phase.PRESENTATION, Role.COORDINATOR, "open_the_day"),
        (Phase.PRESENTATION, Role.MAIN_PERSON, "close_the_door"),
        (Phase.FOLLOW_UP, Role.COORDINATOR, "close_the_door"),
    ],
)
def test_no_part_is_skipped_or_turned_around(cast, client, phase, who, leap):
    conference = cast.conference(phase=phase)

    answer = cast.enter(client, who).post(at(leap, conference), {"who": cast.naima.slug})

    assert answer.status_code in (303, 404)
    conference.refresh_from_db()
    assert conference.phase == phase


@pytest.mark.rule("A17")
def test_from_the_information_round_the_plan_cannot_be_presented_at_once(cast, client):
    conference, meeting = begun(cast)
    meeting.door_asked_at = timezone.now() - timedelta(minutes=1)
    meeting.save()

    answer = cast.enter(client, cast.naima).post(reverse("plan:open_the_door", args=[conference.slug]))

    assert answer.status_code == 404
    conference.refresh_from_db()
    assert conference.phase == Phase.INFORMATION


# --- the information round
@pytest.mark.rule("A57")
def test_each_professional_has_about_ten_minutes_in_a_running_order_without_a_stop(cast, client):
    conference, _meeting = begun(cast)

    page = cast.enter(client, cast.joke).get(at("day", conference))

    assert [turn.professional for turn in page.context["turns"]] == [cast.marloes, cast.stefan]
    assert "samen ongeveer 20 minuten" in page.text
    assert page.text.count('<slow-timer data-minutes="10"') == 2
    assert "Dat is lang" not in page.text


@pytest.mark.rule("A57")
def test_a_long_round_is_remarked_upon(cast, client):
    conference, _meeting = begun(cast)
    for number in range(3):
        conference.seat(cast.anyone_new(f"Helper {number}"), Role.PROFESSIONAL)

    page = cast.enter(client, cast.joke).get(at("day", conference)).text

    assert "samen ongeveer 50 minuten" in page
    assert "Dat is lang om te luisteren" in page


@pytest.mark.rule("A60")
def test_the_conditions_are_explained_word_for_word_and_nothing_can_be_added(cast, client):
    conference, _meeting = begun(cast)
    cast.enter(client, cast.joke)

    page = client.get(at("day", conference)).text

    for text in ("De kinderen zijn elke dag op school.", "Er is ’s avonds altijd een volwassene thuis."):
        assert text in page
    cast.enter(client, cast.stefan)
    for name in ("write", "add", "hand_in"):
        address = reverse(f"conditions:{name}", args=[conference.slug])
        assert client.post(address, {"text": "En ook nog dit."}).status_code == 404
    assert conference.conditions_forms.get().conditions.count() == 2


@pytest.mark.rule("A60")
def test_conditions_that_were_not_released_are_not_explained(cast, client):
    conference, _meeting = begun(cast)
    conference.conditions_forms.update(released_at=None)

    assert "De kinderen zijn elke dag op school." not in cast.enter(client, cast.joke).get(at("day", conference)).text


# --- the presentation, and afterwards
@pytest.mark.rule("B12")
def test_the_same_page_leads_through_the_presentation(cast, client):
    conference, _meeting = begun(cast, Phase.PRESENTATION)

    page = cast.enter(client, cast.joke).get(at("day", conference)).text

    assert "De presentatie" in page
    assert "Wat verwachten jullie van mij" in page
    assert "De deur gaat dicht" not in page


@pytest.mark.rule("A41")
@pytest.mark.parametrize("phase", [Phase.INFORMATION, Phase.PRIVATE_TIME])
def test_how_late_it_was_cannot_be_written_down_while_it_goes_on(cast, client, phase):
    conference, meeting = begun(cast, phase)

    with pytest.raises(NotOver):
        meeting.end(ended_at=timezone.now(), by=cast.joke)
    page = cast.enter(client, cast.joke).post(at("end", conference), typed(timezone.now()))

    assert page.context["form"].errors["ended_at"]
    meeting.refresh_from_db()
    assert meeting.ended_at is None


@pytest.mark.rule("A41")
def test_how_late_it_was_is_never_in_the_future_or_before_the_beginning(cast):
    _conference, meeting = begun(cast, Phase.FOLLOW_UP)

    for wrong in (timezone.now() + timedelta(hours=1), meeting.opened_at - timedelta(minutes=1)):
        with pytest.raises(NotThen):
            meeting.end(ended_at=wrong, by=cast.joke)

    assert Meeting.objects.get().ended_at is None


@pytest.mark.rule("A41")
def test_how_late_it_was_is_written_down_afterwards(cast, client):
    conference, _meeting = begun(cast, Phase.FOLLOW_UP)
    home = reverse("conference:show", args=[conference.slug])
    assert "Hoe laat was het afgelopen?" in cast.enter(client, cast.joke).get(home).text
    late = timezone.now().replace(second=0, microsecond=0) - timedelta(hours=1)

    client.post(at("end", conference), typed(late))

    assert Meeting.objects.get().ended_at == late
    assert "Hoe laat was het afgelopen?" not in client.get(home).text


@pytest.mark.parametrize("wrong", [{}, {"ended_at_0": "vandaag", "ended_at_1": "laat"}, {"ended_at_0": "2026-11-21"}])
def test_a_wrong_hour_is_said_at_the_field(cast, client, wrong):
    conference, _meeting = begun(cast, Phase.FOLLOW_UP)

    assert cast.enter(client, cast.joke).post(at("end", conference), wrong).context["form"].errors["ended_at"]


@pytest.mark.parametrize("night", ["2024-10-26", "2024-03-30"])
def test_the_clock_on_the_wall_is_written_down_also_in_the_night_it_changes(cast, client, night):
    """Half past two comes twice in the one night and never in the other; who looks at a watch does not know."""
    conference, _meeting = begun(cast, Phase.FOLLOW_UP)
    began = datetime.fromisoformat(night + "T19:00").replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
    Meeting.objects.update(opened_at=began)
    after_midnight = {"ended_at_0": f"{began + timedelta(days=1):%Y-%m-%d}", "ended_at_1": "02:30"}

    answer = cast.enter(client, cast.joke).post(at("end", conference), after_midnight)

    assert answer.status_code == 303
    meeting = Meeting.objects.get()
    assert meeting.ended_at - meeting.opened_at == timedelta(hours=7, minutes=30)


@pytest.mark.rule("A41")
def test_nothing_of_the_day_knows_an_end_beforehand():
    forms = [form for form in vars(forms_here).values() if isinstance(form, type) and hasattr(form, "base_fields")]
    tables = [model for model in apps.get_models() if model.__module__ == "kring.meeting.models"]
    names = {f"{form.__name__}.{name}" for form in forms for name in form.base_fields}
    names |= {f"{model.__name__}.{field.name}" for model in tables for field in model._meta.get_fields()}

    assert {name for name in names if "end" in name.lower()} == {"EndForm.ended_at", "Meeting.ended_at"} | {
        name for name in names if "attendance" in name.lower() and "ended" not in name.lower()
    }
    assert not [name for name in names if looks_like_an_end(name.partition(".")[2])]


def test_a_conference_without_a_meeting_says_so(cast, client):
    conference = cast.conference()
    Preparation.of(conference).go_on_without_meeting(by=cast.naima)

    page = cast.enter(client, cast.joke).get(at("day", conference), follow=True)

    assert "Er is nog geen bijeenkomst." in page.text


@pytest.mark.parametrize("helpers", [1, 50])
def test_the_day_costs_the_same_for_many_people(cast, client, helpers, django_assert_max_num_queries):
    conference, meeting = begun(cast)
    for number in range(helpers):
        helper = cast.anyone_new(f"Helper {number}")
        conference.seat(helper, Role.PROFESSIONAL)
        Attendance.objects.create(meeting=meeting, person=helper, part=1)
    cast.enter(client, cast.joke).get(at("day", conference))

    with django_assert_max_num_queries(12):
        assert client.get(at("day", conference)).status_code == 200
