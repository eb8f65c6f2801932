"""The people around: who is named, who agreed to asking them, and what they answered."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import (
    AT_WORK,
    RELATIONS,
    Aid,
    AlreadyInvited,
    ByPhoneOnly,
    HasDied,
    Hat,
    Mode,
    MoreThanNeeded,
    NobodyToReach,
    NotAgreed,
    NotBothHats,
    NotThisSide,
    NotYours,
    Relation,
    Ring,
    Side,
    Way,
    WhichHat,
    WhichSide,
)
from kring.circle.leaving_alone import refuse_if_left_alone
from kring.circle.needing import NOTHING, Particulars
from kring.circle.reaching import first_and_last, proper_address, proper_name, same_address, same_name
from kring.circle.safety import SafetyNote
from kring.circle.sides import are_apart, may_decide, seen_by, side_when_named
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Channel, Person

MAIN_OR_COORDINATOR = frozenset({Role.MAIN_PERSON, Role.COORDINATOR})
KNOWN_BEFORE_A_YES = frozenset({"name", "hat", "relation", "works_at", "channel", "reach", "language"})
DRAWN_BEFORE_A_YES = frozenset({"ring", "side", "has_died", "lost_touch", "hides_namer"})


class CircleMemberQuerySet(models.QuerySet):
    def in_circle(self):
        return self.filter(hat=Hat.CIRCLE)

    def seen_by(self, conference: Conference, person: Person):
        """Everybody, unless two sides are kept apart: then one's own side."""
        return self.filter(seen_by(conference, person))

    def alive(self):
        return self.filter(has_died=False)

    def wanted(self):
        """Everybody who was named, but those the main person would rather not ask."""
        return self.filter(left_out_at=None)

    def to_decide(self):
        """Named by somebody else: the main person has not said yes or no yet."""
        return self.wanted().alive().filter(agreed_at=None)

    def to_invite(self):
        return self.wanted().alive().filter(invited_at=None).exclude(agreed_at=None)

    def without_answer(self):
        return self.exclude(invited_at=None).filter(answered_at=None)

    def taking_part(self):
        """Those who said they come, or take part in another way."""
        return self.exclude(mode__in=["", Mode.NOT])

    def in_a_way_of_their_own(self):
        """A child, and who takes part without being in the room."""
        return self.filter(Q(for_a_child=True) | ~Q(mode__in=["", Mode.NOT, Mode.IN_PERSON])).exclude(mode=Mode.NOT)

    def expected(self):
        """Invited, and did not say no."""
        return self.exclude(invited_at=None).exclude(mode=Mode.NOT)


