"""The form for plain Dutch or a translation, beside the original."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.conditions.explaining import LANGUAGES
from kring.foundation.forms import HouseForm, Line, Lines


class ExplainForm(HouseForm):
    """A text, a photo of it, or a voice that reads it."""

    language = forms.ChoiceField(label=_("In welke taal?"), choices=LANGUAGES)
    text = Lines(
        label=_("De tekst"), rows=8, required=False,
        help_text=_("Dezelfde inhoud, in andere woorden. Niets erbij en niets eraf."),
    )  # fmt: skip
    photo = forms.FileField(
        label=_("Of een foto van de tekst"), required=False, help_text=_("Hooguit 8 MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip
    sound = forms.FileField(
        label=_("Of een opname waarin iemand het voorleest"), required=False, help_text=_("Hooguit 12 MB."),
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
    )  # fmt: skip
    made_by = Line(
        label=_("Wie vertaalde het?"), required=False,
        help_text=_("Bij een andere taal: de naam van de vertaler of tolk. Liever niet iemand van de familie."),
    )  # fmt: skip

    def __init__(self, data, files=None):
        super().__init__(data, files)
        for name in ("photo", "sound"):
            self.fields[name].error_messages["empty"] = _("In dit bestand zit niets. Kies een ander.")
