"""The small forms of the plan: one agreement, one question, one part at a time."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.models import CircleMember, Mode
from kring.conference.access import Role
from kring.conference.models import CIRCLE, ROLES, VISITORS, Conference
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines, Several
from kring.plan.agreements import Agreement
from kring.plan.models import who_may_be_named
from kring.plan.naming import recognise

NOBODY_YET = ("", _("Iemand anders, of dat weten we nog niet"))


class Named(Choices):
    """One of the people who take part, or nobody yet; nobody is chosen beforehand (A86)."""

    def __init__(self, **kwargs):
        super().__init__(required=False, initial="", **kwargs)

    def offer(self, people) -> None:
        self.people = {person.slug: person for person in people}
        self.choices = [*((slug, person.get_full_name()) for slug, person in self.people.items()), NOBODY_YET]

    def clean(self, value):
        return self.people.get(super().clean(value))


def to_choose_from(conference: Conference, roles) -> list:
    """Who takes part in these roles, except who does so from afar and would rather not be seen."""
    afar = CircleMember.objects.filter(conference=conference, mode__in=(Mode.LETTER, Mode.VOICE, Mode.SPOKESPERSON))
    unseen = set(afar.filter(may_be_seen=False).values_list("person_id", flat=True))
    return [person for person in conference.people(*roles) if person.pk not in unseen]


class AgreementForm(HouseForm):
    """What, who and when; the rest may be left."""

    what = Lines(label=_("Wat spreken jullie af?"), rows=2, help_text=_("In jullie eigen woorden."))
    doer = Named(label=_("Wie doet dit?"))
    who = Line(label=_("Iemand anders? Schrijf de naam op"), max_length=1000, required=False)
    when = Line(
        label=_("Wanneer, of hoe vaak?"), max_length=1000, required=False, help_text=_("Bijvoorbeeld: elke ochtend.")
    )
    stand_in = Line(label=_("Wie neemt het over als het niet lukt?"), max_length=1000, required=False)
    watcher = Line(label=_("Wie let erop dat het goed gaat?"), max_length=1000, required=False)
    kind = Choices(
        label=_("Waar komt deze hulp vandaan?"), choices=Agreement.Kind.choices, initial=Agreement.Kind.OWN_CIRCLE
    )
    is_safety = forms.BooleanField(label=_("Dit is een afspraak over veiligheid"), required=False)

    MAIN = ("what", "doer", "who", "when")

    def __init__(self, data, conference: Conference, agreement: Agreement | None = None):
        self.conference = conference
        super().__init__(data, initial=self.of(agreement) if agreement else None)
        self.fields["doer"].offer(to_choose_from(conference, (*CIRCLE, *VISITORS)))

    @staticmethod
    def of(agreement: Agreement) -> dict:
        """What stands there now; a chosen person is not typed as well."""
        names = ("what", "who", "when", "stand_in", "watcher", "kind", "is_safety")
        return {name: getattr(agreement, name) for name in names} | (
            {"doer": agreement.doer.slug, "who": ""} if agreement.doer else {}
        )

    def main(self):
        return [self[name] for name in self.MAIN]

    def more(self):
        return [field for field in self.visible_fields() if field.name not in self.MAIN]

    def has_more(self) -> bool:
        """Is something filled in, or wrong, in what is folded away?"""
        default = (None, "", False, Agreement.Kind.OWN_CIRCLE)
        return any(field.errors or field.value() not in default for field in self.more())

    def clean(self):
        """The doer by name in the text, so that it stands alone; help of a professional is called that."""
        said = super().clean()
        doer = said["doer"] = said.get("doer") or recognise(said.get("who", ""), who_may_be_named(self.conference))
        said["who"] = said.get("who") or (doer.get_full_name() if doer else "")
        if doer in self.conference.people(*VISITORS):
            said["kind"] = Agreement.Kind.PROFESSIONAL
        return said


class HelpForm(HouseForm):
    """Help the circle asks for."""

    what = Lines(label=_("Welke hulp vragen jullie?"), rows=2)
    professional = Named(label=_("Van wie?"))
    of_whom = Line(label=_("Iemand anders? Schrijf op wie"), max_length=1000, required=False)
    by_when = Line(label=_("Voor wanneer?"), max_length=1000, required=False)
    keep_in_touch = Line(label=_("Hoe houden jullie contact?"), max_length=1000, required=False)

    def __init__(self, data, conference: Conference, help_asked=None):
        self.conference = conference
        super().__init__(data, initial=self.of(help_asked) if help_asked else None)
        self.fields["professional"].offer(to_choose_from(conference, VISITORS))

    @staticmethod
    def of(asked) -> dict:
        words = {name: getattr(asked, name) for name in ("what", "of_whom", "by_when", "keep_in_touch")}
        return words | ({"professional": asked.professional.slug, "of_whom": ""} if asked.professional else {})

    def clean(self):
        said = super().clean()
        whom = said.get("professional") or recognise(said.get("of_whom", ""), self.conference.people(*VISITORS))
        said["professional"] = whom
        said["of_whom"] = said.get("of_whom") or (whom.get_full_name() if whom else "")
        return said


class HowMetForm(HouseForm):
    how = Lines(label=_("Hoe zorgt jullie plan hiervoor?"), required=False)


class TitleForm(HouseForm):
    title = Line(label=_("Hoe heet jullie plan?"), required=False, help_text=_("Bijvoorbeeld: Samen naar school."))
    is_family_group_plan = forms.BooleanField(
        label=_("Zet eronder: familiegroepsplan (artikel 1.1 Jeugdwet)"),
        required=False,
        help_text=_("Zo noemt de wet een plan van een familie rond kinderen. Instanties kennen dat woord."),
    )

    def __init__(self, data=None, *, initial=None, has_minors: bool = False):
        super().__init__(data, initial=initial)
        if not has_minors:
            del self.fields["is_family_group_plan"]


class ProgressForm(HouseForm):
    progress_on = Day(label=_("Wanneer praten jullie over hoe het gaat?"), required=False)
    progress_where = Line(label=_("Waar, en met wie?"), max_length=1000, required=False)
    progress_planner = Line(label=_("Nog geen datum? Wie plant het?"), max_length=1000, required=False)


class InitiativeForm(HouseForm):
    initiator = Line(
        label=_("Wie roept de kring weer bij elkaar?"),
        max_length=1000,
        required=False,
        help_text=_("Iemand van jullie zelf."),
    )
    who_on_change = Line(label=_("Wie komen er dan?"), max_length=1000, required=False)
    contact = Line(label=_("Met wie praten professionals?"), max_length=1000, required=False)


class OtherwiseForm(HouseForm):
    otherwise = Lines(label=_("Wat doen jullie als het anders loopt?"), required=False, rows=4)


PARTS = {"titel": TitleForm, "voortgang": ProgressForm, "initiatief": InitiativeForm, "anders": OtherwiseForm}


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
    """Which outsiders may read the plan from now on."""

    roles = Several(
        label=_("Wie mag het plan lezen?"),
        choices=[(role.value, ROLES[role]) for role in (Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR)],
        help_text=_("Jullie kunnen dit later weer veranderen bij «Wie mag wat zien»."),
    )

    def clean_roles(self):
        return [Role(role) for role in self.cleaned_data["roles"]]
