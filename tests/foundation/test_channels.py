"""What a real mail server and a real SMS gateway get from us, and what we do when they say no."""

import logging
import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from email.utils import getaddresses
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from kring.foundation import channels, outbox, posting
from kring.foundation.channels import Problem
from kring.foundation.outbox import wait_after
from kring.foundation.posting import Message, Status, deliver_due, post
from kring.people.models import Channel, Organisation
from tests.cast import DAY, Cast
from tests.foundation.post_office import MailServer, SmsGateway, free_port

READY = "foundation/letters/ready.txt"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def mail_server(settings):
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_URL = f"smtp://127.0.0.1:{server.port}"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        yield server


@pytest.fixture
def gateway(settings):
    with SmsGateway() as found:
        settings.SMS_URL, settings.SMS_TOKEN, settings.SMS_FROM = found.url, "s3cret", "Kring"
        yield found


@pytest.fixture(autouse=True)
def links(monkeypatch):
    """Links of this scene: /in/<slug>, on to the page."""
    monkeypatch.setattr(outbox, "link_maker", lambda person, path: f"https://kring.example/in/{person.slug}{path}")


# --- mail ------------------------------------------------------------------------------------------------------------
def test_a_mail_says_what_it_is_and_where_an_answer_goes(mail_server, cast):
    Organisation.objects.create(name="Kring", email="info@kring.example", phone="038 000 00 00")
    message = post(cast.tom, READY, key="news:1", link_path="/c/abc/")

    message.send()

    (mail,) = mail_server.mails
    assert mail_server.envelopes == [("post@kring.example", ["tom@school.example"])]
    assert {
        name: mail[name] for name in ("Message-ID", "Auto-Submitted", "Reply-To", "Subject", "Content-Language")
    } == {
        "Message-ID": message.message_id,
        "Auto-Submitted": "auto-generated",
        "Reply-To": "info@kring.example",
        "Subject": "Er staat iets klaar bij Kring",
        "Content-Language": "nl",
    }
    assert "List-Unsubscribe" not in mail


def test_a_mail_reads_the_same_with_and_without_markup(mail_server, cast):
    post(cast.tom, READY, key="news:1", link_path="/c/abc/").send()

    (mail,) = mail_server.mails
    link = f"https://kring.example/in/{cast.tom.slug}/c/abc/"
    text, page = (mail.get_body([kind]).get_content() for kind in ("plain", "html"))
    for words in (
        "Dag Tom,",
        "niet van de gemeente",
        "Er staat iets klaar bij Kring. Kijk als het goed uitkomt.",
        link,
    ):
        assert words in text
        assert words in page
    assert '<html lang="nl" dir="ltr">' in page
    assert "<img" not in page
    assert mail["Content-Type"].startswith("multipart/alternative")


@pytest.mark.rule("B4")
def test_names_arrive_as_they_are_written(mail_server, cast, settings, tmp_path):
    settings.DEFAULT_FROM_EMAIL = "Angelo Beşikçi <post@kring.example>"
    cast.tom.first_name, cast.tom.last_name = "Şükrü", 'Beşikçi, «Şirin» "أنجلو"'
    cast.tom.save()
    message = post(cast.tom, READY, key="news:1")
    Message.objects.update(subject="Voor Şükrü Beşikçi")

    message.send()

    (mail,) = mail_server.mails
    assert getaddresses([str(mail["From"])]) == [("Angelo Beşikçi", "post@kring.example")]
    assert mail["To"].addresses[0].display_name == 'Şükrü Beşikçi, «Şirin» "أنجلو"'
    assert mail["To"].addresses[0].addr_spec == "tom@school.example"
    assert mail["Subject"] == "Voor Şükrü Beşikçi"
    assert "Dag Şükrü," in mail.get_body(["plain"]).get_content()


def test_an_invitation_for_the_calendar_comes_along(mail_server, cast):
    from kring.foundation.calendars import invitation

    calendar = invitation("dag-1@kring", 0, DAY, place="Çay evi", to="tom@school.example")
    post(cast.tom, READY, key="news:1", calendar=calendar).send()

    parts = [part for part in mail_server.mails[0].walk() if part.get_content_type() == "text/calendar"]
    shown, attached = parts
    assert (shown.get_param("method"), shown.get_param("charset")) == ("REQUEST", "utf-8")
    assert attached.get_filename() == "kring.ics"
    for part in parts:
        assert "LOCATION:Çay evi" in part.get_content()
        assert "DTEND" not in part.get_content()


@pytest.mark.parametrize(
    "name",
    [
        "Tom\r\nBcc: iedereen@elders.example",
        "Tom\nSubject: ander onderwerp\n\nandere tekst",
        'Tom" <dief@elders.example>, "',
    ],
)
def test_a_name_cannot_add_a_header_or_a_receiver(mail_server, cast, name):
    cast.tom.first_name = name
    cast.tom.save()

    post(cast.tom, READY, key="news:1").send()

    (mail,) = mail_server.mails
    assert mail_server.envelopes[0][1] == ["tom@school.example"]
    assert [address.addr_spec for address in mail["To"].addresses] == ["tom@school.example"]
    assert (mail["Bcc"], mail["Subject"]) == (None, "Er staat iets klaar bij Kring")


