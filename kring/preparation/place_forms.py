"""The forms of the place: of this conference, and of the register. None has a field for an end (A41)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines, Phone
from kring.people.models import Person
from kring.preparation import announcing
from kring.preparation.models import MeetingPlace, Preparation, Venue
from kring.preparation.no_end import AnEnd, names_an_end
from kring.preparation.venues import Rooms
from kring.region.models import Region

WHAT = Rooms.WHAT


def has(name: str) -> forms.BooleanField:
    label = str(Venue._meta.get_field(name).verbose_name)
    return forms.BooleanField(label=label[0].upper() + label[1:], required=False)


class NoEndForm(HouseForm):
    """What is sent along that looks like an end is refused."""

    def clean(self):
        if names_an_end(name for name in self.data if name not in self.fields):
            raise ValidationError(AnEnd.message)
        return super().clean()


class PlaceForm(NoEndForm):
    """Where this conference meets."""

    numbers_allowed = (*HouseForm.numbers_allowed, "whom_to_call")

    where = Lines(
        label=_("Waar?"), rows=3, max_length=400, help_text=_("De naam en het adres, zoals iedereen het leest.")
    )
    kind = Choices(label=_("Wat voor plek is het?"), choices=MeetingPlace.Kind)
    whose_home = forms.ChoiceField(label=_("Bij wie thuis?"), required=False)
    home_asked_on = Day(label=_("Op welke dag vroeg u het?"), required=False)
    why_one_room = Lines(
        label=_("Geen twee kamers? Hoe is de kring dan alleen?"), rows=2, max_length=400, required=False
    )
    cost = Line(label=_("Wat kost het?"), required=False)
    key_holder = Line(label=_("Wie heeft de sleutel?"), required=False)
    whom_to_call = Line(label=_("Wie belt u als er iets is?"), required=False)

    def __init__(self, data, preparation: Preparation, venue: Venue | None = None):
        self.preparation = preparation
        self.place = MeetingPlace.of(preparation.conference)
        super().__init__(data, initial=of_venue(venue) if venue else self._known())
        self.venue = venue or self.place.venue
        for name in reversed(WHAT):
            self.fields[name] = has(name)
        self.order_fields(["where", *WHAT, "why_one_room", "kind"])
        circle = preparation.conference.people(*CIRCLE)
        self.homes = {person.slug: person for person in circle}
        self.fields["whose_home"].choices = [("", "–"), *((slug, str(person)) for slug, person in self.homes.items())]

    def _known(self) -> dict:
        names = (*WHAT, "kind", "home_asked_on", "why_one_room", "cost", "key_holder", "whom_to_call")
        home = self.place.whose_home
        return {name: getattr(self.place, name) for name in names} | {
            "where": self.preparation.place, "whose_home": home.slug if home else "",
        }  # fmt: skip

    def clean_home_asked_on(self):
        asked = self.cleaned_data["home_asked_on"]
        if asked and asked > timezone.localdate():
            raise ValidationError(_("Deze dag moet nog komen."))
        return asked

    def settle(self, *, by: Hand) -> bool:
        def verb(*, whose_home: str, by: Hand, **about):
            home, venue = self.homes.get(whose_home), self.venue
            if venue and about["where"] != venue.where:
                venue = None
            announcing.settle_place(self.preparation, venue=venue, whose_home=home, by=by, **about)

        return self.carry(verb, by=by)


def of_venue(venue: Venue) -> dict:
    """What the register knows of a place, to look over before it is kept."""
    call = " ".join(filter(None, [venue.call_name, venue.call_phone]))
    known = {"where": venue.where, "kind": MeetingPlace.Kind.NEUTRAL, "cost": venue.cost, "whom_to_call": call}
    return known | {name: getattr(venue, name) for name in WHAT} | {"key_holder": venue.key_holder}


class VenueForm(NoEndForm):
    """A place in the register."""

    name = Line(label=_("Naam van de plek"), max_length=120)
    address = Line(label=_("Adres"), max_length=200)
    region = forms.ModelChoiceField(Region.objects.all(), label=_("Regio"))
    cost = Line(label=_("Wat kost het?"), max_length=120, required=False)
    call_name = Line(label=_("Wie belt u?"), max_length=100, required=False)
    call_phone = Phone(label=_("Telefoonnummer"), required=False)
    key_holder = Line(label=_("Wie heeft de sleutel?"), max_length=120, required=False)

    numbers_allowed = (*HouseForm.numbers_allowed, "call_phone")

    def __init__(self, data, venue: Venue):
        self.venue = venue
        names = (*self.base_fields, *WHAT)
        known = {name: getattr(venue, name) for name in names if name != "region"} if venue.pk else {}
        super().__init__(data, initial=known | {"region": venue.region_id})
        for name in WHAT:
            self.fields[name] = has(name)

    def tell(self, *, by: Person) -> bool:
        return self.carry(self.venue.tell, by=by)
