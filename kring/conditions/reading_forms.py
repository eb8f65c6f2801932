"""The form of the coordinator who reads the conditions aloud: to whom, and how."""

from django.utils.translation import gettext_lazy as _

from kring.conditions.models import Reading
from kring.conference.hands import Via
from kring.foundation.forms import Choices, HouseForm, Several

VIAS = [(Via.BESIDE, Via.BESIDE.label), (Via.PHONE, Via.PHONE.label), (Via.PAPER, Via.PAPER.label)]


class TellForm(HouseForm):
    """A few taps for a whole table of people."""

    who = Several(label=_("Wie kent ze nu?"))
    how = Choices(label=_("Hoe"), choices=Reading.How, initial=Reading.How.READ_ALOUD.value)
    via = Choices(label=_("Langs welke weg"), choices=VIAS, initial=Via.BESIDE.value)

    def __init__(self, data, people: list, *, everybody: bool = False):
        self.people = {person.slug: person for person in people}
        super().__init__(data, initial={"who": list(self.people) if everybody else []})
        self.fields["who"].choices = [(slug, person.get_full_name()) for slug, person in self.people.items()]

    def clean_who(self):
        return [self.people[slug] for slug in self.cleaned_data["who"]]
