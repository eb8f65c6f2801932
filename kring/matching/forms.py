"""Offering a conference, declaring independence, and the first contact."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Day, HouseForm, Line
from kring.matching.models import Coordinator


class SearchForm(HouseForm):
    """Look for a coordinator by name."""

    naam = Line(label=_("Zoek op naam"), required=False, max_length=100)


class OfferForm(HouseForm):
    """To whom, and a short note about the practical side."""

    coordinator = forms.SlugField(widget=forms.HiddenInput, required=False)
    note = Line(
        label=_("Een bericht erbij"), required=False, max_length=500,
        help_text=_("Alleen praktisch: dagen, reizen, taal. Niets over de situatie, en geen namen."),
    )  # fmt: skip

    def clean(self):
        given = super().clean()
        known = Coordinator.objects.select_related("person").filter(person__is_active=True)
        given["coordinator"] = known.filter(person__slug=given.get("coordinator", "")).first()
        if given["coordinator"] is None:
            raise forms.ValidationError(_("Kies een coördinator uit de lijst."))
        return given


class AcceptForm(HouseForm):
    """«Ik heb hier niets mee te maken»: without it nobody is appointed (A22)."""

    declared = forms.BooleanField(
        label=_("Dit klopt. Ik heb geen belang bij deze situatie of bij het plan."), required=False
    )
    remarks = Line(
        label=_("Wilt u er iets bij zeggen?"), required=False, max_length=500,
        help_text=_("Bijvoorbeeld: ik woon in dezelfde stad. De regiomanager leest het."),
    )  # fmt: skip


class FirstContactForm(HouseForm):
    """When the first contact was; not what was said."""

    on = Day(label=_("Wanneer was het eerste contact?"))

    def __init__(self, data=None):
        super().__init__(data, initial={"on": timezone.localdate()})
