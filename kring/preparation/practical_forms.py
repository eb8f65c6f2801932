"""The form of one practical thing; each kind asks only what belongs to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.sides import are_apart
from kring.foundation.forms import Day, HouseForm, Line, Lines
from kring.preparation.practical import Kind, PracticalItem

WHAT = {
    Kind.FOOD: _("Schrijf op wat er nodig is, of wat iemand niet eet. Niet waarom."),
    Kind.CHILDCARE: _("Op wie wordt gepast, en waar? Kies iemand die niet nodig is in de kring."),
    Kind.TRAVEL: _("Wie rijdt mee, of waar is een taxi voor nodig? Nooit een adres."),
    Kind.INTERPRETER: _("Welke taal, en welk dialect?"),
    Kind.AID: _("Bijvoorbeeld een ringleiding, plek voor een rolstoel of grote letters."),
    Kind.TABLET: _("Voor wie meedoet met beeldbellen. Probeer het samen uit vóór de dag."),
    Kind.BUDGET: _("Waar is het geld voor?"),
}
WHO = {
    Kind.INTERPRETER: _("Van buiten: geen familie, geen kind, niemand die zelf meedoet."),
    Kind.CHILDCARE: _("Iemand die zelf niet in de kring zit."),
}


class ItemForm(HouseForm):
    """One thing to see to."""

    text = Lines(label=_("Wat is er nodig?"), rows=2, max_length=300, required=False)
    who = Line(label=_("Wie regelt het?"), required=False)
    is_sworn = forms.BooleanField(
        label=_("Het is een beëdigde tolk"), required=False,
        help_text=_("Nodig als een rechter of de jeugdbescherming meeleest."),
    )  # fmt: skip
    is_shared = forms.BooleanField(
        label=_("De familie mag dit oppakken"), required=False, help_text=_("Zij zien wat er nodig is, zonder naam.")
    )
    amount = forms.DecimalField(
        label=_("Hoeveel euro?"), required=False, min_value=0, max_value=99_999, decimal_places=2, localize=True
    )
    agreed_on = Day(label=_("Afgesproken met de regiomanager op"), required=False)

    def __init__(self, data, item: PracticalItem):
        names = ("text", "who", "is_sworn", "is_shared", "amount", "agreed_on")
        super().__init__(data, initial={name: getattr(item, name) for name in names})
        self.fields["text"].help_text = WHAT.get(item.kind, "")
        self.fields["who"].help_text = WHO.get(item.kind, "")
        for name in self.not_for(item):
            del self.fields[name]

    @staticmethod
    def not_for(item: PracticalItem) -> list[str]:
        """Of two sides kept apart, a lift of one is never put to the other: only what somebody asked has a side."""
        if item.kind == Kind.BUDGET:
            return ["is_sworn", "is_shared", "who"]
        if item.kind == Kind.INTERPRETER:
            return ["amount", "agreed_on", "is_shared"]
        lift_of_both = item.kind == Kind.TRAVEL and item.member_id is None and are_apart(item.conference)
        return ["amount", "agreed_on", "is_sworn"] + (["is_shared"] if lift_of_both else [])
