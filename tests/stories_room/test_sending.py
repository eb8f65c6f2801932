"""Friday at nine: each reader once, in handfuls, also when a worker dies or the mail server is silent."""

from collections import Counter
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from kring.foundation.working import work_off
from kring.stories import fridays
from kring.stories.appearing import How
from kring.stories.sending import LEASE, SILENCE, FridayRound, see_whether_it_is_time
from kring.stories.subscribing import Subscriber
from tests.stories_room.scenes import FRIDAY, THAT_FRIDAY, invented, of_somebody, reader, readers

MINUTE = timedelta(minutes=1)


@pytest.fixture
def post_office(settings, monkeypatch):
    """A mail server in memory, and handfuls of three."""
    settings.EMAIL_URL = "smtp://mail.example"
    monkeypatch.setattr("kring.stories.sending.HANDFUL", 3)


def send_all(now=THAT_FRIDAY) -> FridayRound | None:
    """What the worker does from minute to minute until the round stands still."""
    found = FridayRound.begin(now)
    while found and found.send_some(now=now):
        found.refresh_from_db()
    return found


def got() -> Counter:
    return Counter(message.to[0] for message in mail.outbox)


@pytest.mark.rule("B31")
def test_on_friday_at_the_hour_each_reader_gets_the_story_once(cast, post_office):
    invented(on=FRIDAY)
    everybody = readers(7)
    Subscriber.objects.filter(pk=everybody[0].pk).update(confirmed_at=None)
    reader("te.laat@thuis.example")
    Subscriber.objects.filter(pk__gt=everybody[-1].pk).update(confirmed_at=THAT_FRIDAY + MINUTE)

    send_all(fridays.hour_of(FRIDAY) - MINUTE)
    assert not mail.outbox
    for _ in range(2):
        send_all()

    assert got() == Counter(one.address for one in everybody[1:])
    assert FridayRound.objects.get().ended_at
    assert FridayRound.objects.get().sent == 6
    send_all(THAT_FRIDAY + timedelta(days=7))
    assert len(mail.outbox) == 6  # the next Friday has no story


@pytest.mark.rule("B31")
def test_a_round_that_was_killed_halfway_is_gone_on_with_and_nobody_gets_it_twice(cast, post_office, monkeypatch):
    invented(on=FRIDAY)
    readers(5)

    def dies_at_the_second(self, messages):
        if len(mail.outbox) == 1:
            raise KeyboardInterrupt
        return delivers(self, messages)

    delivers = EmailBackend.send_messages
    monkeypatch.setattr(EmailBackend, "send_messages", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        send_all()
    monkeypatch.setattr(EmailBackend, "send_messages", delivers)

    send_all(THAT_FRIDAY + SILENCE)
    assert len(mail.outbox) == 3  # the handful of the dead worker is still its own
    send_all(THAT_FRIDAY + LEASE + MINUTE)

    assert len(mail.outbox) == 5
    assert set(got().values()) == {1}


def test_the_same_mail_has_the_same_id_and_of_two_mails_no_id_is_alike(cast):
    from kring.stories.mailing import message_id

    oma, opa = readers(2)

    assert message_id("een", oma) == message_id("een", oma)
    assert len({message_id("een", oma), message_id("twee", oma), message_id("een", opa)}) == 3
    assert oma.slug not in message_id("een", oma)


def test_one_address_the_server_chokes_on_holds_up_nobody_else(cast, post_office, monkeypatch):
    invented(on=FRIDAY)
    odd, *others = readers(5)
    delivers = EmailBackend.send_messages

    def chokes(self, messages):
        if messages[0].to == [odd.address]:
            raise SMTPServerDisconnected
        return delivers(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", chokes)
    for minutes in (0, 2, 4):
        send_all(THAT_FRIDAY + minutes * MINUTE)

    assert got() == Counter(one.address for one in others)


def test_of_two_workers_one_begins_and_one_goes_on(cast, post_office):
    invented(on=FRIDAY)
    reader()

    first, second = FridayRound.begin(THAT_FRIDAY), FridayRound.begin(THAT_FRIDAY)

    assert first == second
    assert [first.take_up(THAT_FRIDAY), second.take_up(THAT_FRIDAY)] == [True, False]
    assert second.take_up(THAT_FRIDAY + SILENCE)


@pytest.mark.rule("B31")
def test_a_yes_that_is_taken_back_stops_what_is_still_to_be_sent(cast, post_office, monkeypatch):
    story, mother = of_somebody(cast)
    story.look_over(by=cast.ayse)
    story.publish_on(FRIDAY)
    readers(5)
    delivers = EmailBackend.send_messages

    def she_thinks_again_after_the_second(self, messages):
        delivered = delivers(self, messages)
        if len(mail.outbox) == 2:
            mother.take_back()
        return delivered

    monkeypatch.setattr(EmailBackend, "send_messages", she_thinks_again_after_the_second)
    send_all()

    assert len(mail.outbox) == 2
    mother.agree(version=story.version, how=How.PHONE, by=cast.henk)
    send_all(THAT_FRIDAY + LEASE + MINUTE)
    assert len(mail.outbox) == 2


def test_who_leaves_while_it_is_sent_gets_no_more(cast, post_office, monkeypatch):
    invented(on=FRIDAY)
    readers(3)
    delivers = EmailBackend.send_messages

    def the_others_leave(self, messages):
        for other in Subscriber.objects.filter(last_friday__lt=FRIDAY).order_by("pk")[1:2]:
            other.leave()
        return delivers(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", the_others_leave)
    send_all()

    assert len(mail.outbox) == 2


def test_a_silent_server_gets_the_rest_later_and_counts_against_nobody(cast, post_office, monkeypatch):
    invented(on=FRIDAY)
    readers(4)

    def is_silent(self, messages):
        raise ConnectionRefusedError

    with monkeypatch.context() as silent:
        silent.setattr(EmailBackend, "send_messages", is_silent)
        send_all()
    assert not mail.outbox
    assert not Subscriber.objects.exclude(bounces=0).exists()
    assert FridayRound.objects.get().ended_at is None

    send_all(THAT_FRIDAY + 11 * MINUTE)

    assert set(got().values()) == {1}
    assert len(mail.outbox) == 4


@pytest.mark.rule("B31")
def test_long_after_the_hour_nobody_gets_it_any_more(cast, post_office):
    invented(on=FRIDAY)
    reader()

    assert send_all(THAT_FRIDAY + timedelta(days=4)) is None
    assert not mail.outbox


def test_the_worker_does_it_by_itself(cast, post_office):
    invented(on=fridays.last())
    everybody = readers(4)
    just_now = fridays.hour_of(fridays.last()) + MINUTE

    for _ in range(2):
        see_whether_it_is_time(now=just_now)
    FridayRound.objects.update(began_at=timezone.now())  # whatever day it is today
    work_off()

    assert got() == Counter(one.address for one in everybody)
    assert FridayRound.objects.get().ended_at


def test_each_handful_costs_the_same_however_many_readers_there_are(cast, post_office, django_assert_max_num_queries):
    invented(on=FRIDAY)
    readers(9)
    found = FridayRound.begin(THAT_FRIDAY)

    with django_assert_max_num_queries(14):
        found.send_some(now=THAT_FRIDAY)
    with django_assert_max_num_queries(14):
        found.send_some(now=THAT_FRIDAY)
