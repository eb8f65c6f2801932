"""Answering: one tap for yes, otherwise or no; without a reason, and with thanks."""

import pytest
from django.urls import reverse

from kring.circle import inviting
from kring.circle.kinds import AlreadyInvited, Mode
from kring.circle.models import CircleMember
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message


def address(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


@pytest.fixture
def invited(cast):
    """Karel, invited and not answered yet, and his conference."""
    conference = cast.conference()
    about = {"name": "Karel Hendriks", "channel": "mail", "reach": "karel@post.example"}
    member = CircleMember.name_someone(conference, by=cast.naima, **about)
    inviting.invite(member, by=cast.joke)
    return member


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode != Mode.NOT])
def test_one_tap_is_an_answer_and_the_details_may_be_skipped(cast, client, invited, mode):
    cast.enter(client, invited.person)

    page = client.post(address("answer", invited.conference), {"mode": mode}, follow=True)

    invited.refresh_from_db()
    assert (invited.mode, invited.has_answered) == (mode, True)
    assert "Dank je wel" in page.content.decode()
    assert "Overslaan" in page.content.decode()


def test_a_no_needs_no_reason_and_gets_thanks(cast, client, invited):
    cast.enter(client, invited.person)

    page = client.post(address("answer", invited.conference), {"mode": "not"}, follow=True).content.decode()

    assert "Dank je wel" in page
    assert "je hoeft het niet uit te leggen" in page
    assert "<textarea" not in page
    assert not hasattr(CircleMember, "reason")


def test_after_a_no_the_seat_is_free_and_the_link_still_thanks(cast, client, invited):
    conference, link_path = invited.conference, Message.objects.get(recipient=invited.person).link_path
    invited.answer(mode=Mode.NOT, by=invited.person)
    cast.enter(client, invited.person)

    assert conference.roles_of(invited.person) == frozenset()
    assert "Dank je wel" in client.get(link_path).content.decode()
    for page in ("answer", "details", "show"):
        assert client.get(address(page, conference)).status_code == 404


def test_who_said_no_can_be_asked_again_by_the_coordinator(cast, client, invited):
    conference = invited.conference
    invited.answer(mode=Mode.NOT, by=invited.person)
    cast.enter(client, Role.COORDINATOR)

    client.post(address("invite_again", conference, invited.slug))
    client.post(address("invite_again", conference, invited.slug))  # a second click changes nothing

    invited.refresh_from_db()
    conference.forget_seats()
    assert (invited.mode, invited.answered_at) == ("", None)
    assert conference.roles_of(invited.person) == {Role.CIRCLE_MEMBER}
    assert Message.objects.filter(recipient=invited.person).count() == 2


def test_who_did_not_say_no_is_not_invited_again(cast, invited):
    with pytest.raises(AlreadyInvited):
        inviting.invite_again(invited, by=cast.joke)


def test_an_answer_can_be_changed_and_what_was_needed_stays(cast, client, invited):
    cast.enter(client, invited.person)
    client.post(address("answer", invited.conference), {"mode": "in_person"})
    details = {"aids": ["lift", "interpreter"], "needs": "Ik spreek Tarifit", "may_be_seen": "on"}
    client.post(address("details", invited.conference), details)

    client.post(address("answer", invited.conference), {"mode": "by_phone"})

    invited.refresh_from_db()
    assert invited.mode == Mode.BY_PHONE
    assert invited.all_needs == ["een tolk", "vervoer", "Ik spreek Tarifit"]
    assert invited.may_be_seen


def test_whether_others_may_know_is_no_until_somebody_says_yes(invited):
    invited.answer(mode=Mode.IN_PERSON, by=invited.person)

    assert not invited.is_seen


@pytest.mark.parametrize("wrong", ["", "misschien", "<script>"])
def test_an_answer_that_does_not_exist_changes_nothing(cast, client, invited, wrong):
    cast.enter(client, invited.person)

    page = client.post(address("answer", invited.conference), {"mode": wrong})

    invited.refresh_from_db()
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not invited.has_answered


