"""The map on paper: empty rings and questions to find names by, to fill in with a pen."""

from django.utils.translation import gettext as _

from kring.circle import sides, widening
from kring.circle.kinds import Ring, Side
from kring.conference.models import Conference
from kring.foundation.printing import pdf


def as_pdf(conference: Conference) -> bytes:
    """One sheet with the rings, and one with the questions and lines to write on."""
    return pdf("circle/documents/map.typ", payload(conference))


def payload(conference: Conference) -> dict:
    return {
        "title": _("Wie zijn er om je heen?"),
        "intro": _(
            "Zet jezelf in het midden. Schrijf daaromheen wie je kent. Dichtbij of verder weg, zoals jij het voelt."
        ),
        "names": conference.names,
        "rings": [str(ring.label) for ring in Ring],
        "sides": [sides.label(conference, side) for side in (Side.FIRST, Side.SECOND)],
        "asks": _("Vragen die helpen om namen te vinden"),
        "questions": [str(prompt.question) for prompt in widening.PROMPTS],
        "many": _("Vaak zijn het acht tot tien mensen. Minder mag, meer ook."),
    }
