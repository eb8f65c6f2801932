"""Each morning what counts of every conference is written down apart, and outlives what it was counted from."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Count, Min, Q, Subquery
from django.utils import timezone

from kring.circle.kinds import Hat
from kring.circle.models import CircleMember
from kring.conditions.models import ConditionsForm
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome, Participant
from kring.conference.stopping import StopReason
from kring.followup.contacting import Contact, Moment
from kring.foundation.workdays import working_days_after
from kring.foundation.working import every_morning
from kring.matching.models import FirstContact
from kring.meeting.attending import Attendance
from kring.meeting.models import Meeting
from kring.meeting.rounds import Round
from kring.oversight.tallies import End, Tally
from kring.people.models import Organisation
from kring.plan.models import Agreement, Plan
from kring.referral.models import Referral

BATCH = 500
AFTER_CLOSING = timedelta(days=60)  # so long something may still be written down about it
ENDS = {
    Outcome.PLAN_WITH_MEETING: End.WITH,
    Outcome.PLAN_WITHOUT_MEETING: End.WITHOUT,
    Outcome.NO_PLAN_YET: End.NO_PLAN_YET,
}
A_DAY = 24 * 60
OF_A_REQUEST = ("conference", "kind", "has_minors", "talked_on", "answered_at")  # nothing that somebody wrote
KEPT = {field.name for field in Tally._meta.concrete_fields} - {"id", "conference"}


@every_morning("tallies")
def register(today: date) -> int:
    """Count again what can have changed, and what was never counted."""
    changing = ~Q(phase=Phase.CLOSED) | Q(closed_at__date__gte=today - AFTER_CLOSING) | Q(tally=None)
    waiting = Conference.objects.filter(changing, participants__isnull=False).order_by("pk").distinct()
    return sum(tally(pks) for pks in in_batches(waiting))


def in_batches(conferences) -> Iterator[list[int]]:
    last = 0
    while pks := list(conferences.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH]):
        yield pks
        last = pks[-1]


def tally(pks: list[int]) -> int:
    """Write down what counts of these conferences; once there is an outcome, its day and kind stay as they were."""
    known = {one.conference_id: one for one in Tally.objects.filter(conference__in=pks)}
    about = gather(pks)
    rows = [tally_of(one, about, known.get(one.pk)) for one in Conference.objects.filter(pk__in=pks)]
    Tally.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["conference"], update_fields=sorted(KEPT)
    )  # fmt: skip
    return len(rows)


def let_go(conference: Conference) -> None:
    """Count a last time, and cut the tally loose: from here on it is about nobody."""
    tally([conference.pk])
    Tally.objects.filter(conference=conference).update(conference=None)


# --- what counts ------------------------------------------------------------------------------------------------------
def gather(pks: list[int]) -> dict[str, dict]:
    """What stands in all the rooms about these conferences, in as many questions as there are kinds."""
    mine = {"conference__in": pks}
    first = Meeting.objects.filter(**mine, number=1)
    there = Attendance.objects.there().filter(meeting__in=first).exclude(person__in=Subquery(coordinators(pks)))
    agreed = Agreement.objects.filter(plan__conference__in=pks, removed_at=None).exclude(accepted_at=None)
    contacts = Contact.objects.filter(**mine).order_by("on", "pk")
    return {
        "referral": {one.conference_id: one for one in Referral.objects.filter(**mine).only(*OF_A_REQUEST)},
        "contact": dict(FirstContact.objects.filter(**mine).values_list("conference", "on")),
        "met": dict(first.values_list("conference", "opened_at")),
        "minutes": {pk: minutes(*times) for pk, *times in first.values_list("conference", "opened_at", "ended_at")},
        "present": sums(there, "meeting__conference", Count("person", distinct=True)),
        "rounds": sums(Round.objects.filter(meeting__in=first), "meeting__conference"),
        "invited": sums(CircleMember.objects.filter(**mine, hat=Hat.CIRCLE).exclude(invited_at=None), "conference"),
        "own": sums(agreed.filter(kind=Agreement.Kind.OWN_CIRCLE), "plan__conference"),
        "asked": sums(agreed.filter(kind=Agreement.Kind.PROFESSIONAL), "plan__conference"),
        "plan": dict(Plan.objects.filter(**mine).exclude(adopted_at=None).values_list("conference", "adopted_at")),
        "ground": dict(
            ConditionsForm.objects.filter(**mine).exclude(released_at=None).values_list("conference", "ground")
        ),
        "language": languages(pks),
        "why": dict(StopReason.objects.filter(**mine).values_list("conference", "why")),
        "first": dict(contacts.filter(moment=Moment.FIRST).values_list("conference", "runs")),
        "later": dict(contacts.filter(moment=Moment.HALF_YEAR).values_list("conference", "runs")),
        "days": Organisation.current().contact_days,
    }


def sums(rows, by: str, what=None) -> dict[int, int]:
    return dict(rows.order_by().values_list(by).annotate(what or Count("pk")))


def minutes(opened_at: datetime, ended_at: datetime | None) -> int | None:
    """How long it really took, when somebody wrote that down; a night between is a mistake."""
    took = round((ended_at - opened_at).total_seconds() / 60) if ended_at else None
    return took if took and took < A_DAY else None


def coordinators(pks: list[int]):
    return Participant.objects.filter(conference__in=pks, role=Role.COORDINATOR).values("person")


def languages(pks: list[int]) -> dict[int, str]:
    """The language of the main person who was there first."""
    main = Participant.objects.filter(conference__in=pks, role=Role.MAIN_PERSON)
    first = main.order_by().values("conference").annotate(first=Min("pk")).values("first")
    return dict(main.filter(pk__in=first).values_list("conference", "person__language"))


def tally_of(conference: Conference, about: dict, known: Tally | None) -> Tally:
    pk, asked = conference.pk, timezone.localdate(conference.created_at)
    one = known or Tally(conference=conference)
    one.region_id, one.municipality_id = conference.region_id, conference.municipality_id
    one.asked_on, one.is_urgent = asked, conference.is_urgent
    referral = about["referral"].get(pk)
    if referral:
        one.kind, one.has_minors = referral.kind, referral.has_minors
    one.language, one.ground = about["language"].get(pk, ""), about["ground"].get(pk, "")
    for name in ("invited", "present", "rounds", "minutes"):
        setattr(one, name, about[name].get(pk))
    one.own_agreements, one.asked_agreements = about["own"].get(pk), about["asked"].get(pk)
    if pk in about["plan"]:
        one.own_agreements, one.asked_agreements = one.own_agreements or 0, one.asked_agreements or 0
    for when in ("first", "later"):
        setattr(one, f"runs_{when}", about[when].get(pk, ""))
        setattr(one, f"called_{when}", pk in about[when])
    yes = conference.outcome != Outcome.DECLINED and referral and referral.answered_at
    note_days(one, referral and referral.talked_on, yes and timezone.localdate(yes), about)
    note_end(one, conference, referral, about)
    return one


def note_days(one: Tally, talk: date | None, yes: date | None, about: dict) -> None:
    """How many days each step took; of a step that was not taken, or not in this order, nothing."""
    contact, met = (about[name].get(one.conference_id) for name in ("contact", "met"))
    one.to_talk, one.to_yes = days(one.asked_on, talk), days(talk, yes)
    one.to_contact, one.to_meeting = days(yes, contact), days(contact, met and timezone.localdate(met))
    one.kept_contact = contact <= working_days_after(yes, about["days"]) if contact and yes else None


def days(start: date | None, end: date | None) -> int | None:
    return (end - start).days if start and end and end >= start else None


def note_end(one: Tally, conference: Conference, referral: Referral | None, about: dict) -> None:
    """The first outcome counts, on the day it came; what is stopped after a plan had a plan."""
    if one.end or not conference.outcome:
        return
    adopted = about["plan"].get(conference.pk)
    one.end = End.WITH if adopted else ENDS.get(conference.outcome) or ended_without(conference, referral)
    one.ended_on = timezone.localdate(adopted or conference.closed_at or conference.moved_at)
    one.why = about["why"].get(conference.pk, "") if one.end == End.STOPPED else ""


def ended_without(conference: Conference, referral: Referral | None) -> End:
    """Before the talk nothing could be offered; before the yes it is a no, whatever button was pressed."""
    if referral is None or not referral.talked_on:
        return End.NOT_OFFERED
    said_yes = conference.outcome == Outcome.STOPPED and referral.answered_at
    return End.STOPPED if said_yes else End.DECLINED
