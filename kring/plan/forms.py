"""The small forms of the plan: one agreement, or one question for help, at a time."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.models import CircleMember, Mode
from kring.circle.sides import people_seen_by
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines
from kring.people.models import Person
from kring.plan.agreements import Agreement
from kring.plan.models import who_may_be_named
from kring.plan.naming import recognise

NOBODY_YET = ("", _("Iemand anders, of dat weten we nog niet"))
FOR_ALL = ("", _("Voor allemaal"))


class Named(Choices):
    """One of the people who take part, or nobody yet; nobody is chosen beforehand (A86)."""

    def __init__(self, **kwargs):
        super().__init__(required=False, initial="", **kwargs)

    def offer(self, people, nobody=NOBODY_YET) -> None:
        self.people = {person.slug: person for person in people}
        self.choices = [*((slug, person.get_full_name()) for slug, person in self.people.items()), nobody]

    def clean(self, value):
        return self.people.get(super().clean(value))


def to_choose_from(conference: Conference, viewer: Person, roles) -> list[Person]:
    """Whom this viewer may know of, except who takes part from afar and would rather not be seen."""
    afar = CircleMember.objects.filter(conference=conference, mode__in=(Mode.LETTER, Mode.VOICE, Mode.SPOKESPERSON))
    unseen = set(afar.filter(may_be_seen=False).values_list("person_id", flat=True))
    return [person for person in people_seen_by(conference, viewer, *roles) if person.pk not in unseen]


class AgreementForm(HouseForm):
    """What, who and when; the rest may be left."""

    what = Lines(label=_("Wat spreken jullie af?"), rows=2, help_text=_("In jullie eigen woorden."))
    doer = Named(label=_("Wie doet dit?"))
    who = Line(label=_("Iemand anders? Schrijf de naam op"), max_length=1000, required=False)
    when = Line(
        label=_("Wanneer, of hoe vaak?"), max_length=1000, required=False, help_text=_("Bijvoorbeeld: elke ochtend.")
    )
    for_whom = Named(label=_("Voor wie vooral?"))
    stand_in = Line(label=_("Wie neemt het over als het niet lukt?"), max_length=1000, required=False)
    watcher = Line(
        label=_("Wie let erop dat het goed gaat?"),
        max_length=1000,
        required=False,
        help_text=_("Het liefst iemand van jullie zelf."),
    )
    starts_on = Day(label=_("Vanaf welke dag?"), required=False)
    until_on = Day(label=_("Tot en met welke dag?"), required=False)
    kind = Choices(
        label=_("Waar komt deze hulp vandaan?"), choices=Agreement.Kind.choices, initial=Agreement.Kind.OWN_CIRCLE
    )
    is_safety = forms.BooleanField(label=_("Dit is een afspraak over veiligheid"), required=False)

    MAIN = ("what", "doer", "who", "when")

    def __init__(self, data, conference: Conference, viewer: Person, agreement: Agreement | None = None):
        self.conference = conference
        people = to_choose_from(conference, viewer, (*CIRCLE, *VISITORS))
        super().__init__(data, initial=self.of(agreement, people) if agreement else None)
        self.fields["doer"].offer(people)
        known = [person for person in conference.main_people if person in people]
        self.fields["for_whom"].offer(known, nobody=FOR_ALL)
        if len(known) < 2 or (agreement and agreement.for_whom and agreement.for_whom not in known):
            del self.fields["for_whom"]  # what it says already stays

    @staticmethod
    def of(agreement: Agreement, people: list[Person]) -> dict:
        """What stands there now. A chosen person is not typed as well, unless this viewer cannot choose them."""
        names = ("what", "who", "when", "starts_on", "until_on", "stand_in", "watcher", "kind", "is_safety")
        words = {name: getattr(agreement, name) for name in names}
        words["for_whom"] = agreement.for_whom.slug if agreement.for_whom else ""
        return words | ({"doer": agreement.doer.slug, "who": ""} if agreement.doer in people else {})

    def main(self):
        return [self[name] for name in self.MAIN]

    def more(self):
        return [field for field in self.visible_fields() if field.name not in (*self.MAIN, "sure")]

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

    def __init__(self, data, conference: Conference, viewer: Person, help_asked=None):
        self.conference = conference
        people = to_choose_from(conference, viewer, VISITORS)
        super().__init__(data, initial=self.of(help_asked, people) if help_asked else None)
        self.fields["professional"].offer(people)

    @staticmethod
    def of(asked, people: list[Person]) -> dict:
        words = {name: getattr(asked, name) for name in ("what", "of_whom", "by_when", "keep_in_touch")}
        is_known = asked.professional in people
        return words | ({"professional": asked.professional.slug, "of_whom": ""} if is_known else {})

    def clean(self):
        said = super().clean()
        whom = said.get("professional") or recognise(said.get("of_whom", ""), self.conference.people(*VISITORS))
        said["professional"] = whom
        said["of_whom"] = said.get("of_whom") or (whom.get_full_name() if whom else "")
        return said
