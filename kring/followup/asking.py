"""What the months after ask of somebody now: a yes or a no, a talk to hold, a question of a professional."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.followup.calling_together import Gathering, ReconveneRequest
from kring.followup.finding_a_day import GatheringAnswer
from kring.followup.standing_in import StandIn
from kring.followup.talks import ProgressTalk, is_far
from kring.followup.what_is_new import what_is_new
from kring.foundation.drawing_up import drawn_up_once
from kring.foundation.templatetags.house import day, starts
from kring.people.models import Person
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.models import Plan

SOON = timedelta(days=14)
AFTER_THE_DOOR = (Phase.PRESENTATION, Phase.FOLLOW_UP)

looks_into("keep_agreement", "followup:mine", gettext_lazy("Mijn afspraken"), About.PLAN)
looks_into("see_progress", "followup:how", gettext_lazy("Hoe het gaat"), About.PLAN)


@asks("keep_agreement")
def say_yes_or_no(conference: Conference, hand: Hand) -> Prompt | None:
    """What is on the own name and was not answered; of anybody else nothing."""
    own = Agreement.objects.of(hand.name_of).unanswered().filter(plan__conference=conference)
    asked = list(own.exclude(until_on__lt=timezone.localdate())[:2])
    is_visitor = bool(conference.roles_of(hand.name_of) & VISITORS)
    if is_visitor:
        help_asked = HelpAsked.objects.filter(plan__conference=conference, professional=hand.name_of, answer="")
        asked += list(help_asked[:2])
    if not asked:
        return None
    text = asked[0].what if len(asked) == 1 else _("Meer dan één ding. Lees het rustig.")
    if is_visitor:
        return Prompt(_("De kring vraagt u iets"), "followup:mine", _("Lees en geef antwoord"), text, weight=22)
    return Prompt(_("Er staat iets bij jouw naam. Zeg je ja?"), "followup:mine", _("Lees en zeg het"), text, weight=22)


def news(conference: Conference, hand: Hand) -> dict:
    """In one question: the day the circle chose to speak, who asks or calls, and who stands in. Kept for this page."""
    if not hasattr(conference, "_news"):
        found = told_and_asked(conference=conference.pk, person=hand.name_of.pk, now=timezone.now())
        conference._news = found[0] if found else {}
    return conference._news


@drawn_up_once
def told_and_asked(conference: int, person: int, now: datetime):
    here = {"conference": OuterRef("conference")}
    talks = ProgressTalk.objects.filter(**here)
    asked = ReconveneRequest.objects.filter(**here, answered_at=None)
    facts = {
        "has_talked": Exists(talks),
        "next_on": Subquery(talks.values("next_on")[:1]),
        "asked_slug": Subquery(asked.values("slug")[:1]),
        "asked_first": Subquery(asked.values("asked_by__first_name")[:1]),
        "asked_last": Subquery(asked.values("asked_by__last_name")[:1]),
        "is_called": Exists(coming(person, now).filter(**here)),
        "day_asked": Subquery(asks_for_a_day(person).filter(**here).values("slug")[:1]),
        "day_to_choose": Subquery(to_choose(person).filter(**here).values("slug")[:1]),
        "stands_in": Exists(asked_to_stand_in(person).filter(agreement__plan=OuterRef("pk"))),
    }
    return Plan.objects.filter(conference=conference).annotate(**facts).values("progress_on", *facts)


def coming(person: Person | int, now: datetime):
    """The days to come on which this person meets the circle."""
    called = Gathering.objects.filter(called_off_at=None, people=person, starts_at__gt=now)
    return called.order_by("starts_at")


def asks_for_a_day(person: Person | int):
    """Where this person was asked which day fits, and said nothing yet."""
    said = GatheringAnswer.objects.filter(day__gathering=OuterRef("pk"), person=person)
    looking = Gathering.objects.filter(called_off_at=None, starts_at=None, people=person)
    return looking.exclude(days=None).exclude(Exists(said))


def to_choose(person: Person | int):
    """Where this person called, and the day is still to be chosen."""
    return Gathering.objects.filter(called_off_at=None, starts_at=None, called_by=person).exclude(days=None)


def asked_to_stand_in(person: Person | int):
    return StandIn.objects.open().filter(person=person, agreed_at=None)


@asks("see_progress")
def which_day(conference: Conference, hand: Hand) -> Prompt | None:
    """Which day fits; and who called, which day it becomes."""
    told = news(conference, hand)
    if slug := told.get("day_asked"):
        text = _("Zeg bij elke dag of het kan.")
        return Prompt(_("Jullie willen bij elkaar komen"), "followup:gathering", _("Zeg wat past"), text, 27, (slug,))
    if slug := told.get("day_to_choose"):
        text = _("Kijk wat iedereen zei, en kies.")
        return Prompt(_("Welke dag wordt het?"), "followup:choose", _("Kies de dag"), text, 52, (slug,))
    return None


@asks("call_together")
def which_day_on_the_phone(conference: Conference, hand: Hand) -> Prompt | None:
    """Somebody calls to say which day fits: whoever answers the phone fills it in."""
    return which_day(conference, hand) if hand.is_for_someone_else else None


@asks("see_progress")
def stand_in(conference: Conference, hand: Hand) -> Prompt | None:
    if not news(conference, hand).get("stands_in"):
        return None
    text = _("Iemand van jullie vraagt of jij het even overneemt. Nee zeggen mag altijd.")
    return Prompt(_("Doe jij iets zolang?"), "followup:mine", _("Lees en zeg het"), text, weight=24)


@asks("run_the_day")
def speak_sooner(conference: Conference, hand: Hand) -> Prompt | None:
    """Only the coordinator notices that the circle waits long with speaking; the circle chooses (R-REV-3)."""
    if hand.is_for_someone_else or hand.by != conference.coordinator or conference.phase not in AFTER_THE_DOOR:
        return None
    told = what_is_new(conference, hand)
    if told.has_talked or not told.progress_on:
        return None
    if not is_far(conference, since=timezone.localdate(told.adopted_at), on=told.progress_on):
        return None
    text = _("Vraag of het ook eerder kan. Binnen drie maanden werkt vaak goed. Zij kiezen.")
    return Prompt(_("Het duurt lang voor de kring elkaar weer spreekt"), text=text, weight=60)


@asks("hold_progress_talk")
def questions_of_professionals(conference: Conference, hand: Hand) -> list[Prompt]:
    if not news(conference, hand).get("asked_slug"):
        return []
    found = conference.reconvene_requests.filter(answered_at=None).select_related("asked_by")
    title = _("%(who)s vraagt of jullie weer bij elkaar komen")
    text = _("Jullie beslissen. Ja of nee is allebei goed.")
    return [
        Prompt(title % {"who": it.asked_by}, "followup:asked", _("Geef antwoord"), text, weight=30, args=(it.slug,))
        for it in found
    ]


@asks("hold_progress_talk")
def speak(conference: Conference, hand: Hand) -> Prompt | list[Prompt] | None:
    """The day the circle chose itself, for the circle alone; never late, only «hebben jullie elkaar gesproken?»."""
    if hand.is_for_someone_else:
        return [
            Prompt(_("Voortgangsgesprek"), "followup:progress", _("Vul in dat het is geweest"), weight=80),
            Prompt(_("Waarover zij het willen hebben"), "followup:topic", _("Zet iets op het lijstje"), weight=83),
        ]
    told, today = news(conference, hand), timezone.localdate()
    when = told.get("next_on" if told.get("has_talked") else "progress_on")
    if when is None or when > today + SOON:
        return None
    if when >= today:
        return Prompt(_("Jullie spreken elkaar binnenkort"), "followup:how", _("Hoe het gaat"), day(when), weight=50)
    text = _("Jullie wilden elkaar spreken op %(day)s.") % {"day": day(when)}
    return Prompt(_("Hebben jullie elkaar gesproken?"), "followup:progress", _("Vertel het"), text, weight=50)


@asks("see_progress")
def come_together(conference: Conference, hand: Hand) -> Prompt | None:
    if not news(conference, hand).get("is_called"):
        return None
    gathering = coming(hand.name_of, timezone.now()).filter(conference=conference).first()
    text = ", ".join(filter(None, [starts(gathering.starts_at), gathering.place]))
    return Prompt(_("Jullie komen weer bij elkaar"), "followup:how", _("Kijk wie er komen"), text, weight=28)


@asks("call_together")
def call_for_them(conference: Conference, hand: Hand) -> list[Prompt]:
    """Somebody of the circle phones: the circle is called together, or sits together now."""
    if not hand.is_for_someone_else:
        return []
    return [
        Prompt(_("De kring bij elkaar roepen"), "followup:call", _("Kies wie er komen"), weight=81),
        Prompt(_("De kring zit weer bij elkaar"), "followup:reconvene", _("Doe de deur dicht"), weight=82),
    ]
