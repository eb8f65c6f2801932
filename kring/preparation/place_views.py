"""The place: of one conference, and the register that coordinators and regiomanagers keep together."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.conference.guards import fills_in, go, said
from kring.foundation.forms import posted
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.preparation.choosing_views import refuse_an_end_in
from kring.preparation.models import Preparation, Venue
from kring.preparation.place_forms import PlaceForm, VenueForm
from kring.region.models import Region

PAGES = "preparation/pages/"
desk = at_desk(Desk.COORDINATOR, Desk.MANAGER)


@fills_in("propose_dates")
def place(request, conference):
    """Where this conference meets: chosen from the register, or typed."""
    refuse_an_end_in(request)
    chosen = Venue.objects.for_use().filter(slug=request.GET.get("plek", "")).first()
    form = PlaceForm(posted(request), Preparation.of(conference), chosen)
    if form.settle(by=request.hand):
        said(request, _("Bewaard. Kinderen, familie en professionals lezen alleen waar het is."))
        return go(request, "preparation:propose")
    near = Venue.objects.for_use().filter(region=conference.region).select_related("region")[:20]
    return render(request, PAGES + "place.html", {"form": form, "near": near, "chosen": chosen})


# --- the register
@desk
def venues(request):
    """Every place by name, a page at a time; search, and only those of one region."""
    typed, only = request.GET.get("zoek", ""), request.GET.get("regio", "")
    found = Venue.objects.all()
    found = found.filter(region__slug=only) if only else found
    rows, following = (found.found_by(typed) if typed else found).page_after(request.GET.get("na", ""))
    seen = {"rows": rows, "following": following, "typed": typed, "only": only, "regions": Region.objects.all()}
    return render(request, PAGES + "venues.html", seen)


@desk
def new_venue(request):
    return kept(request, Venue())


@desk
def venue(request, venue: str):
    return kept(request, get_object_or_404(Venue, slug=venue))


def kept(request, venue: Venue):
    form = VenueForm(posted(request), venue)
    if form.tell(by=request.user):
        messages.success(request, _("Bewaard."))
        return redirect("venues:register")
    return render(request, PAGES + "venue.html", {"form": form, "venue": venue})


@desk
@require_POST
def stop_venue(request, venue: str):
    """No longer for hire, or for hire again."""
    found = get_object_or_404(Venue, slug=venue)
    found.offer_again(by=request.user) if found.stopped_on else found.stop(by=request.user)
    messages.success(request, _("Bewaard."))
    return redirect("venues:venue", found.slug)
