"""What one person sees of the plan on the own page: the own agreements, who stands in, and what they look after."""

from django.utils import timezone

from kring.conference.models import CIRCLE
from kring.followup.saying import CircleWord
from kring.followup.standing_in import StandIn
from kring.people.models import Person
from kring.plan.agreements import Agreement
from kring.plan.copying import hides_safety
from kring.plan.models import Plan
from kring.plan.naming import recognise
from kring.plan.papers import when
from kring.plan.writing import agreement_told


def own_agreements(plan: Plan, me: Person, *, is_read_by_another: bool = False) -> list[Agreement]:
    """Each with the stand-in who is asked now, the own word, and whether somebody can be asked to stand in.

    Whoever fills it in for somebody on the phone does not read what was said before, nor how it went (A83).
    """
    agreements = [dated(it) for it in plan.agreements.of(me).select_related("for_whom")]
    for agreement in agreements if is_read_by_another else []:
        agreement.went = ""
    if not agreements or not plan.conference.roles_of(me) & CIRCLE:
        return agreements
    open_ones = StandIn.objects.open().filter(agreement__in=agreements).select_related("person")
    stand_ins = {one.agreement_id: one for one in open_ones}
    said = [] if is_read_by_another else CircleWord.objects.filter(agreement__in=agreements, person=me)
    words = {word.agreement_id: word for word in said}
    circle = plan.conference.people(*CIRCLE)
    for agreement in agreements:
        agreement.now_done_by, agreement.word = stand_ins.get(agreement.pk), words.get(agreement.pk)
        agreement.can_be_stood_in = recognise(agreement.stand_in, circle) not in (None, me)
    return agreements


def dated(agreement: Agreement) -> Agreement:
    """With when it is, in words, and whether it ran until a day that is past: then nothing is asked any more."""
    agreement.when_told = when(agreement_told(agreement))
    agreement.is_over = agreement.until_on is not None and agreement.until_on < timezone.localdate()
    return agreement


def stand_ins_asked_of(plan: Plan, me: Person) -> list[StandIn]:
    """What somebody else asks me to do for a while, or what I do now for them."""
    asked = StandIn.objects.open().filter(person=me, agreement__plan=plan, agreement__removed_at=None)
    return list(asked.select_related("agreement__doer"))


def own_watch(plan: Plan, me: Person) -> list[Agreement]:
    """What I look after for the circle; somebody who may not see the page about safety sees nothing of it."""
    rows = plan.agreements.exclude(doer=me).select_related("doer", "for_whom")
    if hides_safety(plan, me):
        rows = rows.filter(is_safety=False)
    circle = plan.conference.people(*CIRCLE)
    mine = [dated(agreement) for agreement in rows if recognise(agreement.watcher, circle) == me]
    return [agreement for agreement in mine if not agreement.is_over]
