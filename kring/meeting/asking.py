"""What the day asks on somebody's own page: each phase one thing."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.own_words import OwnMessage
from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.meeting.models import Meeting

looks_into("run_the_day", "meeting:day", gettext_lazy("De dag zelf"), About.DAY)
looks_into("see_attendance_note", "meeting:attendance_notes", gettext_lazy("Verklaring van aanwezigheid"), About.DAY)
looks_into("let_someone_stay", "meeting:who_stays", gettext_lazy("Wie blijft er bij jullie"), About.DAY)


@asks("run_the_day")
def lead_the_day(conference: Conference, hand: Hand):
    """For the coordinator."""
    meeting = None if hand.is_for_someone_else else Meeting.of(conference)
    if meeting is None:
        return None
    if meeting.is_behind_the_door:
        return they_call() if meeting.coordinator_is_called else they_take_their_time()
    if conference.phase == Phase.INFORMATION:
        return Prompt(_("De dag is begonnen"), "meeting:day", _("Naar de informatieronde"), weight=5)
    if conference.phase == Phase.PRESENTATION:
        return Prompt(_("De deur is open"), "meeting:day", _("Naar de presentatie"), weight=15)
    if meeting.ended_at is None:
        return Prompt(_("Hoe laat was het afgelopen?"), "meeting:end", _("Schrijf het op"), weight=75)
    return None


@asks("see_state")
def wait_at_the_door(conference: Conference, hand: Hand):
    """For everybody else outside while private time runs."""
    outside = "run_the_day" not in conference.allowed_to(hand.by) and not conference.roles_of(hand.by) & CIRCLE
    return they_take_their_time() if conference.phase == Phase.PRIVATE_TIME and outside else None


@asks("see_room")
def sit_behind_the_door(conference: Conference, hand: Hand):
    text = _("Alleen jullie zijn hier. Neem de tijd die nodig is.")
    return Prompt(_("De deur is dicht"), "meeting:behind_the_door", _("Naar binnen"), text, weight=1)


@asks("see_messages")
def open_it_together(conference: Conference, hand: Hand):
    """For the circle behind the door: who could not come said something."""
    if hand.is_for_someone_else or conference.phase != Phase.PRIVATE_TIME:
        return None
    sealed = OwnMessage.objects.sealed_for(conference, hand.by).select_related("author")[:3]
    if not sealed:
        return None
    text = _("Open het samen. Een van jullie leest het voor.")
    names = ", ".join(dict.fromkeys(message.author.first_name for message in sealed))
    title = _("Een boodschap van %(names)s ligt op tafel") % {"names": names}
    return Prompt(title, "circle:messages", _("Open de boodschap"), text, weight=3)


@asks("see_day")
def tell_what_you_know(conference: Conference, hand: Hand):
    """While the information round is held: for the professionals, and for the circle (A55)."""
    roles = conference.roles_of(hand.name_of)
    if conference.phase != Phase.INFORMATION or not roles & (VISITORS | CIRCLE):
        return None
    if roles & CIRCLE:
        return Prompt(_("Wie vertelt wat, en in welke volgorde"), "meeting:information_round", _("Bekijk"), weight=12)
    title = _("Informatieronde: deel uw kennis en betrokkenheid")
    text = _("U vertelt in ongeveer tien minuten wat u weet. Daarna vraagt de kring.")
    return Prompt(title, "meeting:information_round", _("Bekijk de volgorde"), text, weight=10)


@asks("close_the_door")
def close_it_together(conference: Conference, hand: Hand):
    """For the circle: the professionals have told what they know."""
    if not conference.roles_of(hand.name_of) & CIRCLE:
        return None
    text = _("Vraag alles wat jullie willen weten. Daarna gaan alle professionals en de coördinator de kamer uit.")
    return Prompt(_("De professionals vertellen"), "meeting:close_the_door", _("De deur kan dicht"), text, weight=10)


def they_call() -> Prompt:
    text = _("De kring vraagt of u even komt.")
    return Prompt(_("Ze roepen u"), "meeting:door", _("Naar de deur"), text, weight=1)


def they_take_their_time() -> Prompt:
    text = _("Zij nemen de tijd die nodig is.")
    return Prompt(_("De kring is in besloten tijd"), "meeting:door", _("Naar de deur"), text, weight=5)
