"""Handing a region over: the office gives it to another manager, and what runs there goes along."""

from functools import partial

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kring.foundation.forms import Choices, HouseForm, posted
from kring.people.doors import at_desk
from kring.people.models import Desk, Person
from kring.referral import routing
from kring.region.models import Region
from kring.region.replacing import at_the_managers_desk


class HandOverForm(HouseForm):
    """To whom."""

    to = Choices(label=_("Wie wordt de regiomanager?"))

    def __init__(self, data, *, region: Region):
        super().__init__(data)
        others = [person for person in at_the_managers_desk() if person != region.manager]
        self.fields["to"].choices = [(person.slug, person.get_full_name()) for person in others]

    def clean_to(self) -> Person:
        return Person.objects.get(slug=self.cleaned_data["to"])


@at_desk(Desk.OFFICE)
def hand_over_region(request, region: str):
    """Another manager for good; for a while there is the stand-in."""
    found = get_object_or_404(Region.objects.select_related("manager"), slug=region)
    form = HandOverForm(posted(request), region=found)
    if form.is_bound and form.carry(partial(routing.hand_over_region, found), by=request.user):
        said = ngettext(
            "Overgedragen met %(number)s conferentie.", "Overgedragen met %(number)s conferenties.", form.result
        )
        messages.success(request, said % {"number": form.result})
        return redirect("region:region", found.slug)
    return render(request, "referral/pages/hand_over_region.html", {"region": found, "form": form})
