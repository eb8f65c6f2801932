"""How it was, in marks or in faces; and the forms of the office for the words it is asked in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.followup.evaluating import MARKS, Says
from kring.followup.questions import EVERY_WORDING, VOICES, WORDS, QuestionSet
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines

FACES = [(10, _("heel fijn")), (8, _("fijn")), (6, _("gewoon")), (4, _("niet fijn")), (2, _("helemaal niet fijn"))]
NUMBERS = [(mark, str(mark)) for mark in range(1, 11)]


class MarkField(forms.TypedChoiceField):
    """A mark, chosen among all that is in sight."""

    widget = forms.RadioSelect

    def __init__(self, **kwargs):
        super().__init__(coerce=int, empty_value=None, required=False, **kwargs)


class EvaluationForm(HouseForm):
    """Every question may stay empty; the words of the questions come from the set that families tried out."""

    words = Lines(
        label=_("Wat wil je nog zeggen?"),
        required=False,
        max_length=1000,
        help_text=_("Schrijf geen namen op. Niemand ziet wie dit schreef."),
    )

    def __init__(self, data, *, questions: QuestionSet, about: list[str], voice: str, with_faces: bool):
        super().__init__(data)
        for name in about:
            label = questions.ask(name, voice)
            if name in MARKS:
                self.fields[name] = MarkField(label=label, choices=FACES if with_faces else NUMBERS)
            else:
                self.fields[name] = Choices(label=label, choices=Says.choices, required=False)
        self.order_fields([*about, "words"])
        self.with_faces = with_faces

    def asked(self):
        """The questions to tap, without the lines below them."""
        return [self[name] for name in self.fields if name != "words"]


class CodeForm(HouseForm):
    numbers_allowed = ("code",)
    code = Line(label=_("De code op het papier"), help_text=_("Drie groepjes van vier letters en cijfers."))


class WordingForm(HouseForm):
    """One line for every question and every voice; left empty, the words of the house are used."""

    def __init__(self, data, questions: QuestionSet):
        super().__init__(data)
        for question, voice in EVERY_WORDING:
            name, house = f"{question}.{voice}", WORDS[question][voice]
            label = f"{house} ({VOICES[voice]})"
            self.fields[name] = Line(label=label, required=False, initial=questions.words.get(name, ""))


class TrialForm(HouseForm):
    """With which families the words were tried, before anybody is asked with them."""

    tried_on = Day(label=_("Geprobeerd met gezinnen op"))
    tried_by = Line(label=_("Door wie, en met hoeveel gezinnen?"))
