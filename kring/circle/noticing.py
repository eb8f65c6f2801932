"""What there is to notice around a circle: asked once for a whole page, because mostly there is nothing."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from kring.circle.arriving import ArrivingApart
from kring.circle.excluding import Exclusion
from kring.circle.kinds import Hat
from kring.circle.models import CircleMember
from kring.circle.own_words import Hears, OwnMessage
from kring.circle.safety import SafetyNote
from kring.circle.sides import TwoSides
from kring.circle.speaking_for import Beside, JoiningIn
from kring.conference.models import Conference
from kring.foundation.drawing_up import drawn_up_once
from kring.foundation.outbox import Message
from kring.people.models import Person


def noticed(conference: Conference, person: Person) -> dict[str, bool | int]:
    """Whether there is anything of each kind, for this person or for the whole conference."""
    known = conference.__dict__.setdefault("_noticed", {})
    if person.pk not in known:
        known[person.pk] = around(conference=conference.pk, person=person.pk)[0]
    return known[person.pk]


@drawn_up_once
def around(conference: int, person: int):
    here = {"conference": OuterRef("pk")}
    return Conference.objects.filter(pk=conference).values(
        arrives_apart=Exists(ArrivingApart.objects.filter(**here, person=person)),
        reads_aloud=Exists(OwnMessage.objects.filter(**here, hears=Hears.READ_ALOUD, reader=person)),
        has_spoken=Exists(OwnMessage.objects.filter(**here, author=person)),
        has_a_way_of_their_own=Exists(CircleMember.objects.in_a_way_of_their_own().filter(**here, person=person)),
        said_how=Exists(JoiningIn.objects.filter(**here, person=person)),
        has_sides=Exists(TwoSides.objects.filter(**here)),
        has_representatives=Exists(Beside.objects.filter(**here, kind__in=Beside.APPOINTED)),
        waits_for_the_coach=Exists(SafetyNote.objects.unsigned().filter(**here))
        | Exists(Exclusion.objects.filter(**here, agreed_at=None)),
        letters=how_many(Message.objects.to_do_by_hand()),
        own_letters=how_many(Message.objects.to_do_by_hand().filter(sent_by=person)),
    )


def how_many(messages) -> Coalesce:
    """How many of these are about this conference."""
    here = messages.filter(about=OuterRef("pk")).order_by().values("about")
    return Coalesce(Subquery(here.annotate(number=Count("pk")).values("number")), 0)


def counted(conference: Conference) -> dict[str, int]:
    """How many were named, wait for a yes of the main person, can be invited, or did not answer."""
    if "_counted" not in conference.__dict__:
        (conference._counted,) = numbers(conference=conference.pk) or [Counter()]  # nobody was named
    return conference._counted


@drawn_up_once
def numbers(conference: int):
    wanted = Q(left_out_at=None)
    members = CircleMember.objects.filter(conference=conference).order_by().values("conference")
    return members.annotate(
        in_circle=Count("pk", Q(hat=Hat.CIRCLE)),
        to_decide=Count("pk", wanted & Q(agreed_at=None)),
        other_hat=Count("pk", ~Q(hat_asked="")),
        to_invite=Count("pk", wanted & Q(agreed_at__isnull=False, invited_at=None)),
        silent=Count("pk", Q(invited_at__isnull=False, answered_at=None)),
    )
