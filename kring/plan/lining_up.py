"""How what the circle wrote is kept in a row: in its own order, and what was taken away can come back."""

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from kring.conference.ending import when_over
from kring.conference.hands import Hand
from kring.people.models import Person


class RowQuerySet(models.QuerySet):
    def last_place(self) -> int:
        return self.aggregate(last=Max("position"))["last"] or 0

    def removed(self):
        """Taken away, and not forgotten yet: the last one first."""
        return self.exclude(removed_at=None).order_by("-removed_at")


class AgreementQuerySet(RowQuerySet):
    def accepted(self):
        """Only what its doer took on counts (invariant 9)."""
        return self.exclude(accepted_at=None)

    def of(self, person: Person):
        return self.filter(doer=person)

    def free(self):
        """Nobody was named, or who was asked handed it back."""
        return self.filter(Q(doer=None, who="") | Q(handed_back_at__isnull=False))

    def unanswered(self):
        """Asked of somebody who said neither yes nor no: that is no yes."""
        return self.exclude(doer=None).filter(accepted_at=None, handed_back_at=None)


class Standing(models.Manager.from_queryset(AgreementQuerySet)):
    """What stands in the plan now."""

    def get_queryset(self):
        return super().get_queryset().filter(removed_at=None)


class InARow(models.Model):
    """A line of the plan: it has its place, can be taken away, and put back until the plan is kept."""

    position = models.PositiveSmallIntegerField(default=0)
    removed_at = models.DateTimeField(null=True, blank=True)

    called = ""  # in the address of what is put back

    objects = Standing()
    everything = AgreementQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["position", "pk"]

    def neighbours(self) -> models.QuerySet:
        """The row it stands in."""
        return type(self).objects.filter(plan=self.plan)

    @transaction.atomic
    def move(self, *, up: bool, by: Person | Hand) -> None:
        """One place up or down; at the end of the row it stays where it is."""
        self.plan.open_for_writing(by=by)
        row = list(self.neighbours())
        at = row.index(self)
        to = max(0, min(len(row) - 1, at - 1 if up else at + 1))
        row.insert(to, row.pop(at))
        for place, line in enumerate(row, start=1):
            line.position = place
        type(self).objects.bulk_update(row, ["position"])

    @transaction.atomic
    def remove(self, *, by: Person | Hand) -> None:
        self.plan.open_for_writing(by=by)
        self.removed_at = timezone.now()
        self.save(update_fields=["removed_at"])

    @transaction.atomic
    def put_back(self, *, by: Person | Hand) -> None:
        """Taken away by mistake: it stands there again, in its own place, and with what was said to it."""
        self.plan.open_for_writing(by=by)
        self.removed_at = None
        self.save(update_fields=["removed_at"])


def standing(plan, lines: models.QuerySet) -> list[InARow]:
    """What stands in the plan of all these lines; what was taken away waits in `plan.taken_away` to be put back."""
    found = list(lines.filter(plan=plan))
    plan.taken_away += [line for line in found if line.removed_at]
    return [line for line in found if not line.removed_at]


def forget_removed(plan) -> None:
    """What the circle took away is gone for good when the plan is kept."""
    for kind in InARow.__subclasses__():
        kind.everything.filter(plan=plan).removed().delete()


@when_over
def forget_at_the_end(conference) -> None:
    if plan := getattr(conference, "plan", None):
        forget_removed(plan)
