"""Answering: one tap for yes, otherwise or no; without a reason, and with thanks."""

from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from kring.circle import inviting
from kring.circle.kinds import AlreadyInvited, Mode
from kring.circle.leaving_alone import is_not_to_be_asked
from kring.circle.models import CircleMember
from kring.circle.wording import OwnWords
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


# --- what is needed
def tell(client, member, **said):
    return client.post(address("details", member.conference), said, follow=True)


@pytest.fixture
def coming(cast, client, invited):
    """Karel said yes and sits at the details."""
    invited.answer(mode=Mode.IN_PERSON, by=invited.person)
    cast.enter(client, invited.person)
    return invited


def test_an_interpreter_has_a_language_a_dialect_and_a_wish(client, coming):
    tell(client, coming, aids=["interpreter"], tongue="Berbers", dialect="Tarifit", interpreter="woman")

    coming.refresh_from_db()
    assert coming.all_needs == ["een tolk", "taal van de tolk: Berbers (Tarifit), een vrouw"]


def test_what_somebody_does_not_eat_has_no_religion(client, coming):
    tell(
        client, coming, aids=["food", "hearing", "wheelchair", "childcare", "lift"], eats_no="varken", brought_by="Zoë"
    )

    coming.refresh_from_db()
    assert "eet geen varken" in coming.all_needs
    assert "komt met Zoë" in coming.all_needs
    assert "hulp bij het horen" in coming.all_needs
    fields = " ".join(client.get(address("details", coming.conference)).context["form"].fields)
    assert not {"religion", "faith", "geloof"} & set(fields.split())


@pytest.mark.parametrize(
    "who", ["mijn dochter van 12", "mijn zoontje", "een kind van de buren", "Sara, 9 jaar", "Amir (15 jaar)", "Noor"]
)
def test_a_child_as_interpreter_is_kindly_spoken_of_and_what_was_typed_is_kept(cast, client, coming, who):
    noor = cast.anyone_new("Noor", birth_month=date(2014, 5, 1))
    coming.conference.seat(noor, Role.CIRCLE_MEMBER)

    page = tell(client, coming, brought_interpreter=who).content.decode()

    coming.refresh_from_db()
    assert "Voor een kind is dat zwaar" in page
    assert f"brengt zelf een tolk mee: {who}" in coming.all_needs


@pytest.mark.parametrize("who", ["mijn zus", "Samira, 43 jaar", "mijn buurvrouw van 71", "Fatma", ""])
def test_a_grown_up_interpreter_is_nobodys_worry(client, coming, who):
    assert "Voor een kind is dat zwaar" not in tell(client, coming, brought_interpreter=who).content.decode()


@pytest.mark.parametrize(("phone", "shares"), [("own", False), ("shared", True), ("", False)])
def test_whose_phone_it_is_may_be_said_and_then_the_link_asks_a_first_name(client, coming, phone, shares):
    tell(client, coming, phone=phone)

    coming.person.refresh_from_db()
    assert coming.person.shares_phone is shares


def test_a_phone_that_was_shared_can_be_ones_own_again(client, coming):
    tell(client, coming, phone="shared")
    tell(client, coming, phone="own")

    coming.person.refresh_from_db()
    assert not coming.person.shares_phone


def test_a_number_of_a_citizen_is_refused_in_what_is_needed(client, coming):
    page = tell(client, coming, needs="mijn nummer is 111222333").content.decode()

    coming.refresh_from_db()
    assert "burgerservicenummer" in page
    assert coming.needs == ""


def test_what_is_needed_is_locked_in_the_database(client, coming):
    tell(client, coming, eats_no="varken", tongue="Tarifit")

    with connection.cursor() as cursor:
        cursor.execute("SELECT particulars FROM kring_circlemember WHERE id = %s", [coming.pk])
        kept = cursor.fetchone()[0]
    assert kept
    assert "varken" not in kept


