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
def place(member: CircleMember, *, by: Person | Hand, ring: str | None = None, side: str | None = None, **more) -> None:
    """Put somebody in a ring and at a side; `more` is what `kept` takes."""
    hand = allowed_to_draw(member, by)
    fresh = {"ring": Ring(ring)} if ring is not None else {}
    if side is not None and side != member.side:
        if not sees_both(member.conference, hand.by):
            raise NotThisSide  # two sides that are kept apart are sorted by the coordinator alone
        fresh["side"] = Side(side) if side else ""
    change(member, **fresh, **kept(**more))


def kept(*, lost_touch: bool | None = None, hides_namer: bool | None = None) -> dict:
    """A wish to find somebody again; and whether they may hear who gave their name."""
    told = {"lost_touch": lost_touch, "hides_namer": hides_namer}
    return {name: value for name, value in told.items() if value is not None}


def step(member: CircleMember, how: str, *, by: Person | Hand) -> None:
    """One ring nearer or farther; at the edge somebody stays."""
    if how not in STEPS:
        raise Refusal
    wanted = ORDER.index(Ring(member.ring)) + STEPS[how]
    place(member, ring=ORDER[min(max(wanted, 0), len(ORDER) - 1)], by=by)


@transaction.atomic
def remember(member: CircleMember, *, by: Person | Hand) -> None:
    """Somebody died: they keep their place on the map, and no message goes to them any more (B15)."""
    allowed_to_draw(member, by)
    if member.person:
        Message.objects.filter(recipient=member.person, about=member.conference).exclude(status=Status.SENT).delete()
        member.conference.unseat(member.person, Role.CIRCLE_MEMBER, Role.PROFESSIONAL)
    asked = {"invited_at": None, "answered_at": None, "reminded_at": None, "mode": "", "may_be_seen": False}
    needed = {"aids": "", "needs": "", "particulars": ""}
    change(member, has_died=True, person=None, reach="", **asked, **needed)


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


def asked(sent, side: str) -> dict:
    """What a tap on the map or a button in the list asks: a known ring, a known side, or nothing."""
    side = side or sent.get("side", "")
    ring = sent.get("ring", "")
    known = {"ring": ring} if ring in Ring.values else {}
    return known | ({"side": side} if side in Side.values else {})


def without_a_side(conference: Conference) -> int:
    """How many people the coordinator still has to sort, while two sides are kept apart."""
    return conference.members.in_circle().filter(side="", left_out_at=None).count()
