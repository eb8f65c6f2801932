"""The forms of inviting: who is asked now, how and in which language, and what a main person adds to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Way
from kring.circle.picturing import Drawing
from kring.foundation import tongues
from kring.foundation.channels import takes_sms
from kring.foundation.forms import Choices, HouseForm, Lines, Several
from kring.people.models import Channel

LONGEST = 600  # a few lines, read before the question


class InviteForm(HouseForm):
    """Who gets the invitation now, each in a way and a language of their own; one who cannot be reached gets a card."""

    who = Several(label=_("Wie krijgt nu een uitnodiging?"))

    def __init__(self, data, members: list):
        self.members = {member.slug: member for member in members}
        super().__init__(data, initial={"who": [member.slug for member in members if member.reach]})
        self.fields["who"].choices = [(member.slug, member.name) for member in members]
        for member in members:
            self._ask_about(member)

    def _ask_about(self, member) -> None:
        names = {"name": member.name}
        self.fields[f"how_{member.slug}"] = forms.ChoiceField(
            choices=ways_to(member),
            required=False,
            initial=member.way or member.channel,
            label=_("%(name)s: hoe") % names,
        )
        self.fields[f"language_{member.slug}"] = forms.ChoiceField(
            choices=tongues.choices(), required=False, initial=member.language, label=_("%(name)s: taal") % names
        )
        if not member.is_professional:
            self.fields[f"child_{member.slug}"] = forms.BooleanField(
                label=_("brief voor een kind"), required=False, initial=member.for_a_child
            )

    @property
    def rows(self) -> list[dict]:
        ticks = {tick.data["value"]: tick for tick in self["who"]}
        return [
            {"member": member, "tick": ticks[slug], "how": self[f"how_{slug}"], "language": self[f"language_{slug}"]}
            | ({"child": self[f"child_{slug}"]} if f"child_{slug}" in self.fields else {})
            for slug, member in self.members.items()
        ]

    @property
    def chosen(self) -> list:
        """Who was ticked, with the way, the language and the letter that were chosen for each."""
        members = [self.members[slug] for slug in self.cleaned_data["who"]]
        for member in members:
            member.language = self.cleaned_data[f"language_{member.slug}"] or member.language
            member.for_a_child = self.cleaned_data.get(f"child_{member.slug}", False)
            choose_way(member, self.cleaned_data[f"how_{member.slug}"])
        return members


def ways_to(member) -> list[tuple[str, str]]:
    """How the invitation can reach somebody with what we know."""
    number = [Channel.PHONE, Way.APP] + ([Channel.SMS] if takes_sms(member.reach) else [])
    known = {Channel.MAIL: [Channel.MAIL], Channel.LETTER: [Channel.LETTER]}.get(member.channel, number)
    return [(way.value, way.label) for way in [*(known if member.reach else []), Way.CARD]]


def choose_way(member, how: str) -> None:
    if how in Way.values:
        member.way = how
        member.channel = Channel.PHONE if how == Way.APP else member.channel
    elif how:
        member.way, member.channel = "", how


class WordsForm(HouseForm):
    """A few lines of a main person, above the fixed text of the invitation."""

    text = Lines(
        label=_("Wil je er zelf iets bij zeggen?"), required=False, rows=5, max_length=LONGEST,
        help_text=_("Bijvoorbeeld waarom je het fijn vindt als iemand komt. Het mag leeg blijven."),
    )  # fmt: skip


class PictureForm(HouseForm):
    """A photo of one's own, or one of our drawings."""

    photo = forms.FileField(
        label=_("Stuur een foto of een tekening"), required=False,
        help_text=_("Hooguit 8 MB. Staan er anderen op? Vraag of zij het goed vinden."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )  # fmt: skip
    drawing = Choices(label=_("Of kies een tekening van ons"), choices=Drawing, required=False)

    def __init__(self, data, files, chosen: str = ""):
        super().__init__(data, files, initial={"drawing": chosen})
        self.fields["photo"].error_messages["empty"] = _("In dit bestand zit niets. Kies een ander.")

    @property
    def drawings(self) -> list[dict]:
        return [{"tick": tick, "drawing": Drawing(tick.data["value"])} for tick in self["drawing"]]
