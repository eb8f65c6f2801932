"""The circle's own page: in the open for the whole circle, and for nobody else."""

from django.db.models import Subquery
from django.shortcuts import render

from kring.circle.sides import people_seen_by
from kring.conference.guards import sees
from kring.conference.models import CIRCLE
from kring.followup.talks import ProgressTalk
from kring.plan.copying import hides_safety
from kring.plan.models import Plan


@sees("see_progress")
def how(request, conference):
    """In the open for the whole circle, and for nobody else: how it goes."""
    plan = Plan.of(conference, reader=request.hand.name_of)
    context = {
        "plan": plan,
        "agreements": agreements_for(request, plan),
        "help_asked": list(plan.help_asked.all()),
        "next_talk": ProgressTalk.next_for(plan),
        "gathering": newest_gathering(conference, request.hand.name_of),
        "asked": list(conference.reconvene_requests.filter(answered_at=None).select_related("asked_by")),
    }
    return render(request, "followup/pages/how.html", context)


def agreements_for(request, plan) -> list:
    """Those about safety are for whom the main people gave that sheet."""
    rows, unseen = plan.agreements.select_related("doer"), hides_safety(plan, request.hand.name_of)
    return list(rows.filter(is_safety=False) if unseen else rows)


def newest_gathering(conference, viewer) -> dict:
    """When and where, and who comes as far as this viewer may know who is in the circle."""
    newest = conference.gatherings.filter(pk=Subquery(conference.gatherings.values("pk")[:1]))
    rows = list(newest.exclude(starts_at=None).values_list("starts_at", "place", "people"))
    if not rows:
        return {}
    coming = {person for _starts_at, _place, person in rows}
    people = [person for person in people_seen_by(conference, viewer, *CIRCLE) if person.pk in coming]
    return {"starts_at": rows[0][0], "place": rows[0][1], "people": people}
