"""The own agreements after the day: given back, gone well or not, and what a professional answers."""

from django.db import transaction
from django.utils import timezone

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE
from kring.followup.standing_in import free_what_they_did
from kring.followup.telling import let_know, those_who_lead
from kring.people.models import Person
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.naming import recognise


@transaction.atomic
def hand_back(agreement: Agreement, *, by: Person | Hand) -> None:
    """Given back without a reason: the circle hears that something is free, nobody else does (A83, B23)."""
    agreement.hand_back(by=by)
    free_what_they_did(agreement)
    _the_circle_hears(agreement, "back", by)
    if stand_in := recognise(agreement.stand_in, agreement.plan.conference.people(*CIRCLE)):
        key = f"followup:free:{agreement.slug}:{timezone.localdate()}"
        let_know([stand_in], agreement.plan.conference, key=key, page="followup:mine", by=by)


@transaction.atomic
def take_on(agreement: Agreement, *, by: Person | Hand) -> None:
    """What was free has somebody again; what the former doer said or arranged goes with them."""
    agreement.take_on(by=by)
    free_what_they_did(agreement)


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
