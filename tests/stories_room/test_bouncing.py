"""Mail that comes back: counted for who it was, and after a few weeks of it we stop and forget the address."""

from datetime import timedelta
from email import message_from_bytes, policy
from io import BytesIO, TextIOWrapper

import pytest
from django.core.management import call_command

from kring.stories.bouncing import take_back
from kring.stories.mailing import envelope_of
from kring.stories.subscribing import Subscriber
from tests.stories_room.scenes import FRIDAY, reader

REPORT = """\
From: MAILER-DAEMON@elders.example
To: {to}
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain

Nobody lives here.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; elders.example

Final-Recipient: rfc822; lezer@thuis.example
Action: {action}
Status: {status}
--x--
"""


@pytest.fixture(autouse=True)
def a_way_back(settings):
    settings.BOUNCE_ADDRESS = "terug@kring.example"


def report(who, *, action: str = "failed", status: str = "5.1.1", to: str = "") -> bytes:
    return REPORT.format(to=to or envelope_of(who), action=action, status=status).encode()


def read(raw: bytes, week: int = 0) -> bool:
    return take_back(message_from_bytes(raw, policy=policy.default), today=FRIDAY + timedelta(days=7 * week))


@pytest.mark.rule("B31")
def test_after_three_weeks_of_coming_back_the_address_is_forgotten(cast):
    oma, stays = reader(), reader("opa@thuis.example")

    assert read(report(oma))
    assert read(report(oma))
    read(report(oma), week=1)
    assert Subscriber.objects.get(pk=oma.pk).bounces == 2
    read(report(oma), week=2)

    assert list(Subscriber.objects.all()) == [stays]


def test_a_mailbox_that_was_full_once_is_not_full_for_ever(cast):
    oma = reader()
    for week in (0, 1, 12):
        read(report(oma), week=week)

    assert Subscriber.objects.get().bounces == 1


def test_what_is_no_final_no_counts_for_nobody(cast):
    oma = reader()
    wrong_code = f"terug+{oma.slug}-{'a' * 12}@kring.example"

    for raw in (
        report(oma, status="4.2.2"), report(oma, action="delayed"), report(oma, to="terug@kring.example"),
        report(oma, to=wrong_code), report(oma, to="terug+\udcff@x".encode(errors="replace").decode()),
        f"To: {envelope_of(oma)}\nSubject: Ik ben op vakantie\n\nTot later.".encode(), b"", b"\xff\x00",
        f"To: {envelope_of(oma)}\nContent-Type: multipart/report; boundary=x\n\n--x--".encode(),
        f"To: {envelope_of(oma)}\nContent-Type: multipart/report; boundary=x\n\n--x\n"
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n--x--".encode(),
    ):  # fmt: skip
        assert not read(raw)
    assert Subscriber.objects.get().bounces == 0


def test_the_mail_server_hands_a_report_to_a_command(cast, monkeypatch, capsys):
    oma = reader()
    monkeypatch.setattr("kring.management.commands.read_bounce.refuse_unless_open", lambda: None)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(report(oma))))

    call_command("read_bounce")

    assert Subscriber.objects.get().bounces == 1
