"""How it was, asked shortly and of everybody once; what is answered stands apart from every name (R-EVA-2, 4.3)."""

import secrets
from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Relation
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, PHASES, VISITORS, Conference, Outcome
from kring.followup.questions import QuestionSet
from kring.followup.refusals import AlreadyAnswered, NotByTheirCoordinator, NothingSaid, NotTried
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.region.models import Region

GROWN_UP = 18
MARKS = ("meeting", "plan", "coordinator")


class Group(models.TextChoices):
    MINOR = "minor", _("hoofdpersoon, nog geen 18")
    ADULT = "adult", _("hoofdpersoon")
    FAMILY = "family", _("familie")
    NETWORK = "network", _("anderen uit de kring")
    PROFESSIONAL = "professional", _("professional")
    COORDINATOR = "coordinator", _("coördinator")


class Says(models.TextChoices):
    YES = "yes", _("ja")
    PARTLY = "partly", _("een beetje")
    NO = "no", _("nee")


def any_number() -> int:
    """Rows that are not numbered in a row: the order they came in is told by nothing."""
    return secrets.randbits(62)


def a_mark(name) -> models.PositiveSmallIntegerField:
    within = [MinValueValidator(1), MaxValueValidator(10)]
    return models.PositiveSmallIntegerField(name, null=True, blank=True, validators=within)


def said(name) -> models.CharField:
    return models.CharField(name, max_length=6, choices=Says, blank=True)


class Evaluation(models.Model):
    """One answer. No key leads to a person or a conference, and no time is finer than the month."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    questions = models.ForeignKey(QuestionSet, models.PROTECT, related_name="evaluations")
    year = models.PositiveSmallIntegerField(_("jaar"))
    month = models.PositiveSmallIntegerField(_("maand"))
    region = models.ForeignKey(Region, models.SET_NULL, null=True, blank=True, related_name="+")
    group = models.CharField(_("groep"), max_length=12, choices=Group)
    language = models.CharField(_("taal"), max_length=10)
    phase = models.CharField(_("fase"), max_length=20, choices=[(p.value, PHASES[p]) for p in Phase])
    meeting = a_mark(_("de bijeenkomst"))
    plan = a_mark(_("het plan"))
    coordinator = a_mark(_("de coördinator"))
    could_say = said(_("ik kon zeggen wat ik wilde"))
    felt_safe = said(_("ik voelde me veilig"))
    is_ours = said(_("het is óns plan"))
    less_burdened = said(_("mijn werk wordt lichter"))
    words = LockedTextField(_("eigen woorden"), blank=True)

    class Meta:
        verbose_name = _("evaluatie")
        indexes = [models.Index(fields=["year", "group"], name="evaluations_of_a_year")]

    def __str__(self) -> str:
        return f"{self.get_group_display()}, {self.year}"


class EvaluationAsked(models.Model):
    """That somebody was asked, and whether they said something or rather not; never when, and never what."""

    class Did(models.TextChoices):
        ANSWERED = "answered", _("antwoord gegeven")
        REFUSED = "refused", _("liever niet")

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="evaluations_asked")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    asked_on = models.DateField(_("gevraagd op"), null=True, blank=True)
    did = models.CharField(_("wat daarop kwam"), max_length=10, choices=Did, blank=True)

    class Meta:
        verbose_name = _("gevraagde evaluatie")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="asked_once_how_it_was")]

    def __str__(self) -> str:
        return self.slug

    # --- questions
    @classmethod
    def of(cls, conference: Conference, person: Person) -> "EvaluationAsked":
        """The row of this person, which begins to exist when it is needed."""
        known = {"conference": conference, "person": person}
        return cls.objects.filter(**known).select_related("person").first() or cls(**known)

    @classmethod
    def kept(cls, conference: Conference, person: Person) -> "EvaluationAsked":
        """With a code that will last, for on paper."""
        return cls.objects.get_or_create(conference=conference, person=person)[0]

    @cached_property
    def group(self) -> Group | None:
        return group_of(self.conference, self.person)

    @property
    def code(self) -> str:
        """For on paper: three groups of four."""
        return " ".join(self.slug[place : place + 4] for place in (0, 4, 8))

    @classmethod
    def with_code(cls, code: str) -> "EvaluationAsked | None":
        """Whose paper this is, while nothing was said yet."""
        wanted = "".join(code.lower().replace("-", "").split())
        return cls.objects.select_related("conference", "person").filter(slug=wanted, did="").first()

    # --- verbs
    @transaction.atomic
    def answer(self, questions: QuestionSet, **answers) -> None:
        """Note that it was answered, and put the answer where nobody can tell whose it is."""
        group, today = self.group, timezone.localdate()
        if questions is None or group is None:
            raise NotTried
        if not any(answers.values()):
            raise NothingSaid
        self._did(self.Did.ANSWERED)
        when = {"year": today.year, "month": today.month}
        about = {"region": self.conference.region, "phase": self.conference.phase, "language": self.person.language}
        Evaluation.objects.create(questions=questions, group=group, **when, **about, **answers)

    @transaction.atomic
    def refuse(self) -> None:
        self._did(self.Did.REFUSED)

    def _did(self, did: str) -> None:
        row = EvaluationAsked.kept(self.conference, self.person)
        if not EvaluationAsked.objects.filter(pk=row.pk, did="").update(did=did):
            raise AlreadyAnswered
        self.did = did


@transaction.atomic
def answer(conference: Conference, *, by: Person | Hand, **answers) -> None:
    """Say how it was, oneself or on the phone with the regiomanager. The journal is silent about it."""
    asked_of(conference, by).answer(QuestionSet.in_use(), **answers)


@transaction.atomic
def refuse(conference: Conference, *, by: Person | Hand) -> None:
    """«Liever niet», in one tap; nobody asks again."""
    asked_of(conference, by).refuse()


def asked_of(conference: Conference, by: Person | Hand) -> EvaluationAsked:
    hand = conference.refuse_unless_allowed("evaluate", by=by)
    if hand.is_for_someone_else and Role.COORDINATOR in conference.roles_of(hand.by):
        raise NotByTheirCoordinator
    return EvaluationAsked.of(conference, hand.name_of)


def group_of(conference: Conference, person: Person, *, today: date | None = None) -> Group | None:
    """In which group somebody answers; None for who is not asked."""
    roles = conference.roles_of(person)
    if Role.MAIN_PERSON in roles:
        return Group.MINOR if is_minor(person, today) else Group.ADULT
    if roles & CIRCLE:
        relation = conference.members.filter(person=person).values_list("relation", flat=True).first()
        return Group.FAMILY if relation in (Relation.FAMILY, Relation.FOSTER) else Group.NETWORK
    if roles & VISITORS:
        return Group.PROFESSIONAL
    return Group.COORDINATOR if Role.COORDINATOR in roles else None


def is_minor(person: Person, today: date | None = None) -> bool:
    age = person.age_on(today or timezone.localdate())
    return age is not None and age < GROWN_UP


def asked_about(group: Group, conference: Conference) -> list[str]:
    """Which questions this group gets. There was a day, or a plan without one."""
    about = ["meeting", "plan", "coordinator", "could_say", "felt_safe", "is_ours"]
    if group == Group.COORDINATOR:
        about = ["meeting", "could_say", "felt_safe"]  # no word about the plan, and none about oneself
    if group == Group.PROFESSIONAL:
        about += ["less_burdened"]
    without = {Outcome.PLAN_WITHOUT_MEETING: "meeting", Outcome.NO_PLAN_YET: "plan"}.get(conference.outcome)
    return [name for name in about if name != without]
