"""What narrows the list at the desk: one short form that lives in the address."""

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from kring.conference.models import PHASES
from kring.foundation.forms import HouseForm, Line
from kring.people.models import Person
from kring.referral.routing import managers
from kring.region.models import Municipality

MOST_TOWNS = 12

MINE, STANDING_IN = "mij", "vervanging"
UNDER_WAY = _("alles wat loopt")


class Select(forms.Select):
    """A select written at once: a template for each of its options would cost more than the list below it."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = str(value or "")
        options = [(key, " selected" if str(key) == chosen else "", label) for key, label in self.choices]
        written = format_html_join("", '<option value="{}"{}>{}</option>', options)
        return format_html("<select{}>{}</select>", flatatt({**self.attrs, **(attrs or {}), "name": name}), written)


class NarrowForm(HouseForm):
    """Nothing is required, and what makes no sense narrows nothing."""

    zoek = Line(label=_("Voornaam, gemeente of coördinator"), required=False, max_length=100)
    fase = forms.ChoiceField(
        label=_("Fase"),
        required=False,
        widget=Select,
        choices=[("", UNDER_WAY), *((phase.value, name) for phase, name in PHASES.items())],
    )
    gemeente = forms.CharField(label=_("Gemeente"), required=False, max_length=100, widget=Select)
    coordinator = forms.CharField(label=_("Coördinator"), required=False, max_length=12, widget=Select)
    wie = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        widget=Select,
        choices=[("", _("al mijn regio's")), (MINE, _("van mij")), (STANDING_IN, _("als vervanger"))],
    )
    spoed = forms.BooleanField(label=_("spoed"), required=False)
    rust = forms.BooleanField(label=_("rustig aan"), required=False)
    belofte = forms.BooleanField(label=_("belofte in gevaar"), required=False)

    folded, ticked = ("fase", "gemeente", "coordinator", "wie"), ("spoed", "rust", "belofte")

    @property
    def first(self) -> list:
        return [self["zoek"]]

    @property
    def more(self) -> list:
        return [self[name] for name in self.folded]

    @property
    def ticks(self) -> list:
        return [self[name] for name in self.ticked]

    @property
    def is_chosen(self) -> bool:
        """Something in the folded part is chosen, so it stands open."""
        return any(self.data.get(name) for name in (*self.folded, *self.ticked))

    def offer(self, *, gemeente: list[tuple], coordinator: list[tuple]) -> None:
        """What can be chosen: those that are in the list."""
        self.fields["gemeente"].widget.choices = [("", _("alle")), *gemeente]
        self.fields["coordinator"].widget.choices = [("", _("alle")), *coordinator]


class PlaceForm(HouseForm):
    """The place or municipality a request comes from, as the manager knows it after all."""

    plaats = Line(label=_("Plaats, gemeente of vier cijfers van de postcode"))

    def towns(self) -> list[Municipality]:
        typed = self.cleaned_data.get("plaats", "") if self.is_bound and self.is_valid() else ""
        return list(Municipality.objects.present().matching(typed).select_related("region")[:MOST_TOWNS])


class ColleagueField(forms.ModelChoiceField):
    def label_from_instance(self, person: Person) -> str:
        return person.get_full_name()


class GiveOverForm(HouseForm):
    """Which colleague answers from now on."""

    to = ColleagueField(queryset=Person.objects.none(), to_field_name="slug", label=_("Aan wie"), empty_label=None,
                        widget=forms.RadioSelect)  # fmt: skip

    def __init__(self, data, giver: Person):
        super().__init__(data)
        self.fields["to"].queryset = managers().exclude(pk=giver.pk).order_by("first_name", "last_name")
