"""«Niet appen of mailen» and «bel alleen op afgesproken tijden»: no room, no page and nobody writes to this person."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.arriving import ArrivingApart
from kring.circle.keeping_safe import CallThem
from kring.circle.kinds import ByPhoneOnly, Way
from kring.circle.models import CircleMember
from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role
from kring.conference.models import Outcome
from kring.followup import calling_together, closing
from kring.foundation.channels import Channel
from kring.foundation.posting import Message, Status, post, post_all
from kring.foundation.working import work_off
from kring.plan import sharing
from kring.plan.models import Plan
from kring.preparation import announcing

HOUSE = Path(__file__).parents[2] / "kring"
FLAGS = [SafetyNote.Flag.NO_MESSAGES, SafetyNote.Flag.CALL_ONLY]
LETTER = "foundation/letters/ready.txt"


@pytest.fixture
def open_post(settings):
    settings.EMAIL_URL, settings.SMS_URL = "smtp://post.example", "http://sms.example"


def flagged(cast, conference, person=None, flag="no_messages"):
    person = person or cast.naima
    SafetyNote.note(conference, about=person, flag=flag, by=cast.joke)
    person.refresh_from_db()
    return person


def in_spite_of_it(person):
    """Whatever else stands in the database, as an old page or a mistake would leave it."""
    type(person).objects.filter(pk=person.pk).update(channel=Channel.MAIL, email="mail@hier.example")
    person.refresh_from_db()
    return person


# --- no room
@pytest.mark.rule("R-SAF-2")
def test_no_room_writes_to_who_is_only_called(cast, open_post):
    """From the days that are put to them to the goodbye: each becomes a call to make."""
    conference = cast.conference()
    naima = in_spite_of_it(flagged(cast, conference))
    conference.forget_seats()
    announcing.propose(conference, moments=[timezone.now() + timedelta(days=20)], by=cast.joke)
    ArrivingApart.arrange(conference, person=naima, how="Langs de tuin", by=cast.joke)
    in_phase(conference, Phase.FOLLOW_UP)
    sharing.tell(Plan.of(conference).versions.create(number=1), by=cast.fatma)
    calling_together.call(conference, people=[naima], by=cast.fatma)
    closing.close(conference, by=cast.joke)

    written = list(Message.objects.filter(recipient=naima))
    assert len(written) == 5
    for message in written:
        assert (message.channel, message.status) == (Channel.PHONE, Status.BY_HAND), message.key
        assert message.about == conference
    work_off()
    assert not [sent for sent in mail.outbox if "mail@hier.example" in str(sent.to)]


def in_phase(conference, phase):
    type(conference).objects.filter(pk=conference.pk).update(phase=phase, outcome=Outcome.PLAN_WITH_MEETING)
    conference.refresh_from_db()
    conference.forget_seats()


@pytest.mark.rule("R-SAF-2")
def test_there_is_no_other_way_out_than_the_one_that_asks(cast):
    """Nobody makes a message but the post, and nobody hands one over but its channel."""
    made, sent = set(), set()
    for file in HOUSE.rglob("*.py"):
        if "migrations" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called in ("Message", "Message.objects.create", "Message.objects.get_or_create"):
                    made.add(file.relative_to(HOUSE).as_posix())
                if called.split(".")[-1] in ("EmailMultiAlternatives", "EmailMessage", "send_mail", "urlopen"):
                    sent.add(file.relative_to(HOUSE).as_posix())

    assert made - {"demo/naima.py"} == {"foundation/posting.py"}
    to_readers = {"stories/mailing.py"}  # the Friday story, to who asked for it; that room knows no conference
    assert sent <= {"foundation/channels.py", "foundation/health.py"} | to_readers


@pytest.mark.parametrize("wanted", [None, Channel.MAIL, Channel.SMS])
def test_whoever_asks_for_another_channel_gets_a_call(cast, wanted):
    naima = in_spite_of_it(flagged(cast, conference := cast.conference()))

    one = post(naima, LETTER, key="one", about=conference, channel=wanted)
    (many,) = post_all([{"person": naima, "letter": LETTER, "context": {}, "key": "many", "channel": wanted}])

    assert (one.channel, one.status) == (many.channel, many.status) == (Channel.PHONE, Status.BY_HAND)


def test_a_letter_may_still_come_when_only_mail_and_apps_are_unsafe(cast):
    naima = flagged(cast, cast.conference())
    type(naima).objects.filter(pk=naima.pk).update(postal_address="Kerkstraat 1\n8071 AA Nunspeet", channel="letter")
    naima.refresh_from_db()
    assert post(naima, LETTER, key="one").channel == Channel.LETTER

    SafetyNote.objects.update(flag="call_only")
    assert post(naima, LETTER, key="two").channel == Channel.PHONE


@pytest.mark.rule("R-SAF-2")
def test_what_was_written_before_the_flag_is_held_back_and_not_lost(cast, client, open_post):
    conference = cast.conference()
    waiting = post(in_spite_of_it(cast.naima), LETTER, key="waiting", about=conference)
    flagged(cast, conference)
    in_spite_of_it(cast.naima)

    work_off()
    waiting.refresh_from_db()
    page = cast.enter(client, Role.COORDINATOR).get(reverse("circle:post", args=[conference.slug])).content.decode()

    assert (waiting.channel, waiting.status) == (Channel.PHONE, Status.BY_HAND)
    assert not mail.outbox
    assert "Naima Bouzid" in page
    assert "te bellen" in page


# --- no page
@pytest.mark.rule("R-SAF-2")
@pytest.mark.parametrize("change", [{"channel": "sms"}, {"channel": "letter"}, {"phone": "06 99 99 99 99"}])
def test_the_own_settings_do_not_undo_it_and_say_nothing_about_why(cast, client, change):
    flagged(cast, cast.conference())
    cast.enter(client, Role.MAIN_PERSON)
    now = {"language": "nl", "channel": "phone", "phone": cast.naima.phone}

    page = client.post(reverse("people:settings"), now | change).content.decode()

    assert "Bel ons even, dan regelen we het samen" in page
    assert not [word for word in ("veilig", "appen of mailen", "afgesproken tijden") if word in page]
    cast.naima.refresh_from_db()
    assert (cast.naima.channel, cast.naima.phone) == (Channel.PHONE, now["phone"])


def test_the_language_can_still_be_chosen(cast, client):
    flagged(cast, cast.conference())

    cast.enter(client, Role.MAIN_PERSON).post(
        reverse("people:settings"), {"language": "en", "channel": "phone", "phone": cast.naima.phone}
    )

    cast.naima.refresh_from_db()
    assert cast.naima.language == "en"


@pytest.mark.parametrize("flag", FLAGS)
def test_another_address_opens_no_closed_channel(cast, flag):
    conference = cast.conference()
    flagged(cast, conference, cast.fatma, flag)
    member = conference.members.get(person=cast.fatma)

    for channel in SafetyNote.CLOSED[flag]:
        reach = {"mail": "f@elders.example", "sms": "06 11 00 00 09", "letter": "Kerkstraat 1"}[channel]
        with pytest.raises(ByPhoneOnly):
            member.move(channel=channel, reach=reach, by=cast.joke)


def test_the_coordinator_reads_out_and_copies_nothing_into_an_app(cast, client):
    conference = cast.conference()
    CircleMember.objects.filter(person=cast.fatma).update(answered_at=None, mode="")
    message = post(flagged(cast, conference, cast.fatma), LETTER, key="one", about=conference, link_path="/")

    page = cast.enter(client, Role.COORDINATOR).get(
        reverse("circle:message", args=[conference.slug, message.slug]) + "?app"
    )

    assert "wa.me" not in page.content.decode()


def test_the_same_name_on_a_new_line_is_no_way_round_it(cast):
    """Fatma, who may not be mailed, is named once more with a mail address."""
    conference = cast.conference()
    flagged(cast, conference, cast.fatma)
    again = CircleMember.name_someone(
        conference, by=cast.naima, name="Fatma Bouzid", channel="mail", reach="fatma@elders.example"
    )
    with pytest.raises(CallThem):
        inviting.invite(again, by=cast.joke)

    by_app = CircleMember.name_someone(conference, by=cast.naima, name="fatma bouzid", reach="06 11 22 33 44")
    by_app.way = Way.APP
    with pytest.raises(CallThem):
        inviting.invite(by_app, by=cast.joke)
