"""The forms of answering: one tap, and what is needed to be there."""

from dataclasses import asdict, fields

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Aid, Mode
from kring.circle.needing import Particulars, Wish
from kring.foundation.forms import Choices, HouseForm, Line, Lines, Several

OWN, SHARED = "own", "shared"


class AnswerForm(HouseForm):
    """One tap: yes, otherwise or no."""

    mode = forms.ChoiceField(choices=Mode, label=_("Doe je mee?"))


class DetailsForm(HouseForm):
    """What is needed to come; all of it may stay empty."""

    aids = Several(label=_("Wat heb je nodig om erbij te kunnen zijn?"), choices=Aid, required=False)
    tongue = Line(
        label=_("Een tolk voor welke taal?"), required=False, max_length=60,
        help_text=_("Gebarentaal is ook een taal."),
    )  # fmt: skip
    dialect = Line(
        label=_("Welk dialect, of uit welke streek?"), required=False, max_length=60,
        help_text=_("Bijvoorbeeld Tarifit, of Marokkaans-Arabisch."),
    )  # fmt: skip
    interpreter = Choices(label=_("Wie tolkt het liefst?"), choices=Wish, required=False)
    brought_interpreter = Line(
        label=_("Neem je zelf iemand mee die tolkt? Wie?"), required=False, max_length=100,
        help_text=_("Liever geen kind. Ook een kind dat goed Nederlands spreekt, moet hier gewoon kind zijn."),
    )  # fmt: skip
    eats_no = Line(label=_("Wat eet of drink je niet?"), required=False, max_length=200)
    brought_by = Line(label=_("Wie brengt je, of met wie kom je mee?"), required=False, max_length=100)
    needs = Lines(
        label=_("Wil je er iets bij zeggen?"), required=False, rows=2, max_length=500,
        help_text=_("Bijvoorbeeld hoeveel kinderen er meekomen."),
    )  # fmt: skip
    phone = Choices(
        label=_("Is dit je eigen telefoon?"), required=False,
        choices=[(OWN, _("ja")), (SHARED, _("nee, anderen gebruiken hem ook"))],
        help_text=_("Deel je hem, dan vragen we bij je link eerst je voornaam."),
    )  # fmt: skip
    may_be_seen = forms.BooleanField(label=_("De anderen mogen weten dat ik kom."), required=False)

    PARTICULARS = tuple(field.name for field in fields(Particulars))

    @classmethod
    def of(cls, member, data) -> "DetailsForm":
        known = {"aids": member.chosen_aids, "needs": member.needs, "may_be_seen": member.may_be_seen}
        known["phone"] = SHARED if member.person.shares_phone else ""
        form = cls(data, initial=known | asdict(Particulars.read(member.particulars)))
        if member.is_professional:
            form._speak_formally()
        return form

    def _speak_formally(self) -> None:
        """At work nobody is asked who may see them, or whose phone it is."""
        for name in ("phone", "may_be_seen", "brought_interpreter", "brought_by"):
            del self.fields[name]
        self.fields["aids"].label = _("Wat heeft u nodig om erbij te kunnen zijn?")
        self.fields["eats_no"].label = _("Wat eet of drinkt u niet?")
        self.fields["needs"].label, self.fields["needs"].help_text = _("Wilt u er iets bij zeggen?"), ""

    def clean(self):
        """The particulars travel together."""
        cleaned = super().clean()
        said = {name: cleaned.pop(name, "") for name in self.PARTICULARS}
        return cleaned | {"particulars": Particulars(**said)}

    @property
    def folded(self) -> dict:
        """Which questions belong together on the page."""
        names = {
            "interpreter": ("tongue", "dialect", "interpreter", "brought_interpreter"),
            "rest": ("eats_no", "brought_by", "needs", "phone", "may_be_seen"),
        }
        return {part: [self[name] for name in of if name in self.fields] for part, of in names.items()}
