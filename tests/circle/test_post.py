"""The messages of a conference: how far each is, letters to print, calls to make."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from kring.circle import carding, inviting
from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.foundation import printing
from kring.foundation.channels import Problem
from kring.foundation.outbox import Message, Status
from kring.foundation.posting import post
from kring.people.links import PersonalLink


def address(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def invited(cast, conference, name, channel, reach) -> Message:
    member = CircleMember.name_someone(conference, by=cast.naima, name=name, channel=channel, reach=reach)
    return inviting.invite(member, by=cast.joke)


@pytest.fixture
def conference(cast):
    return cast.conference()


def test_the_coordinator_sees_how_far_each_message_is(cast, client, conference):
    invited(cast, conference, "Karel", "mail", "karel@post.example")
    sent = invited(cast, conference, "Zoë", "mail", "zoe@post.example")
    failed = invited(cast, conference, "Yusuf", "sms", "06 55 00 00 01")
    invited(cast, conference, "Wim", "letter", "Dorpsstraat 1\n8071 AA Nunspeet")
    invited(cast, conference, "Bea", "phone", "038 422 25 26")
    Message.objects.filter(pk=sent.pk).update(status=Status.SENT)
    Message.objects.filter(pk=failed.pk).update(status=Status.FAILED, last_problem=Problem.REFUSED)

    page = cast.enter(client, Role.COORDINATOR).get(address("post", conference))

    words = page.content.decode()
    for status in ("staat klaar", "verzonden", "mislukt", "te printen", "te bellen"):
        assert status in words
    assert {message.recipient.first_name for message in page.context["todo"]} == {"Yusuf", "Wim", "Bea"}


def test_a_letter_is_printed_with_its_code_and_ticked_off_once(cast, client, conference):
    message = invited(cast, conference, "Wim", "letter", "Dorpsstraat 1\n8071 AA Nunspeet")
    cast.enter(client, Role.COORDINATOR)

    paper = client.get(address("letter", conference, message.slug))
    for _click in range(2):
        assert client.post(address("tick_off", conference, message.slug)).status_code == 303

    message.refresh_from_db()
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    assert message.status == Status.DONE


def test_who_is_called_is_read_the_invitation_without_a_link(cast, client, conference):
    message = invited(cast, conference, "Bea", "phone", "038 422 25 26")

    page = cast.enter(client, Role.COORDINATOR).get(address("message", conference, message.slug)).content.decode()

    assert "Deze uitnodiging komt van Naima." in page
    assert 'href="tel:0384222526"' in page
    assert "‹link›" not in page


def test_a_message_that_failed_goes_again_to_another_address(cast, client, conference):
    message = invited(cast, conference, "Karel", "mail", "fout@post.example")
    Message.objects.filter(pk=message.pk).update(status=Status.FAILED)
    member = conference.members.get(name="Karel")
    cast.enter(client, Role.COORDINATOR)

    client.post(address("move", conference, member.slug), {"channel": "sms", "reach": "06 55 00 00 09"})
    client.post(address("try_again", conference, message.slug))

    message.refresh_from_db()
    assert (message.channel, message.status, message.address) == ("sms", Status.READY, "06 55 00 00 09")


def test_an_address_that_cannot_be_is_said_at_the_field(cast, client, conference):
    invited(cast, conference, "Karel", "mail", "karel@post.example")
    member = conference.members.get(name="Karel")

    page = cast.enter(client, Role.COORDINATOR).post(
        address("move", conference, member.slug), {"channel": "mail", "reach": "karel@"}
    )

    assert "reach" in page.context["form"].errors
    member.refresh_from_db()
    assert member.reach == "karel@post.example"


def test_a_manager_sees_what_he_sent_himself_and_no_letters_of_the_circle(cast, client, conference):
    theirs = invited(cast, conference, "Karel", "mail", "karel@post.example")
    own = post(cast.stefan, "foundation/letters/ready.txt", key="x", about=conference, sent_by=cast.ayse)
    cast.enter(client, Role.REGIONAL_MANAGER)

    page = client.get(address("post", conference))

    assert page.context["todo"] + page.context["done"] == [own]
    assert client.get(address("message", conference, theirs.slug)).status_code == 404
    assert client.post(address("tick_off", conference, theirs.slug)).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.COORDINATOR, Role.REGIONAL_MANAGER)])
def test_nobody_else_reads_the_messages(cast, client, conference, role):
    message = invited(cast, conference, "Karel", "mail", "karel@post.example")
    cast.enter(client, role)

    assert client.get(address("post", conference)).status_code == 404
    assert client.get(address("message", conference, message.slug)).status_code == 404


def test_a_letter_of_another_conference_is_not_there(cast, client, conference):
    message = invited(cast, conference, "Wim", "letter", "Dorpsstraat 1\n8071 AA Nunspeet")
    other = cast.conference()
    cast.enter(client, Role.COORDINATOR)

    assert client.get(address("letter", other, message.slug)).status_code == 404
    assert client.get(address("message", other, message.slug)).status_code == 404


def test_fifty_messages_cost_no_more_questions_than_one(cast, client, conference, django_assert_max_num_queries):
    cast.enter(client, Role.COORDINATOR)
    counts = []
    for first, last in ((0, 1), (1, 50)):
        for number in range(first, last):
            person = cast.anyone_new(f"Persoon {number}", phone="06 11 11 11 11")
            post(person, "foundation/letters/ready.txt", key=f"k{number}", about=conference, sent_by=cast.joke)
        with django_assert_max_num_queries(12) as asked:
            client.get(address("post", conference))
        counts.append(len(asked))

    assert counts[1] <= counts[0]


def test_a_card_is_printed_for_one_and_for_all_with_the_code_of_each(cast, client, conference):
    member = CircleMember.name_someone(
        conference, by=cast.naima, name="Bea Smit", channel="phone", reach="038 422 25 26"
    )
    member.way = "card"
    message = inviting.invite(member, by=cast.joke)
    cast.enter(client, Role.COORDINATOR)

    one = client.get(address("card", conference, message.slug))
    all_of_them = client.get(address("cards", conference))
    words = carding.card(message, "Naima")

    assert one.content.startswith(b"%PDF")
    assert all_of_them.content.startswith(b"%PDF")
    assert words["code"] == PersonalLink.of(member.person).code
    assert words["link"].endswith("/code/")
    assert "kaartje om te geven" in client.get(address("post", conference)).content.decode()


def test_who_works_here_has_no_card(cast, client, conference):
    message = post(cast.anouk, "foundation/letters/ready.txt", key="x", about=conference, sent_by=cast.joke)
    cast.enter(client, Role.COORDINATOR)

    assert client.get(address("card", conference, message.slug)).status_code == 404
    assert client.get(address("cards", conference)).status_code == 404


def test_the_text_to_copy_is_shown_only_when_asked_for(cast, client, conference):
    message = invited(cast, conference, "Bea", "phone", "038 422 25 26")
    link = PersonalLink.of(message.recipient).address(message.link_path)
    cast.enter(client, Role.COORDINATOR)

    plain = client.get(address("message", conference, message.slug)).content.decode()
    asked = client.get(address("message", conference, message.slug) + "?app").content.decode()

    assert link not in plain
    assert escape(link) in asked


def test_the_letter_holds_the_code_that_lets_in(cast, client, conference):
    message = invited(cast, conference, "Wim", "letter", "Dorpsstraat 1\n8071 AA Nunspeet")
    code = PersonalLink.of(message.recipient).code

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printing, "pdf", lambda template, payload: payload)
        payload = carding.letter(message)
    page = client.post(reverse("people:type_code"), {"code": payload["code"]}, follow=True)

    assert payload["code"] == code
    assert "Dag Wim" in page.content.decode()
