"""The forms of who stands beside somebody, and of how somebody wants to take part."""

from django.utils.translation import gettext_lazy as _

from kring.circle.speaking_for import Beside, JoiningIn
from kring.conference.models import Conference
from kring.foundation.forms import Choices, HouseForm, Line, Lines, Several


def kinds(known) -> list[tuple[str, str]]:
    return [(kind.value, kind.label) for kind in known]


class JoiningForm(HouseForm):
    """How, in one's own words."""

    ways = Several(label=_("Hoe wil jij meedoen?"), choices=JoiningIn.Way, required=False)
    words = Lines(label=_("Wil je er iets bij zeggen?"), rows=3, required=False, max_length=1000)

    @classmethod
    def of(cls, said: JoiningIn | None, data) -> "JoiningForm":
        return cls(data, initial={"ways": said.chosen, "words": said.words} if said else None)


class BesideForm(HouseForm):
    """Chosen by the person."""

    name = Line(label=_("Wie wil je naast je?"), max_length=100)
    kind = Choices(label=_("Wat is deze persoon?"), choices=kinds(Beside.CHOSEN), initial=Beside.Kind.SUPPORT.value)


class AppointForm(HouseForm):
    """Appointed by a judge, with a scope."""

    whom = Choices(label=_("Voor wie?"))
    kind = Choices(label=_("Wat is deze persoon?"), choices=kinds(Beside.APPOINTED))
    name = Line(label=_("Hoe heet deze persoon?"), max_length=100)
    scope = Lines(
        label=_("Waarover beslist deze persoon?"), rows=2, max_length=500,
        help_text=_("Bijvoorbeeld: over geld, niet over wonen. Wat hier niet staat, beslist iemand zelf."),
    )  # fmt: skip

    def __init__(self, data, conference: Conference):
        super().__init__(data)
        self.people = {person.slug: person for person in conference.main_people}
        self.fields["whom"].choices = [(slug, person.get_full_name()) for slug, person in self.people.items()]

    def clean_whom(self):
        return self.people[self.cleaned_data["whom"]]


class IntroduceForm(HouseForm):
    """A professional for the others."""

    works_at = Line(label=_("Waar werkt u?"), required=False)
    job = Line(label=_("Wat doet u daar?"), required=False, help_text=_("Bijvoorbeeld: gezinscoach, leraar, advocaat."))
