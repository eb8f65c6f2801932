"""The forms around the plan: a test of one condition, what to talk about again, who gets it and how."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.sides import people_seen_by
from kring.conference.access import Role
from kring.conference.models import ROLES, Conference
from kring.foundation.forms import Choices, HouseForm, Lines, Several
from kring.people.models import Person
from kring.plan.copying import PlanCopy


class TestForm(HouseForm):
    """One condition: voldoet, or nog niet and on which point. Nothing else can be filled in (A76)."""

    meets = forms.TypedChoiceField(
        label=_("Voldoet het plan hieraan?"),
        choices=[("yes", _("voldoet")), ("not", _("nog niet"))],
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
    )
    point = Lines(label=_("Welk punt is nog niet goed?"), rows=2, required=False, help_text=_("Alleen bij «nog niet»."))


class PointForm(HouseForm):
    point = Lines(label=_("Waarover praten jullie opnieuw?"), required=False)


class WhyForm(HouseForm):
    """For a later version: why it became another one, as far as they like to say."""

    why = Lines(
        label=_("Waarom verandert het plan?"),
        rows=2,
        max_length=1000,
        required=False,
        help_text=_("Dit staat bij deze versie, voor jullie zelf."),
    )


class TheirWordForm(HouseForm):
    """On paper: which main person said it."""

    who = Choices(label=_("Wie zegt: dit is ons plan?"))

    def __init__(self, data, conference: Conference):
        super().__init__(data)
        self.people = {person.slug: person for person in conference.main_people}
        self.fields["who"].choices = [(slug, person.get_full_name()) for slug, person in self.people.items()]

    def clean_who(self):
        return self.people[self.cleaned_data["who"]]


class OpenForm(HouseForm):
    """Which outsiders may read the plan from now on, by the names of who they are."""

    OUTSIDERS = (Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR)

    roles = Several(
        label=_("Wie mag het plan lezen?"),
        help_text=_("Jullie kunnen dit later weer veranderen bij «Wie mag wat zien»."),
    )

    def __init__(self, data, conference: Conference, viewer: Person):
        super().__init__(data)
        there = [role for role in self.OUTSIDERS if conference.people(role)]
        named = {role: ", ".join(map(str, people_seen_by(conference, viewer, role))) for role in there}
        self.fields["roles"].choices = [
            (role.value, f"{names} ({ROLES[role]})" if names else ROLES[role]) for role, names in named.items()
        ]

    def clean_roles(self):
        return [Role(role) for role in self.cleaned_data["roles"]]


class CopyForm(HouseForm):
    """How one person gets the plan."""

    way = Choices(label=_("Hoe?"), choices=PlanCopy.Way.choices)
    with_safety = forms.BooleanField(
        label=_("Met het blad over veiligheid"),
        required=False,
        help_text=_("Staat er bijvoorbeeld een adres op dat niet iedereen mag weten? Laat dit dan leeg."),
    )
