"""What the months after ask of somebody now: a yes or a no, a talk to hold, a question of a professional."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.followup.calling_together import Gathering, ReconveneRequest
from kring.followup.talks import ProgressTalk
from kring.foundation.templatetags.house import day, starts
from kring.plan.agreements import Agreement, HelpAsked
from kring.plan.models import Plan

SOON = timedelta(days=14)

looks_into("keep_agreement", "followup:mine", gettext_lazy("Mijn afspraken"), About.PLAN)
looks_into("see_progress", "followup:how", gettext_lazy("Hoe het gaat"), About.PLAN)


@asks("keep_agreement")
def say_yes_or_no(conference: Conference, hand: Hand) -> Prompt | None:
    """What is on the own name and was not answered; of anybody else nothing."""
    asked = list(Agreement.objects.of(hand.name_of).unanswered().filter(plan__conference=conference)[:2])
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
    """In one question: the day the circle chose to speak, and whether somebody asks or calls. Kept for this page."""
    if not hasattr(conference, "_news"):
        talks = ProgressTalk.objects.filter(conference=OuterRef("conference"))
        asked = ReconveneRequest.objects.filter(conference=OuterRef("conference"), answered_at=None)
        about = Plan.objects.filter(conference=conference).annotate(
            has_talked=Exists(talks),
            next_on=Subquery(talks.values("next_on")[:1]),
            is_asked=Exists(asked),
            is_called=Exists(coming(hand).filter(conference=OuterRef("conference"))),
        )
        conference._news = about.values("progress_on", "has_talked", "next_on", "is_asked", "is_called").first() or {}
    return conference._news


def coming(hand: Hand):
    """The days to come on which this person meets the circle."""
    return Gathering.objects.filter(people=hand.name_of, starts_at__gt=timezone.now()).order_by("starts_at")


@asks("hold_progress_talk")
def questions_of_professionals(conference: Conference, hand: Hand) -> list[Prompt]:
    if not news(conference, hand).get("is_asked"):
        return []
    found = conference.reconvene_requests.filter(answered_at=None).select_related("asked_by")
    title = _("%(who)s vraagt of jullie weer bij elkaar komen")
    text = _("Jullie beslissen. Ja of nee is allebei goed.")
    return [
        Prompt(title % {"who": it.asked_by}, "followup:asked", _("Geef antwoord"), text, weight=30, args=(it.slug,))
        for it in found
    ]


@asks("hold_progress_talk")
def speak(conference: Conference, hand: Hand) -> Prompt | None:
    """The day the circle chose itself, for the circle alone; never late, only «hebben jullie elkaar gesproken?»."""
    if hand.is_for_someone_else:
        return Prompt(_("Voortgangsgesprek"), "followup:progress", _("Vul in dat het is geweest"), weight=80)
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
    gathering = coming(hand).filter(conference=conference).first()
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
