"""Wearing one hat a day: a teacher belongs to the circle or comes to tell, and says it themself once more (B21)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Hat, NotThisSide, Relation
from kring.circle.models import CircleMember
from kring.circle.seating import ROLES
from kring.circle.sides import are_apart, may_decide, side_when_named
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class OneHat(Refusal):
    message = _("Dit vragen we alleen aan een leraar.")


@transaction.atomic
def say_which_hat(member: CircleMember, *, hat: str, by: Person | Hand) -> None:
    """To come as a professional is one's own choice; to come into the circle the main person says yes to."""
    hand = member.conference.write_down("answer_invitation", by=by)
    if hand.name_of != member.person:
        raise NotAllowed
    if member.relation != Relation.TEACHER or hat not in Hat.values:
        raise OneHat
    if hat == Hat.PROFESSIONAL and not member.is_professional:
        put_on(member, hat)
    else:
        ask_for(member, "" if hat == member.hat else hat)


@transaction.atomic
def decide_hat(member: CircleMember, *, into_circle: bool, by: Person | Hand) -> None:
    """The main person's word about somebody who would rather belong to the circle."""
    hand = member.conference.write_down("agree_to_someone", by=by)
    if not may_decide(member, hand.name_of):
        raise NotThisSide
    if member.hat_asked != Hat.CIRCLE:
        raise NotAllowed
    if not into_circle:
        return ask_for(member, "")
    if are_apart(member.conference) and not member.side:
        member.side = side_when_named(member.conference, hand.name_of, "")
    put_on(member, Hat.CIRCLE)


def ask_for(member: CircleMember, hat: str) -> None:
    member.hat_asked = hat
    member.save(update_fields=["hat_asked"])


def put_on(member: CircleMember, hat: str) -> None:
    """Another seat; never two at once."""
    member.conference.unseat(member.person, *ROLES.values())
    member.conference.seat(member.person, ROLES[Hat(hat)])
    member.hat, member.hat_asked = hat, ""
    member.save(update_fields=["hat", "hat_asked", "side"])
