"""In one question what the months after ask on this page: how it goes, help to meet, and how it was."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.followup.calling_together import Gathering
from kring.followup.contacting import Contact, ContactWish, with_news
from kring.followup.evaluating import EvaluationAsked
from kring.followup.questions import QuestionSet
from kring.followup.talks import ProgressTalk
from kring.foundation.drawing_up import drawn_up_once
from kring.plan.models import Plan


def what_is_new(conference: Conference, hand: Hand) -> Conference:
    """The conference with what is known about it, kept for this page."""
    if not hasattr(conference, "_what_is_new"):
        here = {"conference": conference.pk, "person": hand.name_of.pk}
        (conference._what_is_new,) = known_afterwards(**here, today=timezone.localdate())
    return conference._what_is_new


@drawn_up_once
def known_afterwards(conference: int, person: int, today: date):
    here = {"conference": OuterRef("pk")}
    told, plan = Contact.objects.filter(**here), Plan.objects.filter(**here)
    rests = Q(says=ContactWish.Says.NEVER) | Q(until__gt=today)
    return with_news(Conference.objects.filter(pk=conference)).annotate(
        wants_help=Subquery(told.values("wants_help")[:1]),
        last_on=Subquery(told.values("on")[:1]),
        last_called_at=Subquery(Gathering.objects.filter(**here).values("called_at")[:1]),
        has_questions=Exists(QuestionSet.used()),
        has_said=Exists(EvaluationAsked.objects.filter(**here, person=person).exclude(did="")),
        progress_on=Subquery(plan.values("progress_on")[:1]),
        adopted_at=Subquery(plan.values("adopted_at")[:1]),
        has_talked=Exists(ProgressTalk.objects.filter(**here)),
        is_in_peace=Exists(ContactWish.objects.filter(rests, **here, person=person)),
    )
