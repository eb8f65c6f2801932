"""What is told at the welcome, before anybody tells anything: a short list to tick."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.meeting.models import Meeting
from kring.people.models import Person


class Point(models.TextChoices):
    STAYS_HERE = "stays_here", _("Wat hier gezegd wordt, blijft hier.")
    NO_RECORDING = "no_recording", _("Niemand neemt op: geen geluid, geen beeld, geen foto.")
    PRIVATE_TIME = (
        "private_time",
        _("Straks is de kring alleen, zo lang als nodig is. Iedereen van buiten gaat dan weg."),
    )
    ASK_ALL = "ask_all", _("De kring mag alles vragen. Wat onduidelijk is, wordt uitgelegd.")
    WHO_WAITS = "who_waits", _("Wie waar wacht, waar de koffie staat, en waar kinderen kunnen spelen.")
    CONDITIONS = "conditions", _("De voorwaarden zijn woord voor woord voorgelezen en uitgelegd.")
    UNSEEN = "unseen", _("Wie op afstand meedoet, zegt wie er nog meer in die kamer is.")


def points(meeting: Meeting, *, has_conditions: bool, is_hybrid: bool) -> list[dict]:
    """The list of this day: conditions only where they were set, the unseen only where somebody joins from afar."""
    left_out = {Point.CONDITIONS: not has_conditions, Point.UNSEEN: not is_hybrid}
    return [
        {"name": point.value, "words": point.label, "is_told": point in meeting.welcome_told}
        for point in Point
        if point in meeting.welcome_told or not left_out.get(point)
    ]


@transaction.atomic
def put_told(meeting: Meeting, point: str, is_told: bool, *, by: Person | Hand) -> None:
    """This point was told, or not after all; pressed twice it stays the same."""
    meeting.conference.refuse_unless_allowed("run_the_day", by=by)
    if point not in Point.values:
        raise NotAllowed
    told = set(Meeting.objects.select_for_update().get(pk=meeting.pk).welcome_told)
    meeting.welcome_told = sorted(told | {point} if is_told else told - {point})
    meeting.save(update_fields=["welcome_told"])