@pytest.mark.parametrize(
    "address", ["tom@school.example\nBcc: x@elders.example", "tom", "tom@", "a@b@c", "tëm@school.example"]
)
def test_an_address_that_is_none_fails_at_once_and_nothing_leaves(mail_server, cast, address):
    cast.tom.email = address
    cast.tom.save()
    message = post(cast.tom, READY, key="news:1")
    mail_server.answers.append("553 no such address")  # what a real server says to the ones that come through

    message.send()

    assert (message.status, message.last_problem) == (Status.FAILED, Problem.REFUSED)
    assert mail_server.mails == []


def test_a_server_that_says_later_gets_it_again_after_a_while(mail_server, cast):
    mail_server.answers.extend(["451 try later", "250 OK"])
    message, now = post(cast.tom, READY, key="news:1"), timezone.now()

    assert message.send(now=now) == Problem.LATER
    assert (message.status, message.not_before) == (Status.READY, now + timedelta(minutes=1))
    deliver_due(now=now + timedelta(seconds=59))
    assert mail_server.mails == []
    deliver_due(now=now + timedelta(seconds=61))

    message.refresh_from_db()
    assert (message.status, message.tries, message.last_problem) == (Status.SENT, 2, "")
    assert [mail["Message-ID"] for mail in mail_server.mails] == [message.message_id]


