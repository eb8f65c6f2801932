"""«Onze organisatie»: how we are called and reached, and our logo, as the office keeps it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.foundation.uploads import served
from kring.oversight import organising
from kring.oversight.organisation_forms import LogoForm, OrganisationForm
from kring.people.doors import at_desk
from kring.people.models import Desk, Organisation

PAGE = "oversight/pages/organisation.html"
office = at_desk(Desk.OFFICE)


@office
def organisation(request):
    """Everything in one form; the logo beside it."""
    house = organising.theirs()
    form = OrganisationForm.of(house, posted(request))
    if form.is_bound and form.carry(organising.describe):
        messages.success(request, _("Bewaard. Het staat nu op alle pagina's en brieven."))
        return redirect("house:organisation")
    return render(request, PAGE, {"house": house, "form": form, "logo_form": LogoForm()})


@office
@require_POST
def add_logo(request):
    house, form = organising.theirs(), LogoForm(request.POST, request.FILES)
    if form.carry(organising.show_logo):
        messages.success(request, _("Het logo staat erop."))
        return redirect("house:organisation")
    return render(request, PAGE, {"house": house, "form": OrganisationForm.of(house), "logo_form": form})


@office
@require_POST
def drop_logo(request):
    organising.drop_logo()
    return redirect("house:organisation")


@open_to_all
@require_safe
def logo(request, logo: str):
    """The logo of now; its address changes with it, so it may be kept."""
    house = Organisation.current()
    if house.logo is None or house.logo.slug != logo:
        raise Http404
    response = served(house.logo, request)
    response["Cache-Control"] = "public, max-age=86400, immutable"
    return response
