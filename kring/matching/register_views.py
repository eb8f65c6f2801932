"""The register at the desk: who coordinates, with which papers; somebody new, somebody who stops; the terms."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.forms import posted
from kring.matching import registering
from kring.matching.conference_views import picture
from kring.matching.listing import listed, page_of
from kring.matching.papers import obstacles, papers
from kring.matching.portraits import Portrait
from kring.matching.register import Coordinator
from kring.matching.register_forms import NewCoordinatorForm, PapersForm, TermsForm
from kring.matching.terms import Terms
from kring.people.doors import at_desk
from kring.people.models import Desk

desk = at_desk(Desk.MANAGER, Desk.OFFICE)


@desk
def register(request):
    """Everybody in the register by name, a page at a time; search, and only those with papers to see to."""
    typed, only, today = request.GET.get("zoek", ""), request.GET.get("alleen", ""), timezone.localdate()
    rows, following = page_of(listed(typed, only, today), request.GET.get("na", ""))
    terms = Terms.on(today)
    context = {
        "rows": [(one, obstacles(one, today, terms)) for one in rows], "following": following, "typed": typed,
        "only": only,
    }  # fmt: skip
    return render(request, "matching/pages/register.html", context)


@desk
def new(request):
    form = NewCoordinatorForm(posted(request))
    if form.is_bound and form.carry(registering.register, by=request.user):
        messages.success(request, _("Ingeschreven. De coördinator krijgt een welkomstbericht."))
        return redirect("matching:registered", form.result.person.slug)
    return render(request, "matching/pages/new_coordinator.html", {"form": form})


def the_one(slug: str) -> Coordinator:
    found = Coordinator.objects.select_related("person", "travels_from").prefetch_related("regions", "periods")
    return get_object_or_404(found, person__slug=slug)


@desk
def registered(request, person: str):
    """One coordinator: own words, papers, weeks free, what was done. No phone and no home address."""
    one, today = the_one(person), timezone.localdate()
    context = {
        "one": one, "papers": papers(one, Terms.on(today)), "obstacles": obstacles(one, today),
        "has_photo": Portrait.objects.filter(coordinator=one).exists(),
        "done": one.offers.filter(accepted=True).count(), "this_year": one.offers.filter(
            accepted=True, answered_at__year=today.year
        ).count(),
    }  # fmt: skip
    return render(request, "matching/pages/registered.html", context)


@desk
def on_paper(request, person: str):
    one = the_one(person)
    form = PapersForm.of(one, posted(request))
    if form.is_bound and form.carry(one.tell):
        messages.success(request, _("Bewaard."))
        return redirect("matching:registered", person)
    return render(request, "matching/pages/on_paper.html", {"one": one, "form": form})


@desk
def photo(request, person: str):
    return picture(the_one(person))


def to_one(person: str, verb, request, thanks):
    verb(the_one(person))
    messages.success(request, thanks)
    return redirect("matching:registered", person)


@desk
@require_POST
def call_me(request, person: str):
    return to_one(person, partial(registering.ask_to_call, by=request.user), request, _("Gevraagd om u te bellen."))


@desk
def stop(request, person: str):
    """«Stopt als coördinator»: the history stays."""
    if request.method == "POST":
        return to_one(person, registering.stop, request, _("Gestopt. Wat gedaan is, blijft staan."))
    return render(request, "matching/pages/stop_coordinator.html", {"one": the_one(person)})


@desk
@require_POST
def begin_again(request, person: str):
    return to_one(person, Coordinator.begin_again, request, _("Welkom terug."))


@desk
def terms(request):
    """What holds from which day on; what already held does not change."""
    now = Terms.now()
    known = {name: getattr(now, name) for name in TermsForm.base_fields if name != "valid_from"}
    form = TermsForm(posted(request), initial=known | {"valid_from": timezone.localdate()})
    if form.is_bound and form.carry(Terms.agree, by=request.user):
        messages.success(request, _("Bewaard."))
        return redirect("matching:terms")
    return render(request, "matching/pages/terms.html", {"form": form, "all": Terms.objects.all()[:20]})
