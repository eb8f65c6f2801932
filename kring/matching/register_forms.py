"""What a coordinator tells about the own person, and what the desk puts on paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, Day, Euros, HouseForm, Line, Several
from kring.matching.register import Coordinator, Training
from kring.people.models import Person
from kring.region.models import Municipality, Region, searchable

WILLINGLY = _("Alleen als u het wilt vertellen. Families vragen er soms naar.")


class AboutMeForm(HouseForm):
    """The coordinator's own words; nothing of it has to be told but a language."""

    languages = Line(label=_("Talen en dialecten die u spreekt"), max_length=500, help_text=_("Zet er komma's tussen."))
    about = Line(
        label=_("Een paar woorden over uzelf, voor de familie"), required=False, max_length=300,
        help_text=_("De familie leest dit als u hun coördinator wordt."),
    )  # fmt: skip
    gender = Line(label=_("Man, vrouw, of in uw eigen woorden"), required=False, max_length=40, help_text=WILLINGLY)
    background = Line(label=_("Achtergrond, in uw eigen woorden"), required=False, max_length=300, help_text=WILLINGLY)
    works_as = Line(
        label=_("Wat doet u dagelijks, en bij wie?"), required=False,
        help_text=_("Zo kunnen we nagaan dat u onafhankelijk bent."),
    )  # fmt: skip
    travels_from = Line(label=_("Vanuit welke gemeente reist u?"), required=False, max_length=100)
    travels_km = forms.IntegerField(label=_("Tot hoeveel kilometer?"), required=False, min_value=1, max_value=500)
    travels_by = Line(
        label=_("Waarmee reist u?"), required=False, max_length=100, help_text=_("Bijvoorbeeld: met de trein.")
    )
    conferences_a_year = forms.IntegerField(label=_("Hoeveel conferenties per jaar?"), min_value=0, max_value=50)

    @classmethod
    def of(cls, one: Coordinator, data=None) -> "AboutMeForm":
        known = {name: getattr(one, name) for name in cls.base_fields if name != "travels_from"}
        return cls(data, initial=known | {"travels_from": one.travels_from or ""})

    def clean_languages(self):
        """A language that is known keeps the spelling it has."""
        known = {searchable(name): name for name in Coordinator.known_languages()}
        said = [part.strip() for part in self.cleaned_data["languages"].split(",") if part.strip()]
        return ", ".join(dict.fromkeys(known.get(searchable(name), name) for name in said)) or "Nederlands"

    def clean_travels_from(self):
        if not (typed := self.cleaned_data["travels_from"]):
            return None
        if (town := Municipality.objects.meant_by(typed)) is None:
            raise forms.ValidationError(_("Deze gemeente kennen we niet. Schrijf de naam voluit."))
        return town


class PeriodForm(HouseForm):
    """Weeks in which one can, or cannot."""

    is_free = Choices(label=_("Kunt u dan?"), choices=[("no", _("nee, dan niet")), ("yes", _("ja, juist dan"))])
    starts_on = Day(label=_("Van"))
    ends_on = Day(label=_("Tot en met"))

    def clean_is_free(self):
        return self.cleaned_data["is_free"] == "yes"


class PhotoForm(HouseForm):
    photo = forms.FileField(
        label=_("Kies een foto"), help_text=_("JPEG of PNG, hooguit 8 MB. Plaats en datum in de foto gaan eraf."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip


class PapersForm(HouseForm):
    """What the desk has seen: training, certificate of conduct, agreement; and in which regions somebody works."""

    regions = Several(label=_("Regio's"), required=False)
    training = Choices(label=_("Opleiding"), choices=Training.choices)
    training_since = Day(label=_("Sinds"), required=False)
    certificate_on = Day(label=_("Datum van de VOG"), required=False, help_text=_("Zonder geldige VOG geen voorstel."))
    agreement_on = Day(label=_("Overeenkomst getekend op"), required=False)
    agreement_until = Day(
        label=_("Overeenkomst loopt tot en met"), required=False, help_text=_("Leeg betekent: zonder einddatum.")
    )

    def __init__(self, data=None, *, initial=None):
        super().__init__(data, initial=initial)
        self.fields["regions"].choices = list(Region.objects.values_list("slug", "name"))

    @classmethod
    def of(cls, one: Coordinator, data=None) -> "PapersForm":
        known = {name: getattr(one, name) for name in PapersForm.base_fields if name != "regions"}
        return cls(data, initial=known | {"regions": [region.slug for region in one.regions.all()]})

    def clean_regions(self):
        return list(Region.objects.filter(slug__in=self.cleaned_data["regions"]))

    def clean(self):
        given = super().clean()
        first, last = given.get("agreement_on"), given.get("agreement_until")
        if first and last and last < first:
            self.add_error("agreement_until", _("De laatste dag ligt voor de eerste. Kijk de dagen nog eens na."))
        return given


class NewCoordinatorForm(PapersForm):
    """Somebody new: a name and the address to log in with. Phone and home address are not asked here."""

    numbers_allowed = ("login_email",)
    first_name = Line(label=_("Voornaam"), max_length=100)
    last_name = Line(label=_("Achternaam"), max_length=100)
    login_email = forms.EmailField(label=_("E-mailadres om in te loggen"))
    languages = Line(label=_("Talen en dialecten"), max_length=500, initial="Nederlands")
    field_order = ["first_name", "last_name", "login_email", "languages", "regions"]

    def __init__(self, data=None, *, initial=None):
        super().__init__(data, initial={"training": Training.IN_TRAINING} | (initial or {}))

    clean_languages = AboutMeForm.clean_languages


class TermsForm(HouseForm):
    """From a day on: how long a certificate is good, how long an offer waits, and what a conference pays."""

    valid_from = Day(label=_("Geldt vanaf"))
    certificate_years = forms.IntegerField(label=_("Een VOG geldt zoveel jaar"), min_value=1, max_value=10)
    answer_days = forms.IntegerField(label=_("Een voorstel wacht zoveel werkdagen"), min_value=1, max_value=30)
    urgent_hours = forms.IntegerField(
        label=_("Bij spoed zoveel uren"), min_value=1, max_value=48, help_text=_("De nacht telt niet mee.")
    )
    fee = Euros(
        label=_("Vergoeding per conferentie, in euro's"),
        help_text=_("Voor elke conferentie hetzelfde, hoe die ook afloopt."),
    )  # fmt: skip
    first_share = forms.IntegerField(
        label=_("Na een overdracht: deel voor de eerste, in procenten"), min_value=0, max_value=100,
        help_text=_("De tweede krijgt de rest. Samen is dat één vergoeding."),
    )  # fmt: skip
    km_rate = Euros(label=_("Reiskosten per kilometer, in euro's"), max_digits=4)


class CoachForm(HouseForm):
    """Which regiomanager coaches."""

    coach = Choices(label=_("Wie is de coach?"))

    def __init__(self, data, managers: list[Person], now: Person | None = None):
        super().__init__(data, initial={"coach": now and now.slug})
        self.people = {person.slug: person for person in managers}
        self.fields["coach"].choices = [(slug, person.get_full_name()) for slug, person in self.people.items()]

    def clean_coach(self):
        return self.people[self.cleaned_data["coach"]]
