"""Somebody died, moved or wants out: gone from every message at once, also from those that still wait (5.6)."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.models import CircleMember
from kring.circle.sides import people_seen_by
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, STAFF, Conference, NotAllowed
from kring.followup.calling_together import Gathering
from kring.followup.reminding import Reminder
from kring.followup.standing_in import StandIn
from kring.followup.telling import let_know, those_who_lead
from kring.foundation.posting import Status
from kring.people.links import PersonalLink
from kring.people.models import Person
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.copying import PlanCopy
from kring.plan.models import Plan

UNSENT = (Status.READY, Status.SENDING, Status.BY_HAND, Status.FAILED)
NOWHERE = {"email": "", "phone": "", "postal_address": ""}


class Parting(models.Model):
    """Somebody gets no messages any more, and why in one word; nobody is told of it by us."""

    class Why(models.TextChoices):
        DIED = "died", _("is overleden")
        MOVED = "moved", _("is verhuisd, of heeft een ander nummer")
        WANTS_OUT = "wants_out", _("wil niet meer meedoen")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="partings")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    why = models.CharField(_("waarom"), max_length=10, choices=Why)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("afscheid")

    def __str__(self) -> str:
        return self.get_why_display()


@transaction.atomic
def let_go(conference: Conference, person: Person, *, why: str, by: Person | Hand) -> Parting:
    """A main person or the coordinator says it; nothing goes to this person any more, from this moment."""
    hand = conference.write_down("let_go", by=by)
    if person not in may_be_let_go(conference, hand):
        raise NotAllowed
    if conference.coordinator:
        page, key = "followup:let_go", f"followup:let-go:{person.slug}:{timezone.localdate()}"
        let_know([conference.coordinator], conference, key=key, page=page, by=by)
    return part(conference, person, why=Parting.Why(why), hand=hand)


@transaction.atomic
def step_out(conference: Conference, *, by: Person | Hand) -> Parting:
    """«Ik doe niet meer mee»: without a reason, and at once."""
    hand = conference.write_down("step_out", by=by)
    if Agreement.objects.filter(plan__conference=conference, doer=hand.name_of, handed_back_at=None).exists():
        leads = those_who_lead(conference, Plan.of(conference))
        let_know(leads, conference, key=f"followup:out:{hand.name_of.slug}", page="conference:show", by=by)
    return part(conference, hand.name_of, why=Parting.Why.WANTS_OUT, hand=hand)


def part(conference: Conference, person: Person, *, why: str, hand: Hand) -> Parting:
    person.messages.filter(about=conference, status__in=UNSENT).delete()
    if why == Parting.Why.MOVED:
        forget_address(conference, person)
    else:
        give_everything_back(conference, person)
        conference.unseat(person)
        if why == Parting.Why.DIED and not person.participations.filter(until=None).exists():
            Person.objects.filter(pk=person.pk).update(is_active=False)
        for link in PersonalLink.objects.filter(person=person, revoked_at=None):
            if not person.participations.filter(until=None).exists():
                link.revoke(hand.by)
    return Parting.objects.create(conference=conference, person=person, why=why, by=hand.by)


def forget_address(conference: Conference, person: Person) -> None:
    """Nothing goes to the old place any more; the seat stays, and the link that somebody holds."""
    if not person.is_at_a_desk:
        Person.objects.filter(pk=person.pk).update(**NOWHERE)
    CircleMember.objects.filter(conference=conference, person=person).update(reach="")


def give_everything_back(conference: Conference, person: Person) -> None:
    """What was promised is free again, without a word about it (B23)."""
    mine = Agreement.objects.filter(plan__conference=conference, doer=person, handed_back_at=None)
    mine.update(handed_back_at=timezone.now(), accepted_at=None, went="", went_at=None)
    HelpAsked.objects.filter(plan__conference=conference, professional=person, answer="").update(professional=None)
    PlanCopy.objects.filter(plan__conference=conference, person=person).delete()
    Reminder.objects.filter(conference=conference, person=person).delete()
    StandIn.objects.open().filter(agreement__plan__conference=conference, person=person).update(ended_at=timezone.now())
    for gathering in Gathering.objects.filter(conference=conference, people=person):
        gathering.people.remove(person)


def may_be_let_go(conference: Conference, hand: Hand) -> list[Person]:
    """Whom this hand knows to take part, the circle first; who works here is replaced and not let go.

    Of one main person another one does not say it (A28), and a conference around nobody is stopped.
    """
    is_staff, main_people = bool(conference.roles_of(hand.by) & STAFF), conference.main_people
    circle = conference.people(*CIRCLE) if is_staff else people_seen_by(conference, hand.name_of, *CIRCLE)
    others = conference.people(Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REQUESTER)
    people = {person.pk: person for person in [*circle, *others]}.values()
    stay = main_people if len(main_people) == 1 or not is_staff else []
    return [person for person in people if person not in stay]


def stopped(conference: Conference) -> list[Parting]:
    return list(conference.partings.select_related("person").order_by("-at"))
