"""The form of a new name: what most likely holds after the question stands ready, and everything can be changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.forms import SomeoneForm
from kring.circle.kinds import Ring, Side
from kring.foundation.forms import Choices


class NewSomeoneForm(SomeoneForm):
    """Somebody more around the family."""

    side = forms.ChoiceField(choices=[("", ""), *Side.choices], widget=forms.HiddenInput, required=False)
    ring = forms.ChoiceField(choices=Ring, widget=forms.HiddenInput, required=False)
    has_died = forms.BooleanField(label=_("Deze persoon is er niet meer."), required=False)
    lost_touch = forms.BooleanField(
        label=_("Het contact is verloren. Ik zou deze persoon weer willen vinden."), required=False
    )
    hides_namer = forms.BooleanField(label=_("Zeg niet wie deze naam heeft genoemd."), required=False)

    def __init__(self, data, prompt, *, sides: list | None = None):
        super().__init__(data, initial=prompt.about)
        self.fields["name"].widget.attrs["autofocus"] = True
        self.asks_side = bool(sides)
        if sides:
            self.fields["side"] = Choices(label=_("Bij welke kant hoort deze persoon?"), choices=sides)

    def clean_ring(self):
        return self.cleaned_data["ring"] or Ring.MIDDLE

    @property
    def story_is_open(self) -> bool:
        """Then the folded part about who died or was lost stands open."""
        return any(self[name].value() for name in ("has_died", "lost_touch"))

    @property
    def hat_is_asked(self) -> bool:
        return "hat" in self.errors or self["relation"].value() == "teacher"
