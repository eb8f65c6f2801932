"""Getting ready: where and when, everybody prepared in person, and what is still missing."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference, Outcome
from kring.people.models import Person
from kring.preparation.dates import DateAnswer, DateOption
from kring.preparation.fixing import FixedDate, NotAskedAll, NotProposed, WithoutThem
from kring.preparation.other_days import OtherDay
from kring.preparation.own_clocks import OwnClock
from kring.preparation.places import MeetingPlace
from kring.preparation.preparing import PersonalPreparation
from kring.preparation.question import Question
from kring.preparation.readiness import NotReady, Readiness
from kring.preparation.sheets import InformationSheet
from kring.preparation.venues import Venue
from kring.preparation.weighing import KeyPerson

__all__ = [
    "DateAnswer", "DateOption", "InformationSheet", "KeyPerson", "MeetingPlace", "NotAskedAll", "NotProposed",
    "NotReady", "OtherDay", "OwnClock", "PersonalPreparation", "Preparation", "Question", "Venue", "WithoutThem",
]  # fmt: skip


class Preparation(Readiness, FixedDate):
    """Where and when, and whether everybody is ready. There is a start and no end (A41)."""

    ready_at = models.DateTimeField(_("klaar op"), null=True, blank=True)

    class Meta:
        verbose_name = _("voorbereiding")

    @classmethod
    def of(cls, conference: Conference) -> "Preparation":
        """The preparation of this conference; it is born when someone first opens this room."""
        found = cls.objects.get_or_create(conference=conference)[0]
        found.conference = conference
        return found

    # --- questions
    @property
    def question(self) -> Question | None:
        """The wording the main person agreed to."""
        return Question.agreed(self.conference)

    # --- verbs
    @transaction.atomic
    def go_on_without_meeting(self, *, by: Person | Hand) -> None:
        """The people found a plan while preparing: that counts as much."""
        self.conference.take("plan_without_meeting", by=by, outcome=Outcome.PLAN_WITHOUT_MEETING)
