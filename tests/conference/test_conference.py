"""A conference moves by the table, one step at a time, and writes down who did it."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from kring.conference.access import RULES, Phase, Role, allowed
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import CIRCLE, Conference, NotAllowed, Outcome, Overtaken, TwoHats
from kring.people.links import PersonalLink


@pytest.mark.rule("R-CON-2")
def test_stopping_is_written_down_and_closes_it(cast):
    conference = cast.conference(phase=Phase.PREPARATION)

    conference.stop(by=cast[Role.MAIN_PERSON])

    assert (conference.phase, conference.outcome) == (Phase.CLOSED, Outcome.STOPPED)
    assert [(entry.step, entry.taken_by) for entry in conference.journal.all()] == [("stop", cast[Role.MAIN_PERSON])]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MAIN_PERSON])
def test_nobody_but_the_main_person_stops_it(cast, role):
    conference = cast.conference(phase=Phase.PREPARATION)

    with pytest.raises(NotAllowed):
        conference.stop(by=cast[role])

    conference.refresh_from_db()
    assert conference.phase == Phase.PREPARATION
    assert not conference.journal.exists()


def test_a_step_taken_twice_is_refused_the_second_time(cast):
    conference = cast.conference(phase=Phase.PREPARATION)
    same_page_open_elsewhere = Conference.objects.get(pk=conference.pk)
    conference.stop(by=cast[Role.MAIN_PERSON])

    with pytest.raises(Overtaken):
        same_page_open_elsewhere.stop(by=cast[Role.MAIN_PERSON])

    assert conference.journal.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_twenty_who_press_at_once_one_wins():
    from tests.cast import Cast

    cast = Cast()
    conference = cast.conference(phase=Phase.PREPARATION)
    outcomes, start = [], threading.Barrier(20)

    def press():
        mine = Conference.objects.get(pk=conference.pk)
        mine.allowed_to(cast[Role.MAIN_PERSON])
        start.wait(timeout=60)
        try:
            mine.stop(by=cast[Role.MAIN_PERSON])
            outcomes.append("won")
        except Overtaken:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["told"] * 19 + ["won"]
    assert conference.journal.count() == 1


def test_the_coordinator_does_it_for_somebody_on_the_phone_and_the_journal_says_so(cast):
    conference = cast.conference(phase=Phase.PREPARATION)

    conference.stop(by=Hand(cast[Role.COORDINATOR], cast[Role.MAIN_PERSON], "phone"))

    entry = conference.journal.get()
    assert (entry.taken_by, entry.in_name_of, entry.via) == (cast.joke, cast.naima, "phone")


def test_nobody_in_the_circle_or_outside_acts_for_somebody_else(cast):
    conference = cast.conference(phase=Phase.PREPARATION)

    for role in (Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.REQUESTER):
        with pytest.raises(NotAllowed):
            conference.stop(by=Hand(cast[role], cast[Role.MAIN_PERSON], "phone"))


def test_the_plan_is_never_adopted_for_somebody_else(cast):
    conference = cast.conference(phase=Phase.PRESENTATION)

    for act in ("adopt_plan", "open_the_door", "seal_note", "see_room"):
        with pytest.raises(NotAllowed):
            conference.refuse_unless_allowed(act, by=Hand(cast.joke, cast.naima, "phone"))


@pytest.mark.rule("A6")
def test_a_conference_can_be_around_several_people(cast):
    conference = cast.conference(phase=Phase.PREPARATION)
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)

    assert conference.main_people == [cast.naima, sam]
    assert str(conference) == "Rond Naima en Sam"
    assert "stop" in conference.allowed_to(sam)


@pytest.mark.rule("A19")
def test_there_is_one_coordinator_at_a_time(cast):
    from django.db import IntegrityError, transaction

    conference = cast.conference(phase=Phase.PREPARATION)
    other = cast.anyone_new("Lieke")

    with pytest.raises(IntegrityError), transaction.atomic():
        conference.participants.create(person=other, role=Role.COORDINATOR)

    conference.unseat(cast.joke, Role.COORDINATOR)
    conference.seat(other, Role.COORDINATOR)
    assert conference.coordinator == other
    assert conference.participants.filter(role=Role.COORDINATOR).count() == 2  # the hand-over stays on record


@pytest.mark.rule("A20")
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER])
@pytest.mark.rule("R-IND-2")
def test_a_coordinator_takes_no_other_part(cast, role):
    conference = cast.conference(phase=Phase.PREPARATION)

    with pytest.raises(TwoHats):
        conference.seat(cast.joke, role)


@pytest.mark.rule("B21")
def test_nobody_wears_the_hat_of_the_circle_and_of_a_professional(cast):
    conference = cast.conference(phase=Phase.PREPARATION)

    with pytest.raises(TwoHats):
        conference.seat(cast.fatma, Role.PROFESSIONAL)
    with pytest.raises(TwoHats):
        conference.seat(cast.marloes, Role.CIRCLE_MEMBER)


@pytest.mark.parametrize("phase", Phase)
def test_lists_show_exactly_the_conferences_whose_door_opens(cast, phase):
    conference = cast.conference(phase=phase)

    for role in Role:
        listed = Conference.objects.of(cast[role]).filter(pk=conference.pk).exists()
        assert listed is ("see_state" in allowed({role}, phase)), role
    for outsider in (cast.henk, cast.stranger, cast.admin):
        assert not Conference.objects.of(outsider).exists()


def test_consent_opens_a_small_letter_and_taking_it_back_closes_it(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    assert "see_plan" not in conference.allowed_to(cast.marloes)

    conference.give_consent("see_plan", [Role.PROFESSIONAL], by=cast.naima)
    assert "see_plan" in conference.allowed_to(cast.marloes)
    assert "see_plan" not in conference.allowed_to(cast.stefan)

    conference.withdraw_consent("see_plan", [Role.PROFESSIONAL], by=cast.naima)
    assert "see_plan" not in conference.allowed_to(cast.marloes)


def test_consent_cannot_open_what_is_no_small_letter(cast):
    conference = cast.conference(phase=Phase.PREPARATION)

    with pytest.raises(NotAllowed):
        conference.give_consent("see_room", [Role.COORDINATOR], by=cast.naima)


@pytest.mark.rule("A54")
def test_taking_it_easy_is_a_fact_not_a_phase(cast):
    conference = cast.conference(phase=Phase.PREPARATION)

    conference.rest(by=cast.naima)
    assert (conference.phase, conference.resting_since is not None) == (Phase.PREPARATION, True)

    conference.go_on(by=cast.naima)
    assert conference.resting_since is None


@pytest.mark.rule("A54")
def test_while_they_take_it_easy_nothing_is_asked_of_family_and_professionals(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)

    def asked(who):
        return cast.enter(client, who).get(reverse("conference:show", args=[conference.slug])).context["prompts"]

    assert asked(cast.naima)

    conference.rest(by=cast.naima)

    for who in (cast.naima, cast.fatma, cast.marloes, cast.stefan):
        assert asked(who) == []


def test_the_journal_is_a_chain_that_shows_a_change(cast):
    conference = cast.conference(phase=Phase.PREPARATION)
    conference.rest(by=cast.naima)
    conference.go_on(by=cast.naima)
    conference.rest(by=cast.naima)
    assert JournalEntry.first_break(conference) is None

    second = conference.journal.get(number=2)
    second.step = "stop"
    assert second.reckon() != second.hash


def test_the_journal_holds_ids_and_times_and_no_names_or_texts():
    texts = {field.name for field in JournalEntry._meta.get_fields() if field.get_internal_type() == "TextField"}

    assert texts == set()


@pytest.mark.rule("A17")
def test_the_whole_way_is_walked_in_order_and_no_other(cast):
    steps = {act: rule for act, rule in RULES.items() if rule.is_step}
    walk = ["say_yes", "appoint", "open_the_day", "close_the_door", "open_the_door", "adopt_plan", "close"]

    reached = [Phase.REFERRAL] + [steps[step].leads_to for step in walk]

    assert reached == list(Phase)
    for step, phase in zip(walk, reached, strict=False):
        assert steps[step].roles[phase], step


def test_the_circle_is_the_main_people_and_their_circle():
    assert CIRCLE == {Role.MAIN_PERSON, Role.CIRCLE_MEMBER}


def test_a_link_in_the_wrong_hands_is_taken_back_and_the_journal_says_so(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    link = PersonalLink.of(cast.fatma)
    withdraw = reverse("conference:withdraw_link", args=[conference.slug, cast.fatma.slug])

    assert cast.enter(client, cast.naima).post(withdraw).status_code == 404
    assert cast.enter(client, cast.joke).post(withdraw).status_code == 303

    assert not PersonalLink.objects.live().filter(pk=link.pk).exists()
    assert conference.journal.get(step="withdraw_link").taken_by == cast.joke
    assert client.post(reverse("conference:withdraw_link", args=[conference.slug, cast.ayse.slug])).status_code == 404
