"""Offering a conference, declaring independence, answering about somebody, and the first contact."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines
from kring.matching.comparing import Tie
from kring.matching.handing_over import HandOver, Why
from kring.matching.models import FINE
from kring.matching.register import Coordinator
from kring.people.models import Person

NO_STORY = _("Alleen praktisch: dagen, reizen, taal. Niets over de situatie, en geen namen.")


class SearchForm(HouseForm):
    """Look for a coordinator by name or language."""

    naam = Line(label=_("Zoek op naam of taal"), required=False, max_length=100)


class OfferForm(HouseForm):
    """To whom, and what is agreed beforehand."""

    coordinator = forms.SlugField(widget=forms.HiddenInput, required=False)
    note = Line(label=_("Een bericht erbij"), required=False, max_length=500, help_text=NO_STORY)
    travel = Line(label=_("Reiskosten die u afspreekt"), required=False, max_length=200)
    reason = Line(
        label=_("Waarom deze keuze?"), required=False, max_length=300,
        help_text=_("Hoeft niet. Alleen u en collega-regiomanagers lezen het."),
    )  # fmt: skip
    coach = forms.ChoiceField(
        label=_("Wie gaat als coach mee?"), required=False,
        help_text=_("Alleen nodig als de coördinator nog in opleiding is, of als een collega coacht."),
    )  # fmt: skip

    def __init__(self, data, managers: list[Person]):
        super().__init__(data)
        self.people = {person.slug: person for person in managers}
        names = [(slug, person.get_full_name()) for slug, person in self.people.items()]
        self.fields["coach"].choices = [("", _("zoals anders")), *names]

    def clean_coach(self):
        return self.people.get(self.cleaned_data["coach"])

    def clean(self):
        given = super().clean()
        known = Coordinator.objects.active().select_related("person")
        given["coordinator"] = known.filter(person__slug=given.get("coordinator", "")).first()
        if given["coordinator"] is None:
            raise forms.ValidationError(_("Kies een coördinator uit de lijst."))
        return given


class AcceptForm(HouseForm):
    """«Ik heb hier niets mee te maken», and a question for all that looks alike (A22)."""

    declared = forms.BooleanField(
        label=_("Dit klopt. Ik heb geen belang bij deze situatie of bij het plan."), required=False
    )
    remarks = Line(
        label=_("Wilt u er iets bij zeggen?"), required=False, max_length=500,
        help_text=_("Bijvoorbeeld: ik woon in dezelfde stad. De regiomanager leest het."),
    )  # fmt: skip

    def __init__(self, data, questions: list[Tie]):
        super().__init__(data)
        self.kinds = [tie.kind for tie in questions]
        answers = [("no", _("nee, of niet dat ik weet")), ("yes", _("ja, dat klopt"))]
        for tie in questions:
            self.fields[f"tie_{tie.kind}"] = Choices(label=tie.question, choices=answers)
        self.order_fields([f"tie_{kind}" for kind in self.kinds])

    def clean(self):
        given = super().clean()
        asked = {kind: given.pop(f"tie_{kind}", "") for kind in self.kinds}
        given["answers"] = {kind: said == "yes" for kind, said in asked.items() if said}
        return given


class DeclineForm(HouseForm):
    """No needs no reason; words and a tie may be told."""

    words = Line(label=_("Wilt u er iets bij zeggen?"), required=False, max_length=300, help_text=NO_STORY)
    has_tie = forms.BooleanField(label=_("Ik denk dat ik deze mensen ken"), required=False)


class FirstContactForm(HouseForm):
    """When the first contact was; not what was said."""

    on = Day(label=_("Wanneer was het eerste contact?"))

    def __init__(self, data=None):
        super().__init__(data, initial={"on": timezone.localdate()})


class AnotherForm(HouseForm):
    """What the main person says about who was found."""

    why = Choices(
        label=_("Wat wil je?"),
        choices=[
            (FINE, _("Het is goed zo")),
            (Why.WAITS.value, _("Ik wacht liever op iemand die beter past")),
            (Why.FAMILY.value, _("Ik wil liever iemand anders")),
        ],
    )

    def __init__(self, data, running: HandOver | None):
        super().__init__(data)
        if running and not running.is_wished_by_the_family:
            self.fields["why"].choices = self.fields["why"].choices[1:]


class HandOverForm(HouseForm):
    """Whether the first coordinator leaves at once."""

    at_once = forms.BooleanField(
        label=_("Deze coördinator gaat er nu meteen uit"), required=False,
        help_text=_("Bijvoorbeeld bij ziekte. Tot er iemand is, belt de familie u."),
    )  # fmt: skip


class CoachingNoteForm(HouseForm):
    text = Lines(
        label=_("Schrijf aan elkaar"), rows=3, max_length=2000,
        help_text=_("Geen namen, geen verhaal. Over uw eigen werk, niet over wat de familie beslist."),
    )  # fmt: skip


class SharesForm(HouseForm):
    """Which part of one fee for whom, in procents; together the whole."""

    def __init__(self, data, fees: list):
        super().__init__(data)
        for fee in fees:
            label = _("%(name)s, in procenten") % {"name": fee.coordinator.person.get_full_name()}
            self.fields[f"fee-{fee.pk}"] = forms.IntegerField(
                label=label, min_value=0, max_value=100, initial=fee.share
            )

    def clean(self):
        return {"shares": {int(name.removeprefix("fee-")): share for name, share in super().clean().items()}}
