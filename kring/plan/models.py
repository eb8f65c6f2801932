"""The plan the family makes: its parts, when it is whole, «dit is ons plan», and every version of it."""

from django.db import models, transaction
from django.db.models import Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.models import Condition
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand, Via
from kring.conference.models import CIRCLE, VISITORS, Conference, NotAllowed, Outcome
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.meeting.destroying import destroy_every_room
from kring.meeting.models import Meeting, NotOnPaper
from kring.people.models import Person
from kring.plan import writing
from kring.plan.agreements import Agreement, HelpAsked, refuse_ending_first
from kring.plan.copying import PlanCopy, safety_for  # noqa: F401  (tables of this room)
from kring.plan.expecting import Expectation  # noqa: F401
from kring.plan.gaps import NotOfTheCircle, gaps_in
from kring.plan.lining_up import forget_removed
from kring.plan.naming import recognise
from kring.plan.refusals import NotYours
from kring.plan.testing import ConditionAnswer, ConditionTest, PartIsTested, conditions_of  # noqa: F401
from kring.plan.titles import AlsoCalled
from kring.plan.versions import PlanReceipt, PlanVersion, received_by  # noqa: F401
from kring.preparation.models import Question


class NotConfirmed(Refusal):
    message = _("De coördinator heeft tekst getypt. Zeg eerst of het klopt.")


