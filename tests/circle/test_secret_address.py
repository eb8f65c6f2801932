"""A secret address leaks nowhere: searched for on every page of every role, in messages, papers and calendar files."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.models import CircleMember
from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role, allowed
from kring.foundation.channels import mail_of
from kring.foundation.outbox import Message
from kring.people.models import Channel
from kring.preparation import announcing
from kring.preparation.models import Preparation
from tests.cast import DAY
from tests.house.doors import DOORS, address, ids, knock, params, view_of

STREET, TOWN, PHONE = "Verborgenlaan 77", "Schuilstad", "06 98 76 54 32"
SECRETS = (STREET, "9999 ZZ", TOWN, PHONE, "0698765432", "698765432")
HOW_TO_REACH = {"circle:show", "circle:post", "circle:message", "circle:letter", "circle:move", "circle:edit"}
HOW_TO_REACH |= {"preparation:people", "preparation:to_call"}  # whom to call to prepare them, or about the days
AT_THE_DESK = ("oversight:desk", "oversight:waiting", "people:home", "matching:mine", "oversight:office")


@pytest.fixture(autouse=True)
def papers(monkeypatch):
    """What is printed is read as the words that go into the document."""
    monkeypatch.setattr("typst.compile", lambda *_places, sys_inputs, **_how: sys_inputs["data"].encode())


@pytest.fixture
def hidden(cast):
    """Fatma lives where nobody may know; she gets letters, and is called."""
    cast.fatma.postal_address, cast.fatma.phone = f"{STREET}\n9999 ZZ {TOWN}", PHONE
    cast.fatma.channel, cast.fatma.email = Channel.LETTER, ""
    cast.fatma.save()
    return cast.fatma


def told(cast, phase):
    """A whole conference: all were invited, reminded and told the day; that she lives in secret is noted."""
    conference = cast.conference()
    SafetyNote.note(conference, about=cast.fatma, flag="secret_address", by=cast.joke)
    member = conference.members.get(person=cast.fatma)
    CircleMember.objects.filter(pk=member.pk).update(
        may_be_seen=True, reach=cast.fatma.postal_address, channel="letter"
    )
    for name, where in (("Karel Hendriks", "karel@post.example"), ("Yusuf Bouzid", "yusuf@post.example")):
        named = CircleMember.name_someone(conference, by=cast.fatma, name=name, channel="mail", reach=where)
        named.agree(by=cast.naima)
        inviting.invite(named, by=cast.joke)
        inviting.remind(named, by=cast.joke, today=timezone.localdate() + timedelta(days=2))
    announcing.propose(conference, moments=[DAY + timedelta(days=7)], by=cast.joke)
    conference.date_options.all().delete()
    cast.make_ready(conference)
    announcing.tell(Preparation.of(conference), by=cast.joke)
    conference.give_consent("see_circle", [Role.PROFESSIONAL, Role.CONDITION_SETTER], by=cast.naima)
    return at_phase(cast, conference, phase)


def at_phase(cast, conference, phase):
    from kring.meeting.models import Meeting

    if phase != Phase.PREPARATION:
        Meeting.objects.create(conference=conference, round=1)
        cast._plan(conference, adopted=phase == Phase.FOLLOW_UP)
    type(conference).objects.filter(pk=conference.pk).update(phase=phase)
    conference.refresh_from_db()
    conference.forget_seats()
    return conference


def found_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def said(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode(errors="replace")


def leaks(client, conference, role, phase) -> list[str]:
    """The pages on which this role finds the address, each message and each id tried."""
    known, open_to_them, found = ids(conference), allowed({role}, phase, EVERY_CONSENT), []
    for name, act in DOORS:
        if act not in open_to_them or "GET" not in view_of(name).methods or name == "meeting:page_keeper":
            continue
        slugs = [message.slug for message in conference.messages.all()] if "message" in params(name) else [None]
        for slug in slugs:
            url = address(name, conference, known | ({"message": slug} if slug else {}))
            if found_in(said(knock(client, name, url))):
                found.append(name)
    return sorted(set(found))


EVERY_CONSENT = frozenset(("see_circle", role) for role in Role) | {("see_plan", role) for role in Role}
PHASES = [Phase.PREPARATION] + [Phase.PRIVATE_TIME, Phase.FOLLOW_UP] * (connection.vendor == "sqlite")


@pytest.mark.rule("R-SAF-1")
@pytest.mark.parametrize("phase", PHASES)
def test_on_no_page_and_no_paper_but_where_the_coordinator_sees_how_to_reach_her(cast, client, hidden, phase):
    conference = told(cast, phase)

    for role in Role:
        if role == Role.CIRCLE_MEMBER:
            continue  # that is Fatma herself, who knows where she lives
        cast.enter(client, role)
        found = leaks(client, conference, role, phase)
        assert set(found) <= (HOW_TO_REACH if role == Role.COORDINATOR else set()), role
        for page in AT_THE_DESK:
            assert not found_in(said(client.get(reverse(page), follow=True))), (role, page)


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.INFORMATION])
def test_another_one_of_the_circle_finds_it_nowhere_either(cast, client, hidden, phase):
    conference = told(cast, phase)
    karel = conference.members.get(name="Karel Hendriks").person

    assert leaks(cast.enter(client, karel), conference, Role.CIRCLE_MEMBER, phase) == []


def test_the_search_finds_it_where_it_does_stand(cast, client, hidden):
    conference = told(cast, Phase.PREPARATION)
    cast.enter(client, Role.COORDINATOR)

    assert {"circle:show", "circle:letter"} <= set(leaks(client, conference, Role.COORDINATOR, Phase.PREPARATION))


def test_no_message_mail_or_calendar_entry_says_it(cast, hidden):
    told(cast, Phase.PREPARATION)

    assert Message.objects.exclude(calendar="").filter(channel=Channel.MAIL).exists()
    for message in Message.objects.all():
        mail = mail_of(message)
        parts = [
            mail.subject,
            mail.body,
            *(part[0] for part in mail.alternatives),
            *(part[1] for part in mail.attachments),
        ]
        assert not found_in("".join(parts) + message.short + message.full_short), message.key


def test_the_letter_to_another_one_does_not_carry_it(cast, client, hidden):
    conference = told(cast, Phase.PREPARATION)
    cast.enter(client, Role.COORDINATOR)

    for message in conference.messages.exclude(recipient=hidden):
        paper = client.get(reverse("circle:letter", args=[conference.slug, message.slug]))
        assert not found_in(said(paper))
