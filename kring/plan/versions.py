"""What is kept of the plan: every version as it stood that day, and which professional received it."""

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.plan import writing


class PlanReceipt(models.Model):
    """«In ontvangst genomen»: receipt by a professional, never approval (A69)."""

    plan = models.ForeignKey("kring.Plan", models.CASCADE, related_name="receipts")
    person = models.ForeignKey(Person, models.CASCADE)
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("ontvangst van het plan")
        constraints = [models.UniqueConstraint(fields=["plan", "person"], name="one_receipt_a_person")]

    def __str__(self) -> str:
        return str(self.person)

    @classmethod
    @transaction.atomic
    def sign(cls, plan, *, by: Person | Hand) -> "PlanReceipt":
        """Only who can read the plan can receive it."""
        hand = plan.conference.write_down("receive_plan", by=by)
        if "see_plan" not in plan.conference.allowed_to(hand.name_of):
            raise NotAllowed
        return cls.objects.get_or_create(plan=plan, person=hand.name_of)[0]


def received_by(reader: Person | None):
    """Beside a plan: did this reader receive it?"""
    return Exists(PlanReceipt.objects.filter(plan=OuterRef("pk"), person=reader)) if reader else Value(False)


class PlanVersion(models.Model):
    """The plan as it was adopted or changed on one day; every version is kept (A80)."""

    slug = SlugField()
    plan = models.ForeignKey("kring.Plan", models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("versie"))
    kept_at = models.DateTimeField(_("van"), default=timezone.now)
    content = LockedTextField(_("inhoud"))
    why = LockedTextField(_("waarom het anders werd"), blank=True)

    class Meta:
        verbose_name = _("versie van het plan")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="one_number_a_version")]

    def __str__(self) -> str:
        return _("versie %(number)s") % {"number": self.number}

    @classmethod
    def keep(cls, plan, *, why: str = "") -> "PlanVersion":
        last, now = plan.versions.first(), timezone.now()
        number = last.number + 1 if last else 1
        fresh = type(plan).of(plan.conference)
        content = writing.as_json(fresh, number=number, on=timezone.localdate(now))
        return cls.objects.create(plan=plan, number=number, kept_at=now, content=content, why=why)

    def told(self) -> dict:
        """The whole plan as plain data, as it stood that day."""
        return writing.read(self.content)

    def differs_from(self, told: dict) -> bool:
        """Is the plan worded otherwise now? Answers and acceptances are no change of the plan."""
        return writing.wording(self.told()) != writing.wording(told)