@pytest.mark.rule("A87")
def test_a_professional_sees_of_the_circle_who_said_so_on_the_answer_page_and_never_a_number(cast, client, coming):
    conference = coming.conference
    conference.give_consent("see_circle", [Role.PROFESSIONAL], by=cast.naima)
    circle = reverse("circle:show", args=[conference.slug])
    other = CircleMember.name_someone(
        conference, by=cast.naima, name="Bea Smit", channel="mail", reach="bea@post.example"
    )
    inviting.invite(other, by=cast.joke)
    other.answer(mode=Mode.IN_PERSON, by=other.person)

    tell(client, coming, may_be_seen="on", brought_by="Zoë", eats_no="varken")
    page = cast.enter(client, Role.PROFESSIONAL).get(circle).content.decode()

    assert "Karel Hendriks" in page
    for unseen in ("Bea Smit", "karel@post.example", "bea@post.example", "varken", "Zoë"):
        assert unseen not in page


@pytest.mark.rule("B23")
def test_the_answer_page_says_that_nobody_is_responsible_and_that_no_has_no_consequences(cast, client, invited):
    page = cast.enter(client, invited.person).get(address("answer", invited.conference)).content.decode()

    assert "Je bent niet verantwoordelijk voor de oplossing." in page
    assert "Het heeft geen gevolgen voor hulp." in page


@pytest.mark.rule("A3")
def test_the_answer_page_shows_what_the_main_person_wrote(cast, client, invited):
    OwnWords.say(invited.conference, text="Je was er altijd.", by=cast.naima)

    page = cast.enter(client, invited.person).get(address("answer", invited.conference)).content.decode()

    assert page.index("Je was er altijd.") < page.index("Ja, ik kom")


@pytest.mark.rule("A44")
def test_while_the_manager_is_away_a_professional_calls_the_stand_in(cast, client):
    conference = cast.conference()
    cast.region.stand_in = cast.anouk
    cast.region.save()

    page = cast.enter(client, Role.PROFESSIONAL).get(address("answer", conference)).content.decode()

    assert "belt u Anouk Smit, de regiomanager" in page


# --- left alone ---
def test_after_a_no_somebody_can_ask_never_to_be_asked_again(cast, client, invited):
    conference = invited.conference
    cast.enter(client, invited.person)
    offered = client.post(address("answer", conference), {"mode": "not"}, follow=True).content.decode()

    page = client.post(address("leave_alone", conference), follow=True).content.decode()

    assert "Vraag mij niet meer" in offered
    assert "We vragen je niet meer." in page
    assert is_not_to_be_asked(conference, name="Karel Hendriks")


def test_nobody_is_left_alone_who_did_not_say_no(cast, client, invited):
    cast.enter(client, invited.person)

    assert client.post(address("leave_alone", invited.conference)).status_code == 404

    assert not is_not_to_be_asked(invited.conference, name="Karel Hendriks")


def test_who_answers_on_the_phone_need_not_be_called_again(cast, client):
    conference = cast.conference()
    about = {"name": "Bea Smit", "channel": "phone", "reach": "038 422 25 26"}
    bea = CircleMember.name_someone(conference, by=cast.naima, **about)
    message = inviting.invite(bea, by=cast.joke)
    cast.enter(client, Role.COORDINATOR)

    page = client.get(reverse("circle:message", args=[conference.slug, message.slug]))
    client.post(page.context["answers"]["url"], {"mode": "voice"})

    bea.refresh_from_db()
    message.refresh_from_db()
    assert "Wat zegt deze persoon?" in page.content.decode()
    assert (bea.mode, message.status) == (Mode.VOICE, "done")


@pytest.mark.rule("A38")
def test_at_the_foot_of_every_page_of_an_invitee_stands_the_phone_of_the_coordinator(cast, client):
    conference = cast.conference()
    pages = {
        Role.CIRCLE_MEMBER: ("answer", "details", "show", "say", "join", "messages", "who_is_who"),
        Role.PROFESSIONAL: ("answer", "details", "introduce", "who_is_who"),
        Role.CONDITION_SETTER: ("answer", "who_is_who"),
    }

    for role, names in pages.items():
        cast.enter(client, role)
        for url in (*(address(name, conference) for name in names), reverse("conference:show", args=[conference.slug])):
            words = client.get(url).content.decode()
            foot = words[words.index('<footer class="foot">') :]
            assert "Vraag aan de coördinator, Joke:" in foot, url
            assert foot.index("tel:") < foot.index("mailto:")
    asks = cast.enter(client, Role.REQUESTER).get(reverse("conference:show", args=[conference.slug]))
    assert "Vraag aan de coördinator" not in asks.content.decode()
