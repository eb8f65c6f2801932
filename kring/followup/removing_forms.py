"""The form of a goodbye: who, and why in one tap. There is no place for a story."""

from django.utils.translation import gettext_lazy as _

from kring.followup.removing import Parting
from kring.foundation.forms import Choices, HouseForm


class LetGoForm(HouseForm):
    person = Choices(label=_("Wie?"))
    why = Choices(label=_("Wat is er?"), choices=Parting.Why.choices)

    def __init__(self, data, people: list):
        super().__init__(data)
        self.people = {person.slug: person for person in people}
        self.fields["person"].choices = [(slug, who.get_full_name()) for slug, who in self.people.items()]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]