def test_the_time_between_tries_grows_to_an_hour():
    assert [wait_after(tries) // timedelta(minutes=1) for tries in range(1, 8)] == [1, 4, 16, 60, 60, 60, 60]


def test_after_eight_tries_it_has_failed_and_its_sender_can_try_again(mail_server, cast):
    mail_server.answers.extend(["451 try later"] * 8)
    message, now = post(cast.tom, READY, key="news:1", sent_by=cast.joke), timezone.now()
    for _day in range(10):
        deliver_due(now=now)
        now += timedelta(days=1)

    (seen,) = Message.objects.for_sender(cast.joke)
    assert (seen.tries, seen.status_words, seen.last_problem) == (8, "mislukt", Problem.LATER)
    assert posting.state()["failed"] == 1

    seen.try_again()
    deliver_due()

    message.refresh_from_db()
    assert (message.status, message.tries) == (Status.SENT, 1)


def test_an_address_that_is_refused_fails_at_once_and_can_be_put_right(mail_server, cast):
    mail_server.answers.append("550 no such user")
    message = post(cast.tom, READY, key="news:1", sent_by=cast.joke)

    message.send()
    assert (message.status_words, message.last_problem) == ("mislukt", Problem.REFUSED)
    cast.tom.email = "tom@goed.example"
    cast.tom.save()
    message.try_again()
    deliver_due()

    assert mail_server.envelopes == [("post@kring.example", ["tom@goed.example"])]


def test_what_failed_can_go_another_way(mail_server, cast):
    mail_server.answers.append("550 no such user")
    message = post(cast.tom, READY, key="news:1")
    message.send()

    cast.tom.phone = "038 123 45 67"
    cast.tom.save()
    message.try_again(channel=Channel.PHONE)

    assert (message.status, message.status_words) == (Status.BY_HAND, "te bellen")


def test_a_server_that_does_not_answer_is_asked_once_a_round(settings, cast):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_URL = f"smtp://127.0.0.1:{settings.EMAIL_PORT}"
    for number in range(3):
        post(cast.tom, READY, key=f"news:{number}")

    deliver_due()

    assert sorted(Message.objects.values_list("tries", "last_problem")) == [(0, ""), (0, ""), (1, Problem.SERVER)]


def test_what_goes_wrong_is_noted_without_anything_of_the_message(mail_server, cast, caplog, monkeypatch):
    def breaks(person, path):
        raise ValueError(f"no link for {person.email}")

    mail_server.answers.append("451 tom@school.example is busy")
    message, now = post(cast.tom, READY, key="news:1", link_path="/c/abc/"), timezone.now()

    with caplog.at_level(logging.DEBUG):
        message.send(now=now)
        monkeypatch.setattr(outbox, "link_maker", breaks)
        message.send(now=now + timedelta(hours=1))

    assert (message.status, message.last_problem) == (Status.READY, Problem.UNFORESEEN)
    ours = [record.getMessage() for record in caplog.records if record.name != "mail.log"]  # the server of this scene
    assert f"message {message.slug} did not leave: ValueError" in ours
    assert "tom" not in " ".join(ours).lower()


def test_a_message_to_an_address_that_was_taken_away_fails(mail_server, cast):
    message = post(cast.tom, READY, key="news:1")
    cast.tom.email = ""
    cast.tom.save()

    message.send()

    assert (message.status, message.last_problem) == (Status.FAILED, Problem.REFUSED)


def test_ten_messages_to_one_address_are_ten_mails(mail_server, cast):
    for number in range(10):
        post(cast.tom, READY, key=f"news:{number}")

    deliver_due()
    deliver_due()

    sent = [mail["Message-ID"] for mail in mail_server.mails]
    assert sorted(sent) == sorted(Message.objects.values_list("message_id", flat=True))
    assert len(set(sent)) == 10


@pytest.mark.django_db(transaction=True)
def test_of_workers_that_send_at_once_each_message_has_one(mail_server):
    cast = Cast()
    for number in range(10):
        post(cast.tom, READY, key=f"news:{number}")

    def work():
        deliver_due()
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(mail_server.mails) == len({mail["Message-ID"] for mail in mail_server.mails}) == 10
    assert set(Message.objects.values_list("status", "tries")) == {(Status.SENT, 1)}


def test_a_mail_cut_off_between_the_servers_yes_and_our_note_goes_again_as_the_same_mail(tmp_path):
    with MailServer() as server:
        house = {
            **os.environ, "KRING_DATA": str(tmp_path), "KRING_DEMO": "0", "DJANGO_SETTINGS_MODULE": "kring.settings",
            "KRING_EMAIL_URL": f"smtp://127.0.0.1:{server.port}",
        }  # fmt: skip
        house.pop("DATABASE_URL", None)
        first = subprocess.Popen([sys.executable, "-c", WRITE_AND_SEND], env=house, cwd=ROOT)
        server.when_taken = lambda: first.send_signal(signal.SIGKILL)
        assert first.wait(60) == -signal.SIGKILL

        server.when_taken = lambda: None
        second = subprocess.run(
            [sys.executable, "-c", SEND_WHAT_WAITS], env=house, cwd=ROOT, timeout=60, capture_output=True, text=True
        )

    assert second.stdout.split() == ["sending", "sending", "sent"], second.stderr
    once, again = server.mails
    assert once["Message-ID"] == again["Message-ID"]


WRITE_AND_SEND = """
import django; django.setup()
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
settings.MIGRATION_MODULES = {app.label: None for app in apps.get_app_configs()}  # only the tables, as they are now
call_command("migrate", run_syncdb=True, verbosity=0)
from kring.foundation.posting import deliver_due, post
from kring.people.models import Person
tom = Person.objects.create_user("Tom", email="tom@school.example", channel="mail")
post(tom, "foundation/letters/ready.txt", key="news:1")
deliver_due()
"""
SEND_WHAT_WAITS = """
import django; django.setup()
from django.utils import timezone
from kring.foundation.outbox import LEASE
from kring.foundation.posting import Message, deliver_due
for now in (timezone.now(), timezone.now() + LEASE):
    print(Message.objects.get().status)
    deliver_due(now=now)
print(Message.objects.get().status)
"""


# --- sms -------------------------------------------------------------------------------------------------------------
def test_an_sms_goes_to_the_gateway_with_a_reference(gateway, cast):
    message = post(cast.naima, READY, key="news:1", link_path="/c/abc/")

    message.send()

    ((headers, order),) = gateway.orders
    assert headers["Authorization"] == "Bearer s3cret"
    assert headers["Content-Type"] == "application/json"
    assert order == {
        "to": "+31611000001",
        "text": f"Dag Naima, er staat iets klaar bij Kring. https://kring.example/in/{cast.naima.slug}/c/abc/ "
        "Bellen mag ook: 038 000 00 00",
        "from": "Kring",
        "reference": message.slug,
    }
    assert message.status == Status.SENT


@pytest.mark.parametrize(
    ("answer", "problem", "status"),
    [
        (422, Problem.REFUSED, Status.FAILED),
        (429, Problem.SERVER, Status.READY),
        (401, Problem.SERVER, Status.READY),
        (500, Problem.SERVER, Status.READY),
        (302, Problem.SERVER, Status.READY),
    ],
)
def test_a_gateway_that_says_no_gets_it_again_unless_the_number_is_wrong(gateway, cast, answer, problem, status):
    gateway.answers.append(answer)
    message = post(cast.naima, READY, key="news:1")

    message.send()

    assert (message.status, message.last_problem) == (status, problem)
    assert len(gateway.orders) == 1


def test_an_sms_that_is_tried_again_has_the_same_reference(gateway, cast):
    gateway.answers.append(503)
    message, now = post(cast.naima, READY, key="news:1"), timezone.now()

    message.send(now=now)
    deliver_due(now=now + timedelta(minutes=2))

    assert [order["reference"] for _headers, order in gateway.orders] == [message.slug] * 2
    assert Message.objects.get().status == Status.SENT


def test_a_gateway_that_is_gone_leaves_the_message_waiting(settings, cast):
    settings.SMS_URL = f"http://127.0.0.1:{free_port()}/send"
    message = post(cast.naima, READY, key="news:1")

    message.send()

    assert (message.status, message.last_problem) == (Status.READY, Problem.SERVER)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("06 12 34 56 78", "+31612345678"),
        ("06-12345678", "+31612345678"),
        ("+31 (0)6 12 34 56 78", "+31612345678"),
        ("0031 6 12345678", "+31612345678"),
        ("+49 151 2345678", "+491512345678"),
    ],
)
def test_a_number_is_dialled_however_it_was_typed(typed, number):
    assert channels.international(typed) == number
