"""The door stays: a closed conference opens again, or a new one grows from it and asks everybody anew (R-REV-4)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference, Outcome
from kring.followup.models import FollowUp
from kring.followup.removing import Parting
from kring.followup.telling import let_know
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.referral.earlier import EarlierConference
from kring.referral.models import Referral, Requester
from kring.referral.receiving import receive

AFTER_A_DAY = (Outcome.PLAN_WITH_MEETING, Outcome.PLAN_WITHOUT_MEETING, Outcome.NO_PLAN_YET)


class NothingToReopen(Refusal):
    message = _("Dit is gestopt vóór er iets was afgesproken. Een nieuwe aanvraag kan altijd.")


class AskedAlready(Refusal):
    message = _("Er is al een nieuwe conferentie gevraagd. Je krijgt bericht.")


@transaction.atomic
def reopen(conference: Conference, *, by: Person | Hand) -> None:
    """Back to the months after; what was erased in between stays erased."""
    if conference.outcome not in AFTER_A_DAY:
        raise NothingToReopen
    conference.take("reopen", by=by)
    conference.closed_at = None
    conference.save(update_fields=["closed_at"])
    FollowUp.objects.filter(conference=conference).update(closed_well_at=None)
    people = [*conference.people(*CIRCLE), conference.coordinator, conference.manager]
    key = f"followup:reopen:{conference.journal.count()}"
    let_know([person for person in people if person], conference, key=key, page="conference:show", by=by)


@transaction.atomic
def begin_anew(conference: Conference, *, occasion: str, by: Person | Hand) -> Conference:
    """A request like any other, by the main person: the regiomanager talks first, and everybody says yes anew.

    Only who asks goes along: the others of then, also other main people, are named and asked again by choice.
    """
    hand = conference.write_down("begin_anew", by=by)
    asker = hand.name_of if hand.name_of in conference.main_people else conference.main_people[0]
    token = token_of(conference)
    if Referral.objects.filter(form_token=token).exists():
        raise AskedAlready
    referral = receive(
        form_token=token, kind=Requester.SELF, main_person=as_asked(asker), municipality=conference.municipality,
        occasion=occasion, knows=True, may_look_back=True,
        written_by=hand.by if hand.is_for_someone_else else None, via=hand.via,
    )  # fmt: skip
    EarlierConference.objects.create(conference=referral.conference, earlier=conference)
    return referral.conference


def token_of(conference: Conference) -> str:
    """One new request for each old conference, also when two main people press at once."""
    return f"+{conference.slug[1:]}"


def as_asked(person: Person) -> dict:
    """The same person as one would fill in a new form; two conferences share no row about anybody (4.3)."""
    known = ("first_name", "last_name", "email", "phone", "postal_address", "channel", "language", "birth_month")
    return {name: getattr(person, name) for name in known}


def those_of_then(conference: Conference) -> list[CircleMember]:
    """Who took part in the conference this one grew from, and may be asked again; not who had to stay away."""
    link = conference.earlier_ones.select_related("earlier").first()
    if link is None or conference.referral.form_token != token_of(link.earlier):
        return []  # what the regiomanager found by name tells nobody who was there
    took_part = link.earlier.members.exclude(mode__in=["", Mode.NOT]).filter(left_out_at=None)
    took_part = took_part.exclude(exclusion__agreed_at__isnull=False)
    gone = Parting.objects.filter(conference=link.earlier).exclude(why=Parting.Why.MOVED).values("person")
    took_part = took_part.filter(has_died=False).exclude(person__in=gone)
    named = set(conference.members.values_list("name", flat=True))
    return [member for member in took_part if member.name not in named]


@transaction.atomic
def name_again(conference: Conference, members: list[CircleMember], *, by: Person | Hand) -> list[CircleMember]:
    """On the list as anybody who is named: a name, a relation and one way to reach them. Each is still to be asked."""
    known = ("name", "hat", "relation", "works_at", "channel", "reach", "language")
    offered = {member.pk for member in those_of_then(conference)}
    return [
        CircleMember.name_someone(conference, by=by, **{name: getattr(member, name) for name in known})
        for member in members
        if member.pk in offered
    ]
