"""The form of the one question."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Lines


class QuestionForm(HouseForm):
    """One wording of the question."""

    text = Lines(
        label=_("De vraag, in jullie eigen woorden"),
        rows=3,
        max_length=600,
        help_text=_("Eén vraag. Concreet, en open: ja of nee is geen antwoord."),
    )
