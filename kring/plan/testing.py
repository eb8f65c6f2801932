"""How the plan meets each condition, and what who set it says of that: voldoet, or nog niet on which point."""

from django.db import models, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.models import Condition
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.meeting.models import Meeting
from kring.people.models import Person
from kring.plan.refusals import NotYours


class NoPoint(Refusal):
    message = _("Schrijf op welk punt van deze voorwaarde nog niet goed is. Dan kan de kring daarover praten.")
    field = "point"


class ConditionAnswer(models.Model):
    """How the plan meets one condition, in the words of the circle."""

    plan = models.ForeignKey("kring.Plan", models.CASCADE, related_name="condition_answers")
    condition = models.ForeignKey(Condition, models.CASCADE)
    how = LockedTextField(_("hoe het plan hieraan voldoet"))

    class Meta:
        verbose_name = _("antwoord op een voorwaarde")
        constraints = [models.UniqueConstraint(fields=["plan", "condition"], name="one_answer_a_condition")]

    def __str__(self) -> str:
        return self.how


class ConditionTest(models.Model):
    """One condition tested by who set it, during the presentation; nothing else is ever tested (A74–A76)."""

    condition = models.ForeignKey(Condition, models.CASCADE, related_name="tests")
    meeting = models.ForeignKey(Meeting, models.CASCADE)
    round = models.PositiveSmallIntegerField(_("ronde"))
    meets = models.BooleanField(_("voldoet"))
    point = LockedTextField(_("welk punt nog niet"), blank=True)
    at = models.DateTimeField(_("getoetst op"), default=timezone.now)

    class Meta:
        verbose_name = _("toets aan een voorwaarde")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(_("voldoet") if self.meets else _("nog niet"))

    @classmethod
    @transaction.atomic
    def give(cls, condition: Condition, *, meets: bool, point: str = "", by: Person | Hand) -> "ConditionTest":
        """Voldoet, or nog niet and on which point. Only the own, released condition; only in part 3."""
        conference = condition.form.conference
        hand = conference.write_down("test_condition", by=by)
        if hand.name_of != condition.form.setter or not condition.form.is_released or condition.withdrawn_at:
            raise NotYours
        if not meets and not point:
            raise NoPoint
        meeting = Meeting.of(conference)
        return cls.objects.create(
            condition=condition, meeting=meeting, round=meeting.round, meets=meets, point="" if meets else point
        )


def conditions_of(conference: Conference) -> models.QuerySet[Condition]:
    """Every released condition that stands, with `how` the plan meets it and its latest test."""
    answer = ConditionAnswer.objects.filter(condition=OuterRef("pk"), plan__conference=conference)
    latest = ConditionTest.objects.filter(condition=OuterRef("pk")).order_by("-pk")
    return (
        Condition.objects.filter(form__conference=conference, withdrawn_at=None)
        .exclude(form__released_at=None)
        .select_related("form__setter")
        .annotate(
            how=Subquery(answer.values("how")[:1]),
            meets=Subquery(latest.values("meets")[:1]),
            point=Subquery(latest.values("point")[:1]),
            tested_at=Subquery(latest.values("at")[:1]),
        )
    )
