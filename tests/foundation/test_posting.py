"""The outbox: one cause, one message, and everybody can see how it went."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from kring.foundation import outbox, posting, writing
from kring.foundation.channels import Problem
from kring.foundation.outbox import NotNow
from kring.foundation.posting import Message, Status, deliver_due, post
from kring.foundation.working import work_off
from kring.people.models import Channel, Organisation
from tests.cast import Cast

READY = "foundation/letters/ready.txt"


@pytest.fixture
def demo(settings):
    """A house where messages count as sent without a server."""
    settings.DEMO = True


@pytest.fixture
def link(monkeypatch):
    """Links of this scene: /in/<slug>, on to the page."""
    monkeypatch.setattr(outbox, "link_maker", lambda person, path: f"https://kring.example/in/{person.slug}{path}")


def test_a_message_and_its_cause_are_written_together_or_not_at_all(cast):
    def a_step_that_breaks():
        with transaction.atomic():
            post(cast.tom, READY, key="news:1")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        a_step_that_breaks()

    assert not Message.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_one_cause_gives_one_message(cast):
    first = post(cast.tom, READY, key="news:1")
    again = post(cast.tom, READY, key="news:1")
    other = post(cast.tom, READY, key="news:2")

    assert again == first != other
    assert Message.objects.count() == DBTaskResult.objects.count() == 2


def test_what_is_queued_says_nothing_about_anybody(cast):
    message = post(cast.tom, READY, key="news:1")

    assert DBTaskResult.objects.get().args_kwargs == {"args": [message.pk], "kwargs": {}}


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_was_posted(demo):
    cast = Cast()
    message = post(cast.tom, READY, key="news:1", sent_by=cast.joke)

    work_off()

    message.refresh_from_db()
    assert (message.status, message.status_words, message.tries) == (Status.SENT, "verzonden", 1)
    assert message.sent_at


def test_who_sent_it_sees_how_it_went_and_nobody_elses(demo, cast):
    post(cast.tom, READY, key="mail", sent_by=cast.joke)
    post(cast.fatma, READY, key="call", sent_by=cast.joke)
    cast.naima.postal_address = "Dorpsstraat 1\n8071 AA Nunspeet"
    post(cast.naima, READY, key="letter", sent_by=cast.joke, channel=Channel.LETTER)
    post(cast.tom, READY, key="other", sent_by=cast.ayse)

    assert [str(m.status_words) for m in Message.objects.for_sender(cast.joke)] == [
        "te printen",
        "te bellen",
        "staat klaar",
    ]
    deliver_due()
    assert [str(m.status_words) for m in Message.objects.for_sender(cast.joke)] == [
        "te printen",
        "te bellen",
        "verzonden",
    ]


def test_without_a_mail_server_a_message_waits_and_the_house_is_not_well(cast):
    message = post(cast.tom, READY, key="news:1")

    deliver_due()

    message.refresh_from_db()
    assert (message.status, message.tries) == (Status.READY, 0)
    assert posting.state() == {"ok": False, "waiting": 1, "failed": 0, "not_set_up": ["mail"]}


def test_the_post_is_well_when_everything_has_left(demo, cast):
    post(cast.tom, READY, key="news:1")
    deliver_due()

    assert posting.state() == {"ok": True, "waiting": 0, "failed": 0, "not_set_up": []}


def test_the_post_is_not_well_when_nobody_fetches_it(demo, cast):
    post(cast.tom, READY, key="news:1")

    assert posting.state(now=timezone.now() + timedelta(minutes=50))["ok"]
    assert not posting.state(now=timezone.now() + timedelta(minutes=70))["ok"]


# --- what it says ----------------------------------------------------------------------------------------------------
def test_the_first_line_says_who_we_are_not(cast):
    text = post(cast.naima, READY, key="news:1").text

    greeting, first, *_rest = writing.paragraphs(text)
    assert greeting == "Dag Naima,"
    assert "niet van de gemeente en niet van jeugdzorg" in first
    assert "geen gevolgen voor hulp" in first


def test_a_message_carries_no_story_no_other_names_and_no_address(cast):
    cast.naima.postal_address = "Dorpsstraat 1\n8071 AA Nunspeet"
    cast.naima.save()
    message = post(cast.naima, READY, key="news:1", about=cast.conference())

    said = message.subject + message.text + message.short
    for secret in ("Fatma", "Bouzid", "Stefan", "school", "Dorpsstraat", "conferentie", "gezin"):
        assert secret not in said


@pytest.mark.rule("A51")
def test_a_professional_always_reads_whom_to_call_and_mail(cast):
    conference = cast.conference()
    cast.marloes.works_at = "Hulp voor Allen"

    text = post(cast.marloes, READY, key="news:1", about=conference).text

    assert "Ayşe Demirçi, 06 22 00 00 02" in text
    assert "ayse@kring.example" in text


@pytest.mark.rule("A38")
def test_family_and_circle_read_how_to_reach_their_coordinator(cast):
    text = post(cast.naima, READY, key="news:1", about=cast.conference()).text
    assert f"Joke Terpstra, {Organisation.current().phone}" in text
    assert cast.joke.phone not in text  # the number of a coordinator stays her own


def test_everybody_reads_their_own_language(cast):
    cast.tom.language = "en"

    post(cast.tom, READY, key="news:1")
    post(cast.stefan, READY, key="news:2")

    assert list(Message.objects.order_by("pk").values_list("language", flat=True)) == ["en", "nl"]


def test_what_people_are_called_is_never_taken_for_markup(link, cast):
    cast.tom.first_name = "<b>Tom</b> & {{ person.phone }}"

    message = post(cast.tom, READY, key="news:1", link_path="/c/abc/")

    assert message.full_text.startswith("Dag <b>Tom</b> & {{ person.phone }},")
    assert "Dag &lt;b&gt;Tom&lt;/b&gt; &amp; {{ person.phone }}," in message.as_html()


def test_the_personal_link_is_shown_and_sent_but_never_kept(link, cast):
    message = post(cast.tom, READY, key="news:1", link_path="/c/abc/")

    address = f"https://kring.example/in/{cast.tom.slug}/c/abc/"
    kept = Message.objects.values().get()
    assert "/in/" not in "".join(str(value) for value in kept.values())
    assert address in message.full_text
    assert address in message.full_short
    assert f'href="{address}"' in message.as_html()


def test_the_words_of_a_message_are_locked_in_the_database(cast):
    from django.db import connection

    post(cast.naima, READY, key="news:1")

    with connection.cursor() as cursor:
        cursor.execute("SELECT text, short FROM kring_message")
        assert "Naima" not in "".join(cursor.fetchone())


# --- which way it goes -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("known", "wanted", "goes_by"),
    [
        ({"email": "a@b.example"}, Channel.MAIL, Channel.MAIL),
        ({"phone": "06 12 34 56 78"}, Channel.MAIL, Channel.SMS),
        ({"phone": "038 123 45 67"}, Channel.SMS, Channel.PHONE),
        ({"phone": "038 123 45 67", "postal_address": "Straat 1"}, Channel.SMS, Channel.LETTER),
        ({"email": "a@b.example", "postal_address": "Straat 1"}, Channel.LETTER, Channel.LETTER),
        ({"email": "a@b.example"}, Channel.LETTER, Channel.MAIL),
        ({"email": "a@b.example"}, Channel.PHONE, Channel.MAIL),
        ({"email": "a@b.example", "phone": "06 12 34 56 78"}, Channel.PHONE, Channel.PHONE),
        ({}, Channel.MAIL, Channel.PHONE),
    ],
)
def test_a_message_goes_as_somebody_wants_or_the_next_way_there_is(cast, known, wanted, goes_by):
    message = post(cast.anyone_new(channel=wanted, **known), READY, key="news:1")

    assert message.channel == goes_by
    assert message.status == (Status.READY if goes_by in ("mail", "sms") else Status.BY_HAND)


def test_who_works_here_gets_mail(cast):
    assert post(cast.joke, READY, key="news:1").channel == Channel.MAIL


def test_who_takes_no_part_anymore_gets_nothing(demo, cast):
    message = post(cast.tom, READY, key="news:1")
    cast.tom.is_active = False
    cast.tom.save()

    deliver_due()

    message.refresh_from_db()
    assert (message.status, message.last_problem) == (Status.FAILED, Problem.GONE)


# --- by hand ---------------------------------------------------------------------------------------------------------
def test_a_letter_can_be_printed_and_ticked_off(link, cast):
    cast.fatma.postal_address = "Dorpsstraat 1\n8071 AA Nunspeet"
    message = post(cast.fatma, READY, key="news:1", channel=Channel.LETTER, link_path="/c/abc/")

    assert message.as_pdf().startswith(b"%PDF-")
    message.tick_off()

    assert message.status_words == "gedaan"
    with pytest.raises(NotNow):
        message.tick_off()


def test_what_is_on_its_way_cannot_be_sent_again_by_hand(demo, cast):
    message = post(cast.tom, READY, key="news:1")

    with pytest.raises(NotNow):
        message.try_again()


# --- two at once, and one that dies ----------------------------------------------------------------------------------
def test_a_message_that_is_being_sent_is_left_alone_until_its_sender_must_be_dead(demo, cast):
    message = post(cast.tom, READY, key="news:1")
    now = timezone.now()
    assert message._claim(now)

    assert Message.objects.get()._claim(now) is False
    deliver_due(now=now + timedelta(minutes=4))
    assert Message.objects.get().status == Status.SENDING
    deliver_due(now=now + timedelta(minutes=6))
    assert Message.objects.get().status == Status.SENT


def test_who_was_thought_dead_does_not_overrule_who_took_over(demo, cast):
    slow = post(cast.tom, READY, key="news:1")
    now = timezone.now()
    slow._claim(now)
    deliver_due(now=now + outbox.LEASE)

    slow._note(Problem.SERVER, False, now)

    assert (slow.status, slow.last_problem) == (Status.SENT, "")


def test_a_message_that_kills_its_sender_every_time_ends_as_failed(demo, cast):
    message = post(cast.tom, READY, key="news:1")
    now = timezone.now()
    for turn in range(outbox.MAX_TRIES):
        assert message._claim(now + turn * outbox.LEASE)

    deliver_due(now=now + outbox.MAX_TRIES * outbox.LEASE)

    message.refresh_from_db()
    assert (message.status, message.last_problem) == (Status.FAILED, Problem.CUT_OFF)
