"""Asking for words of one's own: of a child, and of who takes part without being in the room."""

from django.utils.translation import gettext as _

from kring.circle.noticing import noticed
from kring.circle.speaking_for import JoiningIn, is_minor
from kring.conference.access import Phase
from kring.conference.prompting import Prompt, asks

BEFORE = (Phase.PREPARATION, Phase.INFORMATION)
IN_THE_ROOM = {JoiningIn.Way.WHOLE, JoiningIn.Way.PART}


@asks("write_message")
def what_would_you_say(conference, hand):
    """Once; a message that stands there is enough."""
    known = noticed(conference, hand.name_of)
    if conference.phase not in BEFORE or known["has_spoken"] or not is_asked(conference, hand.name_of, known):
        return None
    text = _("Ook als je er niet bij bent, of liever niet praat: schrijf, teken of spreek in. Jij kiest wie het hoort.")
    return Prompt(_("Jouw eigen woorden voor de dag"), "circle:say", _("Zeg het op jouw manier"), text, weight=12)


def is_asked(conference, person, known: dict[str, bool]) -> bool:
    if is_minor(person) or known["has_a_way_of_their_own"]:
        return True
    return known["said_how"] and is_elsewhere(conference, person)


def is_elsewhere(conference, person) -> bool:
    """Said not to be in the room, or to speak in another way as well."""
    return not set(conference.joining_in.get(person=person).chosen) <= IN_THE_ROOM
