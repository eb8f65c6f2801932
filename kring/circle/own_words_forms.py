"""The form of one's own message: words, a drawing or a voice, and who hears it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.own_words import Hears, OwnMessage
from kring.foundation.forms import Choices, HouseForm, Lines


class OwnMessageForm(HouseForm):
    """Everything may stay empty but one thing."""

    text = Lines(label=_("Schrijf het op"), rows=5, required=False)
    photo = forms.FileField(
        label=_("Of stuur een tekening of een foto"), required=False,
        help_text=_("Maak een foto van je tekening. Hooguit 8 MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip
    sound = forms.FileField(
        label=_("Of spreek het in"), required=False, help_text=_("Kies een opname van je telefoon. Hooguit 12 MB."),
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
    )  # fmt: skip
    hears = Choices(label=_("Wie mag het horen?"), choices=Hears, initial=Hears.CIRCLE.value)
    reader = Choices(
        label=_("Wie leest het voor?"), required=False, help_text=_("Alleen als iemand het voorleest."),
    )  # fmt: skip

    def __init__(self, data, files, conference, author):
        super().__init__(data, files)
        self.readers = {person.slug: person for person in OwnMessage.readers(conference, author)}
        self.fields["reader"].choices = [(slug, person.get_full_name()) for slug, person in self.readers.items()]
        for name in ("photo", "sound"):
            self.fields[name].error_messages["empty"] = _("In dit bestand zit niets. Kies een ander.")

    def clean_reader(self):
        return self.readers.get(self.cleaned_data["reader"])
