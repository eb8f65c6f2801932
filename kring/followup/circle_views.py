"""The circle's own page: in the open for the whole circle, and for nobody else."""

from django.db.models import Exists, OuterRef, Subquery
from django.shortcuts import render

from kring.circle.sides import people_seen_by
from kring.conference.guards import sees
from kring.conference.models import CIRCLE
from kring.followup.asking import news
from kring.followup.calling_together import Gathering
from kring.followup.finding_a_day import GatheringDay
from kring.followup.own import dated
from kring.followup.saying import CircleWord
from kring.followup.standing_in import StandIn
from kring.followup.wording import for_their_app
from kring.plan.copying import hides_safety
from kring.plan.models import Plan


@sees("see_progress")
def how(request, conference):
    """In the open for the whole circle, and for nobody else: how it goes."""
    me = request.hand.name_of
    plan, told = Plan.of(conference, reader=me), news(conference, request.hand)
    agreements, help_asked = agreements_for(request, plan), list(plan.help_asked.all())
    gathering = newest_gathering(conference, me)
    context = {
        "plan": plan,
        "agreements": [agreement for agreement in agreements if not is_open(agreement)],
        "open": [agreement for agreement in agreements if is_open(agreement)],
        "help_asked": [asked for asked in help_asked if asked.answer],
        "help_open": [asked for asked in help_asked if not asked.answer],
        "next_talk": told.get("next_on" if told.get("has_talked") else "progress_on"),
        "topics": list(conference.talk_topics.all()),
        "gathering": gathering,
        "for_their_app": for_their_app(gathering.get("it")),
        "told": told,
    }
    return render(request, "followup/pages/how.html", context)


def agreements_for(request, plan) -> list:
    """Each with who does it for a while and what its doer says. Those about safety are for who has that sheet."""
    now = StandIn.objects.open().filter(agreement=OuterRef("pk")).exclude(agreed_at=None)
    words = CircleWord.objects.filter(agreement=OuterRef("pk"))
    rows = plan.agreements.select_related("doer", "for_whom").annotate(
        done_by=Subquery(now.values("person__first_name")[:1]),
        word=Subquery(words.values("text")[:1]),
        word_at=Subquery(words.values("said_at")[:1]),
    )
    seen = rows.filter(is_safety=False) if hides_safety(plan, request.hand.name_of) else rows
    return [dated(agreement) for agreement in seen]


def is_open(agreement) -> bool:
    """Free, or asked of somebody who said nothing yet: it waits for a person, and is not late."""
    if agreement.is_over:
        return False
    return agreement.is_free or (agreement.doer_id is not None and not agreement.is_accepted)


def newest_gathering(conference, viewer) -> dict:
    """When and where, or the days that are asked; and who comes as far as this viewer may know who is in the circle."""
    newest = conference.gatherings.filter(pk=Subquery(conference.gatherings.values("pk")[:1]), called_off_at=None)
    has_days = Exists(GatheringDay.objects.filter(gathering=OuterRef("pk")))
    rows = list(newest.annotate(has_days=has_days).values("slug", "starts_at", "place", "people", "has_days"))
    if not rows or not (rows[0]["starts_at"] or rows[0]["has_days"]):
        return {}
    called, it = {row["people"] for row in rows}, rows[0]
    people = [person for person in people_seen_by(conference, viewer, *CIRCLE) if person.pk in called]
    gathering = Gathering(slug=it["slug"], starts_at=it["starts_at"], place=it["place"])
    return {"it": gathering, "people": people, "is_asked": viewer.pk in called}
