"""The small forms of the public site: to be called back, and «is dit iets voor mij?»."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, HouseForm, Line, Phone
from kring.referral.request_forms import OnceForm


class EnquiryForm(OnceForm):
    """«Ik wil eerst praten»: a name and a number, nothing about the situation (A36)."""

    first_name = Line(label=_("Uw voornaam"), max_length=100, autocomplete="given-name")
    phone = Phone(label=_("Uw telefoonnummer"), help_text=_("Een nummer uit een ander land mag ook."))
    good_times = Line(label=_("Wanneer kunnen we bellen?"), required=False, help_text=_("Bijvoorbeeld: ’s avonds."))
    language = Line(label=_("Welke taal spreekt u het liefst?"), required=False, max_length=60)
    numbers_allowed = ("phone", "form_token")


ABOUT = {
    "children": _("Kinderen of jongeren"),
    "myself": _("Mijzelf: ziek zijn, ouder worden, alleen zijn"),
    "money": _("Geld, werk of wonen"),
    "other": _("Iets anders, of dat zeg ik liever niet"),
}
PEOPLE = {
    "many": _("Ja, een paar of meer"),
    "quarrel": _("Ja, maar er is ruzie"),
    "nobody": _("Nee, ik heb niemand"),
    "unknown": _("Dat weet ik niet"),
}
HARD = {
    "yes": _("Ja, er speelt heel veel tegelijk"),
    "no": _("Nee, het is eigenlijk één ding"),
    "unknown": _("Dat weet ik niet"),
}
DECIDED = {
    "nothing": _("Nee, er is nog niets besloten"),
    "soon": _("Nog niet, maar er komt iets aan"),
    "done": _("Ja, er is al iets besloten"),
    "unknown": _("Dat weet ik niet"),
}


class ForMeForm(HouseForm):
    """«Is dit iets voor mij?»: four questions, each may stay open; there is no wrong answer (B20, B24, B10)."""

    about = Choices(label=_("Waar gaat het over?"), choices=ABOUT.items(), required=False)
    people = Choices(label=_("Zijn er mensen om je heen?"), choices=PEOPLE.items(), required=False)
    hard = Choices(label=_("Is het ingewikkeld?"), choices=HARD.items(), required=False)
    decided = Choices(label=_("Heeft iemand anders er al iets over besloten?"), choices=DECIDED.items(), required=False)


class AnbiForm(HouseForm):
    """What the office says about one of the papers."""

    text = forms.CharField(label=_("Tekst"), required=False, max_length=20_000, widget=forms.Textarea({"rows": 12}))
    link = Line(label=_("Adres van het hele stuk"), required=False, max_length=300, help_text=_("Begint met https://"))
    numbers_allowed = ("text", "link")
