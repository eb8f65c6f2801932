"""What was promised, by when, and which promise is at risk first: three clocks, each from its own moment (A35)."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.db.models import Case, DateTimeField, F, IntegerField, Q, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase
from kring.foundation.workdays import working_days_after
from kring.matching.terms import waking_hours_after
from kring.oversight.clocks import end_of, latest_start, midnight_after, working_days_between
from kring.people.models import Organisation

URGENT, AT_RISK, RUNS, NOTHING, RESTS = range(5)  # the order of the list
TALK = Q(phase="referral", referral__talked_on=None)
ANSWER = Q(phase="referral", referral__talked_on__isnull=False)
CONTACT = Q(phase__in=["matching", "preparation"], firstcontact=None)
RUNNING = Q(phase="referral") | CONTACT
RESTING = Q(resting_since__isnull=False) & ~Q(phase="closed")
PROMISES = {
    "talk": gettext_lazy("gesprek over de aanvraag"),
    "answer": gettext_lazy("horen of de vraag is aangekomen"),
    "contact": gettext_lazy("eerste contact door een coördinator"),
}
GUIDE = (6, 10)  # weeks of preparation; a guide and never a limit (A52)


SINCE = Case(
    When(phase="referral", then=F("created_at")),
    When(CONTACT, then=Coalesce("referral__answered_at", "moved_at")),
    default=F("moved_at"), output_field=DateTimeField(),
)  # fmt: skip
KNOWN = {
    "since": SINCE,
    "talked_on": F("referral__talked_on"),
    "answered_at": F("referral__answered_at"),
    "contacted": F("firstcontact__pk"),
}
AT_RISK_NOW = Q(rank__in=[URGENT, AT_RISK])


@cache
def rank_when_late(last: date) -> Case:
    """The order of the list when what began on this day, or earlier, comes near."""
    late = Q(TALK | CONTACT, since__lt=midnight_after(last)) | Q(ANSWER, referral__talked_on__lte=last)
    return Case(
        When(RESTING, then=RESTS), When(RUNNING, is_urgent=True, then=URGENT), When(late, then=AT_RISK),
        When(RUNNING, then=RUNS), default=NOTHING, output_field=IntegerField(),
    )  # fmt: skip


def by_promise(conferences, *, now: datetime | None = None):
    """The promise at risk first, urgent ones before all; then who waited longest. Who takes it easy comes last."""
    tomorrow = working_days_after(timezone.localdate(now), 1)
    last = latest_start(tomorrow, Organisation.current().contact_days)
    return conferences.annotate(**KNOWN).annotate(rank=rank_when_late(last)).order_by("rank", "since", "slug")


def promised(conference) -> str:
    """Which of the three clocks runs for this row."""
    if conference.phase == Phase.REFERRAL:
        return "answer" if conference.talked_on else "talk"
    waits = conference.phase in (Phase.MATCHING, Phase.PREPARATION) and conference.contacted is None
    return "contact" if waits else ""


@dataclass(frozen=True)
class Promise:
    """What was promised, by which day or moment, and whether that comes near or is over."""

    what: str
    due: date | datetime
    is_at_risk: bool
    is_over: bool
    today: date

    def __str__(self) -> str:
        """«uiterlijk 14 januari», «vandaag voor 17.00 uur», «was 14 januari»."""
        if isinstance(self.due, datetime):
            due = moment_in_words(self.due, self.today)
            return _("was %(due)s") % {"due": due} if self.is_over else due
        due = day_in_words(self.due, self.today)
        return (_("was %(due)s") if self.is_over else _("uiterlijk %(due)s")) % {"due": due}


def promise(conference, *, now: datetime | None = None) -> Promise | None:
    """The promise that runs for this row of the list; none for who takes it easy."""
    if conference.rank == RESTS or not (clock := promised(conference)):
        return None
    now, today = now or timezone.now(), timezone.localdate(now)
    organisation, what = Organisation.current(), str(PROMISES[clock])
    is_answer = clock == "answer"
    if conference.is_urgent:
        start = end_of(conference.talked_on) if is_answer else conference.since
        due = waking_hours_after(start, organisation.urgent_hours)
        return Promise(what, due, is_at_risk=True, is_over=due < now, today=today)
    start = conference.talked_on if is_answer else timezone.localdate(conference.since)
    due = working_days_after(start, organisation.contact_days)
    is_near = due <= working_days_after(today, 1)
    return Promise(what, due, is_at_risk=is_near, is_over=due < today, today=today)


def waited(conference, *, now: datetime | None = None) -> list[tuple[str, int]]:
    """All three clocks as far as they started, in working days: since the request, the talk and the yes."""
    today, asked = timezone.localdate(now), timezone.localdate(conference.created_at)
    yes = conference.answered_at and timezone.localdate(conference.answered_at)
    clocks = ((_("aanvraag"), asked), (_("gesprek"), conference.talked_on), (_("ja"), yes))
    return [(name, working_days_between(start, today)) for name, start in clocks if start]


def weeks_of_preparation(conference, *, now: datetime | None = None) -> int | None:
    """Weeks since the yes while it is being prepared, to hold beside the guide; nothing follows from it (A52)."""
    if conference.phase != "preparation" or conference.resting_since:
        return None
    return max(((now or timezone.now()) - (conference.answered_at or conference.moved_at)).days // 7, 0)


def day_in_words(day: date, today: date) -> str:
    """«vandaag», «donderdag 14 januari», «14 januari 2027»: as much as is needed to know which day."""
    away = (day - today).days
    near = {0: _("vandaag"), 1: _("morgen"), -1: _("gisteren")}
    far = "j F" if day.year == today.year else "j F Y"
    return near.get(away) or date_format(day, "l j F" if abs(away) < 7 else far)


def moment_in_words(moment: datetime, today: date) -> str:
    """«vandaag voor 17.00 uur»: never an hour without its day."""
    here = timezone.localtime(moment)
    return _("%(day)s voor %(hour)s uur") % {"day": day_in_words(here.date(), today), "hour": here.strftime("%H.%M")}
