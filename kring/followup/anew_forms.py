"""The forms of beginning anew: why now, and who of then is asked again."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import HouseForm, Lines, Several


class AnewForm(HouseForm):
    occasion = Lines(label=_("Waarom nu? In een paar woorden"), max_length=1000)


class AgainForm(HouseForm):
    """Nobody is ticked beforehand: who comes is chosen anew."""

    members = Several(label=_("Wie wil je weer vragen?"), required=False)

    def __init__(self, data, members: list):
        super().__init__(data)
        self.known = {member.slug: member for member in members}
        self.fields["members"].choices = [(slug, member.name) for slug, member in self.known.items()]

    def clean_members(self):
        return [self.known[slug] for slug in self.cleaned_data["members"]]
