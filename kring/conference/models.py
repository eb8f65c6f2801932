"""The spine: a conference, who takes part in it, what the family allowed, and the journal of its steps."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference import access
from kring.conference.access import NEVER_FOR_OTHERS, RULES, Phase, Role
from kring.conference.ending import end
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.foundation.addresses import SlugField
from kring.foundation.drawing_up import drawn_up_once
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.region.models import FundingContract, FundingRegion, Municipality, Region

PHASES = {
    Phase.REFERRAL: _("aanmelding"),
    Phase.MATCHING: _("een coördinator zoeken"),
    Phase.PREPARATION: _("voorbereiding"),
    Phase.INFORMATION: _("informatieronde"),
    Phase.PRIVATE_TIME: _("besloten tijd"),
    Phase.PRESENTATION: _("presentatie"),
    Phase.FOLLOW_UP: _("opvolging"),
    Phase.CLOSED: _("afgerond"),
}
ROLES = {
    Role.MAIN_PERSON: _("hoofdpersoon"),
    Role.CIRCLE_MEMBER: _("kring"),
    Role.REQUESTER: _("aanvrager"),
    Role.PROFESSIONAL: _("professional"),
    Role.CONDITION_SETTER: _("steller van voorwaarden"),
    Role.COORDINATOR: _("coördinator"),
    Role.REGIONAL_MANAGER: _("regiomanager"),
    Role.COACH: _("coach"),
}
CIRCLE = frozenset({Role.MAIN_PERSON, Role.CIRCLE_MEMBER})
VISITORS = frozenset({Role.PROFESSIONAL, Role.CONDITION_SETTER})
STAFF = frozenset({Role.COORDINATOR, Role.REGIONAL_MANAGER, Role.COACH})
WRITES_FOR_OTHERS = frozenset({Role.COORDINATOR, Role.REGIONAL_MANAGER})


class NotAllowed(Refusal):
    message = _("Dit is op dit moment niet aan u, of het kan nu niet meer.")


class Overtaken(Refusal):
    message = _("Iemand anders was u net voor. Kijk hoe het er nu voor staat.")


class TwoHats(Refusal):
    message = _("Deze persoon heeft al een andere rol in deze conferentie. Die twee gaan niet samen.")


class Outcome(models.TextChoices):
    PLAN_WITH_MEETING = "plan_with_meeting", _("plan met bijeenkomst")
    PLAN_WITHOUT_MEETING = "plan_without_meeting", _("plan zonder bijeenkomst")
    NO_PLAN_YET = "no_plan_yet", _("bij elkaar geweest, nog geen plan")
    DECLINED = "declined", _("nee gezegd")
    STOPPED = "stopped", _("gestopt")


class Kind(models.TextChoices):
    CONFERENCE = "conference", _("Eigen Kracht-conferentie")


def doors() -> Q:
    """In which phases which roles have a door at all, as a question to the database."""
    alike = {}
    for role in Role:
        phases = tuple(phase.value for phase in Phase if role in RULES["see_state"].roles[phase])
        alike.setdefault(phases, []).append(role.value)
    return reduce(or_, (Q(role__in=roles, conference__phase__in=phases) for phases, roles in alike.items()))


DOORS = doors()


class ConferenceQuerySet(models.QuerySet):
    def of(self, person: Person | int):
        """The conferences this person has a door into now: the only way in."""
        mine = Participant.objects.present().filter(DOORS, person=person)
        return self.filter(pk__in=mine.values("conference_id"))


class Conference(models.Model):
    """An Eigen Kracht-conferentie around one or more people, from request to closing."""

    slug = SlugField()
    kind = models.CharField(_("soort"), max_length=20, choices=Kind, default=Kind.CONFERENCE)
    phase = models.CharField(
        _("fase"), max_length=20, choices=[(p.value, PHASES[p]) for p in Phase], default=Phase.REFERRAL
    )
    outcome = models.CharField(_("uitkomst"), max_length=30, choices=Outcome, blank=True)
    region = models.ForeignKey(Region, models.PROTECT, verbose_name=_("regio"), null=True, blank=True)
    municipality = models.ForeignKey(Municipality, models.SET_NULL, verbose_name=_("gemeente"), null=True, blank=True)
    funding = models.ForeignKey(
        FundingContract,
        models.PROTECT,
        verbose_name=_("wie betaalt"),
        related_name="conferences",
        null=True,
        blank=True,
    )
    is_urgent = models.BooleanField(_("spoed"), default=False)
    resting_since = models.DateTimeField(_("rustig aan sinds"), null=True, blank=True)
    created_at = models.DateTimeField(_("aangevraagd op"), default=timezone.now, db_index=True)
    moved_at = models.DateTimeField(_("in deze fase sinds"), default=timezone.now)
    closed_at = models.DateTimeField(_("afgerond op"), null=True, blank=True)

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("conferentie")
        verbose_name_plural = _("conferenties")
        constraints = [
            models.CheckConstraint(name="phase_is_known", condition=Q(phase__in=[p.value for p in Phase])),
            models.CheckConstraint(name="closed_has_an_outcome", condition=~Q(phase="closed") | ~Q(outcome="")),
        ]
        indexes = [
            models.Index(fields=["region", "phase", "-id"], name="desk_by_region"),
        ]

    def __str__(self) -> str:
        return _("Rond %(names)s") % {"names": self.names}

    # --- questions -------------------------------------------------------------------------------------------------
    @property
    def names(self) -> str:
        """First names of the main people, for on the screen: «Naima en Sam». By the alphabet: nobody comes first."""
        names = sorted((person.first_name for person in self.main_people), key=str.casefold)
        return _(" en ").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    def seated(self) -> list["Participant"]:
        """Everybody who takes part now, asked once for each object."""
        if not hasattr(self, "_seated"):
            self._seated = seats_of(conference=self.pk)
            for seat in self._seated:
                seat.conference = self
        return self._seated

    def forget_seats(self) -> None:
        self.__dict__.pop("_seated", None)
        self.__dict__.pop("_consents", None)

    def people(self, *roles: Role) -> list[Person]:
        """The people in one of these roles, each once."""
        return list({seat.person_id: seat.person for seat in self.seated() if seat.role in roles}.values())

    @property
    def main_people(self) -> list[Person]:
        return self.people(Role.MAIN_PERSON)

    @property
    def coordinator(self) -> Person | None:
        return next(iter(self.people(Role.COORDINATOR)), None)

    @property
    def manager(self) -> Person | None:
        return next(iter(self.people(Role.REGIONAL_MANAGER)), None)

    @property
    def coach(self) -> Person | None:
        """Who coaches the coordinator: mostly the regiomanager of the request, sometimes another (A50)."""
        return next(iter(self.people(Role.COACH)), None)

    def whom_to_call(self, person: Person) -> Person | None:
        """Family and circle call the coordinator, all others the regiomanager (A51)."""
        return (self.coordinator if self.roles_of(person) & CIRCLE else None) or self.manager_to_call

    @property
    def manager_to_call(self) -> Person | None:
        """The regiomanager, or whoever stands in for that manager now (A51)."""
        manager, region = self.manager, self.region
        if manager and region and region.manager_id == manager.pk and region.is_left_on(timezone.localdate()):
            return region.stand_in
        return manager

    def roles_of(self, person: Person) -> frozenset[Role]:
        return frozenset(Role(seat.role) for seat in self.seated() if seat.person_id == person.pk)

    def consents(self) -> frozenset[tuple[str, str]]:
        if not hasattr(self, "_consents"):
            self._consents = frozenset(self.consent_set.filter(withdrawn_at=None).values_list("act", "role").distinct())
        return self._consents

    def allowed_to(self, person: Person, name_of: Person | None = None) -> frozenset[str]:
        """Everything this person may see and do now; with `name_of`, also what they may do in that name."""
        roles, phase = self.roles_of(person), Phase(self.phase)
        own = access.allowed(roles, phase, self.consents() if access.may_need_consent(roles, phase) else frozenset())
        if name_of is None or name_of == person or not roles & WRITES_FOR_OTHERS:
            return own
        theirs = self.roles_of(name_of) - STAFF
        return access.allowed_for_others(own, theirs, phase)

    # --- verbs -----------------------------------------------------------------------------------------------------
    def refuse_unless_allowed(self, act: str, *, by: Person | Hand) -> Hand:
        """The hand, when it may do this now; NotAllowed otherwise. For deeds that are no step."""
        hand = Hand.of(by)
        if act not in self.allowed_to(hand.by, hand.name_of):
            raise NotAllowed
        if hand.is_for_someone_else and act in NEVER_FOR_OTHERS:
            raise NotAllowed
        return hand

    def take(self, step: str, *, by: Person | Hand, outcome: str = "") -> None:
        """Take a step from the table: move to where it leads and write it down. Of two at once, one wins."""
        hand = self.refuse_unless_allowed(step, by=by)
        before, after = self.phase, RULES[step].leads_to or Phase(self.phase)
        now = timezone.now()
        changes = {"phase": after} | ({"moved_at": now} if after != before else {})
        if outcome:
            changes["outcome"] = outcome
        if after == Phase.CLOSED:
            changes["closed_at"] = now
        with transaction.atomic():
            if not Conference.objects.filter(pk=self.pk, phase=before).update(**changes):
                raise Overtaken
            JournalEntry.write(self, step, hand, before=before, after=after)
            if after == Phase.CLOSED:
                end(self)
        for name, value in changes.items():
            setattr(self, name, value)

    @transaction.atomic
    def write_down(self, act: str, *, by: Person | Hand) -> Hand:
        """Check that this hand may do this and note in the journal that it did; the phase stays."""
        hand = self.refuse_unless_allowed(act, by=by)
        JournalEntry.write(self, act, hand, before=self.phase, after=self.phase)
        return hand

    @transaction.atomic
    def note_funding(self) -> None:
        """Refer to the contract that pays here today, when one has room; without one all goes on just as well (A31)."""
        payers = self.municipality.funding_region if self.municipality and not self.funding_id else None
        if payers is None:
            return
        FundingRegion.objects.select_for_update().get(pk=payers.pk)  # of two at once the second sees what is left
        if contract := payers.contract_with_room():
            self.funding = contract
            self.save(update_fields=["funding"])

    def seat(self, person: Person, role: Role) -> "Participant":
        """Give somebody a role; whoever helps independently takes no other part (A20, invariant 7)."""
        taken = self.roles_of(person)
        apart = {
            Role.COORDINATOR: VISITORS | CIRCLE | {Role.REQUESTER, Role.COACH},
            Role.REGIONAL_MANAGER: VISITORS | CIRCLE,
            Role.COACH: VISITORS | CIRCLE | {Role.REQUESTER},
        }
        against = apart.get(role, frozenset()) | {other for other, others in apart.items() if role in others}
        if role in CIRCLE:
            against |= VISITORS
        if role in VISITORS:
            against |= CIRCLE
        if taken & against:
            raise TwoHats
        participant, _new = self.participants.get_or_create(person=person, role=role, until=None)
        self.forget_seats()
        return participant

    @transaction.atomic
    def unseat(self, person: Person, *roles: Role) -> None:
        self.participants.present().filter(person=person, role__in=roles or list(Role)).update(until=timezone.now())
        self.forget_seats()

    @transaction.atomic
    def stop(self, *, by: Person | Hand) -> None:
        """End it today, without a reason and without consequences for any help."""
        self.take("stop", by=by, outcome=Outcome.STOPPED)

    @transaction.atomic
    def rest(self, *, by: Person | Hand) -> None:
        """«Rustig aan»: nothing is asked or reminded until the family goes on."""
        self.write_down("rest", by=by)
        self.resting_since = timezone.now()
        self.save(update_fields=["resting_since"])

    @transaction.atomic
    def go_on(self, *, by: Person | Hand) -> None:
        self.write_down("rest", by=by)
        self.resting_since = None
        self.save(update_fields=["resting_since"])

    @transaction.atomic
    def give_consent(self, act: str, roles: list[Role], *, by: Person | Hand) -> None:
        """Open what stands as a small letter in the table for these roles."""
        hand = self.write_down("give_consent", by=by)
        for role in roles:
            if not any(role in rule for rule in RULES[act].with_consent.values()):
                raise NotAllowed
            self.consent_set.get_or_create(act=act, role=role, withdrawn_at=None, defaults={"given_by": hand.name_of})
        self.forget_seats()

    @transaction.atomic
    def withdraw_consent(self, act: str, roles: list[Role], *, by: Person | Hand) -> None:
        self.write_down("give_consent", by=by)
        self.consent_set.filter(act=act, role__in=roles, withdrawn_at=None).update(withdrawn_at=timezone.now())
        self.forget_seats()


class ParticipantQuerySet(models.QuerySet):
    def present(self):
        return self.filter(until=None)


@drawn_up_once
def seats_of(conference: int):
    return Participant.objects.present().filter(conference=conference).select_related("person").order_by("pk")


class Participant(models.Model):
    """Somebody in a role in one conference, for as long as it lasts."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="participants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="participations")
    role = models.CharField(_("rol"), max_length=1, choices=[(r.value, ROLES[r]) for r in Role])
    since = models.DateTimeField(_("sinds"), default=timezone.now)
    until = models.DateTimeField(_("tot"), null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("deelnemer")
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "person", "role"], condition=Q(until=None), name="one_seat_a_role"
            ),
            models.UniqueConstraint(
                fields=["conference"], condition=Q(until=None, role="C"), name="one_coordinator_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["conference"], condition=Q(until=None, role="B"), name="one_coach_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["person", "role"], name="doors_of_a_person")]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"


class Consent(models.Model):
    """The family's yes to one small letter of the table; it can be taken back at any time."""

    conference = models.ForeignKey(Conference, models.CASCADE)
    act = models.CharField(_("wat"), max_length=40)
    role = models.CharField(_("voor wie"), max_length=1, choices=[(r.value, ROLES[r]) for r in Role])
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    given_at = models.DateTimeField(_("gegeven op"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("toestemming")
