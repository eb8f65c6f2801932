"""Who hears what after the day: the circle hears how its plan goes, outsiders only the answer to their own question."""

from collections.abc import Iterable

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.followup.models import FollowUp, Gathering, ReconveneRequest
from kring.foundation.posting import post
from kring.people.models import Person
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.models import Plan
from kring.plan.naming import recognise

READY = "foundation/letters/ready.txt"


def those_who_lead(conference: Conference, plan: Plan) -> list[Person]:
    """The main people, and who in the circle takes the initiative."""
    initiator = recognise(plan.initiator, conference.people(*CIRCLE))
    return list({person.pk: person for person in [*conference.main_people, initiator] if person}.values())


def let_know(
    people: Iterable[Person], conference: Conference, *, key: str, page: str, by: Person | Hand, letter=READY
) -> None:
    """«Er staat iets klaar», without a word of what it is. Who did it needs no message; who rests gets none."""
    hand = Hand.of(by)
    for person in people:
        if person != hand.name_of and conference.resting_since is None:
            link = reverse(page, args=[conference.slug])
            post(person, letter, key=f"{key}:{person.slug}", about=conference, sent_by=hand.by, link_path=link)


@transaction.atomic
def hand_back(agreement: Agreement, *, by: Person | Hand) -> None:
    """Given back without a reason: the circle hears that something is free, nobody else does (A83, B23)."""
    agreement.hand_back(by=by)
    _the_circle_hears(agreement, "back", by)


@transaction.atomic
def went(agreement: Agreement, *, went: str, by: Person | Hand) -> None:
    """How it goes. What did not work out is for the circle alone (A83)."""
    agreement.tell(went=went, by=by)
    if went == Agreement.Went.NOT:
        _the_circle_hears(agreement, "not", by)


def _the_circle_hears(agreement: Agreement, what: str, by: Person | Hand) -> None:
    """At most once a day for one agreement."""
    plan = agreement.plan
    key = f"followup:{what}:{agreement.slug}:{timezone.localdate()}"
    let_know(those_who_lead(plan.conference, plan), plan.conference, key=key, page="conference:show", by=by)


@transaction.atomic
def reply(help_asked: HelpAsked, *, by: Person | Hand, **answer) -> None:
    """The professional answered; the circle hears that there is an answer."""
    help_asked.reply(by=by, **answer)
    plan = help_asked.plan
    key = f"followup:help:{help_asked.slug}:{help_asked.answer}"
    let_know(those_who_lead(plan.conference, plan), plan.conference, key=key, page="plan:show", by=by)


@transaction.atomic
def ask_to_reconvene(conference: Conference, *, by: Person | Hand) -> ReconveneRequest:
    """The question goes to who takes the initiative in the circle (A82)."""
    asked = ReconveneRequest.ask(conference, by=by)
    leads = those_who_lead(conference, Plan.of(conference))
    let_know(leads, conference, key=f"followup:ask:{asked.slug}", page="followup:how", by=by)
    return asked


@transaction.atomic
def answer(request: ReconveneRequest, *, is_coming: bool, by: Person | Hand) -> None:
    request.answer(is_coming=is_coming, by=by)
    let_know([request.asked_by], request.conference, key=f"followup:answer:{request.slug}", page="followup:mine", by=by)


@transaction.atomic
def call(conference: Conference, *, by: Person | Hand, **about) -> Gathering:
    """«Roep de kring bij elkaar»: whom the caller chose hears that there is a date (A81)."""
    gathering = Gathering.call(conference, by=by, **about)
    letter = "followup/letters/come_together.txt"
    let_know(
        gathering.people.all(),
        conference,
        key=f"followup:call:{gathering.slug}",
        page="followup:how",
        by=by,
        letter=letter,
    )
    return gathering


@transaction.atomic
def close(conference: Conference, *, by: Person | Hand) -> None:
    """A goodbye to the circle; the plan stays theirs (B9)."""
    FollowUp.of(conference).close(by=by)
    circle, letter = conference.people(*CIRCLE), "followup/letters/goodbye.txt"
    let_know(circle, conference, key=f"followup:close:{conference.slug}", page="plan:show", by=by, letter=letter)
