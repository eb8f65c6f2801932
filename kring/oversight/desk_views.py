"""The desk of the regiomanager, by promise at risk and never by what it is about; and the numbers of the office."""

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.conference.access import Phase, Role
from kring.conference.models import PHASES, Conference, Participant
from kring.foundation.doors import open_to_all
from kring.matching.views import to_do_by_hand, with_seats
from kring.oversight import keeping
from kring.oversight.counting import figures
from kring.oversight.listing import page_of
from kring.oversight.models import KeepingPeriod
from kring.oversight.promising import by_promise, promise
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.referral.models import Enquiry
from kring.referral.routing import regions_of, take_over, unrouted


def conferences_of(manager):
    """Those this manager answers for: seated as regiomanager, or in a region that is theirs."""
    seats = Participant.objects.present().filter(person=manager, role=Role.REGIONAL_MANAGER)
    mine = Q(region__in=list(regions_of(manager))) | Q(pk__in=seats.values("conference_id"))
    seat = seats.filter(conference=OuterRef("pk"))
    return Conference.objects.filter(mine).annotate(is_mine=Exists(seat)).select_related("municipality", "region")


@at_desk(Desk.MANAGER, Desk.OFFICE)
def desk(request):
    """What needs me today on top; then everything, the promise at risk first."""
    if Desk.MANAGER not in request.user.seats():
        return redirect("oversight:office")
    phase = request.GET.get("fase", "")
    wanted = conferences_of(request.user).filter(phase=phase) if phase in set(Phase) else open_to(request.user)
    rows, following = page_of(with_seats(by_promise(wanted)), request.GET.get("na", ""))
    context = {
        "rows": [(row, promise(row)) for row in rows], "following": following, "phase": phase, "phases": PHASES.items(),
        "unrouted": unrouted().select_related("referral")[:50], "regions": regions_of(request.user),
        "enquiries": Enquiry.waiting()[:50], "by_hand": to_do_by_hand(request.user),
    }  # fmt: skip
    return render(request, "oversight/pages/desk.html", context)


def open_to(manager):
    return conferences_of(manager).exclude(phase=Phase.CLOSED)


@at_desk(Desk.MANAGER)
@require_POST
def take(request, conference: str):
    """«Neem over»: answer for it from now on."""
    found = get_object_or_404(Conference, slug=conference)
    chosen = regions_of(request.user).filter(slug=request.POST.get("region", "")).first()
    take_over(found, by=request.user, region=chosen)
    messages.success(request, _("U hebt dit overgenomen."))
    return redirect("conference:show", found.slug)


@at_desk(Desk.MANAGER)
@require_POST
def called(request, enquiry: str):
    """Somebody was called back."""
    get_object_or_404(Enquiry, slug=enquiry).call(by=request.user)
    messages.success(request, _("Gebeld. Dank u wel."))
    return redirect("oversight:desk")


@at_desk(Desk.OFFICE)
def office(request):
    """Counts, no rows: the office has no door into a conference."""
    return render(request, "oversight/pages/office.html", {"figures": figures()})


@open_to_all
def kept(request):
    """How long everything is kept, as the program keeps to it."""
    chosen = dict(KeepingPeriod.objects.values_list("kind", "days"))
    kinds = [(what, since, days and chosen.get(kind, days)) for kind, (days, since, what) in keeping.KINDS.items()]
    return render(request, "oversight/pages/kept.html", {"kinds": kinds})
