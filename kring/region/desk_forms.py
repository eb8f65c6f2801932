"""What the office fills in about regions and money, and a manager about who stands in."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, Day, Euros, HouseForm, Line
from kring.region.models import FundingContract, FundingRegion, Municipality, Region
from kring.region.replacing import at_the_managers_desk

NONE = "–"


def people(*, but=None) -> list[tuple[str, str]]:
    return [(person.slug, person.get_full_name()) for person in at_the_managers_desk() if person != but]


class StandInForm(HouseForm):
    """Who answers, from when, until when."""

    stand_in = Choices(label=_("Wie vervangt?"))
    start = Day(label=_("Vanaf welke dag?"), required=False, help_text=_("Leeg is vanaf nu."))
    until = Day(label=_("Tot en met welke dag?"), required=False, help_text=_("Leeg is tot u het zelf stopt."))

    def __init__(self, data, *, instead_of):
        super().__init__(data)
        self.fields["stand_in"].choices = people(but=instead_of)


class RegionForm(HouseForm):
    """A new region and who answers for it."""

    name = Line(label=_("Naam van de regio"), max_length=100)
    manager = Choices(label=_("Regiomanager"))

    def __init__(self, data=None):
        super().__init__(data)
        self.fields["manager"].choices = people()


class NameForm(HouseForm):
    name = Line(label=_("Naam"), max_length=100)


class ContractForm(HouseForm):
    """From when till when a funding region pays, and for how many."""

    numbers_allowed = ("order_number",)
    starts_on = Day(label=_("Vanaf"))
    ends_on = Day(label=_("Tot en met"), required=False, help_text=_("Leeg is zonder einddatum."))
    number = forms.IntegerField(
        label=_("Hoeveel conferenties?"), required=False, min_value=1, max_value=100_000,
        help_text=_("Leeg is zonder maximum."),
    )  # fmt: skip
    price = Euros(label=_("Prijs per conferentie, in euro's"), required=False)
    price_without_day = Euros(
        label=_("Prijs als er geen bijeenkomst komt, in euro's"), required=False,
        help_text=_("Leeg is dezelfde prijs. De prijs hangt nooit af van een plan."),
    )  # fmt: skip
    order_number = Line(label=_("Ordernummer"), max_length=60, required=False)
    note = Line(label=_("Notitie"), max_length=500, required=False, help_text=_("Nooit iets over een gezin."))

    @classmethod
    def of(cls, data, contract: FundingContract) -> "ContractForm":
        return cls(data, initial={name: getattr(contract, name) for name in cls.base_fields})


class MapForm(HouseForm):
    """Of each municipality in one province: which region serves it, and who pays."""

    def __init__(self, data, towns: list[Municipality]):
        super().__init__(data)
        self.towns = towns
        regions = [("", NONE), *((one.slug, one.name) for one in Region.objects.all())]
        payers = [("", NONE), *((one.slug, one.name) for one in FundingRegion.objects.all())]
        for town in towns:
            self.choose(f"region-{town.pk}", regions, town.region, gettext("Regio van %(town)s") % {"town": town})
            self.choose(
                f"payer-{town.pk}", payers, town.funding_region, gettext("Wie betaalt in %(town)s") % {"town": town}
            )

    def choose(self, name: str, choices: list, now, label: str) -> None:
        """One choice; what stood there at first goes along, so that nobody undoes a colleague's change."""
        self.fields[name] = forms.ChoiceField(
            choices=choices, required=False, initial=now.slug if now else "", label=label, show_hidden_initial=True,
            widget=forms.Select(attrs={"aria-label": label}),
        )  # fmt: skip

    def rows(self) -> list[tuple]:
        return [(town, self[f"region-{town.pk}"], self[f"payer-{town.pk}"]) for town in self.towns]

    def changes(self) -> list[tuple[int, str, str]]:
        """(municipality, «region» or «payer», what was chosen) of each choice that was changed."""
        names = [(name.partition("-"), self.cleaned_data[name]) for name in self.changed_data]
        return [(int(pk), which, slug) for (which, _dash, pk), slug in names]
