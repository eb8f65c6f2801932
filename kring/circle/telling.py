"""Telling how it stands with somebody: in warm words for the family, in short ones for the desk."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy, ngettext

from kring.circle.kinds import Mode

WARM = {
    "seated": gettext_lazy("{name} stelt voorwaarden aan het plan"),
    "left_out": gettext_lazy("{name}: liever niet"),
    "to_decide": gettext_lazy("{name}: jij beslist nog"),
    "named": gettext_lazy("{name}: nog niet gevraagd"),
    "invited": gettext_lazy("{name} is gevraagd"),
    Mode.IN_PERSON: gettext_lazy("{name} komt"),
    Mode.BY_PHONE: gettext_lazy("{name} doet mee per telefoon"),
    Mode.BY_VIDEO: gettext_lazy("{name} doet mee met beeldbellen"),
    Mode.LETTER: gettext_lazy("{name} schrijft een brief"),
    Mode.VOICE: gettext_lazy("{name} spreekt een boodschap in"),
    Mode.SPOKESPERSON: gettext_lazy("Iemand spreekt voor {name}"),
    Mode.NOT: gettext_lazy("{name} doet nu niet mee"),
}
SHORT = {
    "seated": gettext_lazy("nog geen antwoord"),
    "left_out": gettext_lazy("toch niet gevraagd"),
    "to_decide": gettext_lazy("wacht op ja van de hoofdpersoon"),
    "named": gettext_lazy("kan uitgenodigd worden"),
    "no_reach": gettext_lazy("nog geen nummer of adres"),
    "invited": gettext_lazy("nog geen antwoord"),
    Mode.IN_PERSON: gettext_lazy("komt"),
    Mode.BY_PHONE: gettext_lazy("per telefoon"),
    Mode.BY_VIDEO: gettext_lazy("met beeldbellen"),
    Mode.LETTER: gettext_lazy("schrijft een brief"),
    Mode.VOICE: gettext_lazy("spreekt iets in"),
    Mode.SPOKESPERSON: gettext_lazy("iemand spreekt namens"),
    Mode.NOT: gettext_lazy("doet niet mee"),
}


def standing(member) -> str:
    """How far it is with somebody, as a word of the program."""
    if member.pk is None:
        return "seated"
    if member.has_answered:
        return member.mode
    if member.is_invited:
        return "invited"
    if member.left_out_at:
        return "left_out"
    return "named" if member.is_agreed else "to_decide"


def warmly(member) -> str:
    """«Oma Fatma komt». The name stands apart, whatever its script."""
    return format_html(WARM[standing(member)], name=apart(member.name))


def shortly(member) -> str:
    known = standing(member)
    return SHORT["no_reach" if known == "named" and not member.reach else known]


def apart(name: str) -> str:
    """A name with its own reading direction."""
    return format_html("<bdi>{}</bdi>", name)


def how_many(number: int) -> str:
    return ngettext("%(number)s persoon", "%(number)s mensen", number) % {"number": number}


def and_others(number: int) -> str:
    """Those who come and would rather not be named."""
    if not number:
        return ""
    words = ngettext(
        "En nog iemand, die liever niet genoemd wordt.",
        "En nog %(number)s mensen, die liever niet genoemd worden.",
        number,
    )
    return words % {"number": number}
