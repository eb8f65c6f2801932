"""The attendance note on paper: name, day and hours, and not a word about whom it was (A42)."""

from django.utils.translation import gettext as _

from kring.foundation.printing import pdf
from kring.foundation.templatetags.house import at_time, day
from kring.foundation.writing import organisation
from kring.meeting.counting_hours import AttendanceNote, Stretch


def printed(note: AttendanceNote) -> bytes:
    house = organisation()
    return pdf("meeting/documents/attendance.typ", {
        "title": _("Verklaring van aanwezigheid"), "house": house.name,
        "sender": [house.name, *house.postal_address.splitlines(), house.phone],
        "facts": facts(note), "lines": [line(stretch) for stretch in note.stretches],
        "total": [_("Samen"), note.total] if note.total else [],
        "foot": _("Over de inhoud van de bijeenkomst zegt deze verklaring niets."),
    })  # fmt: skip


def facts(note: AttendanceNote) -> list[list[str]]:
    who = [[_("Naam"), note.person.get_full_name()], [_("Organisatie"), note.person.works_at]]
    return [*who, [_("Dag"), day(note.meeting.opened_at)], [_("Aanwezig bij"), _("een bijeenkomst, als genodigde")]]


def line(stretch: Stretch) -> list[str]:
    part = _("Deel %(number)s, vanaf %(hour)s") % {"number": stretch.part, "hour": at_time(stretch.since)}
    return [part, stretch.in_words or _("de duur is nog niet opgeschreven")]
