"""«Vandaag»: what needs a manager now, each as one line with the one next action."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kring.conditions.models import ConditionsForm
from kring.conference.access import Phase
from kring.conference.models import Conference
from kring.matching.coaching import CoachingTalk
from kring.matching.handing_over import HandOver, Why
from kring.oversight.clocks import working_days_between
from kring.oversight.doing import Line, Step, at, with_offers
from kring.oversight.promising import by_promise, day_in_words
from kring.referral.calling import called_by
from kring.referral.models import Enquiry
from kring.referral.routing import unrouted

MOST = 50
PROMISES = 10  # the first of the list; the rest stands right below, in the same order


@dataclass(frozen=True)
class Entry:
    """One line: what, about whom, since or by when, and one thing to press or to open."""

    what: str
    who: str
    when: str = ""
    url: str = ""
    label: str = ""
    is_post: bool = False
    is_pressing: bool = False
    is_urgent: bool = False
    phone: str = ""
    note: str = ""


# --- of nobody yet ---------------------------------------------------------------------------------------------------
def age_in_words(since: datetime, now: datetime | None = None) -> str:
    """«vandaag», «al 3 werkdagen»."""
    days = working_days_between(timezone.localdate(since), timezone.localdate(now))
    return ngettext("al %(days)s werkdag", "al %(days)s werkdagen", days) % {"days": days} if days else _("net binnen")


def inbox():
    """Requests of nobody yet, the oldest on top, with no more than the place that was typed."""
    return unrouted().select_related("municipality").annotate(place=F("referral__place"))


def of_nobody(*, now: datetime | None = None) -> list[Entry]:
    return [
        Entry(
            _("Aanvraag van niemand"), conference.place or str(conference.municipality or _("geen plaats genoemd")),
            age_in_words(conference.created_at, now), at(conference, "oversight:inbox"), _("Bekijk en neem over"),
            is_pressing=True, is_urgent=conference.is_urgent,
        )
        for conference in inbox()[:MOST]
    ]  # fmt: skip


# --- somebody waits for a call ---------------------------------------------------------------------------------------
def call_backs(*, now: datetime | None = None) -> list[Entry]:
    today = timezone.localdate(now)
    return [
        Entry(
            _("Wil gebeld worden"), enquiry.first_name, _("uiterlijk %(due)s") % {"due": day_in_words(due, today)},
            reverse("oversight:called", args=[enquiry.slug]), _("Gebeld"), is_post=True, is_pressing=due <= today,
            phone=enquiry.phone, note=", ".join(part for part in (enquiry.good_times, enquiry.language) if part),
        )
        for enquiry in Enquiry.waiting()[:MOST]
        for due in [called_by(enquiry.asked_at)]
    ]  # fmt: skip


# --- in a conference -------------------------------------------------------------------------------------------------
def with_wishes(conferences):
    """Whether somebody waits for the manager, whatever the clocks say."""
    here = {"conference": OuterRef("pk")}
    other = HandOver.objects.filter(**here, settled_at=None, why__in=[Why.FAMILY, Why.WAITS])
    handed_in = ConditionsForm.objects.filter(**here, released_at=None, handed_in_at__isnull=False)
    ready = handed_in.filter(Q(checked_at=None) | Q(seen_at__isnull=False))
    return with_offers(conferences).annotate(
        family_wishes=Exists(other), has_conditions=Exists(ready),
        wants_to_talk=Exists(CoachingTalk.objects.filter(**here, held_at=None, asked_by_coordinator=True)),
    )  # fmt: skip


def that_ask(conferences) -> list[Conference]:
    """Of a list too long to look through: where somebody waits."""
    rows = with_wishes(by_promise(conferences))
    return list(rows.filter(Q(wants_another=True) | Q(wants_to_talk=True) | Q(has_conditions=True))[:MOST])


def of_conferences(listed: list[Line], asking: list[Line]) -> list[Entry]:
    """Somebody else wished for, then promises from the top of the list, then who wants to talk, conditions to share."""
    near = [entry for line in listed[:PROMISES] for entry in promised(line)]
    groups = ([entry for line in asking for entry in kind(line)] for kind in (to_talk, to_share))
    unanswered = [entry for line in listed[:PROMISES] for entry in to_ask_again(line)]
    return sum(groups, [*(entry for line in asking for entry in wished(line)), *near, *unanswered])


def entry(line: Line, what: str, url: str, label: str, **more) -> Entry:
    """Behind its own door for who sits there; a stand-in takes it over first."""
    if not line.is_mine:
        url, label, more["is_post"] = at(line.conference, "oversight:take"), _("Neem over"), True
    return Entry(what, line.name, url=url, label=label, is_urgent=line.conference.is_urgent, **more)


def promised(line: Line) -> list[Entry]:
    if not line.promise or not line.promise.is_at_risk:
        return []
    step = line.step or Step("")
    return [entry(line, line.promise.what, step.url, step.words, when=str(line.promise), is_pressing=True)]


def to_ask_again(line: Line) -> list[Entry]:
    """Whoever was asked said no or nothing: nobody looks at it any more but the manager."""
    conference, last = line.conference, line.conference.offered_until
    waits = last and last > timezone.now()
    if conference.phase != Phase.MATCHING or not conference.was_offered or waits or promised(line) or not line.step:
        return []
    return [entry(line, _("Nog geen coördinator"), line.step.url, line.step.words)]


def wished(line: Line) -> list[Entry]:
    if not line.conference.wants_another:
        return []
    step = line.step or Step("")
    by_family = line.conference.family_wishes
    what = _("Liever een andere coördinator") if by_family else _("Er komt een andere coördinator")
    return [entry(line, what, step.url, step.words, is_pressing=True)]


def to_talk(line: Line) -> list[Entry]:
    """For the coach alone, who may be another than the regiomanager (A50)."""
    if not line.conference.wants_to_talk or not line.may("coach"):
        return []
    who = line.conference.coordinator
    what = _("%(name)s wil sparren") % {"name": who.first_name} if who else _("De coördinator wil sparren")
    return [entry(line, what, at(line.conference, "matching:coaching"), _("Bekijk en bel"))]


def to_share(line: Line) -> list[Entry]:
    if not line.conference.has_conditions or not line.may("release_conditions"):
        return []
    what = _("Voorwaarden om na te kijken of te delen")
    return [entry(line, what, at(line.conference, "conditions:show"), _("Kijk ze na"))]
