"""The forms of a question before the day: asking, answering, and naming somebody who knows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Hat, Relation
from kring.circle.models import CircleMember
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference
from kring.foundation.forms import Choices, HouseForm, Line, Lines
from kring.people.models import Channel
from kring.preparation.early_questions import EarlyQuestion

SOMEBODY = "somebody"


class AskForm(HouseForm):
    """To one of the professionals, or a wish for somebody who can tell about it."""

    of_whom = Choices(label=_("Aan wie?"))
    text = Lines(label=_("Wat wil je weten?"), rows=3, max_length=1000)
    shows_asker = forms.BooleanField(
        label=_("Mijn naam mag erbij"), required=False,
        help_text=_("Geen vinkje? Dan ziet niemand wie dit vroeg."),
    )  # fmt: skip

    def __init__(self, data, conference: Conference):
        self.people = {person.slug: person for person in conference.people(*VISITORS)}
        super().__init__(data, initial={"of_whom": next(iter(self.people), SOMEBODY)})
        known = [(slug, f"{one}, {one.works_at}".rstrip(", ")) for slug, one in self.people.items()]
        self.fields["of_whom"].choices = [*known, (SOMEBODY, _("iemand anders, die hier iets van weet"))]

    def clean_of_whom(self):
        return self.people.get(self.cleaned_data["of_whom"])


class AnswerCircleForm(HouseForm):
    """What the professional says; empty is: on the day."""

    answer = Lines(
        label=_("Uw antwoord"), rows=4, required=False,
        help_text=_("De kring leest dit. Leeg laten mag ook: dan vertelt u het op de dag."),
    )  # fmt: skip


class NameSomebodyForm(HouseForm):
    """Who can come to tell about it; the main person says whether they are asked."""

    name = Line(label=_("Naam"), max_length=100)
    works_at = Line(label=_("Organisatie"))
    channel = Choices(label=_("Hoe bereiken we deze persoon?"), choices=Channel, initial=Channel.PHONE.value)
    reach = Line(label=_("Telefoonnummer, e-mail of adres"), required=False)
    numbers_allowed = ("reach",)

    def name_somebody(self, wish: EarlyQuestion, *, by: Hand) -> bool:
        def verb(*, by, **about):
            known = {"hat": Hat.PROFESSIONAL, "relation": Relation.HELPER}
            member = CircleMember.name_someone(wish.conference, by=by, **known, **about)
            wish.becomes(member, by=by)
            return member

        return self.carry(verb, by=by)