class CircleMember(models.Model):
    """Somebody who was named. Before their yes only a name, a relation and one way to reach them (4.3)."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="memberships")
    name = models.CharField(_("naam"), max_length=100)
    hat = models.CharField(_("hoe deze persoon komt"), max_length=20, choices=Hat, default=Hat.CIRCLE)
    relation = models.CharField(_("relatie"), max_length=20, choices=Relation, default=Relation.FAMILY, blank=True)
    works_at = models.CharField(_("organisatie"), max_length=200, blank=True)
    channel = models.CharField(_("hoe we deze persoon bereiken"), max_length=10, choices=Channel, default=Channel.PHONE)
    reach = LockedTextField(_("telefoonnummer, e-mail of adres"), blank=True)
    language = models.CharField(_("taal"), max_length=10, default="nl")
    named_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("genoemd door"))
    named_at = models.DateTimeField(_("genoemd op"), default=timezone.now)
    agreed_at = models.DateTimeField(_("akkoord van de hoofdpersoon"), null=True, blank=True)
    agreed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    left_out_at = models.DateTimeField(_("toch niet gevraagd"), null=True, blank=True)
    invited_at = models.DateTimeField(_("uitgenodigd op"), null=True, blank=True)
    answered_at = models.DateTimeField(_("antwoord op"), null=True, blank=True)
    mode = models.CharField(_("hoe"), max_length=20, choices=Mode, blank=True)
    aids = LockedTextField(_("hulp om te kunnen komen"), blank=True)
    needs = LockedTextField(_("wat er nodig is om te komen"), blank=True)
    may_be_seen = models.BooleanField(_("anderen mogen zien dat ik kom"), default=False)
    reminded_at = models.DateTimeField(_("herinnerd op"), null=True, blank=True)
    ring = models.CharField(_("hoe dichtbij"), max_length=10, choices=Ring, default=Ring.MIDDLE)
    side = models.CharField(_("welke kant"), max_length=10, choices=Side, blank=True)
    has_died = models.BooleanField(_("is er niet meer"), default=False)
    lost_touch = models.BooleanField(_("contact verloren"), default=False)
    way = models.CharField(_("hoe de uitnodiging gaat"), max_length=10, choices=Way, blank=True)
    particulars = LockedTextField(_("wat er precies nodig is"), blank=True)
    hides_namer = models.BooleanField(_("niet zeggen wie deze persoon noemde"), default=False)
    for_a_child = models.BooleanField(_("krijgt de brief voor een kind"), default=False)
    hat_asked = models.CharField(_("hoe deze persoon liever komt"), max_length=20, choices=Hat, blank=True)
    took_back_at = models.DateTimeField(_("kwam terug op een ja"), null=True, blank=True)

    objects = CircleMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("genodigde")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="invited_after_agreement", condition=Q(invited_at=None) | ~Q(agreed_at=None)),
            models.UniqueConstraint(fields=["conference", "person"], name="one_invitation_a_person"),
            models.CheckConstraint(
                name="nothing_more_before_asking",
                condition=~Q(invited_at=None) | Q(needs="", aids="", particulars="", mode=""),
            ),
            models.CheckConstraint(name="who_died_is_not_asked", condition=Q(has_died=False) | Q(invited_at=None)),
        ]

    def __str__(self) -> str:
        return self.name

    # --- questions
    @property
    def is_agreed(self) -> bool:
        return self.agreed_at is not None and self.left_out_at is None

    @property
    def waits_for_a_yes(self) -> bool:
        return self.pk is not None and not (self.agreed_at or self.left_out_at or self.has_died)

    @property
    def is_invited(self) -> bool:
        return self.invited_at is not None

    @property
    def has_answered(self) -> bool:
        return self.answered_at is not None

    @property
    def is_professional(self) -> bool:
        return self.hat == Hat.PROFESSIONAL

    @property
    def takes_part(self) -> bool:
        return self.mode not in ("", Mode.NOT)

    @property
    def is_seen(self) -> bool:
        """May the others know? A professional comes as one; somebody of the circle only after saying so (A87)."""
        return self.takes_part and (self.may_be_seen or self.is_professional)

    @property
    def where_from(self) -> str:
        """Who gave this name, for a first approach; empty where that would endanger somebody."""
        if self.hides_namer or self.named_by is None:
            return ""
        noted_for_them = Role.COORDINATOR in self.conference.roles_of(self.named_by)
        return self.conference.names if noted_for_them else self.named_by.get_full_name()

    def get_relation_display(self) -> str:
        """In the words of the office, also when that word is no longer offered."""
        return str(RELATIONS.label(self.relation)) if self.relation else ""

    @property
    def chosen_aids(self) -> list[str]:
        return [aid for aid in Aid.values if aid in self.aids.split()]

    @property
    def all_needs(self) -> list[str]:
        """What is needed for this person, in words: «een tolk», and what they wrote themselves."""
        aids = [str(Aid(aid).label) for aid in self.chosen_aids]
        return aids + Particulars.read(self.particulars).in_words() + ([self.needs] if self.needs else [])

    @classmethod
    def of(cls, conference: Conference, person: Person) -> "CircleMember":
        """What this person was invited as."""
        return conference.members.filter(person=person).first() or cls.seated(conference, person)

    @classmethod
    def seated(cls, conference: Conference, person: Person) -> "CircleMember":
        """Somebody who has a seat by their role alone; they get a row when they answer."""
        hat = Hat.CIRCLE if conference.roles_of(person) & CIRCLE else Hat.PROFESSIONAL
        relation = Relation.HELPER if hat == Hat.PROFESSIONAL else Relation.OTHER
        known = {"name": person.get_full_name()[:100], "works_at": person.works_at, "language": person.language}
        how = {"channel": person.channel, "reach": person.address_for(person.channel)}
        return cls(conference=conference, person=person, hat=hat, relation=relation, **known, **how)

    def twins(self) -> "list[CircleMember]":
        """The same person, already on the list: the same name, and nothing that tells them apart."""
        names = self.conference.members.exclude(pk=self.pk).values_list("pk", "name")
        found = self.conference.members.filter(pk__in=[pk for pk, name in names if same_name(name, self.name)])
        return [other for other in found if same_address(other, self) or self._filled_in_later(other)]

    def _filled_in_later(self, other: "CircleMember") -> bool:
        """One person named somebody twice, once without a number."""
        return self.named_by_id == other.named_by_id and not (self.reach and other.reach)

    # --- verbs
    @classmethod
    @transaction.atomic
    def name_someone(cls, conference: Conference, *, by: Person | Hand, **about) -> "CircleMember":
        """Put somebody on the list. Named by a main person, that is also the yes to asking them."""
        hand = conference.write_down("name_someone", by=by)
        refuse_more_than_needed(about)
        member = cls(conference=conference, named_by=hand.name_of, **about)
        member._tidy()
        member.side = side_when_named(conference, hand.name_of, member.side)
        if conference.roles_of(hand.by) & MAIN_OR_COORDINATOR:
            refuse_if_left_alone(member)
        member = member._or_twin()
        if Role.MAIN_PERSON in conference.roles_of(hand.name_of) and not member.is_agreed:
            member.agreed_at, member.agreed_by, member.left_out_at = timezone.now(), hand.name_of, None
        member.save()
        return member

    def _or_twin(self) -> "CircleMember":
        """Somebody who is on the list already stays one person; what is new about reaching them is kept."""
        mine = set(self.conference.members.seen_by(self.conference, self.named_by).values_list("pk", flat=True))
        twin = next((twin for twin in self.twins() if not are_apart(self.conference) or twin.pk in mine), None)
        if twin and self.reach and not twin.reach and not twin.is_invited:
            twin.channel, twin.reach = self.channel, self.reach
        return twin or self

    def _tidy(self) -> None:
        """One way to write a name and an address, and one hat a person (B21)."""
        self.name = proper_name(self.name)
        if self.relation in AT_WORK and self.hat == Hat.CIRCLE:
            raise NotBothHats
        if self.relation == Relation.TEACHER and not self.hat:
            raise WhichHat
        self.hat = self.hat or (Hat.PROFESSIONAL if self.relation in AT_WORK else Hat.CIRCLE)
        self.reach = proper_address(self.channel, self.reach)

    @transaction.atomic
    def agree(self, *, by: Person | Hand) -> None:
        """The main person's yes; nobody is asked without it."""
        hand = self.conference.write_down("agree_to_someone", by=by)
        self._refuse_the_other_side(hand)
        refuse_if_left_alone(self)
        self.agreed_at, self.agreed_by, self.left_out_at = timezone.now(), hand.name_of, None
        self.save(update_fields=["agreed_at", "agreed_by", "left_out_at"])

    @transaction.atomic
    def leave_out(self, *, by: Person | Hand) -> None:
        """The main person would rather not; nobody hears of it. Another one's own people are theirs to leave out."""
        hand = self.conference.write_down("agree_to_someone", by=by)
        self._refuse_the_other_side(hand)
        if self.agreed_by_id not in (None, hand.name_of.pk):
            raise NotYours
        now = timezone.now()
        if not CircleMember.objects.filter(pk=self.pk, invited_at=None).update(left_out_at=now):
            raise AlreadyInvited
        self.left_out_at = now

    def _refuse_the_other_side(self, hand: Hand) -> None:
        if not may_decide(self, hand.name_of):
            raise NotThisSide

    @transaction.atomic
    def complete(self, *, by: Person | Hand, **about) -> None:
        """Change or fill in what is known of somebody, while they are not invited yet."""
        hand = self.conference.write_down("name_someone", by=by)
        if not self.may_be_changed_by(hand):
            raise NotYours
        refuse_more_than_needed(about)
        for name, value in about.items():
            setattr(self, name, value)
        self._tidy()
        refuse_if_left_alone(self)
        if not CircleMember.objects.filter(pk=self.pk, invited_at=None).exists():
            raise AlreadyInvited
        self.save(update_fields=list({*about, "name", "hat", "reach"}))

    def may_be_changed_by(self, hand: Hand) -> bool:
        """Who named somebody knows them; the coordinator gathers what is missing."""
        roles = self.conference.roles_of(hand.name_of)
        return self.named_by_id == hand.name_of.pk or Role.COORDINATOR in roles

    def refuse_to_invite(self) -> None:
        """Why somebody cannot be asked now: no yes, nobody to ask, not to be asked, or no way to reach them."""
        if not self.is_agreed:
            raise NotAgreed
        if self.has_died:
            raise HasDied
        if are_apart(self.conference) and not (self.side or self.is_professional):
            raise WhichSide
        refuse_if_left_alone(self)
        if not self.reach and self.way != Way.CARD:
            raise NobodyToReach

    @transaction.atomic
    def become_invited_again(self, *, by: Person | Hand) -> Person:
        """Somebody who said no thought better of it, and told the coordinator."""
        self.conference.write_down("invite", by=by)
        refuse_if_left_alone(self)
        fresh = {"invited_at": timezone.now(), "mode": "", "answered_at": None, "reminded_at": None}
        if not CircleMember.objects.filter(pk=self.pk, mode=Mode.NOT).update(**fresh):
            raise AlreadyInvited
        self.refresh_from_db()
        return self._take_a_seat()

    def _take_a_seat(self) -> Person:
        self.person = self.person or self.known_here() or self.new_person()
        if self.person.pk is None:
            self.person.save()
        role = Role.CIRCLE_MEMBER if self.hat == Hat.CIRCLE else Role.PROFESSIONAL
        self.conference.seat(self.person, role)
        self.save(update_fields=["person"])
        return self.person

    def known_here(self) -> Person | None:
        """Who asked for this conference, or comes in another role, keeps the same link."""
        known = {Role.REQUESTER} | ({Role.CONDITION_SETTER, Role.PROFESSIONAL} if self.is_professional else set())
        invited = set(self.conference.members.values_list("person", flat=True))
        found = [person for person in self.conference.people(*known) if person.pk not in invited]
        return next((person for person in found if same_name(person, self) and same_address(person, self)), None)

    def new_person(self) -> Person:
        """Not saved yet, so that many can be at once."""
        first, last = first_and_last(self.name)
        where = {Channel.MAIL: "email", Channel.LETTER: "postal_address"}.get(self.channel, "phone")
        how = {"channel": self.channel, "language": self.language, "works_at": self.works_at, where: self.reach}
        person = Person(first_name=first, last_name=last, **how)
        person.set_unusable_password()
        return person

    @transaction.atomic
    def move(self, *, channel: str, reach: str, by: Person | Hand) -> None:
        """Another number or address for somebody who is invited: the first one did not work."""
        self.conference.write_down("invite", by=by)
        self.channel, self.reach = channel, proper_address(channel, reach)
        if not self.reach or not self.person:
            raise NobodyToReach
        if SafetyNote.closes(self.person, channel):
            raise ByPhoneOnly
        where = {Channel.MAIL: "email", Channel.LETTER: "postal_address"}.get(channel, "phone")
        self.person.channel = channel
        setattr(self.person, where, self.reach)
        self.person.save(update_fields=["channel", where])
        self.save(update_fields=["channel", "reach"])

    @transaction.atomic
    def answer(self, *, mode: str, by: Person | Hand) -> None:
        """Yes, otherwise or no; without a reason, and to be changed. After a no the seat is free again (4.3)."""
        self._in_own_name("answer_invitation", by)
        if mode not in Mode.values:
            raise Refusal
        took_part = self.takes_part
        self.mode, self.answered_at = mode, timezone.now()
        self.took_back_at = self.answered_at if took_part and mode == Mode.NOT else None
        self.save(update_fields=["mode", "answered_at", "took_back_at"])
        if mode == Mode.NOT and not (took_part and self.conference.phase == Phase.FOLLOW_UP):
            self.conference.unseat(self.person, Role.CIRCLE_MEMBER, Role.PROFESSIONAL)

    @transaction.atomic
    def say_more(
        self, *, aids: list[str], needs: str, particulars: Particulars = NOTHING, may_be_seen: bool = False,
        phone: str = "", by: Person | Hand,
    ) -> None:  # fmt: skip
        """What is needed to come, whether the others may know, and whose phone it is; all of it may stay empty."""
        self._in_own_name("answer_invitation", by)
        self.aids, self.needs, self.may_be_seen = " ".join(aids), needs, may_be_seen
        self.particulars = particulars.written()
        self.save(update_fields=["aids", "needs", "particulars", "may_be_seen"])
        if phone:
            self.person.shares_phone = phone == "shared"
            self.person.save(update_fields=["shares_phone"])

    def _in_own_name(self, act: str, by: Person | Hand) -> None:
        """Own drawer. Who has a seat by their role alone is invited by it, and gets a row now."""
        hand = self.conference.write_down(act, by=by)
        if hand.name_of != self.person:
            raise NotAllowed
        if self.pk is None:
            self.agreed_at = self.invited_at = timezone.now()
            self.save()


def refuse_more_than_needed(about: dict) -> None:
    """Before somebody's own yes a name, a relation, one channel, and where the family sees them (4.3)."""
    if not about.keys() <= KNOWN_BEFORE_A_YES | DRAWN_BEFORE_A_YES:
        raise MoreThanNeeded