def test_nobody_answers_for_another(cast, invited):
    with pytest.raises(NotAllowed):
        invited.answer(mode=Mode.NOT, by=cast.fatma)

    invited.refresh_from_db()
    assert not invited.has_answered


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REGIONAL_MANAGER])
@pytest.mark.parametrize("mode", [Mode.IN_PERSON, Mode.NOT])
def test_somebody_who_calls_is_answered_for(cast, client, invited, role, mode):
    conference = invited.conference
    cast.enter(client, role)

    page = client.post(
        f"{address('answer', conference)}?namens={invited.person.slug}&via=phone", {"mode": mode}, follow=True
    )

    invited.refresh_from_db()
    entry = conference.journal.last()
    assert page.status_code == 200
    assert invited.mode == mode
    assert (entry.step, entry.in_name_of, entry.via) == ("answer_invitation", invited.person, "phone")


@pytest.mark.rule("A38")
@pytest.mark.parametrize("name", ["answer", "details"])
def test_every_invitee_can_ask_the_coordinator_with_the_phone_first(cast, client, invited, name):
    words = cast.enter(client, invited.person).get(address(name, invited.conference)).content.decode()
    asking = words[words.index("Vraag aan de coördinator") :]

    assert "Joke organiseert de bijeenkomst" in asking
    assert asking.index("tel:") < asking.index("mailto:")
    assert cast.joke.phone not in words  # a coordinator is reached through the organisation


@pytest.mark.rule("A38")
@pytest.mark.rule("A44")
def test_a_professional_asks_about_content_the_manager(cast, client):
    conference = cast.conference()

    words = cast.enter(client, Role.PROFESSIONAL).get(address("answer", conference)).content.decode()
    asking = words[words.index("Vraag aan de coördinator") :]

    assert "Over de inhoud of over voorwaarden aan het plan belt u Ayşe Demirçi" in asking
    assert "Bent u erbij?" in words


def test_a_professional_is_seen_as_one_and_is_not_asked_about_it(cast, client):
    conference = cast.conference()
    page = cast.enter(client, Role.PROFESSIONAL).get(address("details", conference)).content.decode()

    assert "Wat heeft u nodig" in page
    assert "De anderen mogen weten" not in page
    assert conference.members.get(person=cast.marloes).is_seen


def test_who_sets_conditions_says_how_to_be_reached_and_keeps_the_seat(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.CONDITION_SETTER)

    client.post(address("answer", conference), {"mode": "by_phone"})
    client.post(address("answer", conference), {"mode": "not"})

    conference.forget_seats()
    assert conference.members.filter(person=cast.stefan).count() == 1
    assert conference.members.get(person=cast.stefan).mode == Mode.NOT
    assert conference.roles_of(cast.stefan) == {Role.CONDITION_SETTER}
    assert client.get(address("answer", conference)).status_code == 200


def test_who_took_part_does_not_lose_the_plan_by_saying_no_to_another_meeting(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    fatma = conference.members.get(person=cast.fatma)

    fatma.answer(mode=Mode.NOT, by=cast.fatma)

    assert conference.roles_of(cast.fatma) == {Role.CIRCLE_MEMBER}


def test_the_invitation_leads_to_the_conference_when_answering_is_over(cast, client, invited):
    conference = invited.conference
    type(conference).objects.filter(pk=conference.pk).update(phase=Phase.PRESENTATION)
    cast.enter(client, invited.person)

    assert client.get(address("invitation", conference)).headers["Location"].endswith(f"/c/{conference.slug}/")


def test_the_invitation_of_somebody_else_is_not_there(cast, client, invited):
    for other in (cast.stranger, cast.naima, cast.joke):
        assert cast.enter(client, other).get(address("invitation", invited.conference)).status_code == 404


def test_who_has_not_answered_is_asked_first_and_then_no_more(cast, client, invited):
    home = reverse("conference:show", args=[invited.conference.slug])
    cast.enter(client, invited.person)

    asked = client.get(home).content.decode()
    client.post(address("answer", invited.conference), {"mode": "in_person"})
    answered = client.get(home).content.decode()

    assert "Een vraag van Naima: denk je mee?" in asked
    assert "denk je mee?" not in answered
