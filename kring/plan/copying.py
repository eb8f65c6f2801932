"""Copies of the plan: who gets one and how, as the main people choose, and who has it. Within two working days."""

from django.db import models, transaction
from django.db.models import OuterRef, Subquery, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, STAFF, VISITORS, Conference
from kring.foundation.addresses import SlugField
from kring.foundation.channels import Channel, closed_to, reach
from kring.foundation.posting import Message, Status
from kring.foundation.workdays import working_days_after
from kring.people.models import Person
from kring.plan.refusals import NotYours

PLAN = "plan/letters/plan_is_there.txt"
WORKING_DAYS = 2  # our own promise (R-PLN-6)


class PlanCopyQuerySet(models.QuerySet):
    def dealt(self):
        """Of a version that was kept; before that a row only says how somebody wants it."""
        return self.exclude(number=None).exclude(way=PlanCopy.Way.NONE).select_related("person")

    def to_give(self):
        return self.dealt().filter(given_at=None)


class PlanCopy(models.Model):
    """How one person gets the plan, and since when they have its latest version."""

    class Way(models.TextChoices):
        OWN = "own", _("zoals we deze persoon altijd bereiken")
        PAPER = "paper", _("op papier")
        LARGE = "large", _("op papier, met grote letters")
        NONE = "none", _("hoeft niet")

    slug = SlugField()
    plan = models.ForeignKey("kring.Plan", models.CASCADE, related_name="copies")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    way = models.CharField(_("hoe"), max_length=10, choices=Way, default=Way.OWN)
    with_safety = models.BooleanField(_("met het blad over veiligheid"), default=True)
    number = models.PositiveSmallIntegerField(_("versie"), null=True, blank=True)
    due_on = models.DateField(_("uiterlijk op"), null=True, blank=True)
    given_at = models.DateTimeField(_("gegeven op"), null=True, blank=True)
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = PlanCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("exemplaar van het plan")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "person"], name="one_copy_a_person")]

    def __str__(self) -> str:
        return str(self.person)

    # --- verbs
    @classmethod
    @transaction.atomic
    def choose(cls, plan, *, person: Person, way: str, with_safety: bool, by: Person | Hand) -> None:
        """A main person says how somebody gets the plan; a version that waits to be given goes that way too."""
        plan.conference.write_down("give_consent", by=by)
        if person not in readers_of(plan.conference):
            raise NotYours
        cls.objects.update_or_create(plan=plan, person=person, defaults={"way": way, "with_safety": with_safety})

    @transaction.atomic
    def give(self, *, by: Person | Hand) -> None:
        """It was handed over or put in the post."""
        hand = self.plan.conference.write_down("give_copies", by=by)
        self.given_at, self.given_by = timezone.now(), hand.by
        self.save(update_fields=["given_at", "given_by"])


def readers_of(conference: Conference) -> list[Person]:
    """Who gets the plan: the circle, and outsiders whom the circle lets read it after the day."""
    open_to = CIRCLE | {role for role in VISITORS if ("see_plan", role) in conference.consents()}
    return conference.people(*open_to)


def copy_for(plan, person: Person, rows: dict[int, PlanCopy]) -> PlanCopy:
    """As it was chosen; else by the own channel, and to an outsider without the page about safety."""
    found = rows.get(person.pk)
    is_circle = bool(plan.conference.roles_of(person) & CIRCLE)
    return found or PlanCopy(plan=plan, person=person, with_safety=is_circle)


def chosen(plan) -> dict[int, PlanCopy]:
    return {copy.person_id: copy for copy in plan.copies.select_related("person")}


def deal_out(version, people: list[Person]) -> None:
    """From now on everybody waits for this version, for two working days at most."""
    plan, rows = version.plan, chosen(version.plan)
    due_on = working_days_after(timezone.localdate(version.kept_at), WORKING_DAYS)
    for person in people:
        copy = copy_for(plan, person, rows)
        copy.number, copy.due_on, copy.given_at, copy.given_by = version.number, due_on, None, None
        copy.save()


def hides_safety(plan, person: Person) -> bool:
    """After the day the page about safety is there for whom the main people gave it."""
    conference = plan.conference
    roles = conference.roles_of(person)
    if conference.phase not in (Phase.FOLLOW_UP, Phase.CLOSED) or roles & (STAFF | {Role.MAIN_PERSON}):
        return False
    chosen_for = plan.gets_safety if plan.reader == person else type(plan).of(conference, reader=person).gets_safety
    return not (bool(roles & CIRCLE) if chosen_for is None else chosen_for)


def safety_for(reader: Person | None):
    """Beside a plan: whether this reader gets the page about safety; nothing when nobody chose."""
    if reader is None:
        return Value(None, output_field=models.BooleanField())
    return Subquery(PlanCopy.objects.filter(plan=OuterRef("pk"), person=reader).values("with_safety")[:1])


# --- who has it
def key_of(version, person: Person) -> str:
    """The message that brings this version to this person."""
    return f"{PLAN}:{version.slug}:{person.slug}"


def with_news(copies: list[PlanCopy], plan) -> list[PlanCopy]:
    """Each with `has_since`, and `by_hand`: what somebody must print and give, because no message brings it."""
    for copy in copies:
        copy.person.sits_nowhere()
    closed, version = closed_to([copy.person for copy in copies]), plan.versions.first()
    keys = {key_of(version, copy.person): copy.person_id for copy in copies} if version else {}
    sent = {keys[message.key]: message for message in Message.objects.filter(key__in=keys)}
    for copy in copies:
        message = sent.get(copy.person_id)
        is_sent = message is not None and message.status == Status.SENT and copy.way == PlanCopy.Way.OWN
        copy.channel = reach(copy.person, closed=closed.get(copy.person_id, frozenset()))
        copy.has_since = copy.given_at or (message.sent_at if is_sent else None)
        copy.by_hand = not copy.has_since and goes_on_paper(copy, message)
    return copies


def goes_on_paper(copy: PlanCopy, message: Message | None) -> bool:
    is_lost = message is not None and message.status == Status.FAILED
    return copy.way != PlanCopy.Way.OWN or copy.channel in (Channel.LETTER, Channel.PHONE) or is_lost


def still_to_give(plan) -> list[PlanCopy]:
    """What waits for a printer and somebody's hands."""
    return [copy for copy in with_news(list(plan.copies.to_give()), plan) if copy.by_hand]
