"""The forms of this room: somebody to ask, who is invited now, an answer, and what to look out for."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Aid, Hat, Mode, Relation
from kring.circle.safety import SafetyNote
from kring.foundation.forms import Choices, HouseForm, Line, Lines, Several
from kring.people.models import Channel


class ReachFields(HouseForm):
    """One way to reach somebody."""

    numbers_allowed = ("reach",)

    channel = Choices(label=_("Hoe bereiken we deze persoon?"), choices=Channel, initial=Channel.PHONE.value)
    reach = Lines(
        label=_("Telefoonnummer, e-mail of adres"), rows=2, max_length=300, required=False,
        help_text=_("Weet je het nu niet? Dan kan het later."),
    )  # fmt: skip


class SomeoneForm(ReachFields):
    """Somebody around. Nothing more is asked before their own yes (4.3)."""

    name = Line(label=_("Hoe heet deze persoon?"), max_length=100, help_text=_("Een roepnaam is genoeg: «Oom Karel»."))
    relation = Choices(label=_("Wat is deze persoon voor jullie?"), choices=Relation, initial=Relation.FAMILY.value)
    hat = Choices(
        label=_("Hoe komt deze persoon?"), choices=Hat, required=False,
        help_text=_("Wie bij de kring hoort, denkt mee tot het plan er is. Een professional vertelt eerst wat."),
    )  # fmt: skip
    works_at = Line(label=_("Waar werkt deze persoon?"), required=False, help_text=_("Alleen voor een professional."))
    language = Choices(label=_("In welke taal schrijven we?"), choices=settings.LANGUAGES, initial="nl")

    field_order = ("name", "relation", "hat", "works_at", "channel", "reach", "language")

    @classmethod
    def of(cls, member, data) -> "SomeoneForm":
        return cls(data, initial={name: getattr(member, name) for name in cls.base_fields})

    @property
    def reach_is_wrong(self) -> bool:
        """Then the folded part must stand open."""
        return any(name in self.errors for name in ("channel", "reach", "language"))


class MoveForm(ReachFields):
    """Another number or address for somebody who is invited already."""

    def __init__(self, data, member):
        super().__init__(data, initial={"channel": member.channel, "reach": member.reach})
        self.fields["reach"].required = True
        self.fields["reach"].help_text = ""


class InviteForm(HouseForm):
    """Who gets the invitation now; everybody who can be reached, unless somebody is taken off."""

    who = Several(label=_("Wie krijgt nu een uitnodiging?"))

    def __init__(self, data, members: list):
        self.members = {member.slug: member for member in members}
        super().__init__(data, initial={"who": list(self.members)})
        self.fields["who"].choices = [
            (member.slug, f"{member.name} ({member.get_channel_display()})") for member in members
        ]

    @property
    def chosen(self) -> list:
        return [self.members[slug] for slug in self.cleaned_data["who"]]


class AnswerForm(HouseForm):
    """One tap: yes, otherwise or no."""

    mode = forms.ChoiceField(choices=Mode, label=_("Doe je mee?"))


class DetailsForm(HouseForm):
    """What is needed to come; all of it may stay empty."""

    aids = Several(label=_("Wat heb je nodig om erbij te kunnen zijn?"), choices=Aid, required=False)
    needs = Lines(
        label=_("Wil je er iets bij zeggen?"), required=False, rows=2, max_length=500,
        help_text=_("Bijvoorbeeld welke taal, wat je niet eet, of hoeveel kinderen er meekomen."),
    )  # fmt: skip
    may_be_seen = forms.BooleanField(label=_("De anderen mogen weten dat ik kom."), required=False)

    @classmethod
    def of(cls, member, data) -> "DetailsForm":
        known = {"aids": member.chosen_aids, "needs": member.needs, "may_be_seen": member.may_be_seen}
        form = cls(data, initial=known)
        if member.is_professional:
            form.fields["may_be_seen"].widget = forms.HiddenInput()
            form.fields["aids"].label = _("Wat heeft u nodig om erbij te kunnen zijn?")
            form.fields["needs"].label, form.fields["needs"].help_text = _("Wilt u er iets bij zeggen?"), ""
        return form


class SafetyForm(HouseForm):
    """A flag without a story."""

    about = Choices(label=_("Over wie?"), help_text=_("Vraag het aan iedereen apart, als er niemand bij is."))
    flag = Choices(label=_("Waar letten we op?"), choices=SafetyNote.Flag)
    arrangement = Lines(
        label=_("Wat spreken we af?"), required=False, rows=2, max_length=500,
        help_text=_("Geen verhaal, alleen de afspraak. Bijvoorbeeld: komt een kwartier later, door de achterdeur."),
    )  # fmt: skip

    def __init__(self, data, people: list):
        super().__init__(data)
        self.people = {person.slug: person for person in people}
        self.fields["about"].choices = [(person.slug, person.get_full_name()) for person in people]

    def clean_about(self):
        return self.people[self.cleaned_data["about"]]
