"""Inviting: one letter for all, after the yes, once, each in their own channel."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.kinds import AlreadyInvited, NobodyToReach, NotAgreed
from kring.circle.models import CircleMember
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message, Status
from kring.people.links import PersonalLink
from tests.cast import DAY

QUESTION = "Wat is er voor nodig dat de kinderen elke dag naar school gaan?"


def karel(conference, by, **about):
    about = {"name": "Karel Hendriks", "channel": "mail", "reach": "karel@post.example", **about}
    return CircleMember.name_someone(conference, by=by, **about)


def address(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


@pytest.mark.parametrize("phase", [Phase.REFERRAL, Phase.MATCHING])
@pytest.mark.parametrize("role", Role)
def test_people_may_be_named_but_nobody_is_contacted_before_the_yes(cast, phase, role):
    conference = cast.conference(phase=phase)
    member = karel(conference, cast.naima)

    with pytest.raises(NotAllowed):
        inviting.invite(member, by=cast[role])

    assert not Message.objects.filter(about=conference).exists()
    member.refresh_from_db()
    assert member.person is None


def test_nobody_is_invited_without_the_main_persons_yes_to_them(cast):
    conference = cast.conference()
    member = karel(conference, cast.fatma)

    with pytest.raises(NotAgreed):
        inviting.invite(member, by=cast.joke)

    assert not Message.objects.filter(about=conference).exists()


def test_nobody_is_invited_whom_the_main_person_just_left_out(cast):
    member = karel(cast.conference(), cast.naima)
    seen_before = CircleMember.objects.get(pk=member.pk)
    member.leave_out(by=cast.naima)

    with pytest.raises(AlreadyInvited):
        inviting.invite(seen_before, by=cast.joke)


def test_an_invitation_makes_a_seat_and_a_link_of_ones_own(cast, client):
    conference = cast.conference()
    member = karel(conference, cast.naima)

    message = inviting.invite(member, by=cast.joke)

    assert conference.roles_of(member.person) == {Role.CIRCLE_MEMBER}
    assert (message.channel, message.status, message.address) == ("mail", Status.READY, "karel@post.example")
    cast.enter(client, member.person)
    assert client.get(message.link_path, follow=True).redirect_chain[-1][0] == address("answer", conference)


@pytest.mark.rule("A28")
def test_both_sides_get_the_same_words_at_the_same_moment(cast, client):
    conference = cast.conference()
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)
    of_naima = karel(conference, cast.naima)
    of_sam = karel(conference, sam, name="Wim Jansen", channel="sms", reach="06 44 00 00 01")

    cast.enter(client, Role.COORDINATOR)
    client.post(address("invite", conference), {"who": [of_naima.slug, of_sam.slug]})

    one, other = Message.objects.filter(about=conference).order_by("pk")
    assert one.text.replace("Karel", "…") == other.text.replace("Wim", "…")
    assert "Naima en Sam" in one.text
    assert other.created_at - one.created_at < timedelta(seconds=5)


@pytest.mark.rule("A28")
def test_an_invitation_does_not_say_who_suggested_somebody(cast):
    conference = cast.conference()
    member = karel(conference, cast.fatma)
    member.agree(by=cast.naima)

    message = inviting.invite(member, by=cast.joke)

    assert "Fatma" not in message.text + message.short + message.subject


@pytest.mark.rule("A40")
@pytest.mark.rule("A41")
@pytest.mark.parametrize("hat", ["circle", "professional"])
def test_every_invitation_says_five_hours_on_average_and_no_end(cast, hat):
    conference = cast.conference()
    cast.make_ready(conference)

    message = inviting.invite(karel(conference, cast.naima, hat=hat), by=cast.joke)

    assert "gemiddeld vijf uur" in message.text
    assert "geen eindtijd" in message.text
    assert "zaterdag 13 februari 2027, vanaf 14.00 uur" in message.text
    assert "19.00" not in message.text


@pytest.mark.rule("B23")
def test_the_invitation_asks_to_think_along_without_being_made_responsible(cast):
    message = inviting.invite(karel(cast.conference(), cast.naima), by=cast.joke)

    assert "Je bent niet verantwoordelijk voor de oplossing." in message.text


@pytest.mark.rule("A3")
@pytest.mark.parametrize(
    ("hat", "first"), [("circle", "Wij zijn niet van de gemeente"), ("professional", "Van harte welkom")]
)
def test_an_invitation_greets_before_it_asks(cast, hat, first):
    message = inviting.invite(karel(cast.conference(), cast.naima, hat=hat), by=cast.joke)

    assert message.text.startswith("Dag Karel,")
    assert 0 < message.text.index(first) < message.text.index("?")


def test_the_question_stands_in_it_once_it_is_agreed(cast):
    conference = cast.conference()
    early = inviting.invite(karel(conference, cast.naima), by=cast.joke)
    cast.make_ready(conference)
    later = inviting.invite(karel(conference, cast.naima, name="Bea", reach="bea@post.example"), by=cast.joke)

    assert QUESTION not in early.text
    assert QUESTION in later.text
    assert QUESTION not in later.short + later.subject


@pytest.mark.rule("A51")
def test_a_professional_reads_whom_to_call(cast):
    message = inviting.invite(karel(cast.conference(), cast.naima, hat="professional"), by=cast.joke)

    assert f"Ayşe Demirçi, {cast.ayse.phone}" in message.text
    assert cast.ayse.login_email in message.text


@pytest.mark.rule("A4")
def test_recommending_and_giving_information_are_two_roles(cast):
    conference = cast.conference()
    assert conference.roles_of(cast.tom) == {Role.REQUESTER}

    tom = karel(conference, cast.naima, name="Tom de Wit", reach=cast.tom.email, hat="professional")
    message = inviting.invite(tom, by=cast.joke)

    assert tom.person == cast.tom  # the same link for both
    assert conference.roles_of(cast.tom) == {Role.REQUESTER, Role.PROFESSIONAL}
    assert "in het eerste deel informatie te geven" in message.text


def test_somebody_else_at_the_same_address_is_somebody_else(cast):
    conference = cast.conference()

    wife = karel(conference, cast.naima, name="Els de Wit", reach=cast.tom.email)
    inviting.invite(wife, by=cast.joke)

    assert wife.person != cast.tom


def test_nobody_is_invited_twice(cast):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    seen_before = CircleMember.objects.get(pk=member.pk)
    inviting.invite(member, by=cast.joke)

    for late in (member, seen_before):
        with pytest.raises(AlreadyInvited):
            inviting.invite(late, by=cast.joke)

    assert Message.objects.filter(about=conference).count() == 1
    assert [seat.person for seat in conference.seated()].count(member.person) == 1


def test_the_same_person_under_two_entries_is_invited_once(cast):
    conference = cast.conference()
    first = karel(conference, cast.naima)
    second = karel(conference, cast.fatma, channel="phone", reach="06 44 00 00 09")
    second.agree(by=cast.naima)
    inviting.invite(first, by=cast.joke)
    second.complete(channel="mail", reach="KAREL@post.example", by=cast.fatma)

    with pytest.raises(AlreadyInvited):
        inviting.invite(second, by=cast.joke)


def test_two_clicks_on_the_page_invite_once(cast, client):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    cast.enter(client, Role.COORDINATOR)

    answers = [client.post(address("invite", conference), {"who": [member.slug]}).status_code for _click in range(2)]

    assert answers == [303, 200]
    assert Message.objects.filter(about=conference).count() == 1


def test_one_who_cannot_be_reached_does_not_hold_up_the_others(cast, client):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    unreached = karel(conference, cast.naima, name="Tante Bea", reach="")
    cast.enter(client, Role.COORDINATOR)

    page = client.get(address("invite", conference))
    client.post(address("invite", conference), {"who": [member.slug]})

    assert [found.slug for found in page.context["unreached"]] == [unreached.slug]
    assert list(conference.members.to_invite()) == [unreached]
    with pytest.raises(NobodyToReach):
        inviting.invite(unreached, by=cast.joke)


def test_the_letter_is_read_before_it_goes(cast, client):
    conference = cast.conference()
    karel(conference, cast.naima)
    karel(conference, cast.naima, name="Marjan", relation="helper", hat="", reach="marjan@hulp.example")

    page = cast.enter(client, Role.COORDINATOR).get(address("invite", conference)).content.decode()

    assert "Deze uitnodiging komt van Naima." in page
    assert "Van harte welkom" in page
    assert not Message.objects.filter(about=conference).exists()


@pytest.mark.parametrize(
    ("channel", "reach", "status"),
    [
        ("mail", "karel@post.example", Status.READY),
        ("sms", "06 44 00 00 01", Status.READY),
        ("letter", "Dorpsstraat 1\n8071 AA Nunspeet", Status.BY_HAND),
        ("phone", "038 422 25 26", Status.BY_HAND),
    ],
)
def test_each_gets_it_in_the_own_channel_and_language(cast, channel, reach, status):
    member = karel(cast.conference(), cast.naima, channel=channel, reach=reach, language="en")

    message = inviting.invite(member, by=cast.joke)

    assert (message.channel, message.status, message.language) == (channel, status, "en")
    assert member.person.language == "en"


def test_an_uncle_is_called_by_what_the_family_calls_him(cast):
    message = inviting.invite(karel(cast.conference(), cast.naima, name="Oom Karel Hendriks"), by=cast.joke)

    assert message.text.startswith("Dag Oom Karel,")


def test_a_reminder_goes_at_most_once_a_day_and_not_on_the_day_of_the_invitation(cast):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    inviting.invite(member, by=cast.joke)
    today = timezone.localdate()
    days = [today, today + timedelta(days=1), today + timedelta(days=1), today + timedelta(days=2)]

    went = []
    for on in days:
        try:
            went.append(inviting.remind(member, by=cast.joke, today=on).channel)
        except inviting.EnoughForToday:
            went.append("")

    assert went == ["", "mail", "", "mail"]
    assert Message.objects.filter(recipient=member.person).count() == 3


def test_who_answered_is_left_in_peace(cast):
    conference = cast.conference()
    fatma = conference.members.get(person=cast.fatma)

    with pytest.raises(inviting.NothingToRemind):
        inviting.remind(fatma, by=cast.joke, today=timezone.localdate() + timedelta(days=9))


def test_while_the_family_rests_nobody_is_asked(cast):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    conference.rest(by=cast.naima)

    with pytest.raises(inviting.AtRest):
        inviting.invite(member, by=cast.joke)

    assert not Message.objects.filter(about=conference).exists()


def test_reminding_from_the_list_shows_when(cast, client):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    inviting.invite(member, by=cast.joke)
    CircleMember.objects.filter(pk=member.pk).update(invited_at=timezone.now() - timedelta(days=3))
    cast.enter(client, Role.COORDINATOR)

    client.post(address("remind", conference, member.slug))

    assert "herinnerd op" in client.get(address("show", conference)).content.decode()
    overview = client.get(reverse("conference:show", args=[conference.slug])).content.decode()
    assert "Karel Hendriks (herinnerd op" in overview


def test_a_wild_name_and_a_wild_question_stay_words_in_the_letter(cast):
    conference = cast.conference()
    cast.make_ready(conference)
    conference.questions.all().delete()
    conference.questions.create(text="<b>{{ secret }}</b>\n‮vraag", agreed_at=timezone.now(), worded_by=cast.naima)

    message = inviting.invite(karel(conference, cast.naima, name="<script>{{ x }}"), by=cast.joke)

    assert "<script>{{" in message.text
    assert "<script>" not in message.as_html()
    assert "<b>{{ secret }}" not in message.as_html()


def test_an_answer_of_somebody_with_a_known_day_keeps_the_start_alone(cast):
    conference = cast.conference()
    cast.make_ready(conference)

    assert inviting.said_in_it(conference, "circle")["starts_at"] == DAY


def test_a_personal_link_is_not_kept_in_the_message(cast):
    member = karel(cast.conference(), cast.naima)
    message = inviting.invite(member, by=cast.joke)

    assert PersonalLink.of(member.person).slug not in message.text
    assert PersonalLink.of(member.person).slug in message.full_text
