"""What the regiomanager notes about children: who has authority, and what a parent or a child said."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Via
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.referral.answers import Authority, Holds, Says

HOW = [(via.value, via.label) for via in Via if via != Via.OWN]
NOT_YET = [("", _("nog niet gevraagd")), *Says.choices]
SOMEBODY_ELSE = "else"


class ParentForm(HouseForm):
    """One parent of one child: who it is, authority or not, and how we know."""

    parent = Choices(label=_("Wie is de ouder?"))
    parent_name = Line(
        label=_("Naam, als deze ouder zelf niet meedoet"), required=False, max_length=200,
        help_text=_("Alleen u ziet deze naam. De andere ouder ziet hem niet."),
    )  # fmt: skip
    reach = Lines(
        label=_("Hoe bereikt u deze ouder?"), required=False, rows=2, max_length=300,
        help_text=_("Een telefoonnummer of een adres. Alleen u ziet het."),
    )  # fmt: skip
    informed_on = Day(
        label=_("Wanneer vertelde u deze ouder erover?"), required=False,
        help_text=_("Wat er gevraagd wordt, en wie deze ouder kan bellen. Niets over de andere ouder."),
    )  # fmt: skip
    holds = Choices(label=_("Heeft deze ouder gezag?"), choices=Holds.choices, initial=Holds.UNKNOWN.value)
    how_checked = Line(
        label=_("Hoe weten we dat?"), required=False, help_text=_("Bijvoorbeeld: in het gezagsregister gekeken.")
    )

    numbers_allowed = ("reach",)
    KNOWN = ("parent_name", "reach", "informed_on", "holds", "how_checked")
    OUTSIDE = {"parent_name": "", "reach": "", "informed_on": None}  # what is noted of who takes no part only

    def __init__(self, data, child: Person, main_people: list[Person], authority: Authority | None = None):
        known = {}
        if authority:
            parent = authority.parent.slug if authority.parent else SOMEBODY_ELSE
            known = {"parent": parent} | {name: getattr(authority, name) for name in self.KNOWN}
        super().__init__(data, initial=known)
        self.people = {person.slug: person for person in main_people if person != child}
        grown_ups = [(slug, person.get_full_name()) for slug, person in self.people.items()]
        self.fields["parent"].choices = [*grown_ups, (SOMEBODY_ELSE, _("iemand die zelf niet meedoet"))]

    def about(self) -> dict:
        """The columns of an Authority; a parent who takes no part needs a name."""
        given = dict(self.cleaned_data)
        parent = self.people.get(given.pop("parent"))
        if parent is None and not given["parent_name"]:
            raise Refusal(_("Schrijf de naam van deze ouder op."), field="parent_name")
        if given["informed_on"] and given["informed_on"] > timezone.localdate():
            raise Refusal(_("Deze dag moet nog komen."), field="informed_on")
        return given | {"parent": parent} | (self.OUTSIDE if parent else {})


class SaysForm(HouseForm):
    """What somebody said on the phone or on paper."""

    says = Choices(label=_("Wat is het antwoord?"), choices=NOT_YET, required=False)
    via = Choices(label=_("Hoe zei deze persoon het?"), choices=HOW, initial=Via.PHONE.value)

    def __init__(self, data, *, must_say: bool = False, **kwargs):
        super().__init__(data, **kwargs)
        if must_say:
            self.fields["says"].choices, self.fields["says"].required = Says.choices, True


class NameForm(HouseForm):
    """The name somebody had in an earlier conference."""

    first_name = Line(label=_("Voornaam van toen"), max_length=100)
    last_name = Line(label=_("Achternaam van toen"), max_length=100, required=False)

    def __init__(self, data, person: Person):
        super().__init__(data, initial={"first_name": person.first_name, "last_name": person.last_name})
