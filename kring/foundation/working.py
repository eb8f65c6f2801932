"""Background work: done at least once, tried again when it fails, taken over when a worker dies; the daily round."""

import logging
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, close_old_connections, connection, models, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django_tasks import TaskContext, TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

log = logging.getLogger(__name__)

TRIES = 8  # after 1, 4, 16, 64, … seconds: an hour and a half in all
IDLE = 0.5
BEAT = timedelta(seconds=5)
LEASE = timedelta(seconds=30)  # a worker that gave no sign of life for so long is dead, its task goes to another
LONGEST = timedelta(minutes=10)  # a worker busy with one task for longer is stuck, and stops giving signs of life


class Slot(models.Model):
    """One turn of one job; that it is unique makes one of several workers take it."""

    name = models.CharField(_("naam"), max_length=60)
    number = models.BigIntegerField(_("nummer"))
    at = models.DateTimeField(_("op"), default=timezone.now)
    done_at = models.DateTimeField(_("klaar op"), null=True, blank=True)

    class Meta:
        verbose_name = _("beurt")
        constraints = [models.UniqueConstraint(fields=["name", "number"], name="one_turn_a_slot")]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class Heartbeat(models.Model):
    """When a worker last gave a sign of life."""

    worker = models.CharField(_("werker"), max_length=64, primary_key=True)
    at = models.DateTimeField(_("op"))

    class Meta:
        verbose_name = _("levensteken")

    def __str__(self) -> str:
        return self.worker

    @classmethod
    def living(cls, now: datetime) -> models.QuerySet:
        return cls.objects.filter(at__gt=now - LEASE)


@dataclass(frozen=True)
class Job:
    """Work that returns by itself: every so many seconds, or each morning from an hour on."""

    name: str
    work: Callable
    seconds: int = 0
    hour: int = 0

    def number(self, now: datetime) -> int | None:
        """Which turn it is now; None while it is too early in the day."""
        if self.seconds:
            return int(now.timestamp()) // self.seconds
        here = timezone.localtime(now)
        return here.toordinal() if here.hour >= self.hour else None


JOBS: dict[str, Job] = {}


def every(seconds: int, name: str):
    """Let the worker call this function, without arguments, every so many seconds."""
    return lambda work: JOBS.setdefault(name, Job(name, work, seconds=seconds)).work


def every_morning(name: str, hour: int = 5):
    """Let the daily round call this function with today's date. Called again for the same day, it does no harm."""
    return lambda work: JOBS.setdefault(name, Job(name, work, hour=hour)).work


@task
def take_turn(name: str, number: int) -> None:
    """Do one turn of a job, unless that was done meanwhile."""
    job, turns = JOBS[name], Slot.objects.filter(name=name)
    if job.seconds:
        if not turns.filter(number__gt=number).exists():
            job.work()
    elif not turns.filter(number=number, done_at__isnull=False).exists():
        job.work(date.fromordinal(number))
    turns.filter(number=number).update(done_at=timezone.now())


def morning_round(today: date) -> dict[str, bool]:
    """Do all that belongs to this day and is not done yet; each job by name, with whether it went well."""
    went: dict[str, bool] = {}
    for job in [job for job in JOBS.values() if not job.seconds]:
        turn, _new = Slot.objects.get_or_create(name=job.name, number=today.toordinal())
        if turn.done_at:
            continue
        try:
            take_turn.call(job.name, turn.number)
            went[job.name] = True
        except Exception:
            log.exception("The morning round could not do %s", job.name)
            went[job.name] = False
    return went


@every_morning("tidy", hour=4)
def tidy(today: date) -> None:
    """Forget finished work, old turns and dead workers."""
    now = timezone.now()
    DBTaskResult.objects.successful().filter(finished_at__lt=now - timedelta(days=2)).delete()
    DBTaskResult.objects.failed().filter(finished_at__lt=now - timedelta(days=14)).delete()
    Slot.objects.filter(at__lt=now - timedelta(days=7)).delete()
    Heartbeat.objects.filter(at__lt=now - timedelta(days=1)).delete()


