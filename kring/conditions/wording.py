"""A look at the wording of a condition: gentle remarks that change no word, and what would hide it from somebody."""

import re

from django.utils.translation import gettext_lazy as _

from kring.conditions.refusals import NotForAll

PAIR = re.compile(r"([\w’']+),? en ([\w’']+)")
BELONG = {"dag en nacht", "eten en drinken", "vader en moeder", "moeder en vader", "ouders en kinderen", "af en toe"}
SOLUTION = re.compile(
    r"\b(pleeggezin|pleegzorg|uit huis|uithuisplaatsing|internaat|instelling|kliniek|opname|opgenomen|therapie|"
    r"behandeling|behandelaar|medicijnen|medicatie|training|cursus|bewindvoering|bewindvoerder|begeleid wonen|"
    r"gezinscoach|hulpverlener|hulpverlening|hulp accepteren|accepteert hulp|gaat wonen bij|verhuist naar)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(voldoende|genoeg|beter|vaker|minder|zoveel mogelijk|zo veel mogelijk|waar nodig|structureel|adequaat|"
    r"stabiel|stabiele|rust en regelmaat|regelmatig|binnenkort|tijdig|passend|passende|goed genoeg|meewerken|"
    r"werkt mee|openstaan|staat open|zet zich in|inzetten|probeert|proberen|gemotiveerd|inzicht)\b",
    re.IGNORECASE,
)
CARE_PRODUCT = re.compile(
    r"\b(triple p|families first|signs of safety|emdr|mst|mdft|mbt|fft|iag|ipt|ambulante (?:spoed)?hulp|spoedhulp|"
    r"wraparound|boddaert|pcit|vipp(?:-sd)?|fact(?:-team)?|bemoeizorg|dagbehandeling|naschoolse dagopvang|"
    r"veiligheidsplan|agressieregulatie|opvoedondersteuning|videohometraining)\b",
    re.IGNORECASE,
)
HIDES = re.compile(
    r"\b(?:alleen|uitsluitend) voor (?:de )?(?:betrokken )?(?:professionals?|hulpverleners?|collega['’]?s)\b"
    r"|\bniet (?:bestemd )?voor (?:de )?(?:familie|kring|genodigden|ouders|cliënt|hoofdpersoon)\b"
    r"|\bniet (?:laten lezen|delen met|voorlezen)\b|\bvertrouwelijk\b",
    re.IGNORECASE,
)


def remarks(text: str) -> list:
    """What the professional could think over once more; never a reason to refuse."""
    found = []
    if says_two_things(text):
        found.append(_("Staan hier twee dingen in? Zet ze liever apart. Dan is elk apart te toetsen."))
    if SOLUTION.search(text):
        found.append(_("Dit lijkt op een oplossing. Wat moet er zijn, hoe de kring het ook regelt?"))
    if vague := VAGUE.search(text):
        found.append(_("«%(word)s»: waaraan ziet iedereen straks dat het zo is?") % {"word": vague[0]})
    if product := CARE_PRODUCT.search(text):
        about = {"word": product[0]}
        found.append(_("«%(word)s» is de naam van een hulpaanbod. De kring kiest zelf welke hulp.") % about)
    return found


def says_two_things(text: str) -> bool:
    """«En» between two names, or in a pair that belongs together, is one thing."""
    if ";" in text or re.search(r"[.?!]\s+\w+\s+\w+", text.strip().rstrip(".?!")):
        return True
    pairs = [found for found in PAIR.finditer(text) if found[0].casefold() not in BELONG]
    return any(not (one[1][0].isupper() and one[2][0].isupper()) for one in pairs)


def refuse_hidden(*texts: str, field: str = "text") -> None:
    """Nothing on the form is for some alone (A48): whoever writes such a line is told so."""
    if any(HIDES.search(text) for text in texts):
        raise NotForAll(field=field)