class Plan(models.Model):
    """What the circle decided in its private time, in its own words; no analysis, no minutes, no verdict."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    title = models.CharField(_("titel"), max_length=200, blank=True)
    also_called = models.CharField(_("hoe de wet het noemt"), max_length=20, choices=AlsoCalled, blank=True)
    otherwise = LockedTextField(_("als het anders loopt"), blank=True)
    progress_on = models.DateField(_("eerste voortgangsgesprek"), null=True, blank=True)
    progress_where = LockedTextField(_("waar en met wie"), blank=True)
    progress_planner = LockedTextField(_("wie het voortgangsgesprek plant"), blank=True)
    initiator = LockedTextField(_("wie neemt het initiatief"), blank=True)
    who_on_change = LockedTextField(_("wie komen bij elkaar als het plan moet veranderen"), blank=True)
    contact = LockedTextField(_("wie spreekt met professionals"), blank=True)
    easy = LockedTextField(_("het plan in makkelijke taal"), blank=True)
    child = LockedTextField(_("het plan voor de kinderen"), blank=True)
    typed_by_coordinator_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(_("klopt gezegd op"), null=True, blank=True)
    adopted_at = models.DateTimeField(_("vastgesteld op"), null=True, blank=True)

    taken_away = ()  # lines that can be put back, known after `told`
    reader = None  # for whom it was fetched: who gets the page about safety

    class Meta:
        verbose_name = _("plan")

    def __str__(self) -> str:
        return self.title

    @classmethod
    def of(cls, conference: Conference, *, reader: Person | None = None) -> "Plan":
        """The plan of this conference, with its question; it is born when someone first opens this room."""
        agreed = Question.objects.filter(conference=conference).exclude(agreed_at=None).order_by("-agreed_at")
        latest = Meeting.objects.filter(conference=conference).order_by("-number")
        plans = cls.objects.filter(conference=conference).select_related("conference__preparation")
        joined = plans.annotate(
            question=Subquery(agreed.values("text")[:1]),
            on_paper=Subquery(latest.values("on_paper")[:1]),
            gets_safety=safety_for(reader),
            has_received=received_by(reader),
        )
        plan = joined.first()
        if plan is None:
            cls.objects.get_or_create(conference=conference)
            plan = joined.get()
        plan.day = getattr(plan.conference, "preparation", None)
        plan.conference, plan.reader = conference, reader
        return plan

    # --- questions
    @property
    def is_adopted(self) -> bool:
        return self.adopted_at is not None

    @property
    def waits_for_confirmation(self) -> bool:
        typed = self.typed_by_coordinator_at
        return typed is not None and (self.confirmed_at is None or self.confirmed_at < typed)

    def conditions(self) -> models.QuerySet[Condition]:
        """Every released condition, in order, with how the plan meets it and its latest test."""
        return conditions_of(self.conference)

    def unmet(self) -> list[Condition]:
        """Conditions whose latest test says «nog niet»; silence is none (R-PLN-2)."""
        return [condition for condition in self.conditions() if condition.meets is False]

    def now(self) -> dict:
        """The whole plan as plain data, as it stands now."""
        return writing.told(self if hasattr(self, "question") else Plan.of(self.conference))

    def told(self) -> dict:
        """As it stands now, with its version when nothing was changed since."""
        it = self.now()
        last = next(iter(self.versions.all()), None)
        if last and not last.differs_from(it):
            kept = last.told()
            it |= {name: kept[name] for name in ("number", "adopted_on", "copies")}
        return it

    # --- verbs
    def open_for_writing(self, *, by: Person | Hand) -> Hand:
        """The circle writes; in part 3 the coordinator may type what is told, which the circle then confirms (Q12)."""
        hand = Hand.of(by)
        if not hand.is_for_someone_else and "type_as_told" in self.conference.allowed_to(hand.by):
            self.conference.write_down("type_as_told", by=hand)
            self.typed_by_coordinator_at = timezone.now()
            self.save(update_fields=["typed_by_coordinator_at"])
            return hand
        return self.conference.write_down("write_plan", by=hand)

    @transaction.atomic
    def agree(self, *, by: Person | Hand, **about) -> Agreement:
        """Write down one more thing someone promises to do."""
        self.open_for_writing(by=by)
        refuse_ending_first(about.get("starts_on"), about.get("until_on"))
        return self.agreements.create(**about, position=self.agreements.last_place() + 1)

    @transaction.atomic
    def ask_for_help(self, *, by: Person | Hand, **about) -> HelpAsked:
        self.open_for_writing(by=by)
        return self.help_asked.create(**about, position=self.help_asked.last_place() + 1)

    @transaction.atomic
    def say_how_met(self, condition: Condition, *, how: str, by: Person | Hand) -> None:
        self.open_for_writing(by=by)
        if self.is_adopted and self.conference.phase == Phase.FOLLOW_UP and condition.tests.exists():
            raise PartIsTested
        if how:
            ConditionAnswer.objects.update_or_create(plan=self, condition=condition, defaults={"how": how})
        else:
            self.condition_answers.filter(condition=condition).delete()

    @transaction.atomic
    def fill_in(self, *, by: Person | Hand, **parts) -> None:
        """The parts beside the agreements: what if, progress talk, who takes the initiative, contact."""
        self.open_for_writing(by=by)
        if recognise(parts.get("initiator", ""), self.conference.people(*VISITORS)):
            raise NotOfTheCircle
        for name, value in parts.items():
            setattr(self, name, value)
        self.save(update_fields=list(parts))

    @transaction.atomic
    def confirm_text(self, *, by: Person | Hand) -> None:
        """«Ja, dit klopt»: what the coordinator typed is what we said."""
        self.conference.write_down("confirm_text", by=by)
        self.confirmed_at = timezone.now()
        self.save(update_fields=["confirmed_at"])

    def refuse_unless_whole(self) -> None:
        for gap in gaps_in(self.told(), self.conference.people(*VISITORS)):
            raise gap

    @transaction.atomic
    def adopt(self, *, why: str = "", by: Person | Hand) -> PlanVersion:
        """Say «dit is ons plan», which starts the follow-up; the notes behind the door are destroyed."""
        self.conference.refuse_unless_allowed("adopt_plan", by=by)
        self.refuse_unless_whole()
        if self.waits_for_confirmation:
            raise NotConfirmed
        self.conference.take("adopt_plan", by=by, outcome=Outcome.PLAN_WITH_MEETING)
        return self._adopted(why)

    @transaction.atomic
    def record_their_word(self, *, who: Person, by: Person | Hand) -> PlanVersion:
        """On paper: «[naam] zegt: dit is ons plan». The journal names who said it."""
        self.conference.refuse_unless_allowed("record_their_word", by=by)
        meeting = Meeting.of(self.conference)
        if meeting is None or not meeting.on_paper:
            raise NotOnPaper
        if Role.MAIN_PERSON not in self.conference.roles_of(who):
            raise NotYours
        self.refuse_unless_whole()
        said = Hand(Hand.of(by).by, who, Via.PAPER)
        self.conference.take("record_their_word", by=said, outcome=Outcome.PLAN_WITH_MEETING)
        return self._adopted()

    def _adopted(self, why: str = "") -> PlanVersion:
        self.adopted_at = timezone.now()
        self.save(update_fields=["adopted_at"])
        destroy_every_room(self.conference)
        return self._kept(why)

    def _kept(self, why: str = "") -> PlanVersion:
        forget_removed(self)
        return PlanVersion.keep(self, why=why)

    @transaction.atomic
    def not_yet(self, *, by: Person | Hand) -> None:
        """«Nog geen plan»: people came together, and that counts. An earlier version of the plan stands."""
        outcome = Outcome.PLAN_WITH_MEETING if self.is_adopted else Outcome.NO_PLAN_YET
        self.conference.take("no_plan_yet", by=by, outcome=outcome)
        destroy_every_room(self.conference)

    @transaction.atomic
    def change(self, *, why: str = "", by: Person | Hand) -> PlanVersion:
        """In follow-up the circle keeps its words in the open as a version. The first one is its yes to the plan."""
        hand = self.conference.write_down("write_plan", by=by)
        if self.conference.phase != Phase.FOLLOW_UP:
            raise NotAllowed
        if not self.is_adopted:
            if hand.is_for_someone_else or Role.MAIN_PERSON not in self.conference.roles_of(hand.name_of):
                raise NotYours
            self.adopted_at = timezone.now()
            self.save(update_fields=["adopted_at"])
        self.refuse_unless_whole()
        return self._kept(why)


def who_may_be_named(conference: Conference) -> list[Person]:
    """Who may be named as doer of an agreement: everybody who takes part but the staff."""
    return conference.people(*CIRCLE, Role.PROFESSIONAL, Role.CONDITION_SETTER)
