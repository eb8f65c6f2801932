"""What the plan asks of somebody now: to complete it, to confirm it, to test it, to receive it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference, Outcome
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.foundation.templatetags.house import day
from kring.plan.copying import PlanCopy, still_to_give
from kring.plan.heeding import Heed
from kring.plan.models import Plan
from kring.plan.testing import conditions_of, still_meets
from kring.plan.versions import PlanReceipt

looks_into("see_plan", "plan:show", gettext_lazy("Het plan"), About.PLAN)


def plan_of(conference: Conference) -> Plan:
    """Asked once for each page."""
    if not hasattr(conference, "_plan_on_the_table"):
        conference._plan_on_the_table = Plan.of(conference)
    return conference._plan_on_the_table


@asks("confirm_text")
def confirm(conference: Conference, hand: Hand) -> Prompt | None:
    if not plan_of(conference).waits_for_confirmation:
        return None
    text = _("De coördinator heeft getypt wat jullie vertelden. Lees het samen, en zeg of het klopt.")
    return Prompt(_("Klopt dit?"), "plan:show", _("Lees het plan"), text, weight=10)


@asks("write_plan")
def complete(conference: Conference, hand: Hand) -> Prompt | None:
    if conference.phase == Phase.FOLLOW_UP:
        has_plan = conference.outcome == Outcome.PLAN_WITH_MEETING or plan_of(conference).is_adopted
        return None if has_plan else first_words(is_read="see_plan" in conference.allowed_to(hand.by))
    if plan_of(conference).unmet():
        text = _("Bij een voorwaarde staat «nog niet». Jullie praten daar samen over, weer achter de deur.")
        return Prompt(_("Nog één ding om samen te bespreken"), "plan:again", _("Praat opnieuw"), text, weight=12)
    text = _("Kijk of alles erin staat. Jullie kunnen nog iets veranderen of erbij zetten.")
    return Prompt(_("Jullie plan ligt op tafel"), "plan:show", _("Kijk naar jullie plan"), text, weight=20)


def first_words(*, is_read: bool) -> Prompt:
    """Who does it for somebody on the phone may write it down, and not read what stands there."""
    text = _("Er staat nog geen plan vast. Wat jullie afspreken, kunnen jullie hier opschrijven.")
    return Prompt(_("Jullie plan"), "plan:show" if is_read else "plan:agreement", _("Schrijf iets op"), text, weight=45)


@asks("type_as_told")
def type_along(conference: Conference, hand: Hand) -> Prompt | None:
    if hand.is_for_someone_else:
        return None
    text = _("Typ mee in hun woorden. Daarna zegt de kring of het klopt.")
    return Prompt(_("De kring vertelt haar plan"), "plan:show", _("Open het plan"), text, weight=20)


@asks("test_condition")
def test(conference: Conference, hand: Hand) -> Prompt | None:
    own = conditions_of(conference).filter(form__setter=hand.name_of)
    if all(still_meets(condition) for condition in own):
        return None
    text = _("U kijkt alleen naar de voorwaarden die u zelf stelde, en zegt het nu, aan tafel.")
    return Prompt(_("Voldoet het plan aan uw voorwaarden?"), "plan:test", _("Naar uw voorwaarden"), text, weight=15)


@asks("receive_plan")
def receive(conference: Conference, hand: Hand) -> Prompt | None:
    received = PlanReceipt.objects.filter(plan__conference=conference, person=hand.name_of)
    both_read_it = all("see_plan" in conference.allowed_to(person) for person in {hand.by, hand.name_of})
    if not both_read_it or received.exists():
        return None
    text = _("Lees het, neem het in ontvangst, en vraag wat de kring van u verwacht.")
    return Prompt(_("De kring laat u haar plan zien"), "plan:show", _("Lees het plan"), text, weight=25)


def copies_wait(conference: Conference) -> bool:
    """Asked once for each page, and without the plan itself."""
    if not hasattr(conference, "_copies_wait"):
        conference._copies_wait = PlanCopy.objects.to_give().filter(plan__conference=conference).exists()
    return conference._copies_wait


@asks("give_copies")
def heed(conference: Conference, hand: Hand) -> Prompt | None:
    """The plan goes against a flag: the coordinator calls who it is about, before it goes round."""
    if hand.is_for_someone_else or not copies_wait(conference):
        return None
    if not Heed(conference).against_the_last(plan_of(conference)):
        return None
    text = _("In het plan staat iets wat niet past bij «Veiligheid». Bel eerst, en geef het plan daarna.")
    return Prompt(_("Kijk dit eerst na"), "plan:hand_out", _("Kijk wat het is"), text, weight=5)


@asks("give_copies")
def give_copies(conference: Conference, hand: Hand) -> Prompt | None:
    """Who gets the plan on paper, before the two working days are over."""
    if hand.is_for_someone_else or not copies_wait(conference):
        return None
    waiting = still_to_give(plan_of(conference))
    if not waiting:
        return None
    text = ngettext("Eén persoon krijgt het op papier.", "%(n)s mensen krijgen het op papier.", len(waiting))
    until = _("Uiterlijk %(day)s.") % {"day": day(min(copy.due_on for copy in waiting))}
    about = f"{text % {'n': len(waiting)}} {until}"
    return Prompt(_("Breng het plan rond"), "plan:hand_out", _("Kijk wie"), about, weight=18)
