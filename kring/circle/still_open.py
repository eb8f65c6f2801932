"""What the circle still needs before the day: the coach's word on safety, and asking children how they take part."""

from django.db.models import Exists
from django.utils.translation import gettext as _

from kring.circle.speaking_for import Beside, JoiningIn, has_children
from kring.conference.models import Conference


def still_open(conference: Conference) -> list[str]:
    """Sentences for the list of the coordinator; they name no flag, and nobody a flag is about."""
    unsigned = conference.safety_notes.unsigned()
    appointed = conference.beside.filter(kind__in=Beside.APPOINTED)
    asked = Conference.objects.filter(pk=conference.pk).values_list(Exists(unsigned), Exists(appointed))
    waits, is_represented = asked.get()
    found = [_("De coach keek nog niet naar een afspraak over veiligheid.")] if waits else []
    if is_represented or has_children(conference):
        for who in JoiningIn.unasked(conference):
            found.append(_("Aan %(who)s is nog niet gevraagd: hoe wil jij meedoen?") % {"who": who})
    return found
