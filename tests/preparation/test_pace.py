"""The pace is the family's; what is quiet is told to the coach alone, and being in a hurry drops no step."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.models import CircleMember, Mode
from kring.conditions.models import Reading
from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.foundation.working import JOBS
from kring.meeting.models import Meeting
from kring.preparation import announcing
from kring.preparation.models import DateAnswer, NotReady, PersonalPreparation, Preparation, Question
from kring.preparation.moments import first_day
from kring.preparation.noticing_quiet import lately, signals, tell_the_coaches, with_signs
from kring.preparation.pace import IsPast, Milestone, Tension, WhoSaidSo, weeks_since_yes

MONDAY = date(2027, 3, 1)


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


def home(conference) -> str:
    return reverse("conference:show", args=[conference.slug])


def quiet_for(conference, days: int) -> Conference:
    """Nothing was done since so many days before that Monday."""
    then = timezone.make_aware(datetime(2027, 3, 1, 9)) - timedelta(days=days)
    Conference.objects.filter(pk=conference.pk).update(moved_at=then, created_at=then)
    return Conference.objects.get(pk=conference.pk)


def seen_of(conference, today) -> list[str]:
    return signals(with_signs(Conference.objects.filter(pk=conference.pk), lately(today)).get(), today=today)


# --- days
@pytest.mark.rule("A54")
def test_the_day_of_a_judge_is_only_to_know_until_the_main_person_takes_it_over(cast, client):
    conference = cast.conference()
    day = timezone.localdate() + timedelta(days=40)
    with pytest.raises(WhoSaidSo):
        Milestone.note(conference, on=day, what="Zitting", by=cast.joke)
    milestone = Milestone.note(conference, on=day, what="Zitting", said_by="de rechter", by=cast.joke)
    page = cast.enter(client, cast.joke).get(at("pace", conference)).text
    assert "Genoemd door: de rechter." in page
    assert "Om te weten. Het hoeft dan niet af te zijn." in page
    client.post(at("take_over_day", conference, milestone.slug))
    milestone.refresh_from_db()
    assert not milestone.is_theirs  # the coordinator does not decide that

    cast.enter(client, cast.naima).post(at("take_over_day", conference, milestone.slug))

    milestone.refresh_from_db()
    assert milestone.is_theirs
    client.post(at("let_go_of_day", conference, milestone.slug))
    milestone.refresh_from_db()
    assert not milestone.is_theirs


@pytest.mark.rule("A54")
def test_the_main_person_sets_a_day_and_nobody_undoes_it_for_them(cast, client):
    conference = cast.conference()
    day = timezone.localdate() + timedelta(days=20)

    cast.enter(client, cast.naima).post(at("pace", conference), {"on": f"{day:%Y-%m-%d}", "what": "Voor de vakantie"})

    milestone = conference.milestones.get()
    assert milestone.is_theirs
    cast.enter(client, cast.joke).post(at("let_go_of_day", conference, milestone.slug))
    assert conference.milestones.get().is_theirs
    with pytest.raises(IsPast):
        Milestone.note(conference, on=timezone.localdate() - timedelta(days=1), what="Te laat", by=cast.naima)


@pytest.mark.rule("A52")
def test_weeks_are_a_guide_for_the_desk_and_never_a_deadline_for_the_family(cast, client):
    conference = quiet_for(cast.conference(), 84)
    assert weeks_since_yes(conference, today=MONDAY) == 12

    desk = cast.enter(client, cast.joke).get(at("pace", conference)).text
    family = cast.enter(client, cast.naima).get(at("pace", conference)).text

    assert "Gemiddeld duurt het 6 tot 10 weken." in desk
    assert "weken" not in family
    assert "Jullie bepalen hoe snel het gaat." in family


# --- what the coach hears
def letters_of(signal: str) -> list:
    return list(Message.objects.filter(key__startswith=signal).order_by("pk"))


@pytest.mark.rule("A54")
def test_three_weeks_of_silence_reach_only_the_coach_and_once_a_week(cast, client):
    conference = quiet_for(cast.conference(), 22)

    assert tell_the_coaches(MONDAY) == 1
    tell_the_coaches(MONDAY)
    tell_the_coaches(MONDAY + timedelta(days=1))  # a Tuesday

    assert [letter.recipient for letter in Message.objects.all()] == [cast.anouk]
    letter = Message.objects.get()
    assert "Bouzid" not in letter.text + letter.subject
    tell_the_coaches(MONDAY + timedelta(days=7))
    assert Message.objects.count() == 2
    sentence = seen_of(conference, MONDAY)[0]
    assert sentence == "Er gebeurde 3 weken niets."
    assert "quiet" in JOBS


@pytest.mark.rule("A54")
def test_only_the_coach_reads_it_on_the_page(cast, client):
    conference = cast.conference()
    long_ago = timezone.now() - timedelta(days=30)
    Conference.objects.filter(pk=conference.pk).update(moved_at=long_ago, created_at=long_ago)

    seen = {role for role in Role if "weken niets." in cast.enter(client, role).get(home(conference)).text}

    assert seen == {Role.COACH}


def test_two_weeks_of_silence_a_rest_or_another_phase_are_nothing_to_tell(cast):
    two_weeks = quiet_for(cast.conference(), 14)
    assert seen_of(two_weeks, MONDAY) == []
    resting = quiet_for(two_weeks, 30)
    Conference.objects.update(resting_since=timezone.now())
    assert tell_the_coaches(MONDAY) == 0
    Conference.objects.filter(pk=resting.pk).update(resting_since=None, phase=Phase.FOLLOW_UP)

    assert tell_the_coaches(MONDAY) == 0


def test_several_who_take_back_their_yes_are_a_signal_and_a_first_no_is_not(cast):
    conference = cast.conference()
    today, people = timezone.localdate(), []
    for name in ("Karel", "Zoë", "Ali"):
        someone, now = cast.anyone_new(name), timezone.now()
        conference.seat(someone, Role.CIRCLE_MEMBER)
        people.append(
            CircleMember.objects.create(
                conference=conference,
                person=someone,
                name=name,
                agreed_at=now,
                invited_at=now,
                mode="" if name == "Ali" else Mode.IN_PERSON,
            )
        )
    for member in people[:1] + people[2:]:  # Karel takes back a yes, Ali just says no
        member.answer(mode=Mode.NOT, by=member.person)
    assert seen_of(conference, today) == []

    people[1].answer(mode=Mode.NOT, by=people[1].person)

    assert seen_of(conference, today) == ["Meer mensen kwamen terug op hun ja."]


def test_a_quarrel_is_one_tap_without_a_word_and_the_coach_looks_along(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke).post(at("note_tension", conference))

    assert tell_the_coaches(MONDAY) == 1
    assert {field.name for field in Tension._meta.fields} == {"id", "conference", "noted_at"}
    assert "ruzie" in cast.enter(client, cast.anouk).get(home(conference)).text
    for other in (cast.naima, cast.tom, cast.marloes, cast.ayse):
        assert "ruzie" not in cast.enter(client, other).get(home(conference)).text

    cast.enter(client, cast.joke).post(at("settle_tension", conference))
    assert seen_of(conference, timezone.localdate()) == []


# --- in a hurry
@pytest.mark.rule("A53")
def test_a_conference_is_prepared_in_five_days_with_every_step_of_principle(cast, client):
    conference = cast.conference()
    Conference.objects.filter(pk=conference.pk).update(is_urgent=True)
    conference.refresh_from_db()
    today = timezone.localdate()
    assert first_day(today=today, is_urgent=True) <= today + timedelta(days=5) < first_day(today=today, is_urgent=False)
    assert "Het is spoed: bel, en stuur geen post." in cast.enter(client, cast.joke).get(at("people", conference)).text

    day = timezone.make_aware(datetime.combine(today + timedelta(days=5), datetime.min.time())) + timedelta(hours=14)
    preparation = Preparation.of(conference)
    (option,) = announcing.propose(conference, moments=[day], by=cast.joke)
    steps = [
        lambda: Question.word(conference, text="Wie vangt de kinderen deze maand op?", by=cast.naima),
        lambda: [DateAnswer.give(conference, {option.slug: "yes"}, by=who) for who in preparation.expected()],
        lambda: preparation.fix_date(starts_at=day, place="Buurthuis De Wiek", two_rooms=True, by=cast.joke),
        lambda: [
            PersonalPreparation.tick(conference, person=who, how="phone", on=today, by=cast.joke)
            for who in preparation.expected()
        ],
        lambda: [
            Reading.objects.create(form=form, person=who, how="told")
            for form in conference.conditions_forms.all()
            for who in preparation.expected()
        ],
    ]
    for step in steps:
        with pytest.raises(NotReady):
            preparation.mark_ready(by=cast.joke)
        step()
    preparation.mark_ready(by=cast.joke)

    meeting = Meeting.open(conference, by=cast.joke)
    assert conference.phase == Phase.INFORMATION  # and from here private time comes next, as always
    assert meeting.part == 1
