"""Somebody died, moved or wants out: gone from every message at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.sides import TwoSides
from kring.conference.access import Phase, Role
from kring.followup.asking_evaluation import ask_how_it_was
from kring.followup.calling_together import Gathering
from kring.followup.removing import Parting
from kring.foundation.posting import Message, post
from kring.people.links import PersonalLink
from kring.people.models import Person
from kring.plan.models import Plan
from tests.followup.asked import home, tried

READY = "foundation/letters/ready.txt"


def at(conference, name: str) -> str:
    return reverse(f"followup:{name}", args=[conference.slug])


@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.COORDINATOR])
def test_who_died_gets_nothing_any_more_not_even_what_lay_ready(cast, client, conference, role):
    tried(cast.henk)
    now = post(cast.fatma, READY, key="now", about=conference)
    later = post(cast.fatma, READY, key="later", about=conference)
    Message.objects.filter(pk=later.pk).update(not_before=timezone.now() + timedelta(days=3))
    gathering = Gathering.objects.create(conference=conference, called_by=cast.naima)
    gathering.people.set([cast.fatma, cast.naima])
    link = PersonalLink.of(cast.fatma)

    cast.enter(client, role).post(at(conference, "let_go"), {"person": cast.fatma.slug, "why": "died"})

    assert not Message.objects.filter(pk__in=[now.pk, later.pk]).exists()
    conference.forget_seats()
    assert not conference.roles_of(cast.fatma)
    assert list(gathering.people.all()) == [cast.naima]
    assert PersonalLink.at(link.code) is None
    ask_how_it_was(timezone.localdate() + timedelta(days=3))
    assert not Message.objects.filter(recipient=cast.fatma).exists()
    assert Message.objects.filter(recipient=cast.marloes).exists()


@pytest.mark.rule("B23")
def test_what_was_promised_is_free_again_without_a_word(cast, client, conference):
    agreement = Plan.of(conference).agreements.get()
    agreement.accept(by=cast.fatma)
    page = cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "step_out")).content.decode()
    assert "textarea" not in page

    client.post(at(conference, "step_out"))

    agreement.refresh_from_db()
    assert (agreement.is_accepted, agreement.is_free) == (False, True)
    assert client.get(at(conference, "mine")).status_code in (302, 404)
    assert {message.recipient for message in Message.objects.all()} == {cast.naima}
    assert Message.objects.get().subject == "Er staat iets klaar bij Kring"


def test_who_moved_keeps_the_seat_and_nothing_goes_to_the_old_address(cast, client, conference):
    post(cast.fatma, READY, key="now", about=conference)

    cast.enter(client, Role.MAIN_PERSON).post(at(conference, "let_go"), {"person": cast.fatma.slug, "why": "moved"})

    assert not Message.objects.filter(recipient=cast.fatma).exists()
    assert Person.objects.get(pk=cast.fatma.pk).phone == ""
    conference.forget_seats()
    assert Role.CIRCLE_MEMBER in conference.roles_of(cast.fatma)


def test_what_is_about_another_conference_still_goes(cast, client, conference):
    other = cast.conference(phase=Phase.PREPARATION, conditions=False)
    kept = post(cast.marloes, READY, key="there", about=other)
    post(cast.marloes, READY, key="here", about=conference)

    cast.enter(client, Role.COORDINATOR).post(
        at(conference, "let_go"), {"person": cast.marloes.slug, "why": "wants_out"}
    )

    assert list(Message.objects.filter(recipient=cast.marloes)) == [kept]
    assert Person.objects.get(pk=cast.marloes.pk).is_active
    other.forget_seats()
    assert other.roles_of(cast.marloes)


@pytest.mark.parametrize("who", ["naima", "joke", "stranger"])
def test_the_only_main_person_and_who_works_here_are_not_let_go(cast, client, conference, who):
    person = getattr(cast, who)
    cast.enter(client, Role.MAIN_PERSON).post(at(conference, "let_go"), {"person": person.slug, "why": "died"})
    assert not Parting.objects.exists()


@pytest.mark.rule("A28")
def test_of_two_sides_nobody_stops_or_reads_who_is_on_the_other_one(cast, client, conference):
    sam, wim = cast.anyone_new("Sam"), cast.anyone_new("Wim")
    conference.seat(sam, Role.MAIN_PERSON)
    conference.seat(wim, Role.CIRCLE_MEMBER)
    about = {"agreed_at": timezone.now(), "named_by": sam}
    conference.members.create(person=wim, name="Wim", side="second", **about)
    conference.members.filter(person=cast.fatma).update(side="first")
    TwoSides.objects.create(conference=conference, first=cast.naima, second=sam)

    page = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "let_go")).content.decode()
    for other in (sam, wim):
        client.post(at(conference, "let_go"), {"person": other.slug, "why": "died"})

    assert "Fatma" in page
    assert "Wim" not in page
    assert not Parting.objects.exists()
    assert client.get(at(conference, "step_out")).status_code == 404
    cast.enter(client, Role.COORDINATOR).post(at(conference, "let_go"), {"person": sam.slug, "why": "wants_out"})
    assert Parting.objects.get().person == sam


def test_where_to_say_it_is_on_the_own_page_and_the_coordinator_hears_it(cast, client, conference):
    assert "Niet meer meedoen" in home(cast.enter(client, Role.CIRCLE_MEMBER), conference)
    assert client.get(at(conference, "let_go")).status_code == 404
    assert "Iemand krijgt geen berichten meer" in home(cast.enter(client, Role.MAIN_PERSON), conference)

    client.post(at(conference, "let_go"), {"person": cast.tom.slug, "why": "wants_out"})

    assert [message.recipient for message in Message.objects.all()] == [cast.joke]
