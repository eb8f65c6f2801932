"""The forms of this room: somebody to ask, who is invited now, and another address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import RELATIONS, Hat, Relation
from kring.foundation import tongues
from kring.foundation.forms import Choices, HouseForm, Line, Lines
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
    relation = Choices(
        label=_("Wat is deze persoon voor jullie?"), choices=RELATIONS.choices, initial=Relation.FAMILY.value
    )
    hat = Choices(
        label=_("Hoe komt deze persoon?"), choices=Hat, required=False,
        help_text=_("Wie bij de kring hoort, denkt mee tot het plan er is. Een professional vertelt eerst wat."),
    )  # fmt: skip
    works_at = Line(label=_("Waar werkt deze persoon?"), required=False, help_text=_("Alleen voor een professional."))
    language = Choices(label=_("In welke taal schrijven we?"), choices=tongues.choices(), initial="nl")

    field_order = ("name", "relation", "hat", "works_at", "channel", "reach", "language")

    @classmethod
    def of(cls, member, data) -> "SomeoneForm":
        return cls(data, initial={name: getattr(member, name) for name in cls.base_fields})

    @property
    def reach_is_wrong(self) -> bool:
        """Then the folded part must stand open."""
        return any(name in self.errors for name in ("channel", "reach", "language"))


class AgainForm(ReachFields):
    """Somebody who asked to be left alone calls, and may be asked again."""

    name = Line(label=_("Hoe heet deze persoon?"), max_length=100)
    asked = forms.BooleanField(label=_("Deze persoon vroeg het zelf. Ik heb het nummer teruggebeld."))

    field_order = ("name", "channel", "reach", "asked")

    def __init__(self, data):
        super().__init__(data)
        self.fields["reach"].required, self.fields["reach"].help_text = True, ""


class MoveForm(ReachFields):
    """Another number or address for somebody who is invited already."""

    def __init__(self, data, member):
        super().__init__(data, initial={"channel": member.channel, "reach": member.reach})
        self.fields["reach"].required = True
        self.fields["reach"].help_text = ""
