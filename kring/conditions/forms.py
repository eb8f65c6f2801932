"""The forms of this room: who gets the form, what stands on it, when it was talked over, what the main person says."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.issuing import NEW
from kring.conditions.refusals import WhySoLate
from kring.conference.access import Phase
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines, Phone
from kring.referral.models import Ground


class IssueForm(HouseForm):
    """To whom, and on which of the four grounds (A45)."""

    ground = Choices(
        label=_("Op welke grond?"), choices=Ground,
        help_text=_("Zonder een van deze vier gronden zijn er geen voorwaarden. De kring is dan vrij."),
    )  # fmt: skip
    why_late = Lines(
        label=_("Waarom nu pas?"), rows=2, max_length=500, error_messages={"required": WhySoLate.message},
        help_text=_("Voorwaarden horen bij de aanvraag. Later kan alleen bij uitzondering."),
    )  # fmt: skip
    who = Choices(label=_("Wie krijgt het formulier?"))
    first_name = Line(label=_("Voornaam"), max_length=100, required=False)
    last_name = Line(label=_("Achternaam"), max_length=100, required=False)
    works_at = Line(label=_("Organisatie"), required=False)
    job = Line(label=_("Functie"), required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)
    phone = Phone(label=_("Telefoon"), required=False)

    def __init__(self, data, conference, people: list):
        initial = {"who": people[0].slug if people else NEW}
        referral = getattr(conference, "referral", None)
        super().__init__(data, initial=initial | {"ground": referral.presumed_ground if referral else ""})
        known = [(person.slug, f"{person.get_full_name()}, {person.works_at}".rstrip(", ")) for person in people]
        self.fields["who"].choices = [*known, (NEW, _("iemand anders, hieronder"))]
        is_shared = conference.conditions_forms.exclude(released_at=None).exists()
        if conference.phase != Phase.PREPARATION and not is_shared:
            del self.fields["why_late"]


class ConcernsForm(HouseForm):
    """The worries, and what happens without a plan."""

    concerns = Lines(
        label=_("Wat zijn uw zorgen?"), rows=5,
        help_text=_("In gewone woorden. Iedereen die komt leest dit, ook de kinderen die oud genoeg zijn."),
    )  # fmt: skip
    without_plan = Lines(
        label=_("Wat gebeurt er als er geen plan komt?"), required=False,
        help_text=_("In gewone woorden. Zeg eerlijk wat u dan doet, en wanneer."),
    )  # fmt: skip

    @classmethod
    def of(cls, form, data) -> "ConcernsForm":
        return cls(data, initial={"concerns": form.concerns, "without_plan": form.without_plan})


class ConditionForm(HouseForm):
    """One condition: an outcome, not a solution (R-SAF-6)."""

    text = Lines(
        label=_("Een voorwaarde"), rows=2, max_length=1000,
        help_text=_(
            "Schrijf op wat er moet zijn, niet hoe. Wel: «De kinderen slapen nergens waar X alleen met hen is.» "
            "Niet: «De kinderen gaan naar een pleeggezin.» Zet elke voorwaarde apart, zodat u haar apart kunt toetsen."
        ),
    )  # fmt: skip


class HandInForm(HouseForm):
    """When and how it was talked over with the person it is about (A49)."""

    discussed_on = Day(label=_("Wanneer hebt u dit besproken met de persoon om wie het gaat?"))
    discussed_how = Line(label=_("Hoe was dat gesprek?"), help_text=_("Bijvoorbeeld: bij hen thuis, aan tafel."))
    discussed_with = Line(
        label=_("Wie waren erbij?"), help_text=_("Bijvoorbeeld: Naima, haar zus en een tolk. Voornamen zijn genoeg.")
    )

    def clean_discussed_on(self):
        on = self.cleaned_data["discussed_on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Lever het in als het gesprek is geweest."))
        return on


class ReactionForm(HouseForm):
    """What the main person wants to say about it; it stands with the conditions for everybody."""

    reaction = Lines(
        label=_("Wil je er iets over zeggen?"), required=False,
        help_text=_("Dit komt erbij te staan. Iedereen die de voorwaarden leest, leest dit ook."),
    )  # fmt: skip
