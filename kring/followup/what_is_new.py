"""In one question what the months after ask on this page: how it goes, help to meet, and how it was."""

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.followup.calling_together import Gathering
from kring.followup.contacting import Contact, ContactWish, with_news
from kring.followup.evaluating import EvaluationAsked
from kring.followup.questions import QuestionSet
from kring.followup.talks import ProgressTalk
from kring.plan.models import Plan


def what_is_new(conference: Conference, hand: Hand) -> Conference:
    """The conference with what is known about it, kept for this page."""
    if not hasattr(conference, "_what_is_new"):
        mine = {"conference": OuterRef("pk"), "person": hand.name_of}
        told = Contact.objects.filter(conference=OuterRef("pk"))
        plan = Plan.objects.filter(conference=OuterRef("pk"))
        rests = Q(says=ContactWish.Says.NEVER) | Q(until__gt=timezone.localdate())
        asked = with_news(Conference.objects.filter(pk=conference.pk)).annotate(
            wants_help=Subquery(told.values("wants_help")[:1]),
            last_on=Subquery(told.values("on")[:1]),
            last_called_at=Subquery(Gathering.objects.filter(conference=OuterRef("pk")).values("called_at")[:1]),
            has_questions=Exists(QuestionSet.used()),
            has_said=Exists(EvaluationAsked.objects.filter(**mine).exclude(did="")),
            progress_on=Subquery(plan.values("progress_on")[:1]),
            adopted_at=Subquery(plan.values("adopted_at")[:1]),
            has_talked=Exists(ProgressTalk.objects.filter(conference=OuterRef("pk"))),
            is_in_peace=Exists(ContactWish.objects.filter(rests, **mine)),
        )
        conference._what_is_new = asked.get()
    return conference._what_is_new
