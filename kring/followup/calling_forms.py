"""The form to call (a part of) the circle together."""

from django.utils.translation import gettext_lazy as _

from kring.circle.safety import SafetyNote
from kring.circle.sides import are_apart, people_seen_by
from kring.conference.models import CIRCLE, Conference
from kring.foundation.forms import DayAndHour, HouseForm, Line, Several
from kring.people.models import Person

OTHER_SIDE = "andere-kant"


class CallForm(HouseForm):
    """All of the circle, or a part of it; of two sides one's own by name, and the other as a whole."""

    people = Several(label=_("Wie komen er?"), required=False)
    starts_at = DayAndHour(label=_("Wanneer?"), required=False, help_text=_("Weet je dit nog niet? Laat het leeg."))
    place = Line(label=_("Waar?"), required=False)

    def __init__(self, data, conference: Conference, viewer: Person):
        known = people_seen_by(conference, viewer, *CIRCLE)
        self.groups = {person.slug: [person] for person in known}
        choices = [(person.slug, person.get_full_name()) for person in known]
        if are_apart(conference):
            self.groups[OTHER_SIDE] = unnamed(conference, viewer, known)
            choices.append((OTHER_SIDE, _("Iedereen van de andere kant")))
        super().__init__(data, initial={"people": list(self.groups)})
        self.fields["people"].choices = choices

    def clean_people(self):
        return [person for slug in self.cleaned_data["people"] for person in self.groups[slug]]


def unnamed(conference: Conference, viewer: Person, known: list[Person]) -> list[Person]:
    """Who is called without being named: the rest of the circle, but whom this person must stay away from."""
    unheard = SafetyNote.kept_from(conference, viewer)
    return [person for person in conference.people(*CIRCLE) if person not in known and person.pk not in unheard]
