"""Looking again, while the circle grows: is anybody who joined perhaps tied to the coordinator (R-IND-1)?"""

from datetime import datetime

from kring.conference.models import STAFF, Conference
from kring.matching.comparing import Around, ties
from kring.matching.handing_over import HandOver
from kring.matching.models import Offer


def joined_since(conference: Conference, moment: datetime | None) -> bool:
    """Did anybody from outside sit down after the coordinator declared to know nobody?"""
    return moment is not None and any(seat.since > moment for seat in conference.seated() if seat.role not in STAFF)


def alike_now(conference: Conference) -> list[str]:
    """The kinds of likeness that nobody answered for yet; none while another coordinator is looked for."""
    made = Offer.that_led_to(conference)
    if made is None:
        return []
    answered = made.declaration.asked.split()
    found = [tie.kind for tie in ties(made.coordinator, Around.of(conference)) if tie.kind not in answered]
    return [] if found and HandOver.running(conference) else found


def say_no(conference: Conference, *, by) -> None:
    """«Nee, ik ken hen niet»: it is not asked again."""
    made = Offer.that_led_to(conference)
    if made and (kinds := alike_now(conference)):
        made.declaration.say_no_to(kinds, by=by)