class Worker:
    """Takes tasks one by one, and beside that keeps the beat: signs of life, turns of jobs, tasks left behind."""

    def __init__(self):
        self.worker_id = get_random_string(32)
        self.ended = threading.Event()
        self.current = self.busy_since = self.last_beat = None
        self.turns_seen: dict[str, int] = {}

    def run(self) -> None:
        """Work until `stop`, also when the database is gone for a while."""
        beat = threading.Thread(target=self.keep_the_beat, name="beat", daemon=True)
        beat.start()
        while not self.ended.is_set():
            try:
                if not self.take_one():
                    self.ended.wait(IDLE)
            except Exception as wrong:
                self.let_go_of_database(wrong)
            close_old_connections()
        beat.join(2)
        connection.close()

    def stop(self) -> None:
        self.ended.set()

    def let_go_of_database(self, wrong: Exception) -> None:
        log.warning("The worker tries again after %s", type(wrong).__name__)
        connection.close()
        self.ended.wait(2)

    # --- the beat ----------------------------------------------------------------------------------------------------
    def keep_the_beat(self) -> None:
        while not self.ended.is_set():
            try:
                self.beat(timezone.now())
            except Exception as wrong:
                self.let_go_of_database(wrong)
            close_old_connections()
            self.ended.wait(1)
        try:
            Heartbeat.objects.filter(worker=self.worker_id).delete()
        finally:
            connection.close()

    def beat(self, now: datetime) -> None:
        self.hand_out_turns(now)
        if self.last_beat is None or abs(now - self.last_beat) >= BEAT:
            if self.busy_since is None or now - self.busy_since < LONGEST:
                self.give_sign_of_life(now)
            self.take_over(now)
            self.last_beat = now

    def give_sign_of_life(self, now: datetime) -> None:
        Heartbeat.objects.update_or_create(worker=self.worker_id, defaults={"at": now})

    def hand_out_turns(self, now: datetime) -> None:
        for job in list(JOBS.values()):
            number = job.number(now)
            if number is None or self.turns_seen.get(job.name) == number:
                continue
            # Turns far ahead are from a clock that was wrong; they may not silence the job until then.
            Slot.objects.filter(name=job.name, number__gt=number + 1).delete()
            try:
                with transaction.atomic():
                    Slot.objects.create(name=job.name, number=number)
                    take_turn.enqueue(job.name, number)
            except IntegrityError:
                pass  # another worker had it
            self.turns_seen[job.name] = number

    def take_over(self, now: datetime) -> None:
        """Put back what is said to run while nobody runs it."""
        living = set(Heartbeat.living(now).values_list("worker", flat=True))
        for result in DBTaskResult.objects.running().filter(started_at__lt=now - BEAT):
            if result.worker_ids[-1] not in living or (
                result.worker_ids[-1] == self.worker_id and result.pk != self.current
            ):
                log.warning("Task %s was left behind", result.task_path)
                self.put_back(result)

    # --- one task ----------------------------------------------------------------------------------------------------
    def take_one(self) -> bool:
        """Do the first task that is ready; False when there is none."""
        ready = DBTaskResult.objects.ready()
        if not ready.exists():
            return False
        with transaction.atomic():
            if result := ready.get_locked():
                result.claim(self.worker_id)
        if result:
            self.do(result)
        return result is not None

    def do(self, result: DBTaskResult) -> None:
        self.current, self.busy_since = result.pk, timezone.now()
        try:
            todo, said = result.task, result.args_kwargs
            context = [TaskContext(task_result=result.task_result)] if todo.takes_context else []
            result.set_successful(todo.call(*context, *said["args"], **said["kwargs"]))
        except Exception as wrong:
            log.warning("Task %s failed at try %s: %s", result.task_path, len(result.worker_ids), type(wrong).__name__)
            self.put_back(result, wrong)
        finally:
            self.current = self.busy_since = None

    @staticmethod
    def put_back(result: DBTaskResult, wrong: Exception | None = None) -> None:
        """Let it be tried again later, or give it up; what went wrong is kept, without its words (names)."""
        now, tries = timezone.now(), len(result.worker_ids)
        changes: dict = {"status": TaskResultStatus.READY, "run_after": now + timedelta(seconds=4 ** (tries - 1))}
        if tries >= TRIES:
            changes = {"status": TaskResultStatus.FAILED, "finished_at": now}
        if wrong:
            changes["exception_class_path"] = f"{type(wrong).__module__}.{type(wrong).__qualname__}"
            changes["traceback"] = "".join(traceback.format_tb(wrong.__traceback__))
        mine = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING, started_at=result.started_at)
        mine.update(**changes)


def work_off() -> None:
    """Do in this thread everything that is ready now."""
    worker = Worker()
    while worker.take_one():
        pass
