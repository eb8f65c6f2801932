"""Inviting: one letter for all, after the yes, once, each in their own channel."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from kring.circle import following, inviting
from kring.circle.kinds import AlreadyInvited, NobodyToReach, NotAgreed
from kring.circle.models import CircleMember
from kring.circle.sides import keep_apart
from kring.circle.wording import OwnWords
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
@pytest.mark.rule("R-CON-1")
def test_nobody_is_contacted_before_the_yes_and_while_a_coordinator_is_looked_for(cast, phase, role):
    conference = cast.conference(phase=phase)
    agreed = {"named_by": cast.naima, "agreed_by": cast.naima, "agreed_at": timezone.now()}
    member = conference.members.create(name="Karel Hendriks", channel="mail", reach="karel@post.example", **agreed)

    with pytest.raises(NotAllowed):
        inviting.invite(member, by=cast[role])

    assert not Message.objects.filter(about=conference).exists()
    member.refresh_from_db()
    assert member.person is None


def test_who_is_around_is_named_from_the_yes_on_and_not_before(cast):
    with pytest.raises(NotAllowed):
        karel(cast.conference(phase=Phase.REFERRAL), cast.naima)

    assert karel(cast.conference(phase=Phase.MATCHING), cast.naima).is_agreed


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


# --- in the name and the words of the main person --------------------------------------------------------------------
@pytest.mark.rule("A3")
def test_the_invitation_comes_from_the_main_person_in_own_words_after_the_greeting(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.MAIN_PERSON)
    client.post(address("words", conference), {"text": "Ik zou het fijn vinden als je komt."})

    text = inviting.invite(karel(conference, cast.naima), by=cast.joke).text

    said = ("Dag Karel,", "Deze uitnodiging komt van Naima.", "Naima schrijft: «Ik zou het fijn vinden")
    assert [text.index(words) for words in said] == sorted(text.index(words) for words in said)
    assert "Ik zou" not in Message.objects.get(about=conference).short


def test_own_words_can_be_taken_back_and_are_never_needed(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.MAIN_PERSON)
    client.post(address("words", conference), {"text": "Kom je ook?"})
    client.post(address("words", conference), {"text": ""})

    assert "schrijft" not in inviting.invite(karel(conference, cast.naima), by=cast.joke).text


def test_a_citizen_service_number_in_own_words_is_refused(cast, client):
    conference = cast.conference()
    page = cast.enter(client, Role.MAIN_PERSON).post(address("words", conference), {"text": "Ik ben 111222333"})

    assert "burgerservicenummer" in page.content.decode()
    assert not conference.own_words.exists()


def test_the_main_person_reads_how_it_looks_and_the_coordinator_writes_it_down_by_phone(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.COORDINATOR)
    client.post(address("words", conference) + f"?namens={cast.naima.slug}&via=phone", {"text": "Zegt Naima."})

    page = cast.enter(client, Role.MAIN_PERSON).get(address("words", conference)).content.decode()

    assert "Naima schrijft: «Zegt Naima.»" in page
    assert conference.journal.last().via == "phone"


@pytest.mark.rule("A28")
def test_two_sides_that_are_kept_apart_read_no_words_of_one_of_them(cast):
    conference = cast.conference()
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)
    OwnWords.say(conference, text="Mijn kant van het verhaal", by=cast.naima)
    keep_apart(conference, first=cast.naima, second=sam, by=cast.joke)

    for language in ("nl", "en"):
        assert "Mijn kant" not in inviting.draft(conference, "circle", language).text


def test_the_invitation_speaks_of_food_children_travel_and_whom_to_call(cast):
    text = inviting.invite(karel(cast.conference(), cast.naima), by=cast.joke).text

    whom_to_call = "Bellen mag ook: Joke Terpstra, 038 000 00 00"
    for words in ("eten en drinken", "kinderen mogen mee", "vervoer", "tolk", whom_to_call):
        assert words in text


# --- each in their own way --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("how", "channel", "way", "status"),
    [
        ("sms", "sms", "", Status.READY),
        ("phone", "phone", "", Status.BY_HAND),
        ("app", "phone", "app", Status.BY_HAND),
        ("card", "sms", "card", Status.BY_HAND),
    ],
)
def test_how_and_in_which_language_is_chosen_for_each(cast, client, how, channel, way, status):
    conference = cast.conference()
    member = karel(conference, cast.naima, channel="sms", reach="06 44 00 00 01")
    cast.enter(client, Role.COORDINATOR)

    sent = {"who": [member.slug], f"how_{member.slug}": how, f"language_{member.slug}": "ar"}
    client.post(address("invite", conference), sent)

    member.refresh_from_db()
    message = Message.objects.get(recipient=member.person)
    assert (member.channel, member.way, member.language) == (channel, way, "ar")
    assert (message.status, message.language) == (status, "ar")


def test_a_way_that_cannot_reach_somebody_is_not_offered(cast, client):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    cast.enter(client, Role.COORDINATOR)

    page = client.post(address("invite", conference), {"who": [member.slug], f"how_{member.slug}": "sms"})

    assert page.context["form"].errors
    assert not Message.objects.filter(about=conference).exists()


def test_who_has_no_number_or_address_at_all_gets_a_card(cast, client):
    conference = cast.conference()
    member = karel(conference, cast.naima, name="Tante Bea", reach="")
    cast.enter(client, Role.COORDINATOR)

    client.post(address("invite", conference), {"who": [member.slug], f"how_{member.slug}": "card"})

    member.refresh_from_db()
    assert member.is_invited
    assert client.get(address("cards", conference)).content.startswith(b"%PDF")


def test_what_goes_out_is_read_first_in_every_channel(cast, client):
    conference = cast.conference()
    karel(conference, cast.naima)

    page = cast.enter(client, Role.COORDINATOR).get(address("invite", conference)).content.decode()

    assert "Naima vraagt of je mee wilt denken." in page  # the SMS
    assert 'lang="ar" dir="rtl"' in page


def test_ninety_people_cost_hardly_more_questions_than_one(cast, django_assert_max_num_queries):
    conference, agreed = cast.conference(), {"agreed_at": timezone.now(), "agreed_by": cast.naima}
    about = {"conference": conference, "channel": "mail", "named_by": cast.naima, **agreed}
    CircleMember.objects.bulk_create(
        CircleMember(name=f"Gast Nummer{number}", reach=f"gast{number}@post.example", **about) for number in range(91)
    )
    first, *others = conference.members.to_invite()
    with django_assert_max_num_queries(60) as one:
        inviting.invite_all(conference, [first], by=cast.joke)
    with django_assert_max_num_queries(len(one) + 4 * len(others)) as many:
        inviting.invite_all(conference, others, by=cast.joke)

    assert (len(many) - len(one)) / len(others) < 4
    assert Message.objects.filter(about=conference, status=Status.READY).count() == 91
    assert len({member.person_id for member in conference.members.all()}) == 93


# --- how far it is ----------------------------------------------------------------------------------------------------
def stages_of(conference, name: str) -> list[str]:
    members = following.listed(conference, conference.coordinator)
    return next(member.stages for member in following.asked(conference, members) if member.name == name)


def test_how_far_it_is_stands_in_words_and_opened_is_the_own_link(cast, client):
    conference = cast.conference()
    member = karel(conference, cast.naima)
    inviting.invite(member, by=cast.joke)
    assert stages_of(conference, "Karel Hendriks") == ["staat klaar"]

    Message.objects.filter(recipient=member.person).update(status=Status.SENT)
    client.post(PersonalLink.of(member.person).address("/").removeprefix(settings.BASE_URL))
    assert stages_of(conference, "Karel Hendriks") == ["verstuurd", "geopend"]

    member.answer(mode="in_person", by=member.person)
    assert stages_of(conference, "Karel Hendriks") == ["verstuurd", "geopend", "beantwoord"]


def test_who_was_asked_stands_on_the_page_with_the_day(cast, client):
    conference = cast.conference()
    inviting.invite(karel(conference, cast.naima), by=cast.joke)

    page = cast.enter(client, Role.COORDINATOR).get(address("invite", conference)).content.decode()

    assert "al uitgenodigd op" in page
    assert reverse("circle:remind", args=[conference.slug, conference.members.get(name="Karel Hendriks").slug]) in page


def test_fifty_who_were_asked_cost_no_more_questions_than_one(cast, client, django_assert_max_num_queries):
    conference = cast.conference()
    cast.enter(client, Role.COORDINATOR)
    counts = []
    for first, last in ((0, 1), (1, 50)):
        for number in range(first, last):
            karel(conference, cast.naima, name=f"Gast Nummer{number}", reach=f"gast{number}@post.example")
        inviting.invite_all(conference, list(conference.members.to_invite()), by=cast.joke)
        with django_assert_max_num_queries(12) as asked:
            client.get(address("invite", conference))
        counts.append(len(asked))

    assert counts[1] <= counts[0]


def test_of_a_reminder_the_coach_hears_once_a_day_that_it_went_and_nothing_more(cast):
    conference = cast.conference()
    tomorrow = timezone.localdate() + timedelta(days=1)
    for name in ("Karel Hendriks", "Bea Smit"):
        member = karel(conference, cast.naima, name=name, reach=f"{name[:3]}@post.example")
        inviting.invite(member, by=cast.joke)
        inviting.remind(member, by=cast.joke, today=tomorrow)

    notice = Message.objects.get(recipient=cast.anouk)

    assert "herinnerd" in notice.text
    assert not {"Karel", "Bea", "Naima"} & set(notice.text.replace(",", " ").split())
