"""Two who should not be in one room, and are ticked in the same one: said at once, to the coordinator alone."""

from django.utils.translation import gettext as _

from kring.meeting.attending import How
from kring.meeting.models import Meeting


def warning(meeting: Meeting, part: int, who: str) -> str:
    """A sentence when this person is ticked, whatever was arranged; why, stands nowhere here (R-SAF-2)."""
    here = set(meeting.attendances.filter(part=part, how=How.HERE, left_at=None).values_list("person", flat=True))
    notes = meeting.conference.safety_notes.apart().select_related("about", "apart_from__person", "apart_from_person")
    pairs = [(note.about, note.apart_from_person or (note.apart_from and note.apart_from.person)) for note in notes]
    known = [(one, other) for one, other in pairs if one and other]
    close = [(one, other) for one, other in known if who in (one.slug, other.slug) and {one.pk, other.pk} <= here]
    said = _("%(one)s en %(other)s zijn nu in dezelfde ruimte. Kijk wat daarover is afgesproken.")
    return " ".join(said % {"one": one.first_name, "other": other.first_name} for one, other in close)
