"""What the editors fill in: a text, a picture, who appears in it, a yes on paper or by phone, a Friday."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines
from kring.stories.appearing import How, SaysYes
from kring.stories.testimonials import Place


class StoryForm(HouseForm):
    """A title that gives nobody away, and the story."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = Line(label=_("Titel"), help_text=_("Kort, en zonder iets waaraan iemand te herkennen is."))
    text = Lines(
        label=_("Het verhaal"), rows=16, max_length=20_000,
        help_text=_("Een lege regel maakt een nieuwe alinea. Andere namen, andere plaats, geen datum."),
    )  # fmt: skip
    is_invented = forms.BooleanField(
        label=_("Dit verhaal is verzonnen"), required=False,
        help_text=_("Alleen als het van niemand is. Dat staat er dan bij."),
    )  # fmt: skip


class PictureForm(HouseForm):
    """A picture with its words; without them it cannot stand there (B32)."""

    photo = forms.FileField(
        label=_("Foto of tekening"), required=False, widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=_("We maken hem opnieuw: plaats, datum en camera gaan eruit."),
    )  # fmt: skip
    alt = Line(label=_("Wat staat erop?"), max_length=300, help_text=_("Voor wie de foto niet ziet."))
    credit = Line(label=_("Wie maakte hem?"))
    consent = Line(
        label=_("Wie staan erop, en hoe zeiden zij ja?"), max_length=300,
        help_text=_("Staat niemand er herkenbaar op? Schrijf dat dan."),
    )  # fmt: skip


class StoryPersonForm(HouseForm):
    """Somebody who appears in the story; only the editors see this name."""

    name = Line(label=_("Naam, zoals u deze persoon kent"), help_text=_("Dit staat nergens op de site."))
    email = forms.EmailField(label=_("E-mailadres"), required=False, help_text=_("Om de link te mailen."))
    says_yes = Choices(label=_("Voor wie zegt deze persoon ja?"), choices=SaysYes.choices, initial=SaysYes.SELF)


BY_HAND = [(how.value, how.label) for how in (How.PAPER, How.PHONE)]


class NotedYesForm(HouseForm):
    """A yes that was not given through the link."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    how = Choices(label=_("Hoe zei deze persoon ja?"), choices=BY_HAND)
    on = Day(label=_("Wanneer?"))
    note = Line(
        label=_("Hoe is dat vastgelegd?"),
        help_text=_("Bijvoorbeeld: handtekening onder de tekst, of: voorgelezen door Henk."),
    )  # fmt: skip


class FridayForm(HouseForm):
    """One of the Fridays that are still free."""

    on = forms.TypedChoiceField(label=_("Welke vrijdag?"))

    def __init__(self, data=None, *, fridays):
        super().__init__(data)
        by_name = {str(friday): friday for friday in fridays}
        self.fields["on"].choices = [(name, date_format(friday, "l j F Y")) for name, friday in by_name.items()]
        self.fields["on"].coerce = by_name.get


class EditorForm(HouseForm):
    """Somebody who may write and read along."""

    first_name = Line(label=_("Voornaam"), max_length=100)
    last_name = Line(label=_("Achternaam"), max_length=100, required=False)
    email = forms.EmailField(label=_("E-mailadres van het werk"), help_text=_("Hiermee logt deze persoon in."))


class TestimonialForm(HouseForm):
    """Somebody's words, and their yes: without the yes they cannot be kept (A2)."""

    words = Lines(label=_("De woorden"), rows=4, max_length=1000, help_text=_("Zoals het gezegd is, zonder namen."))
    said_by = Line(label=_("Zoals iemand genoemd wil worden"), help_text=_("Bijvoorbeeld: een moeder, of een leraar."))
    place = Choices(label=_("Waar staat het?"), choices=Place.choices)
    consent_on = Day(label=_("Wanneer zei iemand ja?"))
    consent_how = Line(label=_("Hoe is dat vastgelegd?"), help_text=_("Bijvoorbeeld: brief van 3 mei, of gebeld."))
    shown_until = Day(label=_("Te lezen tot en met"), required=False)
