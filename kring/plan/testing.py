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


class AlreadyMeets(Refusal):
    message = _("Dit deel van het plan veranderde niet. U zei al: voldoet.")


class PartIsTested(Refusal):
    message = _(
        "Dit deel is getoetst aan een voorwaarde. Willen jullie het veranderen? Kom dan weer bij elkaar. "
        "Daarna wordt alleen dit deel opnieuw getoetst."
    )
    field = "how"


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
    how = LockedTextField(_("hoe het plan er toen aan voldeed"), blank=True)
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
        meeting, now = Meeting.of(conference), conditions_of(conference).get(pk=condition.pk)
        if is_settled(now, meeting):
            raise AlreadyMeets
        told = {"meets": meets, "point": "" if meets else point, "how": now.how or ""}
        return cls.objects.create(condition=condition, meeting=meeting, round=meeting.round, **told)


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
            tested_in=Subquery(latest.values("meeting")[:1]),
            tested_how=Subquery(latest.values("how")[:1]),
        )
    )


def still_meets(condition: Condition) -> bool | None:
    """What was said of it; a «voldoet» was to the words of then, so with other words it is open again (A80)."""
    is_worded_otherwise = (condition.how or "") != (condition.tested_how or "")
    return None if condition.meets and is_worded_otherwise else condition.meets


def is_settled(condition: Condition, meeting: Meeting) -> bool:
    """Found good at an earlier meeting, and its part is as it was: not tested again."""
    return bool(still_meets(condition)) and condition.tested_in != meeting.pk
