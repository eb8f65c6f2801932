"""The forms of the map: where somebody stands, what is between two people, and which two sides there are."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle import sides
from kring.circle.kinds import Ring
from kring.circle.ties import Tie
from kring.foundation.forms import Choices, HouseForm


class PlaceForm(HouseForm):
    """Where somebody stands for the family; nothing here is seen by that person."""

    ring = Choices(label=_("Hoe dichtbij is deze persoon?"), choices=Ring)
    side = Choices(label=_("Bij welke kant hoort deze persoon?"), required=False)
    lost_touch = forms.BooleanField(
        label=_("Het contact is verloren. Ik zou deze persoon weer willen vinden."), required=False
    )
    hides_namer = forms.BooleanField(label=_("Zeg niet wie deze naam heeft genoemd."), required=False)

    def __init__(self, data, member, *, may_choose_side: bool):
        super().__init__(data, initial={name: getattr(member, name) for name in self.base_fields})
        self.fields["side"].choices = [*sides.labels(member.conference), ("", _("dat weet ik niet"))]
        if not may_choose_side:
            del self.fields["side"]


class TieForm(HouseForm):
    """A line between two people on the map."""

    other = forms.ChoiceField(label=_("Met wie?"))
    kind = Choices(label=_("Wat is er tussen hen?"), choices=Tie.Kind, initial=Tie.Kind.TOGETHER.value)

    def __init__(self, data, others: list):
        super().__init__(data)
        self.others = {member.slug: member for member in others}
        self.fields["other"].choices = [
            ("", _("Kies iemand")),
            *[(slug, who.name) for slug, who in self.others.items()],
        ]

    def clean_other(self):
        return self.others.get(self.cleaned_data["other"])


class ApartForm(HouseForm):
    """Whose two sides there are."""

    first = Choices(label=_("De ene kant is van"))
    second = Choices(label=_("De andere kant is van"))

    def __init__(self, data, people: list):
        self.people = {person.slug: person for person in people}
        known = dict(zip(("first", "second"), self.people, strict=False))
        super().__init__(data, initial=known)
        for name in ("first", "second"):
            self.fields[name].choices = [(slug, person.first_name) for slug, person in self.people.items()]

    def clean(self):
        found = super().clean()
        return found | {name: self.people.get(found[name]) for name in ("first", "second") if name in found}
