"""Numbers without people for the office and for everybody: where it stands, how long it takes, how long it is kept."""

from django.shortcuts import render

from kring.foundation.doors import open_to_all
from kring.oversight import keeping
from kring.oversight.claiming import Claim
from kring.oversight.contracting import to_renew
from kring.oversight.counting import figures, nobodys
from kring.oversight.models import KeepingPeriod
from kring.oversight.waiting import waiting_times
from kring.people.doors import at_desk
from kring.people.models import Desk, Organisation


@at_desk(Desk.OFFICE)
def office(request):
    """Counts, no rows: the office has no door into a conference."""
    context = {"figures": figures(), "nobodys": nobodys(), "waiting": waiting_times()}
    context |= {"to_renew": to_renew()[:20], "claims": Claim.objects.waiting().count()}
    return render(request, "oversight/pages/office.html", context)


@open_to_all
def waiting(request):
    """How long it takes now until a coordinator is there: a waiting list is never silent (B2)."""
    context = {"waiting": waiting_times(), "days": Organisation.current().contact_days}
    return render(request, "oversight/pages/waiting.html", context)


@open_to_all
def kept(request):
    """How long everything is kept, as the program keeps to it."""
    chosen = dict(KeepingPeriod.objects.values_list("kind", "days"))
    kinds = [(what, since, days and chosen.get(kind, days)) for kind, (days, since, what) in keeping.KINDS.items()]
    return render(request, "oversight/pages/kept.html", {"kinds": kinds})
