"""The forms of safety: a flag, that somebody was asked alone, why it can be done, arriving apart, and the last step."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.alone import SafetyTalk
from kring.circle.safety import SafetyNote
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.forms import Choices, Day, HouseForm, Lines


def by_slug(rows) -> dict:
    return {row.slug: row for row in rows}


class SafetyForm(HouseForm):
    """A flag without a story."""

    about = Choices(label=_("Over wie?"), help_text=_("Vraag het aan iedereen apart, als er niemand bij is."))
    flag = Choices(label=_("Waar letten we op?"), choices=SafetyNote.Flag)
    apart_from = Choices(
        label=_("Met wie niet?"), required=False, help_text=_("Bij «niet samen» en «contactverbod», als u het weet.")
    )
    arrangement = Lines(
        label=_("Wat spreken we af?"), required=False, rows=2, max_length=500,
        help_text=_("Geen verhaal, alleen de afspraak. Bijvoorbeeld: komt een kwartier later, door de achterdeur."),
    )  # fmt: skip

    def __init__(self, data, conference: Conference):
        super().__init__(data)
        people = SafetyNote.people(conference)
        seated = {person.pk for person in people}
        members = [member for member in conference.members.all() if member.person_id not in seated]
        self.people, self.others = by_slug(people), by_slug([*people, *members])
        self.fields["about"].choices = [(person.slug, person.get_full_name()) for person in people]
        self.fields["apart_from"].choices = [(slug, str(other)) for slug, other in self.others.items()]

    def clean_about(self):
        return self.people[self.cleaned_data["about"]]

    def clean_apart_from(self):
        return self.others.get(self.cleaned_data["apart_from"])


class AskedAloneForm(HouseForm):
    """That somebody was asked; not what they said."""

    person = Choices(label=_("Aan wie vroeg u het?"))
    on = Day(label=_("Wanneer?"))
    alone = forms.BooleanField(label=_("Er was niemand anders bij, en niemand luisterde mee."), required=False)

    def __init__(self, data, conference: Conference):
        self.people = by_slug(SafetyTalk.unasked(conference))
        super().__init__(data, initial={"on": timezone.localdate()})
        self.fields["person"].choices = [(slug, person.get_full_name()) for slug, person in self.people.items()]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]

    def clean_on(self):
        if self.cleaned_data["on"] > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen."))
        return self.cleaned_data["on"]


class SignForm(HouseForm):
    """Why it can be done like this after all."""

    why = Lines(label=_("Zo kan het, want …"), rows=3, max_length=500)


class ArriveForm(HouseForm):
    """Another hour or another door, for one person."""

    person = Choices(label=_("Wie?"))
    at = forms.TimeField(
        label=_("Hoe laat komt deze persoon binnen?"), required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )  # fmt: skip
    how = Lines(
        label=_("Langs welke kant, en wie staat er?"), required=False, rows=2, max_length=300,
        help_text=_("Alleen deze persoon leest dit. Schrijf geen namen van anderen op."),
    )  # fmt: skip

    def __init__(self, data, conference: Conference):
        super().__init__(data)
        self.people = by_slug(conference.people(*(CIRCLE | VISITORS)))
        self.fields["person"].choices = [(slug, person.get_full_name()) for slug, person in self.people.items()]

    def clean_person(self):
        return self.people[self.cleaned_data["person"]]


class ExclusionForm(HouseForm):
    """The last step: other ways were offered, and the main person was heard."""

    member = Choices(label=_("Wie?"))
    offered = Lines(
        label=_("Welke andere manieren heeft u aangeboden?"), rows=2, max_length=500,
        help_text=_("Bellen, beeldbellen, een brief, een opname, of iemand die voor deze persoon spreekt."),
    )  # fmt: skip
    consulted_on = Day(label=_("Wanneer sprak u er met de hoofdpersoon over?"))
    reason = Lines(label=_("Waarom kan het niet anders?"), rows=3, max_length=500)

    def __init__(self, data, conference: Conference):
        super().__init__(data)
        invited = conference.members.expected().exclude(person=None).filter(exclusion=None)
        self.members = by_slug(invited)
        self.fields["member"].choices = [(slug, member.name) for slug, member in self.members.items()]

    def clean_member(self):
        return self.members[self.cleaned_data["member"]]
