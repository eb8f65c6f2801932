"""The forms of the one question: a wording, and what a child says of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Line, Lines


class QuestionForm(HouseForm):
    """One wording of the question."""

    text = Lines(
        label=_("De vraag, in jullie eigen woorden"), rows=3, max_length=600,
        help_text=_("Eén vraag. Concreet, en open: ja of nee is geen antwoord."),
    )  # fmt: skip


class ChildsSayForm(HouseForm):
    """What the child said, and who asked; a tick alone is not enough."""

    child = Line(label=_("Voornaam van het kind"), max_length=100)
    said = Lines(
        label=_("Wat zei het kind over de vraag?"), rows=3, max_length=2000,
        help_text=_("In de woorden van het kind zelf."),
    )  # fmt: skip
    asked_by = Line(label=_("Wie heeft het gevraagd?"), help_text=_("Bijvoorbeeld: oma, of de coördinator."))
    may_be_read = forms.BooleanField(
        label=_("Het kind vindt het goed dat de anderen dit lezen"), required=False,
        help_text=_("Geen vinkje? Dan leest alleen wie dit opschrijft het, en de coördinator."),
    )  # fmt: skip
