"""A gentle look at the wording of a question: is it closed, or answered already? It changes no word (A7)."""

import re

from django.utils.translation import gettext_lazy as _

EXAMPLES = [
    _("Wat is er voor nodig dat de kinderen veilig kunnen opgroeien?"),
    _("Wat is er voor nodig dat ik zelfstandig kan gaan wonen?"),
    _("Hoe voorkom ik dat ik vereenzaam, nu ik minder mobiel word?"),
]
STARTERS = [_("Wat is er voor nodig dat …"), _("Hoe voorkom ik dat …"), _("Hoe zorgen we samen dat …")]

ASKS_YES_OR_NO = re.compile(
    r"(kan|kunnen|kun|moet|moeten|wil|willen|wilt|mag|mogen|is|zijn|ben|gaat|gaan|ga|heeft|hebben|heb|zal|zullen|zou|"
    r"zouden|wordt|worden|blijft|blijven|lukt|komt|komen|doet|doen|vindt|vinden|helpt|helpen|klopt|durft|durven|"
    r"can|could|should|must|will|would|may|is|are|does|do|has|have)\b",
    re.IGNORECASE,
)
HOLDS_AN_ANSWER = re.compile(
    r"\b(pleeggezin|uit huis|uithuisplaatsing|internaat|instelling|kliniek|opname|opgenomen|therapie|behandeling|"
    r"medicijnen|training|cursus|bewindvoering|bewindvoerder|begeleid wonen|verpleeghuis|verzorgingshuis|"
    r"gezinscoach|hulpverlener|hulpverlening|overtuigen|overhalen|zover krijgen|zo ver krijgen)\b",
    re.IGNORECASE,
)


def remarks(text: str) -> list:
    """What somebody could think over once more; never a reason to refuse."""
    found = []
    if ASKS_YES_OR_NO.match(text.lstrip("«»“”\"'‘’ \n")):
        found.append(_("Op deze vraag past ja of nee. Met «Wat is er voor nodig dat …» komt er meer los."))
    if HOLDS_AN_ANSWER.search(text):
        found.append(_("In deze vraag zit misschien al een antwoord. Wat moet er anders worden, hoe het ook gaat?"))
    if text.count("?") > 1:
        found.append(_("Dit lijken twee vragen. Welke is de belangrijkste?"))
    return found
