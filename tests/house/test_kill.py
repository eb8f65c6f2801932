"""What was acknowledged survives a power cut, wherever in a step it comes; no message is lost."""

import http.client
import random
import threading
import time

import pytest

from tests.foundation.post_office import MailServer

pytestmark = pytest.mark.process
ROUNDS = 3
SEED = """
from django.test import Client
from tests.cast import Cast
from kring.conference.access import Phase, Role
cast = Cast()
conference = cast.conference(phase=Phase.PREPARATION)
keys = {role: cast.enter(Client(), role).cookies["sessionid"].value for role in (Role.MAIN_PERSON, Role.COORDINATOR)}
answer = {"slug": conference.slug, **keys}
"""
NAMED = """
member = CircleMember.objects.create(
    conference=conference, name="Zoë de Bruin", hat="circle", channel="mail", reach="zoe@kring.example",
    named_by=cast.naima, agreed_by=cast.naima, agreed_at=timezone.now(),
)
answer["member"] = member.slug
"""
JOURNAL = """
conference = Conference.objects.get()
answer = {
    "steps": list(conference.journal.values_list("step", flat=True)),
    "broken_at": JournalEntry.first_break(conference),
    "rests": conference.resting_since is not None,
}
"""
TIME_PASSES = """
from django.db.models import F
from django_tasks_db.models import DBTaskResult
Heartbeat.objects.update(at=F("at") - timedelta(hours=1))
Message.objects.update(not_before=F("not_before") - timedelta(hours=1))
DBTaskResult.objects.filter(status="RUNNING").update(started_at=F("started_at") - timedelta(hours=1))
"""
MORNING = """
from tests.followup.asked import tried
tried(cast.henk)
for _again in range(2):
    decided = cast.conference(phase=Phase.FOLLOW_UP)
    decided.moved_at = timezone.now() - timedelta(days=4)
    decided.save()
from kring.foundation.working import morning_round
from kring.followup import asking_evaluation as asking
"""
POWER_CUT = """
import os, signal
send = asking.post
def post(*args, **more):
    send(*args, **more)
    if Message.objects.filter(key__startswith="evaluation").count() == 3:
        os.kill(os.getpid(), signal.SIGKILL)
asking.post = post
morning_round(timezone.localdate())
"""
NEXT = """
from kring.foundation.working import morning_round
cut_off = Message.objects.filter(key__startswith="evaluation").count()
morning_round(timezone.localdate())
again = list(Message.objects.filter(key__startswith="evaluation").values_list("recipient", "about"))
answer = [cut_off, len(again), len({tuple(one) for one in again})]
"""
POST = """
answer = list(Message.objects.values("message_id", "status", "tries"))
"""


def press(visitor, path: str, done: list) -> None:
    """Take the same step over and over, and count what was acknowledged, until nobody answers."""
    try:
        while True:
            if visitor.post(path) == 303:
                done.append(path)
    except (OSError, http.client.HTTPException):
        pass


def test_every_step_that_was_acknowledged_is_in_the_journal(new_house):
    house, acknowledged = new_house(), []
    seeded = house.ask(SEED)

    for _round in range(ROUNDS):
        house.start("--no-worker")
        path = f"/c/{seeded['slug']}/rustig-aan/"
        pressing = threading.Thread(target=press, args=(house.visit(seeded["H"]), path, acknowledged))
        already = len(acknowledged)
        pressing.start()
        while len(acknowledged) < already + 3:
            time.sleep(0.01)
        time.sleep(random.random() / 5)
        house.kill()
        pressing.join(20)

    found = house.ask(JOURNAL)
    taken = found["steps"].count("rest")
    assert len(acknowledged) <= taken <= len(acknowledged) + ROUNDS
    assert found["broken_at"] is None
    assert found["rests"] is (taken % 2 == 1)


def test_a_message_cut_off_after_the_yes_of_the_mail_server_goes_again_as_the_same_one(new_house):
    with MailServer() as server:
        house = new_house(KRING_EMAIL_URL=f"smtp://127.0.0.1:{server.port}")
        seeded = house.ask(SEED + NAMED)
        server.when_taken = house.kill
        house.start()

        asked = house.visit(seeded["C"]).post(f"/c/{seeded['slug']}/kring/uitnodigen/", who=seeded["member"])
        house.process.wait(20)
        server.when_taken = lambda: None
        cut_off = house.ask(POST + TIME_PASSES)
        house.start()
        wait_until(lambda: len(server.mails) == 2)
        house.stop()

    sent = house.ask(POST)
    assert asked == 303
    assert [message["status"] for message in cut_off] == ["sending"]
    assert [(message["status"], message["tries"]) for message in sent] == [("sent", 2)]
    assert [mail["Message-ID"] for mail in server.mails] == [sent[0]["message_id"]] * 2


def test_a_morning_round_that_was_cut_off_goes_on_and_sends_each_message_once(new_house):
    house = new_house()
    house.dies(SEED + MORNING + POWER_CUT)

    assert house.ask(NEXT) == [2, 10, 10]


def wait_until(happened, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)
