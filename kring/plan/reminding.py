"""A coordinator hears it when somebody still waits for the plan on the last of the two working days."""

from datetime import date

from django.urls import reverse

from kring.conference.access import Phase
from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.plan.copying import PlanCopy, still_to_give

LETTER = "plan/letters/copies_wait.txt"


@every_morning("plan_copies")
def remind(today: date) -> None:
    """Once for each version; at rest nobody is reminded."""
    waiting = PlanCopy.objects.to_give().filter(due_on__lte=today)
    late = waiting.filter(plan__conference__phase=Phase.FOLLOW_UP, plan__conference__resting_since=None)
    plans = {copy.plan_id: copy.plan for copy in late.select_related("plan__conference", "person")}
    for plan in plans.values():
        coordinator, waits = plan.conference.coordinator, still_to_give(plan)
        if coordinator and waits:
            key = f"plan:copies:{plan.versions.first().slug}"
            page = reverse("plan:hand_out", args=[plan.conference.slug])
            post(coordinator, LETTER, key=key, about=plan.conference, link_path=page)
