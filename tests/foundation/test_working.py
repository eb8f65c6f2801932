"""Work that is queued is done: again when it fails, by another when its worker dies, and each turn once."""

import threading
import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from kring.foundation import working
from kring.foundation.working import Heartbeat, Job, Slot, Worker, morning_round, take_turn, work_off
from kring.people.models import Birth

pytestmark = pytest.mark.django_db
SIX = datetime(2027, 2, 13, 6, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
done = []


@task
def note(what: str) -> None:
    done.append(what)


@task
def fail(name: str) -> None:
    raise ValueError(f"the letter to {name} did not go")


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Only the jobs of the scene."""
    done.clear()
    monkeypatch.setattr(working, "JOBS", {})


def the_task() -> DBTaskResult:
    return DBTaskResult.objects.get()


def left_running_by(worker: str) -> DBTaskResult:
    note.enqueue("left behind")
    long_ago = timezone.now() - timedelta(minutes=1)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago, worker_ids=[worker])
    return the_task()


def test_what_is_queued_is_done():
    note.enqueue("sent")

    work_off()

    assert done == ["sent"]
    assert the_task().status == TaskResultStatus.SUCCESSFUL


def test_what_is_undone_is_not_queued_either():
    with transaction.atomic():
        note.enqueue("sent")
        transaction.set_rollback(True)

    assert not DBTaskResult.objects.exists()


def test_what_fails_is_tried_again_later_and_longer_each_time():
    fail.enqueue("Naima")
    waits = []

    for _try in range(3):
        DBTaskResult.objects.update(run_after=timezone.now())
        work_off()
        waits.append(round((the_task().run_after - timezone.now()).total_seconds()))

    assert the_task().status == TaskResultStatus.READY
    assert waits == [1, 4, 16]


def test_what_keeps_failing_is_given_up():
    fail.enqueue("Naima")

    for _try in range(working.TRIES):
        DBTaskResult.objects.update(run_after=timezone.now())
        work_off()

    assert the_task().status == TaskResultStatus.FAILED
    assert the_task().finished_at


def test_what_went_wrong_is_kept_without_its_words(caplog):
    fail.enqueue("Naima")

    work_off()

    assert the_task().exception_class_path == "builtins.ValueError"
    assert "in fail" in the_task().traceback
    assert "Naima" not in the_task().traceback + caplog.text


def test_the_task_of_a_dead_worker_goes_to_another():
    Heartbeat.objects.create(worker="dead", at=timezone.now() - timedelta(minutes=1))
    result = left_running_by("dead")

    Worker().take_over(timezone.now())
    DBTaskResult.objects.update(run_after=timezone.now())
    work_off()

    result.refresh_from_db()
    assert done == ["left behind"]
    assert (result.status, len(result.worker_ids)) == (TaskResultStatus.SUCCESSFUL, 2)


def test_the_task_of_a_living_worker_is_left_alone():
    Heartbeat.objects.create(worker="alive", at=timezone.now())
    result = left_running_by("alive")

    Worker().take_over(timezone.now())

    result.refresh_from_db()
    assert result.status == TaskResultStatus.RUNNING


def test_a_worker_finds_back_what_it_let_fall_itself():
    worker = Worker()
    worker.give_sign_of_life(timezone.now())
    result = left_running_by(worker.worker_id)

    worker.take_over(timezone.now())

    result.refresh_from_db()
    assert result.status == TaskResultStatus.READY


def test_a_worker_that_is_stuck_gives_no_sign_of_life():
    worker, now = Worker(), timezone.now()
    worker.busy_since = now - working.LONGEST

    worker.beat(now)

    assert not Heartbeat.objects.exists()


def test_of_two_workers_one_takes_a_turn():
    working.every(60, "minutely")(lambda: done.append("turn"))
    first, second = Worker(), Worker()

    for worker in (first, second):
        worker.hand_out_turns(SIX)
        worker.hand_out_turns(SIX + timedelta(seconds=20))
        worker.hand_out_turns(SIX + timedelta(seconds=60))

    assert Slot.objects.count() == DBTaskResult.objects.count() == 2


def test_turns_that_were_missed_are_not_made_up_for():
    working.every(60, "minutely")(lambda: done.append("turn"))
    worker = Worker()

    for minute in range(5):
        worker.hand_out_turns(SIX + timedelta(minutes=minute))
    work_off()

    assert done == ["turn"]


def test_a_clock_that_was_ahead_does_not_silence_a_job():
    working.every(60, "minutely")(lambda: done.append("turn"))
    Worker().hand_out_turns(SIX + timedelta(days=365))
    work_off()
    done.clear()

    Worker().hand_out_turns(SIX)
    work_off()

    assert done == ["turn"]


def test_the_morning_waits_for_its_hour_and_comes_once_a_day():
    working.every_morning("keeping", hour=5)(done.append)
    worker = Worker()

    for hours in (-2, -1, 0, 12, 24):
        worker.hand_out_turns(SIX + timedelta(hours=hours))
        work_off()

    assert done == [date(2027, 2, 13), date(2027, 2, 14)]


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
def test_the_day_the_clock_changes_has_one_morning(day):
    working.every_morning("keeping", hour=2)(done.append)
    worker = Worker()
    midnight = datetime.combine(day, datetime.min.time(), tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(
        ZoneInfo("UTC")
    )

    for half_hours in range(46):
        worker.hand_out_turns(midnight + timedelta(minutes=30 * half_hours))
        work_off()

    assert done == [day]


def test_the_morning_round_by_hand_does_each_job_once_a_day():
    working.every_morning("keeping")(done.append)
    day = date(2027, 2, 13)

    assert morning_round(day) == {"keeping": True}
    assert morning_round(day) == {}
    take_turn.call("keeping", day.toordinal())  # the worker's own turn comes after

    assert done == [day]


def test_a_job_that_fails_keeps_no_other_from_its_morning_and_is_done_again():
    broken = [True]

    def keep(today):
        if broken:
            raise OSError
        done.append(today)

    working.every_morning("keeping")(keep)
    working.every_morning("reminding")(done.append)
    day = date(2027, 2, 13)

    assert morning_round(day) == {"keeping": False, "reminding": True}
    broken.clear()
    assert morning_round(day) == {"keeping": True}
    assert done == [day, day]


def test_what_is_finished_is_forgotten_after_some_days():
    note.enqueue("old")
    note.enqueue("new")
    work_off()
    old = DBTaskResult.objects.first()
    DBTaskResult.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=3))
    Slot.objects.create(name="keeping", number=1, at=timezone.now() - timedelta(days=8))
    Heartbeat.objects.create(worker="dead", at=timezone.now() - timedelta(days=2))

    working.tidy(timezone.localdate())

    assert DBTaskResult.objects.count() == 1
    assert not Slot.objects.exists()
    assert not Heartbeat.objects.exists()


def test_a_job_is_counted_by_seconds_or_by_day():
    assert Job("a", print, seconds=60).number(SIX + timedelta(minutes=1)) == Job("a", print, seconds=60).number(SIX) + 1
    assert Job("b", print, hour=7).number(SIX) is None


def test_the_command_does_the_round_of_a_day(settings, capsys):
    Birth.objects.create(is_demo=settings.DEMO)
    working.every_morning("keeping")(done.append)

    call_command("morning_round", day=date(2027, 2, 13))

    assert done == [date(2027, 2, 13)]
    assert "keeping: gedaan" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_a_worker_works_in_its_own_thread_until_it_is_told_to_stop():
    worker = Worker()
    thread = threading.Thread(target=worker.run)
    thread.start()
    note.enqueue("sent")
    until = time.monotonic() + 30
    while not done and time.monotonic() < until:
        time.sleep(0.02)
    lived = Heartbeat.objects.filter(worker=worker.worker_id).exists()
    worker.stop()
    thread.join(5)

    assert done == ["sent"]
    assert lived
    assert not thread.is_alive()
    assert not Heartbeat.objects.exists()
