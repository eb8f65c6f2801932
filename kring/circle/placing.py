"""Placing people on the map: how near, on which side, lost from sight, or no longer here."""

from django.db import transaction

from kring.circle.kinds import NotThisSide, Ring, Side
from kring.circle.models import CircleMember
from kring.circle.sides import sees_both
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.outbox import Message, Status
from kring.foundation.refusals import Refusal
from kring.people.models import Person

ORDER = list(Ring)
STEPS = {"nearer": -1, "farther": 1}


@transaction.atomic
def place(member: CircleMember, *, by: Person | Hand, ring: str | None = None, side: str | None = None) -> None:
    """Put somebody in a ring and at a side. Two sides that are kept apart are sorted by the coordinator alone."""
    hand = allowed_to_draw(member, by)
    fresh = {"ring": Ring(ring)} if ring is not None else {}
    if side is not None and side != member.side:
        if not sees_both(member.conference, hand.by):
            raise NotThisSide
        fresh["side"] = Side(side) if side else ""
    change(member, **fresh)


def step(member: CircleMember, how: str, *, by: Person | Hand) -> None:
    """One ring nearer or farther; at the edge somebody stays."""
    if how not in STEPS:
        raise Refusal
    wanted = ORDER.index(Ring(member.ring)) + STEPS[how]
    place(member, ring=ORDER[min(max(wanted, 0), len(ORDER) - 1)], by=by)


@transaction.atomic
def tell_more(member: CircleMember, *, lost_touch: bool, hides_namer: bool, by: Person | Hand) -> None:
    """A wish to find somebody again; and whether they may hear who gave their name."""
    allowed_to_draw(member, by)
    change(member, lost_touch=lost_touch, hides_namer=hides_namer)


@transaction.atomic
def remember(member: CircleMember, *, by: Person | Hand) -> None:
    """Somebody died: they keep their place on the map, and no message goes to them any more (B15)."""
    allowed_to_draw(member, by)
    if member.person:
        Message.objects.filter(recipient=member.person, about=member.conference).exclude(status=Status.SENT).delete()
        member.conference.unseat(member.person, Role.CIRCLE_MEMBER, Role.PROFESSIONAL)
    asked = {"invited_at": None, "answered_at": None, "reminded_at": None, "mode": "", "aids": "", "needs": ""}
    change(member, has_died=True, person=None, reach="", may_be_seen=False, **asked)


@transaction.atomic
def correct(member: CircleMember, *, by: Person | Hand) -> None:
    """It was a mistake: this person is here."""
    allowed_to_draw(member, by)
    change(member, has_died=False)


def allowed_to_draw(member: CircleMember, by: Person | Hand) -> Hand:
    hand = member.conference.write_down("draw_circle", by=by)
    if not on_the_map(member.conference, hand).filter(pk=member.pk).exists():
        raise NotThisSide
    return hand


def on_the_map(conference: Conference, hand: Hand):
    """Whom this hand may place: everybody but who would rather not be asked, of their own side."""
    viewer = hand.by if sees_both(conference, hand.by) else hand.name_of
    return conference.members.seen_by(conference, viewer).in_circle().filter(left_out_at=None)


def change(member: CircleMember, **fresh) -> None:
    for name, value in fresh.items():
        setattr(member, name, value)
    if fresh:
        member.save(update_fields=list(fresh))
