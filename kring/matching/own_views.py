"""«Mijn gegevens»: what a coordinator tells about the own person, when it can be, and a photo."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.matching.conference_views import picture
from kring.matching.papers import papers
from kring.matching.portraits import Portrait
from kring.matching.register import Coordinator, FreePeriod
from kring.matching.register_forms import AboutMeForm, PeriodForm, PhotoForm
from kring.matching.terms import Terms
from kring.people.doors import at_desk
from kring.people.models import Desk

mine_alone = at_desk(Desk.COORDINATOR)


def me(request) -> Coordinator:
    return get_object_or_404(Coordinator.objects.select_related("person", "travels_from"), person=request.user)


def show(request, one: Coordinator, **forms):
    """The page with all its forms; the one that was refused keeps what was typed."""
    fresh = {"form": AboutMeForm.of(one), "period": PeriodForm(), "photo": PhotoForm()}
    context = fresh | forms | {
        "one": one, "periods": one.periods.filter(ends_on__gte=timezone.localdate()),
        "has_photo": Portrait.objects.filter(coordinator=one).exists(), "papers": papers(one, Terms.now()),
        "known": Coordinator.known_languages(), "regions": one.regions.all(),
    }  # fmt: skip
    return render(request, "matching/pages/about_me.html", context)


@mine_alone
def about_me(request):
    one = me(request)
    form = AboutMeForm.of(one, posted(request))
    if form.is_bound and form.carry(one.tell):
        messages.success(request, _("Bewaard. Dank u wel."))
        return redirect("matching:about_me")
    return show(request, one, form=form)


@mine_alone
@require_POST
def add_period(request):
    one, form = me(request), PeriodForm(request.POST)
    if form.carry(partial(FreePeriod.tell, one)):
        messages.success(request, _("Bewaard."))
        return redirect("matching:about_me")
    return show(request, one, period=form)


@mine_alone
@require_POST
def drop_period(request, period: str):
    get_object_or_404(FreePeriod, coordinator__person=request.user, slug=period).delete()
    return redirect("matching:about_me")


@mine_alone
@require_POST
def add_photo(request):
    one, form = me(request), PhotoForm(request.POST, request.FILES)
    limited(request, "photo", per_key="20/h", key=request.user.slug)
    if form.carry(partial(Portrait.show, one)):
        messages.success(request, _("Uw foto staat erop."))
        return redirect("matching:about_me")
    return show(request, one, photo=form)


@mine_alone
@require_POST
def drop_photo(request):
    Portrait.objects.filter(coordinator__person=request.user).delete()
    return redirect("matching:about_me")


@mine_alone
def photo(request):
    return picture(me(request))
