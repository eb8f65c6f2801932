"""Before something breaks a flag: asked alone, signed by the coach, apart in time, and the last step."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.alone import InOwnName, NotAlone, SafetyTalk
from kring.circle.arriving import ArrivingApart
from kring.circle.excluding import AskTheMainPerson, Exclusion, NotTwice, OtherWaysFirst
from kring.circle.keeping_safe import AskTheCoordinator, LeftOut, NotYetTogether
from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.circle.safety import SafetyNote
from kring.circle.safety_refusals import CoachFirst, SecretPlace
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand, Via
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from kring.preparation.models import NotReady
from tests.cast import DAY

OTHERS = [role for role in Role if role not in (Role.COORDINATOR, Role.COACH)]


def at(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def show(client, conference) -> str:
    return client.get(reverse("conference:show", args=[conference.slug])).content.decode()


@pytest.fixture
def conference(cast):
    return cast.conference()


def karel(cast, conference) -> CircleMember:
    return CircleMember.name_someone(conference, by=cast.naima, name="Karel Hendriks", reach="06 55 00 00 01")


def apart(cast, conference, member) -> SafetyNote:
    return SafetyNote.note(conference, about=cast.naima, flag="not_together", apart_from=member, by=cast.joke)


# --- asked of each alone
def test_the_coordinator_is_reminded_to_ask_each_alone_and_notes_that_it_was_asked(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)
    assert "Vraag het als er niemand bij is: Naima" in show(client, conference)
    asked = {"person": cast.naima.slug, "on": str(timezone.localdate())}

    assert "alone" in client.post(at("asked_alone", conference), asked).context["form"].errors
    client.post(at("asked_alone", conference), asked | {"alone": "on"})

    assert cast.naima not in SafetyTalk.unasked(conference)
    assert cast.fatma in SafetyTalk.unasked(conference)


@pytest.mark.rule("R-SAF-1")
def test_what_was_not_asked_alone_does_not_count(cast, conference):
    with pytest.raises(NotAlone):
        SafetyTalk.tick(conference, person=cast.naima, on=timezone.localdate(), alone=False, by=cast.joke)


@pytest.mark.rule("R-SAF-1")
def test_safety_is_never_on_the_screen_in_somebody_elses_name(cast, client, conference):
    note = SafetyNote.note(conference, about=cast.fatma, flag="secret_address", by=cast.joke)
    cast.enter(client, Role.COORDINATOR)
    query = f"?namens={cast.naima.slug}&via=phone"

    for page in ("safety", "note_safety", "asked_alone", "arrive", "propose_exclusion"):
        answer = client.get(at(page, conference) + query, follow=True)
        assert "Dit kan alleen in uw eigen naam" in answer.content.decode()
        assert "adres is geheim" not in answer.content.decode()
    assert (
        "Is iedereen veilig?"
        not in client.get(reverse("conference:show", args=[conference.slug]) + query).content.decode()
    )
    with pytest.raises(InOwnName):
        note.lift(by=Hand(cast.joke, cast.naima, Via.PHONE))


def test_every_safety_page_says_whom_to_call_in_danger(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)

    for page in ("safety", "note_safety", "asked_alone", "arrive", "propose_exclusion"):
        text = client.get(at(page, conference)).content.decode()
        assert 'href="tel:112"' in text
        assert 'href="tel:08002000"' in text


# --- a warning before it breaks
@pytest.mark.rule("R-SAF-3")
def test_nobody_is_asked_into_a_room_with_somebody_they_may_not_meet(cast, client, conference):
    member = karel(cast, conference)
    apart(cast, conference, member)

    with pytest.raises(NotYetTogether):
        inviting.invite(member, by=cast.joke)
    page = cast.enter(client, Role.COORDINATOR).post(at("invite", conference), {"who": [member.slug]})

    assert "Karel Hendriks staat iets bij «Veiligheid»" in page.content.decode()
    member.refresh_from_db()
    assert not member.is_invited
    assert not Message.objects.filter(recipient__first_name="Karel").exists()


def test_who_is_not_there_stops_nobody(cast, conference):
    """Karel was asked and said no; Bea and he may not meet, so Bea can be asked."""
    other = CircleMember.name_someone(conference, by=cast.naima, name="Bea Jansen", reach="06 55 00 00 02")
    inviting.invite(member := karel(cast, conference), by=cast.joke)
    member.refresh_from_db()
    SafetyNote.note(conference, about=member.person, flag="no_contact", apart_from=other, by=cast.joke)

    with pytest.raises(NotYetTogether):
        inviting.invite(other, by=cast.joke)
    member.answer(mode=Mode.NOT, by=member.person)
    conference.forget_seats()

    inviting.invite(CircleMember.objects.get(pk=other.pk), by=cast.joke)


@pytest.mark.rule("R-SAF-3")
def test_only_the_coach_sets_the_warning_aside_and_says_why(cast, client, conference):
    member = karel(cast, conference)
    note = apart(cast, conference, member)

    assert cast.enter(client, Role.COORDINATOR).post(at("sign", conference, note.slug), {"why": "x"}).status_code == 404
    with pytest.raises(NotAllowed):
        note.sign(why="Ze komen apart", by=cast.joke)
    cast.enter(client, Role.COACH)
    assert "Een afspraak over veiligheid wacht op u" in show(client, conference)
    assert "why" in client.post(at("sign", conference, note.slug), {"why": ""}).context["form"].errors
    client.post(at("sign", conference, note.slug), {"why": "Ze komen apart binnen"})

    inviting.invite(member, by=cast.joke)
    member.refresh_from_db()
    assert member.is_invited


def test_the_family_hears_nothing_of_why_it_has_to_wait(cast, conference):
    member = karel(cast, conference)
    apart(cast, conference, member)
    type(conference).objects.filter(pk=conference.pk).update(phase=Phase.FOLLOW_UP)
    conference.refresh_from_db()

    for hand in (Hand.of(cast.naima), Hand(cast.joke, cast.naima, Via.BESIDE)):
        with pytest.raises(AskTheCoordinator) as refused:
            inviting.invite(member, by=hand)
        assert "veilig" not in str(refused.value.message).lower()


@pytest.mark.rule("R-SAF-3")
@pytest.mark.parametrize("flag", ["not_together", "no_contact"])
def test_no_day_and_no_ready_before_the_coach_signed(cast, conference, flag):
    preparation = cast.make_ready(conference)
    note = SafetyNote.note(conference, about=cast.naima, flag=flag, by=cast.joke)

    with pytest.raises(NotReady):
        preparation.mark_ready(by=cast.joke)
    with pytest.raises(CoachFirst):
        preparation.fix_date(starts_at=DAY, place="Buurthuis", by=cast.joke)
    note.sign(why="Ze zitten in twee kamers", by=cast.anouk)
    preparation.fix_date(starts_at=DAY, place="Buurthuis", by=cast.joke)
    preparation.mark_ready(by=cast.joke)

    assert preparation.is_ready


def test_a_flag_that_keeps_nobody_apart_needs_no_signature(cast, conference):
    SafetyNote.note(conference, about=cast.naima, flag="secret_address", by=cast.joke)

    cast.make_ready(conference).mark_ready(by=cast.joke)


def test_a_place_for_everybody_is_never_a_secret_address(cast, conference):
    cast.fatma.postal_address = "Dorpsstraat 1\n8075 AA Elspeet"
    cast.fatma.save()
    SafetyNote.note(conference, about=cast.fatma, flag="secret_address", by=cast.joke)

    with pytest.raises(SecretPlace):
        cast.make_ready(conference).fix_date(starts_at=DAY, place="Bij Fatma, dorpsstraat 1", by=cast.joke)


def test_a_warning_stands_where_there_is_no_number_left_to_call(cast, client, conference):
    SafetyNote.note(conference, about=cast.naima, flag="no_messages", by=cast.joke)
    type(cast.naima).objects.update(phone="")

    page = cast.enter(client, Role.COACH).get(at("safety", conference)).content.decode()

    assert "Van Naima Bouzid weten we geen nummer om te bellen" in page


# --- arriving apart
def test_who_arrives_apart_reads_it_alone_and_no_message_says_it(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)

    client.post(at("arrive", conference), {"person": cast.fatma.slug, "at": "13:30", "how": "Langs de tuin"})

    arrival = ArrivingApart.objects.get()
    assert arrival.at == time(13, 30)
    message = Message.objects.get(recipient=cast.fatma)
    assert "tuin" not in message.text + message.short + message.subject + message.calendar
    for role in Role:
        page = show(cast.enter(client, role), conference)
        assert ("Langs de tuin" in page) == (role == Role.CIRCLE_MEMBER), role


def test_arriving_apart_takes_an_hour_or_a_door(cast, client, conference):
    page = cast.enter(client, Role.COACH).post(at("arrive", conference), {"person": cast.fatma.slug})

    assert "how" in page.context["form"].errors


# --- the last step
def proposed(cast, conference, **other) -> Exclusion:
    member = conference.members.get(person=cast.fatma)
    said = {"reason": "Zij dreigt met Karim", "offered": "bellen en een brief", "consulted_on": timezone.localdate()}
    return Exclusion.propose(member, by=cast.joke, **said | other)


@pytest.mark.rule("R-SAF-4")
def test_other_ways_and_a_talk_with_the_main_person_come_first(cast, conference):
    with pytest.raises(OtherWaysFirst):
        proposed(cast, conference, offered="")
    for day in (None, timezone.localdate() + timedelta(days=1)):
        with pytest.raises(AskTheMainPerson):
            proposed(cast, conference, consulted_on=day)
    assert not Exclusion.objects.exists()


@pytest.mark.rule("R-SAF-4")
def test_the_coordinator_proposes_and_only_the_coach_decides(cast, client, conference):
    exclusion = proposed(cast, conference)

    with pytest.raises(NotAllowed):
        exclusion.agree(by=cast.joke)
    assert Role.CIRCLE_MEMBER in conference.roles_of(cast.fatma)
    cast.enter(client, Role.COACH).post(at("agree_to_exclusion", conference, exclusion.slug))

    conference.forget_seats()
    assert not conference.roles_of(cast.fatma)
    assert conference.members.get(person=cast.fatma).mode == Mode.NOT


@pytest.mark.rule("R-SAF-4")
def test_the_one_left_out_gets_a_respectful_message_without_reasons(cast, client, conference):
    exclusion = proposed(cast, conference)
    exclusion.agree(by=cast.anouk)

    message = Message.objects.get(recipient=cast.fatma)
    page = cast.enter(client, cast.fatma).get(at("invitation", conference)).content.decode()
    for text in (message.text, page):
        assert "het zegt niets over wie je bent" in text.lower()
        assert not [word for word in ("Karim", "dreigt", "veilig", "Anouk") if word in text]


def test_nobody_sends_a_new_invitation_over_it_but_the_coach_may_take_it_back(cast, conference):
    exclusion = proposed(cast, conference)
    exclusion.agree(by=cast.anouk)
    member = conference.members.get(person=cast.fatma)

    with pytest.raises(LeftOut):
        inviting.invite_again(member, by=cast.joke)
    with pytest.raises(NotAllowed):
        exclusion.withdraw(by=cast.joke)
    exclusion.withdraw(by=cast.anouk)
    conference.forget_seats()
    inviting.invite_again(CircleMember.objects.get(pk=member.pk), by=cast.joke)


@pytest.mark.rule("R-SAF-4")
def test_the_one_left_out_comes_in_by_no_new_name_link_or_answer(cast, client, conference):
    exclusion = proposed(cast, conference)
    exclusion.agree(by=cast.anouk)
    with pytest.raises(NotTwice):
        exclusion.agree(by=cast.anouk)
    with pytest.raises(NotTwice):
        proposed(cast, conference)
    again = CircleMember.name_someone(conference, by=cast.naima, name="fatma bouzid", reach="06 55 00 00 09")

    with pytest.raises(LeftOut):
        inviting.invite(again, by=cast.joke)
    client = cast.enter(client, cast.fatma)
    for page in ("answer", "show"):
        assert client.get(at(page, conference)).status_code == 404
    assert client.post(at("answer", conference), {"mode": "in_person"}).status_code == 404


def test_what_was_decided_about_another_family_cannot_be_touched_from_here(cast, client, conference):
    """A manager may coach two; the address of one opens nothing of the other."""
    theirs = proposed(cast, conference)
    note = SafetyNote.note(conference, about=cast.naima, flag="secret_address", by=cast.joke)
    other = cast.conference()
    cast.enter(client, Role.COACH)

    for page, row in (("agree_to_exclusion", theirs), ("withdraw_exclusion", theirs), ("lift", note), ("sign", note)):
        assert client.post(at(page, other, row.slug), {"why": "x"}).status_code == 404
    assert not Exclusion.objects.exclude(agreed_at=None).exists()
    assert SafetyNote.objects.get() == note


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_reads_of_it(cast, client, conference, role):
    exclusion = proposed(cast, conference)
    cast.enter(client, role)

    assert client.get(at("propose_exclusion", conference)).status_code == 404
    assert client.post(at("agree_to_exclusion", conference, exclusion.slug)).status_code == 404
    assert "dreigt" not in show(client, conference)


@pytest.mark.parametrize("number", [1, 50])
def test_many_flags_cost_no_more_questions(cast, client, conference, number, django_assert_max_num_queries):
    SafetyNote.objects.bulk_create(
        SafetyNote(conference=conference, about=cast.naima, flag="no_contact") for _n in range(number)
    )
    cast.enter(client, Role.COACH).get(at("safety", conference))

    with django_assert_max_num_queries(14):
        client.get(at("safety", conference))
