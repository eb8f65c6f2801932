"""The circle keeps the lead: how it goes, speaking again, and coming together."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, NotAllowed
from kring.followup import calling_together, keeping_going
from kring.followup.calling_together import Gathering, ReconveneRequest
from kring.followup.refusals import AlreadyAnswered
from kring.followup.talks import ProgressTalk
from kring.foundation.posting import Message
from kring.meeting.models import Meeting
from kring.plan.models import Plan


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


def home(client, conference) -> str:
    return client.get(reverse("conference:show", args=[conference.slug])).content.decode()


@pytest.mark.rule("A83")
def test_how_it_goes_is_in_the_open_for_the_circle_and_shut_for_everybody_else(cast, client, conference):
    plan = Plan.of(conference)
    agreement = plan.agreements.get()
    agreement.accept(by=cast.fatma)
    agreement.tell(went="not", by=cast.fatma)

    for role in Role:
        answer = cast.enter(client, role).get(at(conference, "how"))
        if role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER):
            assert "niet gelukt" in answer.content.decode()
        else:
            assert answer.status_code == 404, role


def test_the_progress_talk_is_noted_with_its_day_and_the_next_one_and_nothing_of_what_was_said(
    cast, client, conference
):
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "<textarea" not in client.get(at(conference, "progress")).content.decode()

    client.post(at(conference, "progress"), {"held_on": "2026-01-10", "next_on": "2099-04-10", "changes": "nothing"})

    talk = ProgressTalk.objects.get()
    assert (talk.held_on, talk.next_on) == (date(2026, 1, 10), date(2099, 4, 10))
    assert ProgressTalk.next_for(Plan.of(conference)) == date(2099, 4, 10)
    assert {field.name for field in ProgressTalk._meta.get_fields()} == {
        "id", "conference", "held_on", "next_on", "changes"
    }  # fmt: skip


def test_a_talk_of_tomorrow_was_not_held(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    tomorrow = timezone.localdate() + timedelta(days=1)

    answer = client.post(at(conference, "progress"), {"held_on": tomorrow, "next_on": ""})

    assert "Deze dag moet nog komen" in answer.content.decode()
    assert not ProgressTalk.objects.exists()


@pytest.mark.parametrize(
    ("days", "words"), [(20, ""), (5, "Jullie spreken elkaar binnenkort"), (-5, "Hebben jullie elkaar gesproken?")]
)
def test_the_circle_is_asked_about_the_day_it_chose_and_is_never_late(cast, client, conference, days, words):
    Plan.objects.update(progress_on=timezone.localdate() + timedelta(days=days))

    page = home(cast.enter(client, Role.MAIN_PERSON), conference)

    known = ("Jullie spreken elkaar binnenkort", "Hebben jullie elkaar gesproken?")
    assert [it for it in known if it in page] == ([words] if words else [])
    assert "te laat" not in page


@pytest.mark.rule("A81")
def test_a_part_of_the_circle_is_called_together_in_one_go(cast, client, conference):
    piet = cast.anyone_new("Piet")
    conference.seat(piet, Role.CIRCLE_MEMBER)
    cast.enter(client, Role.CIRCLE_MEMBER)
    form = client.get(at(conference, "call")).context["form"]
    assert set(form["people"].value()) == {cast.naima.slug, cast.fatma.slug, piet.slug}

    client.post(
        at(conference, "call"),
        {"people": [cast.naima.slug], "starts_at_0": "2099-05-01", "starts_at_1": "14:00", "place": "bij oma"},
    )

    gathering = Gathering.objects.get()
    assert set(gathering.people.all()) == {cast.naima, cast.fatma}
    assert [message.recipient for message in Message.objects.all()] == [cast.naima]
    assert "bij oma" not in Message.objects.get().full_text
    assert "bij oma" in home(cast.enter(client, Role.MAIN_PERSON), conference)
    assert "bij oma" not in home(cast.enter(client, piet), conference)


@pytest.mark.rule("A81")
@pytest.mark.parametrize("people", [[], ["marloes"], ["bestaatniet"]])
def test_only_people_of_the_circle_are_called(cast, client, conference, people):
    cast.enter(client, Role.MAIN_PERSON)
    slugs = [cast.marloes.slug if name == "marloes" else name for name in people]

    assert client.post(at(conference, "call"), {"people": slugs}).status_code == 200

    assert not Gathering.objects.exists()
    assert not Message.objects.exists()


@pytest.mark.rule("A81")
def test_the_circle_comes_together_again_in_a_room_of_its_own(cast, client, conference):
    first = Meeting.of(conference)
    cast.enter(client, Role.CIRCLE_MEMBER)

    client.post(at(conference, "reconvene"))

    again = Meeting.of(conference)
    assert again != first
    assert (again.number, again.round) == (2, 1)
    assert Conference.objects.get(pk=conference.pk).phase == Phase.PRIVATE_TIME


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MAIN_PERSON, Role.CIRCLE_MEMBER}))
@pytest.mark.rule("A82")
@pytest.mark.rule("B17")
def test_nobody_else_brings_the_circle_together(cast, client, conference, role):
    cast.enter(client, role)

    assert client.post(at(conference, "reconvene")).status_code == 404
    assert client.post(at(conference, "call"), {"people": [cast.naima.slug]}).status_code == 404
    with pytest.raises(NotAllowed):
        Meeting.reconvene(conference, by=cast[role])


@pytest.mark.rule("A82")
def test_a_professional_asks_the_circle_to_come_together_and_the_circle_decides(cast, client, conference):
    Plan.objects.update(initiator="")
    Plan.of(conference).fill_in(initiator="Oma Fatma", by=cast.naima)
    cast.enter(client, Role.PROFESSIONAL).post(at(conference, "ask"))
    asked = ReconveneRequest.objects.get()
    assert {message.recipient for message in Message.objects.all()} == {cast.naima, cast.fatma}
    assert Conference.objects.get(pk=conference.pk).phase == Phase.FOLLOW_UP
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "Marloes van Dijk vraagt of jullie weer bij elkaar komen" in home(client, conference)

    client.post(at(conference, "asked", asked.slug), {"says": "no"})

    asked.refresh_from_db()
    assert asked.is_coming is False
    assert Conference.objects.get(pk=conference.pk).phase == Phase.FOLLOW_UP
    assert Message.objects.filter(recipient=cast.marloes).count() == 1
    page = cast.enter(client, Role.PROFESSIONAL).get(at(conference, "mine")).content.decode()
    assert "De kring komt nu niet bij elkaar" in page


@pytest.mark.rule("A82")
def test_asking_twice_is_one_question_and_it_is_answered_once(cast, conference):
    for _time in range(2):
        calling_together.ask_to_reconvene(conference, by=cast.marloes)
    asked = ReconveneRequest.objects.get()
    calling_together.answer(asked, is_coming=True, by=cast.naima)

    with pytest.raises(AlreadyAnswered):
        calling_together.answer(ReconveneRequest.objects.get(), is_coming=False, by=cast.fatma)

    assert Message.objects.filter(recipient=cast.naima).count() == 1
    assert ReconveneRequest.objects.get().is_coming is True


@pytest.mark.parametrize("rows", [1, 50])
def test_the_page_asks_as_little_for_fifty_agreements_as_for_one(
    cast, client, conference, django_assert_max_num_queries, rows
):
    plan = Plan.of(conference)
    for number in range(rows):
        plan.agreements.create(what=f"Afspraak {number}", doer=cast.fatma)
        plan.help_asked.create(what=f"Hulp {number}", professional=cast.marloes)
        calling_together.call(conference, people=[cast.fatma], starts_at=timezone.now(), by=cast.naima)
    calling_together.ask_to_reconvene(conference, by=cast.marloes)
    cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "how"))

    with django_assert_max_num_queries(12):
        client.get(at(conference, "how"))


@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.FOLLOW_UP])
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.COORDINATOR])
def test_the_page_of_the_conference_stays_light(cast, client, django_assert_max_num_queries, phase, role):
    conference = cast.conference(phase=phase)
    keeping_going.reply(
        Plan.of(conference).help_asked.create(what="x", professional=cast.marloes), answer="yes", by=cast.marloes
    )
    cast.enter(client, role)
    home(client, conference)

    with django_assert_max_num_queries(12):
        home(client, conference)
