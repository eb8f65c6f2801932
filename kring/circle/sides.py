"""Two sides of one family, kept apart when they cannot share a list: neither sees the other's people (5.4)."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Hat, Side
from kring.circle.safety import SafetyNote
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.refusals import Refusal
from kring.people.models import Person

SIDES_OF_A_FAMILY = (Side.FIRST, Side.SECOND)


class TwoNeeded(Refusal):
    message = _("Kies twee hoofdpersonen. Elk heeft dan een eigen kant.")


class TwoSides(models.Model):
    """This conference has two separate lists, each of one main person."""

    conference = models.OneToOneField(Conference, models.CASCADE, related_name="two_sides")
    first = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("de ene kant"))
    second = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("de andere kant"))
    since = models.DateTimeField(_("sinds"), default=timezone.now)

    class Meta:
        verbose_name = _("twee kanten")
        constraints = [models.CheckConstraint(name="two_sides_are_two", condition=~Q(first=models.F("second")))]

    def __str__(self) -> str:
        return f"{self.first.first_name} | {self.second.first_name}"

    @classmethod
    def of(cls, conference: Conference) -> "TwoSides | None":
        """Asked once for each object."""
        if "_sides" not in conference.__dict__:
            conference._sides = cls.objects.filter(conference=conference).select_related("first", "second").first()
        return conference._sides

    def side_of(self, person: Person | None) -> str:
        """On which side somebody stands; empty for who stands on neither."""
        if person is None:
            return ""
        heads = {self.first_id: Side.FIRST, self.second_id: Side.SECOND}
        if person.pk in heads:
            return heads[person.pk]
        return self.conference.members.filter(person=person).values_list("side", flat=True).first() or ""


@transaction.atomic
def keep_apart(conference: Conference, *, first: Person, second: Person, by: Person | Hand) -> TwoSides:
    """From now on two lists. Who is on the list already goes to the side of whoever said yes to them or named them."""
    conference.write_down("keep_apart", by=by)
    if first == second or not {first, second} <= set(conference.main_people):
        raise TwoNeeded
    TwoSides.objects.filter(conference=conference).delete()
    sides = TwoSides.objects.create(conference=conference, first=first, second=second)
    conference._sides = sides
    sort_out(sides)
    return sides


def sort_out(sides: TwoSides) -> None:
    """By the main person who agreed or named; else by the side of whoever named; else nobody's yet."""
    members = list(sides.conference.members.all())
    known = {sides.first_id: Side.FIRST, sides.second_id: Side.SECOND}
    for member in members:
        member.side = known.get(member.agreed_by_id) or known.get(member.named_by_id) or ""
    of_person = known | {member.person_id: member.side for member in members if member.person_id}
    for member in members:
        member.side = member.side or of_person.get(member.named_by_id, "")
        type(member).objects.filter(pk=member.pk).update(side=member.side)


@transaction.atomic
def bring_together(conference: Conference, *, by: Person | Hand) -> None:
    """One list again. Only the coordinator does this: no side opens the list of the other."""
    conference.write_down("bring_together", by=by)
    TwoSides.objects.filter(conference=conference).delete()
    conference._sides = None


def are_apart(conference: Conference) -> bool:
    return TwoSides.of(conference) is not None


def sees_both(conference: Conference, person: Person) -> bool:
    """The coordinator does, and who comes to tell; of the family nobody while the sides are apart."""
    return bool(conference.roles_of(person) & (VISITORS | {Role.COORDINATOR})) or not are_apart(conference)


def seen_by(conference: Conference, person: Person) -> Q:
    """Which people of the list are this viewer's: their own side, who belongs to both, and who comes to tell."""
    if sees_both(conference, person):
        return Q()
    own = TwoSides.of(conference).side_of(person)
    return Q(side=Side.BOTH) | Q(hat=Hat.PROFESSIONAL) | (Q(side=own) if own else Q(pk__in=[]))


def people_seen_by(conference: Conference, viewer: Person, *roles: Role) -> list[Person]:
    """Who sits in these roles, as far as this viewer may know: of two sides one's own, and the main people.

    Nobody reads here of somebody they must stay away from.
    """
    unheard = SafetyNote.kept_from(conference, viewer)
    people = [person for person in conference.people(*roles) if person.pk not in unheard]
    if sees_both(conference, viewer):
        return people
    known = set(conference.members.filter(seen_by(conference, viewer)).values_list("person", flat=True))
    return [person for person in people if person.pk in known or person == viewer or person in conference.main_people]


def speakers_to(conference: Conference, viewer: Person) -> list[Person]:
    """Whose words for «de kring» this person reads: of their own side, and of who belongs to both."""
    sides, people = TwoSides.of(conference), people_seen_by(conference, viewer, *CIRCLE)
    own = sides.side_of(viewer) if sides else ""
    other = {Side.FIRST: sides.second, Side.SECOND: sides.first}.get(own) if sides else None
    return [person for person in people if person != other]


def may_decide(member, person: Person) -> bool:
    """Each main person about their own side."""
    sides = TwoSides.of(member.conference)
    if sides is None or member.is_professional:
        return True
    return member.side == Side.BOTH or (bool(member.side) and member.side == sides.side_of(person))


def side_when_named(conference: Conference, person: Person, wanted: str) -> str:
    """Apart, whom somebody names is of their own side; the coordinator says which."""
    sides = TwoSides.of(conference)
    if sides is None or Role.COORDINATOR in conference.roles_of(person):
        return wanted
    return sides.side_of(person) or Side.BOTH


def sorts_by_hand(conference: Conference, hand: Hand) -> bool:
    """Apart, who stands on neither side must say to which side somebody belongs."""
    return are_apart(conference) and Role.COORDINATOR in conference.roles_of(hand.name_of)


def label(conference: Conference, side: str) -> str:
    """«kant van Naima», or «moeders kant» where the family shares one list."""
    sides = TwoSides.of(conference)
    heads = {Side.FIRST: sides.first, Side.SECOND: sides.second} if sides else {}
    if side in heads:
        return _("kant van %(name)s") % {"name": heads[side].first_name}
    return str(Side(side).label) if side else ""


def labels(conference: Conference) -> list[tuple[str, str]]:
    return [(side.value, label(conference, side)) for side in Side]
